package org.gongkai.feature.history;

import java.util.List;
import org.gongkai.render.model.Model;

/** The pages of the versions of entries, under the conventions of {@link Model}. */
public final class VersionModel {

    private VersionModel() {}

    /** The history of an entry: what its template gets as {@code history}. */
    public record HistoryInfo(
            String title,
            String uri,
            int total,
            boolean uncommitted,
            String beginsText,
            List<VersionRow> rows,
            List<Correction> corrections) {}

    /** A field that a version corrected: its former value and the one in its place. */
    public record Correction(
            String day, String dayText, int number, String uri, String field, String before, String now) {}

    /**
     * A row of a history: a version, or a period in which the entry was withdrawn ({@code number} null). {@code
     * uri} is null if the version is not shown; {@code withheld} is then the reason. {@code changed} names what changed, {@code
     * amount} says how much of the text.
     */
    public record VersionRow(
            Integer number,
            boolean current,
            String day,
            String dayText,
            String author,
            String purpose,
            String changed,
            String amount,
            String uri,
            String withheld,
            String gone) {}

    /** A version of an entry: what its template gets as {@code version}. */
    public record VersionPage(
            String title,
            String uri,
            String historyUri,
            int number,
            int total,
            boolean current,
            String day,
            String dayText,
            String author,
            String purpose,
            String compared,
            String changed,
            String amount,
            int places,
            List<FieldRow> fields,
            List<Model.Fact> keyFacts,
            List<Model.Fact> facts,
            String body,
            String previousUri,
            String nextUri) {}

    /** A field of the header that changed; {@code html} holds both values, marked. */
    public record FieldRow(String label, String html) {}
}
