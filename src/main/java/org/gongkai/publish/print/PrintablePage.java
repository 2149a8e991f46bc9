package org.gongkai.publish.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongkai.build.live.PartialSite;
import org.gongkai.text.DateText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as the browser gets it: unable to run anything or to reach anything but files, with the day of printing.
 *
 * @param title the title of the page
 * @param html the page
 */
record PrintablePage(String title, byte[] html) {

    private static final String POLICY =
            "default-src 'none'; style-src file: 'unsafe-inline'; img-src file: data:; font-src file: data:";

    /**
     * Prepares a page of a built site.
     *
     * @param day the day of printing, which a script of the page would fill in for a reader
     */
    static PrintablePage of(byte[] page, LocalDate day) throws IOException {
        Document document = Jsoup.parse(new ByteArrayInputStream(page), StandardCharsets.UTF_8.name(), "");
        document.outputSettings().prettyPrint(false);
        document.select("script, meta[http-equiv=refresh]").remove();
        document.select(".js-printed").forEach(place -> place.text(DateText.chinese(day) + "打印，"));
        document.head()
                .prependElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", POLICY);
        return new PrintablePage(document.title(), document.outerHtml().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the addresses of what a page shows: style sheets and pictures.
     *
     * @param address the address of the page, from which its references lead
     */
    static Set<String> references(String address, byte[] page) throws IOException {
        Document document = Jsoup.parse(new ByteArrayInputStream(page), StandardCharsets.UTF_8.name(), "");
        Set<String> references = new TreeSet<>();
        for (Element shown : document.select("link[href][rel~=(?i)\\b(stylesheet|icon)\\b], [src], [srcset]")) {
            Stream.concat(
                            Stream.of(shown.tagName().equals("link") ? shown.attr("href") : shown.attr("src")),
                            Arrays.stream(shown.attr("srcset").split(","))
                                    .map(one -> one.strip().replaceFirst("\\s.*", "")))
                    .filter(reference -> !reference.isEmpty())
                    .forEach(reference -> PartialSite.target(address, reference).ifPresent(references::add));
        }
        return references;
    }
}
