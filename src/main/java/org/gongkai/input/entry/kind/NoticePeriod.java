package org.gongkai.input.entry.kind;

/**
 * The requirements of a kind on a 公示. The numbers are settings of the site, not legal requirements.
 *
 * @param minimum the minimum length; 0 if there is none
 * @param unit the unit of the length
 * @param datesRequired whether the first and the last day are mandatory
 * @param channelRequired whether a way to object is mandatory: 受理部门, 监督电话 or 监督信箱
 * @param binding whether a shorter period is an error; if not, it is a warning, because the minimum is custom, no norm
 */
public record NoticePeriod(int minimum, Unit unit, boolean datesRequired, boolean channelRequired, boolean binding) {

    /** The unit of the length of a 公示. */
    public enum Unit {
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
    }
}
