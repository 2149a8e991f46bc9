package org.gongkai.feature.history;

import java.util.List;
import org.gongkai.render.model.Model;

/** The pages of the versions of entries and the lists of changes, under the conventions of {@link Model}. */
public final class VersionModel {

    private VersionModel() {}

    /**
     * The history of an entry: what its template gets as {@code history}.
     *
     * @param published when the paper was published, if that was before it came to the site; otherwise null
     */
    public record HistoryInfo(
            String title,
            String uri,
            String published,
            int total,
            boolean uncommitted,
            String beginsText,
            List<VersionRow> rows) {}

    /**
     * A row of a history: a version, or a period in which the entry was withdrawn ({@code made} null, otherwise {@code
     * gone}). {@code uri} is null if the version is not shown; {@code withheld} is then the reason. {@code changed}
     * names what changed.
     */
    public record VersionRow(Made made, String changed, String uri, String withheld, Gone gone) {}

    /** When an entry was withdrawn, and in words until when. */
    public record Gone(String day, String text) {}

    /** A version of an entry: what its template gets as {@code version}. */
    public record VersionPage(
            String title,
            Made made,
            Change change,
            List<Model.Fact> keyFacts,
            List<Model.Fact> facts,
            String body,
            Ways ways) {}

    /** Which version it is, and who made it when and why. */
    public record Made(
            int number, int total, boolean current, String day, String dayText, String author, String purpose) {}

    /**
     * What changed since the version before.
     *
     * @param compared what it is compared with, in words
     * @param words what changed; null if it is not compared
     * @param sentences the fields and sentences that changed
     */
    public record Change(String compared, String words, List<Sentence> sentences) {}

    /** The entry as it is today, its history, and the versions before and after; null if there is none. */
    public record Ways(String uri, String historyUri, String previousUri, String nextUri) {}

    /** A sentence or a field that changed, as it was and as it is; one of them is empty if it was added or removed. */
    public record Sentence(String where, String before, String now) {}

    /** What a command did to the published site; {@code reason} is null if none may be told. */
    public record InterventionRow(String what, String reason) {}

    public record Day(String day, String dayText, List<Row> rows, List<InterventionRow> interventions) {}

    /**
     * What happened to an entry on a day.
     *
     * @param what 新增, 修改, 撤回, 恢复 or 失效
     * @param times how often it happened on that day
     * @param title the title of the entry; null if it is no longer public
     * @param steps what is known of each time, newest first
     * @param historyUri the list of all versions of the entry; null if none of them changed it
     */
    public record Row(
            String what, int times, String title, String uri, Model.Name column, List<Step> steps, String historyUri) {}

    /**
     * One change of an entry.
     *
     * @param changed what changed, in words
     * @param corrects whether it put something right: a date, an amount, a name, a result
     * @param purpose the message of its commit
     * @param diffUri the page of the version
     */
    public record Step(String changed, boolean corrects, String purpose, String diffUri) {}

    /** A choice of changes by column. */
    public record Choice(String name, String uri, boolean current) {}

    /**
     * The differences between an entry and one that it replaces: what the template gets as {@code comparison}.
     *
     * @param changed what changed, in words
     * @param why the reason that the entry states; null if it states none
     * @param body a table with the articles or sections of both side by side
     */
    public record Comparison(Model.Link now, Model.Link before, String changed, String why, String body) {}
}
