package org.gongkai.publish.release.takedown;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.gongkai.io.TextResource;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.publish.release.FinishedPage;
import org.gongkai.publish.release.ledger.Ledger.ActiveTakedown;
import org.gongkai.site.Intervention;
import org.jsoup.nodes.Document;

/**
 * The page that replaces one that was taken down. It needs no other file of the site and does not contain the title.
 *
 * @param day the date of the takedown
 * @param reason the reason; may be empty
 */
public record TakedownNoticePage(LocalDate day, String reason) {

    /** The notice of a page that is taken down. */
    public static TakedownNoticePage of(ActiveTakedown down) {
        return new TakedownNoticePage(down.day(), down.event().reason());
    }

    /**
     * The bytes of the page.
     *
     * @param address its address from the root of the site
     */
    public byte[] at(String address) {
        String home = "../".repeat((int) address.chars().filter(c -> c == '/').count()) + "index.html";
        String why = reason.isBlank() ? "" : "<p>说明：" + HtmlEscape.escape(reason) + "</p>\n";
        return TextResource.of(TakedownNoticePage.class, "taken-down.html")
                .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), why, home)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Tells of the takedown in the list of changes. */
    void announce(Document changes) {
        FinishedPage.announce(changes, day, Intervention.Kind.TAKEN_DOWN)
                .appendElement("span")
                .addClass("change-what")
                .text("说明：" + reason);
    }
}
