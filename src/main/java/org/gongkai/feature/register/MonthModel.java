package org.gongkai.feature.register;

import java.util.List;

/** The page of a month, under the conventions of {@link Model}. */
public final class MonthModel {

    private MonthModel() {}

    /**
     * Something that takes place in the month.
     *
     * @param day its first day, for machines
     * @param when its day or days and its time
     * @param kind such as the kind of meeting
     * @param place its place, or null
     */
    public record Event(String day, String when, String title, String uri, String kind, String place) {}

    /**
     * What the home page shows of a month.
     *
     * @param uri its page, or null
     * @param lines its meetings, theme days, lessons and tasks in the order of their days
     * @param more how many further ones its page shows
     */
    public record Ahead(String monthText, String uri, List<Line> lines, int more) {}

    /** A line of a month on the home page. */
    public record Line(String day, String dayText, String title, String uri) {}

    /**
     * Something that is due in the month.
     *
     * @param owner who is to do it, or an empty text
     * @param state 已办结, 已逾期 or 未到期
     * @param uri the entry or the register that says so
     */
    public record Task(String what, String owner, String day, String state, String uri) {}
}
