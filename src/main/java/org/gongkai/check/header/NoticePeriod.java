package org.gongkai.check.header;

/**
 * What a kind asks of the 公示 of its entries.
 *
 * @param minimum the fewest days; 0 if it may be of any length
 * @param unit which days are counted
 * @param datesRequired whether the first and the last day must be given
 * @param channelRequired whether a way to object must be given: 受理部门, 监督电话 or 监督信箱
 */
public record NoticePeriod(int minimum, Unit unit, boolean datesRequired, boolean channelRequired) {

    /** Which days are counted. */
    public enum Unit {
        WORKING_DAYS("工作日"),
        CALENDAR_DAYS("自然日");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
