package org.gongkai.input.calendar;

/** The day from which a period is counted. Practice differs, and there is no general rule. */
public enum PeriodStart {
    /** The first day counts (起始日计入). */
    FROM_FIRST_DAY,
    /** The period is counted from the next day (自次日起算). */
    FROM_NEXT_DAY
}
