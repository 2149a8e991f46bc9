package org.gongkai.publish.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongkai.pipeline.live.PartialSite;
import org.gongkai.text.DateText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Pages as the browser gets them: unable to run anything or to reach anything but files. */
final class PrintablePage {

    private static final String POLICY =
            "default-src 'none'; style-src file: 'unsafe-inline'; img-src file: data:; font-src file: data:";

    private PrintablePage() {}

    /** Reads a page of a site. */
    static Document parse(byte[] page) throws IOException {
        Document document = Jsoup.parse(new ByteArrayInputStream(page), StandardCharsets.UTF_8.name(), "");
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /**
     * Prepares a page.
     *
     * @param day the day of printing, which a script of the page would fill in for a reader
     */
    static byte[] of(Document document, LocalDate day) {
        document.select("script, meta[http-equiv]").remove();
        document.select(".js-printed").forEach(place -> place.text(DateText.chinese(day) + "打印，"));
        document.head()
                .prependElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", POLICY);
        return document.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the addresses of what a page shows: style sheets and pictures.
     *
     * @param address the address of the page, from which its references lead
     */
    static Set<String> references(String address, byte[] page) throws IOException {
        Set<String> references = new TreeSet<>();
        for (Element shown : parse(page).select("link[href][rel~=(?i)\\b(stylesheet|icon)\\b], [src], [srcset]")) {
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
