package org.gongkai.feature.register.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.count.CountQuestion.UnreadableCountQuestion;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.io.InstalledProgram;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.Site.HiddenReason;
import org.gongkai.site.Visibility;
import org.gongkai.site.link.Counts;

/**
 * Answers what the texts of one audience ask. The figure of an approved text is shown as it stands beside its question;
 * any other text gets the number of what the audience sees. Safe for many threads.
 */
public record SiteCounts(
        Site site, CountQuestionReader reader, WorkCalendar calendar, Map<LocalDate, Candidates> candidates)
        implements Counts {

    private static final String EXEMPTION = "在文件头里写 例外: " + Mistake.OTHER + " 和理由";

    /**
     * The entries that questions may be about as of a day; drafts are none.
     *
     * @param all those that any audience sees
     * @param seen those of them that this audience sees
     * @param gone those that are withdrawn or have expired
     */
    private record Candidates(CountedRows all, CountedRows seen, CountedRows gone) {}

    public SiteCounts(Site site, CountQuestionReader reader, WorkCalendar calendar) {
        this(site, reader, calendar, new ConcurrentHashMap<>());
    }

    private Candidates candidates(LocalDate asOf) {
        Visibility anyone = new Visibility(site.config().readers().scopes(), asOf, false);
        Function<Item, HiddenReason> here =
                item -> site.unpublished().reasons().getOrDefault(item.entry().path(), HiddenReason.NOT_DUE);
        List<Item> all = Stream.concat(site.items().stream(), site.unpublished().hidden().stream())
                .filter(item -> anyone.hiddenReason(item.entry()).isEmpty())
                .filter(item -> here.apply(item) != HiddenReason.TAKEN_DOWN)
                .toList();
        List<Item> seen = all.stream()
                .filter(item -> here.apply(item) == HiddenReason.NOT_DUE)
                .toList();
        Stream<Item> gone = site.unpublished().hidden().stream().filter(item -> anyone.hiddenReason(item.entry())
                .filter(EnumSet.of(HiddenReason.WITHDRAWN, HiddenReason.EXPIRED)::contains)
                .isPresent());
        return new Candidates(
                rows(asOf, all.stream()),
                rows(asOf, seen.stream()),
                rows(asOf, Stream.concat(site.unpublished().gone(), gone)));
    }

    private CountedRows rows(LocalDate asOf, Stream<Item> items) {
        return new CountedRows(Site.of(site.config(), asOf, items), calendar);
    }

    /** Whether figures that stand in a text were signed: it is approved, or was before and is being corrected. */
    public static boolean isSigned(Entry entry) {
        return entry.isApproved()
                || entry.kinds().stream().anyMatch(Kind::isOpen)
                        && entry.dates().revised().isPresent();
    }

    /** The day after which a sitting does not count in a text: that of its signing, else of its publication. */
    public static LocalDate day(Entry entry) {
        return entry.dates().signed().orElse(entry.dates().day());
    }

    @Override
    public Answer answer(String typed, Entry entry) {
        WrittenFigure figure = new WrittenFigure(typed, "", Optional.empty(), "");
        try {
            figure = WrittenFigure.of(typed);
            return answer(typed, figure, reader.read(figure.question()), entry);
        } catch (UnreadableCountQuestion unreadable) {
            Mistake mistake = unreadable.of(typed);
            if (isSigned(entry) && figure.isWritten()) {
                // What was signed stays, even if its group or its kind has another name by now.
                mistake = new Mistake(
                        Mistake.OTHER,
                        0,
                        "“" + typed + "”现在数不出来，网页照写的显示：" + mistake.message(),
                        mistake.hint() + "；" + EXEMPTION);
                return new Answer(figure.figure(), figure.figure(), "", typed, Optional.of(mistake));
            }
            return new Answer("", "", "", typed, Optional.of(mistake));
        }
    }

    private Answer answer(String typed, WrittenFigure figure, CountQuestion question, Entry entry)
            throws UnreadableCountQuestion {
        LocalDate asOf =
                entry.dates().day().isAfter(site.asOf()) ? entry.dates().day() : site.asOf();
        Candidates known = candidates.computeIfAbsent(asOf, this::candidates);
        // What happens after the day of a text counts only if it belongs to a period that was over on that day.
        boolean isOver =
                question.period().filter(it -> !it.to().isAfter(day(entry))).isPresent();
        LocalDate day = isOver ? LocalDate.MAX : day(entry);
        Optional<Entry> undecided = known.all().undecided(question, day);
        if (undecided.isPresent()) {
            throw new UnreadableCountQuestion(
                    "",
                    "“" + typed + "”答不出：《" + undecided.get().title() + "》的期间只有一部分在所问的期间里",
                    "请换成包含它全部期间的期间，或者去掉“期间”、直接写数字");
        }
        List<Row> all = known.all().of(question, day);
        BigDecimal now = CountedRows.answer(question, all);
        BigDecimal seen = CountedRows.answer(question, known.seen().of(question, day));
        Supplier<String> difference =
                () -> difference(question, all, known.gone().of(question, day), entry);
        return new Answer(
                figure.figure(),
                figure.isWritten() && isSigned(entry) ? figure.figure() : figure.like(seen),
                known.seen().address(question),
                figure.with(now),
                mistake(typed, figure, now, entry, difference));
    }

    private static Optional<Mistake> mistake(
            String typed, WrittenFigure figure, BigDecimal now, Entry entry, Supplier<String> difference) {
        String command = "用 gongkai figures --write " + InstalledProgram.typed(entry.path());
        String present = figure.like(now);
        if (figure.is(now) || !figure.isWritten() && !entry.isApproved()) {
            return Optional.empty();
        }
        if (!figure.isWritten()) {
            return Optional.of(new Mistake(
                    Mistake.UNWRITTEN,
                    0,
                    "“" + typed + "”没有写数：本条已经审批，数是正文的一部分",
                    "写成“" + figure.with(now) + "”，或者" + command + " 写上；从前发布的，加 --as-published 写上发布时的数"));
        }
        boolean isSigned = isSigned(entry);
        return Optional.of(new Mistake(
                Mistake.OTHER,
                0,
                "“" + typed + "”" + (isSigned ? "签发时" : "") + "写的是" + figure.figure() + "，按现在的记录是" + present
                        + (isSigned ? "：" + difference.get() : ""),
                isSigned
                        ? "要更正的，写成“" + figure.with(now) + "”（也可以" + command + "），在正文末尾写明更正的日期和原因，重新审批；不更正的，" + EXEMPTION
                        : "请改成" + present + "，或者删去最后一个等号和后面的数，由程序来数"));
    }

    /** Names what was registered or withdrawn after a text was approved. */
    private static String difference(CountQuestion question, List<Row> counted, List<Row> gone, Entry entry) {
        RegisterSpec register = question.register();
        // What only explains an amount makes no difference to it.
        Predicate<Entry> isCounted = it -> question.factors().isEmpty()
                || question.factors().stream()
                        .map(column -> register.columns().get(column).name())
                        .anyMatch(name -> register.sign(register.adjustment(it), name) != 0);
        // A correction need not have touched the figure, which was signed before the entry was published then.
        LocalDate approved = entry.approved()
                .filter(it -> entry.dates().revised().isEmpty())
                .orElse(entry.dates().day());
        Predicate<Entry> isLater = it -> it.dates().day().isAfter(approved);
        Predicate<Entry> isGoneBefore = it -> it.dates()
                .withdrawn()
                .or(it.dates()::expires)
                .filter(approved::isAfter)
                .isPresent();
        String all = Stream.concat(
                        named(counted, isCounted.and(isLater), "后来登记"),
                        named(gone, isCounted.and(isLater.or(isGoneBefore).negate()), "后来撤下"))
                .distinct()
                .collect(Collectors.joining("、"));
        return all.isEmpty() ? "没有后来登记或撤下的，相差的条目改过或者删去了，也可能当时就写错了" : all;
    }

    private static Stream<String> named(List<Row> rows, Predicate<Entry> isMeant, String what) {
        return rows.stream()
                .flatMap(row -> row.entries().stream().map(Item::entry))
                .filter(isMeant)
                .map(entry -> "《" + entry.title() + "》（" + entry.path() + "）" + what);
    }
}
