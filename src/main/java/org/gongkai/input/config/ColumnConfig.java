package org.gongkai.input.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.Key;

/**
 * A declared column.
 *
 * @param name its name, which entries specify
 * @param slug its folder in the site, ASCII
 * @param description one sentence; may be empty
 * @param counted whether its entries count in the figures of the site
 * @param months how many months it may go without a new entry; 0 if that does not matter
 */
@Key.Group("每一项写：- {名称: 通知, 标识: notices}")
public record ColumnConfig(
        @Key(value = "名称 name", required = true) String name,
        @Key(value = "标识 slug", required = true, matches = Key.SLUG, allowed = Key.SLUGS) String slug,
        @Key("说明 description") String description,
        @Key(value = "不计入公开 uncounted", words = "否 是 no yes false true", allowed = "是、否", or = "否") boolean counted,
        @Key(value = "更新周期 update", by = "months", allowed = PERIODS, or = MONTHS + "个月") int months) {

    /** What is expected of a column that says nothing of it. */
    public static final int MONTHS = 12;

    private static final Pattern PERIOD = Pattern.compile("([1-9]\\d?)\\s*(年|个月)");
    private static final String PERIODS = "3年、6个月 这样的期限，多久没有新内容算逾期；没有定期要求的写 不定";

    private static Integer months(String typed) {
        Matcher period = PERIOD.matcher(typed);
        if (!period.matches()) {
            return typed.equals("不定") ? 0 : null;
        }
        return Integer.parseInt(period.group(1)) * (period.group(2).equals("年") ? 12 : 1);
    }
}
