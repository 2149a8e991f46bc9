package org.gongkai.publish.release.takedown;

import java.time.LocalDate;
import org.gongkai.site.identity.PublishedEntry;

/**
 * A page that was taken down and would come back.
 *
 * @param taken the address that was taken down
 * @param day when
 * @param reason why
 * @param entry what would bring it back
 */
public record Returned(String taken, LocalDate day, String reason, PublishedEntry entry) {

    /** One Chinese sentence without its end: what was taken down, when and why, and which file or page has it still. */
    public String text() {
        String why = reason.isBlank() ? "" : "（" + reason + "）";
        String moved = entry.address().equals(taken) ? "" : "，现在的网址是 " + entry.address();
        String where = entry.path().isEmpty() ? "离线包里还有" : "源文件 " + entry.path() + " 里还有";
        return "网址 " + taken + " 的页面已于 " + day + " 撤下" + why + "，" + where + moved;
    }
}
