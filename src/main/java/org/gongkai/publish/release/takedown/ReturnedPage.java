package org.gongkai.publish.release.takedown;

import java.time.LocalDate;
import org.gongkai.site.identity.PublishedEntry;

/**
 * An entry of a new site that is taken down.
 *
 * @param taken the address that was taken down
 * @param day when
 * @param reason why
 * @param entry the entry
 */
public record ReturnedPage(String taken, LocalDate day, String reason, PublishedEntry entry) {

    /**
     * A Chinese sentence without full stop: what was taken down, when and why, and which source or page still contains
     * it.
     */
    public String text() {
        String why = reason.isBlank() ? "" : "（" + reason + "）";
        String moved = entry.address().equals(taken) ? "" : "，现在的网址是 " + entry.address();
        String where = entry.path().isEmpty() ? "离线包里还有" : "源文件 " + entry.path() + " 里还有";
        return "网址 " + taken + " 的页面已于 " + day + " 撤下" + why + "，" + where + moved;
    }
}
