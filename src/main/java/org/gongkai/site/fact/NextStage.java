package org.gongkai.site.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.Visibility;
import org.gongkai.text.DateText;
import org.gongkai.text.Period;

/**
 * The stage that follows the one which an entry reports, as matters, registers and new entries tell it.
 *
 * @param stages it and those behind it
 * @param earliest the day before which it cannot be, if a rule says so
 * @param latest the day until which it is to be, likewise
 */
public record NextStage(List<Choice> stages, Optional<LocalDate> earliest, Optional<LocalDate> latest) {

    /** The field that names the stages of a procedure in their order. */
    public static final String STAGE = "阶段";

    private static final Pattern REST = Pattern.compile("补选|增补|增选|补缺");

    /** What follows a 公示 before its stage may. */
    private static final Choice RESULT = new Choice("公布公示结果", List.of());

    /** Days from the first stage of an election to the last; what lies further apart is about different ones. */
    public static final int LONGEST_ELECTION = 365;

    /**
     * Returns what follows the stage that an entry reports: as long as its 公示 has no result that, and then the stage
     * itself. Empty if the entry reports none, or the last, or one so long ago that nothing more is expected.
     */
    public static Optional<NextStage> after(Entry entry, Site site) {
        Stream<Entry> entries = site.items().stream().map(Item::entry);
        return after(entry, site.asOf(), site.config().data().organisation(), entries);
    }

    /** Returns the same of entries that are not those of a site. */
    public static Optional<NextStage> after(Entry entry, LocalDate asOf, Organisation branch, Stream<Entry> entries) {
        LocalDate day = entry.notice()
                .map(Entry.Notice::to)
                .or(() -> entry.own("大会日期")
                        .flatMap(own -> EntryFacts.words(own.value()).stream().findFirst())
                        .flatMap(DateText::day))
                .or(() -> entry.dates().signed())
                .orElse(entry.dates().day());
        boolean isOver = entry.kinds().stream().anyMatch(kind -> kind.has(Trait.ELECTION))
                && day.plusDays(LONGEST_ELECTION).isBefore(asOf);
        return stage(entry).filter(stage -> !isOver).flatMap(stage -> {
            boolean isProposed = entry.notice()
                            .filter(notice -> Visibility.result(notice).isEmpty())
                            .isPresent()
                    && !stage.contains(CommonField.NOTICE.label());
            List<Choice> ahead = Stream.concat(
                            isProposed ? Stream.of(RESULT) : Stream.empty(),
                            from(entry, stage).skip(isProposed ? 0 : 1))
                    .toList();
            return ahead.stream()
                    .findFirst()
                    .map(next -> new NextStage(
                            ahead,
                            next.earliest().filter(any -> !isProposed).map(day::plusDays),
                            next.latest()
                                    .filter(any -> !isProposed)
                                    .map(day::plusDays)
                                    .or(() -> next.isWithinTerm() && !isInBetween(entry)
                                            ? endOfTerm(day, branch, entries)
                                            : Optional.empty())));
        });
    }

    /** Whether an election is of members in between, who serve the rest of the term; it has no stages then. */
    public static boolean isInBetween(Entry entry) {
        return REST.matcher(entry.title()).find();
    }

    /** Returns when the term ends in which a day lies, by the organisation, else by what an election says. */
    public static Optional<LocalDate> endOfTerm(LocalDate day, Organisation branch, Stream<Entry> entries) {
        return Stream.concat(
                        branch.term(day).map(term -> new Period(term.from(), term.to(), "")).stream(),
                        entries.flatMap(entry -> entry.own("任期").stream())
                                .flatMap(own -> EntryFacts.words(own.value()).stream())
                                .flatMap(text -> Period.parse(text, 0).stream()))
                .filter(term -> !day.isBefore(term.from()) && !day.isAfter(term.to()))
                .findFirst()
                .map(Period::to);
    }

    /** Returns its days, and what says so; empty if no rule does. */
    public String when() {
        return Stream.of(
                        earliest.map(day -> "最早" + DateText.chinese(day)),
                        latest.map(day -> "最迟" + DateText.chinese(day)),
                        Optional.of(stages.get(0).basis())
                                .filter(text -> !text.isEmpty()
                                        && (latest.isPresent() || !stages.get(0).isWithinTerm()))
                                .map(text -> "根据：" + text))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("，"));
    }

    private static Stream<Choice> from(Entry entry, String stage) {
        return entry.own(STAGE).orElseThrow().spec().choices().stream()
                .dropWhile(choice -> !choice.name().equals(stage));
    }

    /** Returns the names of the stages that a field may name. */
    public static List<String> stages(Entry.OwnField own) {
        return own.spec().choices().stream().map(Choice::name).toList();
    }

    /** Returns the stage of a procedure that an entry reports, in the word of its kind. */
    public static Optional<String> stage(Entry entry) {
        return entry.own(STAGE)
                .filter(own -> own.spec().type() == FieldType.ENUM)
                .flatMap(own -> own.spec().counted(EntryFacts.words(own.value())).stream()
                        .findFirst());
    }

    /** Returns the name of the stage behind the one that an entry reports; blank behind the last. */
    public static Optional<String> nameAfter(Entry entry) {
        return stage(entry)
                .map(stage ->
                        from(entry, stage).skip(1).findFirst().map(Choice::name).orElse(""));
    }

    /** Returns the last stage of a kind that a title names. */
    public static Optional<String> named(Kind kind, String title) {
        return kind.field(STAGE).stream()
                .flatMap(field -> field.choices().stream())
                .filter(stage -> stage.words().stream()
                        .anyMatch(word -> title.contains(word.substring(Math.max(0, word.length() - 4)))))
                .reduce((first, last) -> last)
                .map(Choice::name);
    }
}
