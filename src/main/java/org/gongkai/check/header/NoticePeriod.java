package org.gongkai.check.header;

/**
 * How long a 公示 of some kind must last.
 *
 * @param minimum the fewest days
 * @param unit which days are counted
 */
public record NoticePeriod(int minimum, Unit unit) {

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
