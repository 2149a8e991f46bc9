package org.gongkai.input.entry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.source.SourceFile;

/**
 * One entry: what its header says. Its body stays in the file until it is needed.
 *
 * @param file where it stands
 * @param bodyLine line, from 1, on which its markup begins
 * @param title its title
 * @param kinds its kinds (文种), at least one
 * @param categories its columns (栏目), at least one; the first gives its address
 * @param years years under which it is filed (年度), at least one; the first gives its address
 * @param tags its tags
 * @param dates its dates
 * @param publication how and by whom it was made public
 * @param notice its 公示 period, if it has one
 * @param attachments its attachments in order
 * @param own the fields of its kinds that it gives, in the order of the kinds
 * @param extras fields that no kind knows; only JBake projects may have them
 * @param places the value of each common field as typed, for problems found later
 * @param textMark a hash of what its body says, by which the same text is known again; empty if it says too little
 */
public record Entry(
        SourceFile file,
        int bodyLine,
        String title,
        List<Kind> kinds,
        List<String> categories,
        List<Integer> years,
        List<String> tags,
        Dates dates,
        Publication publication,
        Optional<Notice> notice,
        List<Attachment> attachments,
        List<OwnField> own,
        Map<String, String> extras,
        Map<CommonField, Value> places,
        String textMark) {

    /** Path from the site's root. */
    public String path() {
        return file.path();
    }

    /** A text of the header as typed; empty if it was not given or is no plain text. */
    public String text(CommonField field) {
        return places.get(field) instanceof Value.Text text ? text.text().strip() : "";
    }

    /** What readers see of its earlier versions: what it says itself, else the least of what its kinds say. */
    public Kind.History history() {
        return Kind.History.named(text(CommonField.HISTORY)).orElseGet(() -> kinds.stream()
                .map(kind -> kind.filing().history())
                .max(Comparator.naturalOrder())
                .orElse(Kind.History.FULL));
    }

    /**
     * The dates of an entry.
     *
     * @param published when it is or was made public, midnight if no time was given
     * @param signed when it was signed (成文日期), if said
     * @param expires the first day on which it is no longer shown, if it expires
     * @param revised when it was last changed after its publication, if it was
     * @param withdrawn the day on which it was withdrawn, if said
     */
    public record Dates(
            LocalDateTime published,
            Optional<LocalDate> signed,
            Optional<LocalDate> expires,
            Optional<LocalDate> revised,
            Optional<LocalDate> withdrawn) {

        /** The day on which what a reader sees last changed. */
        public LocalDate changed() {
            return revised.filter(day -> day.isAfter(published.toLocalDate())).orElse(published.toLocalDate());
        }
    }

    /** Whether an entry is out. */
    public enum Status {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    /**
     * How an entry is made public.
     *
     * @param status whether it is out
     * @param scope its 公开范围
     * @param number its 索引号, or empty
     * @param publisher who publishes it, or empty
     * @param validity 现行, 已修订 or 废止, or empty
     * @param aliases addresses from the root of the site under which it was known before
     */
    public record Publication(
            Status status, String scope, String number, String publisher, String validity, List<String> aliases) {}

    /**
     * The period of a 公示.
     *
     * @param from first day
     * @param to last day
     * @param workingDays working days as stated, if stated
     * @param result where its result is told: a source path relative to the entry, or words; or empty
     */
    public record Notice(LocalDate from, LocalDate to, Optional<Integer> workingDays, Value.Text result) {

        /** Whether a day falls into the period. */
        public boolean isOpen(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * An attachment as the header names it.
     *
     * @param path path relative to the entry's folder, as typed
     * @param label what readers see; empty for the file's name
     */
    public record Attachment(Value.Text path, String label) {}

    /** A field of a kind and what was typed in it. */
    public record OwnField(FieldSpec spec, Value value) {}
}
