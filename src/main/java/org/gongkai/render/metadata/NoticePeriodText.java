package org.gongkai.render.metadata;

import org.gongkai.input.entry.Entry;
import org.gongkai.text.DateText;

/** Formats the period of a 公示. */
public final class NoticePeriodText {

    private NoticePeriodText() {}

    /** 2025年12月25日至12月31日，共5个工作日: the year of the last day only if it is another one. */
    public static String of(Entry.Notice notice) {
        int year = notice.from().getYear();
        return DateText.chinese(notice.from()) + "至" + FieldText.dayIn(year, notice.to())
                + notice.workingDays().map(days -> "，共" + days + "个工作日").orElse("");
    }
}
