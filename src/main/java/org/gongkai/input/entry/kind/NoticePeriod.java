package org.gongkai.input.entry.kind;

import java.util.List;
import org.gongkai.input.data.Key;

/**
 * The requirements of a kind on a 公示. The numbers are settings of the site, not legal requirements.
 *
 * @param minimum the minimum length; 0 if there is none
 * @param unit the unit of the length
 * @param datesRequired whether the first and the last day are mandatory
 * @param channelRequired whether a way to object is mandatory: one of {@link #CHANNELS}
 * @param binding whether a shorter period is an error; if not, it is a warning, because the minimum is custom, no norm
 */
@Key.Group("例如 公示期: {最少: 5, 单位: 工作日, 起止: 必填, 渠道: 必填}")
public record NoticePeriod(
        @Key(value = "最少 minimum", matches = "\\d{1,3}", allowed = "0 到 999 的数字") int minimum,
        @Key(value = "单位 unit", or = "工作日") Unit unit,
        @Key(value = "起止 dates", words = NoticePeriod.REQUIRED, allowed = "必填、选填", or = "选填") boolean datesRequired,
        @Key(value = "渠道 channel", words = NoticePeriod.REQUIRED, allowed = "必填、选填", or = "选填") boolean channelRequired,
        @Key(value = "须满 binding", or = "是") boolean binding) {

    /** The fields of ways to object. */
    public static final List<String> CHANNELS = List.of("受理部门", "监督电话", "监督信箱");

    private static final String REQUIRED = "必填 选填 required optional";

    /** The unit of the length of a 公示. */
    public enum Unit implements Key.Words {
        WORKING_DAYS("工作日"),
        CALENDAR_DAYS("自然日");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        /** The Chinese name. */
        public String label() {
            return label;
        }

        @Override
        public List<String> words() {
            return List.of(label);
        }
    }
}
