package org.gongkai.feature.history;

import java.util.List;
import org.gongkai.render.model.Model;

/** The list of all changes, under the conventions of {@link Model}. */
public final class ChangeModel {

    private ChangeModel() {}

    /** A day of the list. */
    public record Day(String day, String dayText, List<Row> rows) {}

    /**
     * What happened to an entry on a day.
     *
     * @param what 新增, 修改, 撤回, 恢复 or 失效
     * @param tone its class
     * @param times how often it happened on that day
     * @param title the title of the entry; null if it is no longer public
     * @param steps what is known of each time, newest first; at most a few
     * @param historyUri the list of all versions of the entry, if there are more than {@code steps}
     */
    public record Row(
            String what,
            String tone,
            int times,
            String title,
            String uri,
            Model.Name column,
            List<Step> steps,
            String historyUri) {}

    /**
     * One change of an entry.
     *
     * @param changed what changed, in words
     * @param amount how much of the text
     * @param purpose the message of its commit
     * @param diffUri the first marked place on the page of the version
     */
    public record Step(String changed, String amount, String purpose, String diffUri) {}

    /** A choice of changes by column. */
    public record Choice(String name, String uri, boolean current) {}

    /**
     * The differences between an entry and one that it replaces: what the template gets as {@code comparison}.
     *
     * @param changed what changed, in words
     * @param amount how much of the text
     * @param why the reason that the entry states; null if it states none
     * @param places the number of marked places
     * @param body a table with the articles or sections of both side by side
     */
    public record Comparison(
            Model.Link now, Model.Link before, String changed, String amount, String why, int places, String body) {}
}
