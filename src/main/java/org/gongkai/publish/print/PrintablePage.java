package org.gongkai.publish.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.gongkai.text.DateText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

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
}
