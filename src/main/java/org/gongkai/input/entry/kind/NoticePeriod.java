package org.gongkai.input.entry.kind;

/**
 * What a kind asks of the 公示 of its entries. The numbers are a site's own settings, not the words of any rule.
 *
 * @param minimum least length; 0 if it may be of any
 * @param unit what the length is counted in
 * @param datesRequired whether the first and the last day must be given
 * @param channelRequired whether a way to object must be given: 受理部门, 监督电话 or 监督信箱
 */
public record NoticePeriod(int minimum, Unit unit, boolean datesRequired, boolean channelRequired) {

    /** What the length of a 公示 is counted in. */
    public enum Unit {
        WORKING_DAYS("工作日"),
        CALENDAR_DAYS("自然日");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        /** The Chinese word. */
        public String label() {
            return label;
        }
    }
}
