package org.gongkai.input.calendar;

/** From which day a period of days is counted. Practice differs, and no rule that binds all of them is known. */
public enum Counting {
    /** The day on which it begins is the first one (起始日计入). */
    FROM_FIRST_DAY,
    /** The day after is the first one (自次日起算). */
    FROM_NEXT_DAY
}
