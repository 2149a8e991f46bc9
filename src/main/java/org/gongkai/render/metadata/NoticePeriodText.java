package org.gongkai.render.metadata;

import org.gongkai.input.entry.Entry;
import org.gongkai.text.DateText;

/** Formats the period of a 公示. */
public final class NoticePeriodText {

    private NoticePeriodText() {}

    /** 2025年12月25日至2025年12月31日，共5个工作日: a deadline has its year. */
    public static String of(Entry.Notice notice) {
        return DateText.chinese(notice.from()) + "至" + DateText.chinese(notice.to())
                + notice.workingDays().map(days -> "，共" + days + "个工作日").orElse("");
    }
}
