package org.gongkai.publish.release.takedown;

import org.gongkai.publish.release.ledger.Ledger.ActiveTakedown;
import org.gongkai.site.identity.PublishedEntry;

/**
 * An entry of a new site that is taken down.
 *
 * @param down what was taken down
 * @param entry the entry
 * @param what what of it the entry has; empty if it is the entry that was taken down
 */
public record ReturnedPage(ActiveTakedown down, PublishedEntry entry, String what) {

    /** The address that was taken down. */
    public String taken() {
        return down.event().address();
    }

    /**
     * A Chinese sentence without full stop: what was taken down, when and why, and which source or page still contains
     * it.
     */
    public String text() {
        String reason = down.event().reason();
        String why = reason.isBlank() ? "" : "（" + reason + "）";
        String moved = entry.address().equals(taken()) ? "" : "，现在的网址是 " + entry.address();
        String where = entry.path().isEmpty() ? "离线包里还有" : "源文件 " + entry.path() + " 里还有";
        return "网址 " + taken() + " 的页面已于 " + down.day() + " 撤下" + why + "，" + where + what + moved;
    }

    /** What to do with the source: a Chinese sentence without full stop. */
    public String remedy() {
        return what.isEmpty() ? "请删去这一条，或写上 状态: 已撤回" : "请从这一条里去掉";
    }
}
