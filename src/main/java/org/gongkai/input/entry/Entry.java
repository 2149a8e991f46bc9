package org.gongkai.input.entry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.ApprovalStep;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderValues;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.TotalRow;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.input.source.Namesake;
import org.gongkai.input.source.SourceFile;
import org.gongkai.problem.Position;

/**
 * An entry, represented by its header. The body remains in the file.
 *
 * @param source where its text is
 * @param title its title
 * @param kinds its kinds (文种), at least one
 * @param listing where it is listed
 * @param dates its dates
 * @param publication how it is published
 * @param notice its 公示 period, if it has one
 * @param header the fields of its header as written
 */
public record Entry(
        Source source,
        String title,
        List<Kind> kinds,
        Listing listing,
        Dates dates,
        Publication publication,
        Optional<Notice> notice,
        Fields header) {

    /** The path relative to the site's root. */
    public String path() {
        return source.file.path();
    }

    /** The column that determines its address. */
    public String column() {
        return listing.categories.get(0);
    }

    /** The year that determines its address. */
    public int year() {
        return listing.years.get(0);
    }

    /** The same without what identifies its text, and its fields in their order. */
    public Entry withoutText() {
        Source unread = new Source(new SourceFile(path(), 0), source.bodyLine, "", source.namesakes);
        Fields sorted = new Fields(new TreeMap<>(values()), own(), header.extras, header.attachments);
        return new Entry(unread, title, kinds, listing, dates, publication, notice, sorted);
    }

    public Map<CommonField, Value> values() {
        return header.values;
    }

    /** The values of the fields of its kinds. */
    public List<OwnField> own() {
        return header.own;
    }

    /** Returns what tells a person whom a value names last from others of the name; empty if nothing does. */
    public String mark(Value.Text named) {
        int end = named.column()
                + named.text()
                        .stripTrailing()
                        .codePointCount(0, named.text().stripTrailing().length());
        return mark(it -> it.line() == named.line() && Math.abs(it.column() - end) <= 1);
    }

    /** Returns a name with what tells the person from others of the name, as one writes it. */
    public String who(Value.Text named) {
        return Namesake.written(named.text().strip(), mark(named));
    }

    /** Returns the same of the only one of a name who is named on a line. */
    public String who(String name, Position at) {
        return Namesake.written(
                name, mark(it -> it.line() == at.line() && it.before().endsWith(name)));
    }

    /** Returns what all places with a distinction say of a name; empty if they differ, or there are none. */
    public String mark(String name) {
        return mark(it -> it.before().endsWith(name));
    }

    private String mark(Predicate<Namesake> meant) {
        List<String> marks = source.namesakes.stream()
                .filter(meant)
                .map(Namesake::mark)
                .distinct()
                .toList();
        return marks.size() == 1 ? marks.get(0) : "";
    }

    /** The text of a common field as written; empty if the field is absent or not a text. */
    public String text(CommonField field) {
        return values().get(field) instanceof Value.Text text ? text.text().strip() : "";
    }

    /** The words of a common field that may hold several; empty if it is absent. */
    public List<String> list(CommonField field) {
        return values().containsKey(field) ? new HeaderValues(path(), values(), problem -> {}).list(field) : List.of();
    }

    /** Whether it says something beside its body: attachments and tables can be all that an entry has to say. */
    public boolean hasOtherContent() {
        return !header.attachments.isEmpty()
                || own().stream().anyMatch(field -> field.spec().type() == FieldType.TABLE);
    }

    /** The value of the field of a kind, by the Chinese name of the field. */
    public Optional<OwnField> own(String field) {
        return own().stream().filter(value -> value.spec().name().equals(field)).findFirst();
    }

    /**
     * How it adjusts an amount that was published before: the word of the field that its kind has for this, else that
     * of its title; empty if it states an amount of its own.
     */
    public String adjustment() {
        return kinds.stream()
                .filter(kind -> !kind.words(Trait.ADJUSTMENT).isEmpty())
                .flatMap(kind -> kind.adjusting().stream().map(field -> own(field.name())
                        .filter(own -> own.value() instanceof Value.Text text && !text.isBlank())
                        .map(own -> field.canonical(((Value.Text) own.value()).text())
                                .filter(word ->
                                        !word.equals(field.choices().get(0).name()))
                                .orElse(""))
                        .orElseGet(() -> kind.adjustmentIn(title).orElse(""))))
                .findFirst()
                .orElse("");
    }

    /** Whether its text is approved as one of its kinds requires, and no draft. */
    public boolean isApproved() {
        return publication.status() != Status.DRAFT
                && kinds.stream().anyMatch(Kind::isOpen)
                && approval().filter(step -> !step.identity().isBlank()).isPresent();
    }

    /** Its approval; empty if the header has none. */
    public Optional<ApprovalStep> approval() {
        return Optional.ofNullable(values().get(CommonField.APPROVAL))
                .map(value -> ApprovalStep.of(value, "审批人", "approver"));
    }

    /** The day of its approval, if the header says it. */
    public Optional<LocalDate> approved() {
        return approval().flatMap(ApprovalStep::date);
    }

    /** How earlier versions are disclosed: as the entry specifies, else the strictest setting of its kinds. */
    public Kind.History history() {
        return Kind.History.named(text(CommonField.HISTORY)).orElseGet(() -> kinds.stream()
                .map(kind -> kind.filing().history())
                .max(Comparator.naturalOrder())
                .orElse(Kind.History.FULL));
    }

    /** How long it is kept: the longest term of its kinds; empty if they name none. */
    public String retention() {
        return kinds.stream()
                .map(kind -> kind.filing().retention())
                .max(Comparator.comparing(Kind.Filing::years))
                .orElse("");
    }

    /**
     * Where the text of an entry is: its file, and the line, from 1, on which its markup begins.
     *
     * @param fingerprint to find the same text in other files; empty if it is too short
     * @param namesakes where it says which of several persons of one name is meant
     */
    public record Source(SourceFile file, int bodyLine, String fingerprint, List<Namesake> namesakes) {}

    /** The columns (栏目) and years (年度), at least one of each, of which the first determine the address, and tags. */
    public record Listing(List<String> categories, List<Integer> years, List<String> tags) {}

    /**
     * The fields of a header as written: common ones with their position, those of the kinds in their order, the
     * attachments, and as extras those that no kind defines, which only JBake projects have.
     */
    public record Fields(
            Map<CommonField, Value> values,
            List<OwnField> own,
            Map<String, String> extras,
            List<Attachment> attachments) {}

    /**
     * The dates of an entry.
     *
     * @param published the publication time, midnight if only a day is given
     * @param signed the day on which it was signed (成文日期), if given
     * @param expires the first day on which it is no longer shown, if given
     * @param revised the day of its last change after publication, if given
     * @param withdrawn the day on which it was withdrawn, if given
     */
    public record Dates(
            LocalDateTime published,
            Optional<LocalDate> signed,
            Optional<LocalDate> expires,
            Optional<LocalDate> revised,
            Optional<LocalDate> withdrawn) {

        public LocalDate day() {
            return published.toLocalDate();
        }

        /** The day of the last visible change. */
        public LocalDate changed() {
            return revised.filter(day -> day.isAfter(day())).orElse(day());
        }
    }

    /** The publication status of an entry. */
    public enum Status {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    /**
     * How an entry is published.
     *
     * @param status its status
     * @param scope its 公开范围
     * @param number its 索引号; may be empty
     * @param publisher its publisher; may be empty
     * @param validity 现行, 已修订 or 废止; may be empty
     * @param aliases its previous addresses, relative to the site's root
     */
    public record Publication(
            Status status, String scope, String number, String publisher, String validity, List<String> aliases) {

        /** Whether the entry says that it is not in force any more. */
        public boolean isRepealed() {
            return validity.equals("废止");
        }
    }

    /**
     * The period of a 公示.
     *
     * @param from first day
     * @param to last day
     * @param workingDays the number of working days, if given
     * @param result its result: a source path relative to the entry, or text; may be empty
     */
    public record Notice(LocalDate from, LocalDate to, Optional<Integer> workingDays, Value.Text result) {

        /** Returns true if a day is in the period. */
        public boolean isOpen(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * An attachment as listed in the header.
     *
     * @param path the path relative to the entry's folder, as written
     * @param label the text of the link; empty to use the file name
     * @param examination who looked through what cannot be checked, and when (人工核查), as written
     */
    public record Attachment(Value.Text path, String label, Optional<Value> examination) {

        /** Who looked through it, and when. */
        public Optional<ApprovalStep> examined() {
            return examination.map(value -> ApprovalStep.of(value, "核查人", "examiner"));
        }
    }

    /**
     * The value of a field of a kind.
     *
     * @param isFromText whether it was read from the text of the entry, where readers see it
     */
    public record OwnField(FieldSpec spec, Value value, boolean isFromText) {

        /** Returns the rows of a table that are data; see {@link TotalRow#data}. */
        public List<Value.Fields> rows() {
            return TotalRow.data(spec, value);
        }
    }
}
