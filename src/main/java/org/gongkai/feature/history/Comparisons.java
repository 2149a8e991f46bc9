package org.gongkai.feature.history;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.history.diff.BodyDiff;
import org.gongkai.history.diff.BodyDiff.MarkedBody;
import org.gongkai.history.diff.FieldDiff;
import org.gongkai.history.diff.FieldDiff.FieldChange;
import org.gongkai.history.diff.write.ChangeSize;
import org.gongkai.history.diff.write.ChangedPart;
import org.gongkai.history.diff.write.ChangedSentence;
import org.gongkai.input.entry.Entry;
import org.gongkai.render.metadata.FactsTable;
import org.gongkai.render.metadata.FactsTable.FieldTables;
import org.gongkai.render.model.Fingerprint;
import org.gongkai.render.page.BodyConverter.ConvertedBody;

/** Compares versions, or returns cached results of an earlier build. Safe for many threads. */
public final class Comparisons {

    private final BodyDiff bodies = new BodyDiff();
    private final FieldDiff fields = new FieldDiff();
    private final CachedRecords<VersionChange> cache;

    /**
     * @param cache sizes of changes, of which no number of withheld versions is known, by the addresses of pages
     */
    public Comparisons(CacheStore cache) {
        this.cache = cache.records("difference ", VersionChange.class);
    }

    /**
     * The changes between two versions.
     *
     * @param fingerprint fingerprint of both versions
     * @param change size of the changes
     * @param marked marks the changes
     */
    record Compared(String fingerprint, VersionChange change, Supplier<Marked> marked) {}

    /**
     * A version with its changes marked.
     *
     * @param html its body
     * @param sentences the fields and sentences that changed
     */
    record Marked(String html, List<ChangedSentence> sentences) {

        static Marked of(MarkedBody body, List<FieldChange> fields) {
            Stream<ChangedSentence> header =
                    fields.stream().map(field -> new ChangedSentence(field.name(), field.before(), field.now()));
            return new Marked(
                    body.html(),
                    Stream.concat(header, body.sentences().stream()).toList());
        }
    }

    /**
     * Compares two versions.
     *
     * @param address address of the page that shows the comparison
     * @param skipped the number of withheld versions between them
     */
    Compared of(String address, Text before, Text now, int skipped) {
        return of(
                address,
                before,
                now,
                skipped,
                () -> bodies.compare(before.body().get(), now.body().get()));
    }

    /**
     * Compares an entry with another that it replaces, in two columns.
     *
     * @param address address of the page that shows the comparison
     */
    Compared columns(String address, Text before, Text now) {
        return of(
                address,
                before,
                now,
                0,
                () -> bodies.columns(before.body().get(), now.body().get()));
    }

    private Compared of(String address, Text before, Text now, int skipped, Supplier<MarkedBody> marks) {
        Fingerprint combined = new Fingerprint().add(before.fingerprint()).add(now.fingerprint());
        before.header().forEach((name, value) -> combined.add(name).add(value));
        combined.add(0);
        now.header().forEach((name, value) -> combined.add(name).add(value));
        combined.add(0);
        before.attachments().forEach(combined::add);
        combined.add(0);
        now.attachments().forEach(combined::add);
        String fingerprint = combined.text();
        Optional<VersionChange> known = cache.find(address, fingerprint);
        if (known.isPresent()) {
            return new Compared(
                    fingerprint,
                    known.get().skipping(skipped),
                    () -> Marked.of(marks.get(), fields.compare(before.header(), now.header())));
        }
        List<FieldChange> changed = fields.compare(before.header(), now.header());
        MarkedBody body = marks.get();
        VersionChange change = change(body, changed, attachments(before.attachments(), now.attachments()));
        cache.put(address, fingerprint, change);
        return new Compared(fingerprint, change.skipping(skipped), () -> Marked.of(body, changed));
    }

    private static VersionChange change(MarkedBody body, List<FieldChange> changed, List<ChangedPart> attachments) {
        ChangeSize size = body.amount();
        List<ChangedPart> parts = Stream.of(
                        changed.stream().map(FieldChange::part), body.parts().stream(), attachments.stream())
                .flatMap(each -> each)
                .toList();
        return new VersionChange(
                parts.isEmpty() ? size.description() : ChangedPart.words(parts),
                changed.stream().anyMatch(FieldChange::corrects)
                        || body.sentences().stream().anyMatch(ChangedSentence::corrects),
                body.places(),
                !size.isNone() || !changed.isEmpty() || !attachments.isEmpty(),
                0);
    }

    private static List<ChangedPart> attachments(List<String> before, List<String> now) {
        boolean more = !before.containsAll(now);
        boolean fewer = !now.containsAll(before);
        return more || fewer ? List.of(new ChangedPart(more && fewer ? "更换" : more ? "增加" : "删去", "附件")) : List.of();
    }

    /** Retains the cached results of a comparison. */
    void retain(String address) {
        cache.retain(address);
    }

    /**
     * A text to be compared with another.
     *
     * @param fingerprint of its body
     * @param header its fields
     * @param attachments the paths of its attachments, which no page shows
     * @param body converts its body to HTML
     */
    record Text(String fingerprint, Map<String, String> header, List<String> attachments, Supplier<String> body) {

        /** Returns the tables and the body of an entry. */
        static Text of(Entry entry, ConvertedBody body, Map<String, String> header, List<String> attachments) {
            String tables = FieldTables.html(FactsTable.tables(entry));
            return new Text(
                    new Fingerprint().add(tables).add(body.fingerprint()).text(),
                    header,
                    attachments,
                    () -> tables + body.html().get().html());
        }
    }

    /**
     * The changes of a version against an earlier one.
     *
     * @param words what changed: its fields and sections by name
     * @param corrects whether a date, an amount, a name or a result that stood there was replaced
     * @param places the number of marked places of a comparison in columns
     * @param worded whether a word, a link, an attachment or a field of the header changed
     * @param skipped the number of withheld versions between the two
     */
    record VersionChange(String words, boolean corrects, int places, boolean worded, int skipped) {

        private static final Pattern HEADINGS = Pattern.compile("(?:“[^”]*”)+");

        /**
         * Returns the change without values and headings of former versions, for entries that keep only a list of
         * versions.
         *
         * @param stands whether a heading stands in the current text
         */
        VersionChange withoutFormerText(Predicate<String> stands) {
            String disclosed = HEADINGS.matcher(ChangedPart.withoutValues(words))
                    .replaceAll(headings -> Arrays.stream(headings.group().split("[“”]+|……"))
                                    .filter(heading -> !heading.isEmpty())
                                    .allMatch(stands)
                            ? Matcher.quoteReplacement(headings.group())
                            : "一部分");
            return new VersionChange(disclosed, corrects, places, worded, skipped);
        }

        /** Returns the change with another number of withheld versions. */
        VersionChange skipping(int others) {
            return new VersionChange(words, corrects, places, worded, others);
        }
    }
}
