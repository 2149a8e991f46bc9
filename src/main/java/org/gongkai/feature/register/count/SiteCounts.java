package org.gongkai.feature.register.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.count.CountQuestion.UnreadableCountQuestion;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.io.Memoized;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.Site.Column;
import org.gongkai.site.Site.HiddenReason;
import org.gongkai.site.SiteBuilder;
import org.gongkai.site.Visibility;
import org.gongkai.site.link.Counts;

/**
 * Answers what the texts of one audience ask. A figure that stands beside its question is shown as it stands; in a text
 * that nobody has approved only if the audience may see all that it counts, otherwise it gets the number of what it
 * sees, as it does where no figure stands. Safe for many threads.
 */
public final class SiteCounts implements Counts {

    private static final int MOST_NAMED = 5;
    private static final String EXEMPTION = "在文件头里写 例外: " + Mistake.OTHER + " 和理由";

    private final Site site;
    private final Supplier<List<Register>> registers;
    private final CountQuestionReader reader;
    private final Supplier<Candidates> candidates;

    /**
     * The entries that questions may be about; drafts are none.
     *
     * @param all those that any audience sees, or will see
     * @param seen those of them that this audience sees
     * @param gone those that are withdrawn or have expired
     */
    private record Candidates(CountedRecords all, CountedRecords seen, CountedRecords gone) {}

    /**
     * @param kinds the kinds of the site
     * @param specs definitions of registers
     * @param registers the registers of the same audience
     */
    public SiteCounts(Site site, Kinds kinds, List<RegisterSpec> specs, Supplier<List<Register>> registers) {
        this.site = site;
        this.registers = registers;
        List<String> groups = site.config().organisation().groupNames();
        this.reader = new CountQuestionReader(kinds, site.config().organisation());
        this.candidates = new Memoized<>(() -> candidates(items -> new CountedRecords(items, specs, groups)));
    }

    private Candidates candidates(Function<List<Item>, CountedRecords> records) {
        List<String> scopes = site.config().audiences().stream()
                .flatMap(audience -> audience.scopes().stream())
                .toList();
        Visibility anyone = new Visibility(scopes, site.asOf(), false);
        List<Item> all = new ArrayList<>();
        List<Item> seen = new ArrayList<>();
        List<Item> gone = new ArrayList<>();
        Stream.of(
                        site.items().stream(),
                        site.hidden().stream(),
                        site.withdrawn().stream().map(Site.Withdrawn::item))
                .flatMap(items -> items)
                .sorted(SiteBuilder.ORDER.reversed())
                .forEach(item -> {
                    Entry entry = item.entry();
                    HiddenReason here = site.hiddenReasons().get(entry.path());
                    boolean isSeen = here == null || here == HiddenReason.NOT_DUE;
                    HiddenReason reason = isSeen || here == HiddenReason.OTHER_AUDIENCE
                            ? anyone.hiddenReason(entry).orElse(null)
                            : here;
                    if (reason == HiddenReason.WITHDRAWN || reason == HiddenReason.EXPIRED) {
                        gone.add(item);
                    } else if (entry.publication().status() == Entry.Status.PUBLISHED
                            && (isSeen || reason == null || reason == HiddenReason.NOT_DUE)) {
                        all.add(item);
                        if (isSeen) {
                            seen.add(item);
                        }
                    }
                });
        CountedRecords whole = records.apply(all);
        return new Candidates(whole, seen.size() == all.size() ? whole : records.apply(seen), records.apply(gone));
    }

    /** The day after which a sitting does not count in a text: that of its signing, else of its publication. */
    public static LocalDate day(Entry entry) {
        return entry.dates().signed().orElse(entry.dates().published().toLocalDate());
    }

    @Override
    public Answer answer(String typed, Entry entry) {
        Optional<WrittenFigure> figure = Optional.empty();
        try {
            figure = Optional.of(WrittenFigure.of(typed));
            return answer(typed, figure.get(), reader.read(figure.get().question()), entry);
        } catch (UnreadableCountQuestion unreadable) {
            Mistake mistake = unreadable.mistake();
            if (entry.isApproved() && figure.filter(WrittenFigure::isWritten).isPresent()) {
                // What was signed stays, even if its group or its kind has another name by now.
                Mistake warning = new Mistake(
                        Mistake.OTHER,
                        0,
                        "“" + typed + "”现在数不出来，网页照写的显示：" + mistake.message(),
                        mistake.hint() + "；" + EXEMPTION);
                return new Answer(figure.get().figure(), figure.get().figure(), "", typed, Optional.of(warning));
            }
            return new Answer("", "", "", typed, Optional.of(mistake));
        }
    }

    private Answer answer(String typed, WrittenFigure figure, CountQuestion question, Entry entry)
            throws UnreadableCountQuestion {
        Candidates known = candidates.get();
        LocalDate day = lastDay(question, entry);
        Optional<CountedRecord> undecided = known.all().undecided(question, day);
        if (undecided.isPresent()) {
            throw new UnreadableCountQuestion(
                    0,
                    "“" + typed + "”答不出：《" + undecided.get().item().entry().title() + "》的期间只有一部分在所问的期间里",
                    "请换成包含它全部期间的期间，或者去掉“期间”、直接写数字");
        }
        LocalDate asOf = later(site.asOf(), entry.dates().published().toLocalDate());
        List<CountedRecord> all = published(known.all().of(question, day), asOf);
        List<CountedRecord> seen =
                known.seen() == known.all() ? all : published(known.seen().of(question, day), asOf);
        BigDecimal now = known.all().answer(question, all);
        boolean isWhole = seen.size() == all.size();
        return new Answer(
                figure.figure(),
                figure.isWritten() && (isWhole || entry.isApproved())
                        ? figure.figure()
                        : figure.like(known.seen().answer(question, seen)),
                address(question, seen),
                figure.with(now),
                mistake(typed, figure, question, now, all, entry));
    }

    /**
     * Returns the question of a text with the figure that its page showed on the day of its publication: by what had
     * happened on the day of the text and had been published with it.
     *
     * @return empty if the question cannot be read
     */
    public Optional<String> asPublished(String typed, Entry entry) {
        try {
            WrittenFigure figure = WrittenFigure.of(typed);
            CountQuestion question = reader.read(figure.question());
            LocalDate day = day(entry);
            LocalDate published = later(day, entry.dates().published().toLocalDate());
            CountedRecords all = candidates.get().all();
            return Optional.of(figure.with(all.answer(question, published(all.of(question, day), published))));
        } catch (UnreadableCountQuestion unreadable) {
            return Optional.empty();
        }
    }

    /** What happens after the day of a text counts only if it belongs to a period that was over on that day. */
    private static LocalDate lastDay(CountQuestion question, Entry entry) {
        LocalDate day = day(entry);
        boolean isOver = question.end().filter(end -> !end.isAfter(day)).isPresent();
        return isOver ? LocalDate.MAX : day;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<CountedRecord> published(List<CountedRecord> records, LocalDate asOf) {
        return records.stream()
                .filter(record -> !record.published().isAfter(asOf))
                .toList();
    }

    private Optional<Mistake> mistake(
            String typed,
            WrittenFigure figure,
            CountQuestion question,
            BigDecimal now,
            List<CountedRecord> counted,
            Entry entry) {
        if (!figure.isWritten()) {
            return Optional.of(new Mistake(
                            Mistake.UNWRITTEN,
                            0,
                            "“" + typed + "”没有写数：本条已经审批，数是正文的一部分",
                            "写成“" + figure.with(now) + "”，或者用 gongkai figures --write " + entry.path()
                                    + " 写上；从前发布的，加 --as-published 写上发布时的数"))
                    .filter(it -> entry.isApproved());
        }
        if (figure.is(now)) {
            return Optional.empty();
        }
        String present = figure.like(now);
        if (!entry.isApproved()) {
            return Optional.of(new Mistake(
                    Mistake.OTHER,
                    0,
                    "“" + typed + "”写的是" + figure.figure() + "，按现在的记录是" + present,
                    "请改成" + present + "，或者删去最后一个等号和后面的数，由程序来数"));
        }
        return Optional.of(new Mistake(
                Mistake.OTHER,
                0,
                "“" + typed + "”签发时写的是" + figure.figure() + "，按现在的记录是" + present + "："
                        + difference(question, counted, entry),
                "要更正的，把数改成" + present + "（也可以用 gongkai figures --write " + entry.path() + "），在正文末尾写明更正的日期和原因，重新审批；不更正的，"
                        + EXEMPTION));
    }

    /** Names what was registered or withdrawn after a text was approved. */
    private String difference(CountQuestion question, List<CountedRecord> counted, Entry entry) {
        LocalDate approved = entry.approved().orElse(entry.dates().published().toLocalDate());
        List<CountedRecord> added = counted.stream()
                .filter(record -> record.published().isAfter(approved))
                .toList();
        List<CountedRecord> gone = candidates.get().gone().of(question, lastDay(question, entry)).stream()
                .filter(record -> !record.published().isAfter(approved))
                .filter(record ->
                        record.gone().filter(day -> day.isBefore(approved)).isEmpty())
                .toList();
        String all = Stream.of(named("后来登记的有", added), named("后来撤下的有", gone))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("；"));
        return all.isEmpty() ? "没有后来登记或撤下的，相差的条目改过或者删去了，也可能当时就写错了" : all;
    }

    private static String named(String word, List<CountedRecord> records) {
        return records.stream()
                .limit(MOST_NAMED)
                .map(record -> "《" + record.item().entry().title() + "》（"
                        + record.item().entry().path() + "）")
                .collect(Collectors.joining(
                        "、",
                        records.isEmpty() ? "" : word,
                        records.size() > MOST_NAMED ? "等" + records.size() + "条" : ""));
    }

    private String address(CountQuestion question, List<CountedRecord> asked) {
        List<String> kinds = question.kinds().stream().map(Kind::name).toList();
        Optional<Integer> year = question.onlyYear();
        return registers.get().stream()
                .filter(register -> register.spec().source().kinds().containsAll(kinds))
                .flatMap(register -> address(register, year).stream())
                .findFirst()
                .or(() -> column(question, asked).map(column -> address(column, year)))
                .orElse("");
    }

    private static Optional<String> address(Register register, Optional<Integer> year) {
        String page = register.address();
        if (year.isEmpty()) {
            return register.isEmpty() ? Optional.empty() : Optional.of(page);
        }
        return register.years().stream()
                .filter(it -> it.year() == year.get() && !it.rows().isEmpty())
                .findFirst()
                .map(it -> page + "#y" + it.year() + "-rows");
    }

    private String address(Column column, Optional<Integer> year) {
        return site.years().stream()
                .filter(it -> year.isPresent() && it.year() == year.get())
                .filter(it -> !it.of(column).isEmpty())
                .findFirst()
                .map(it -> column.address(it.year()))
                .orElse(year.isPresent() ? "" : column.address());
    }

    /** The column of the records, or that of their kind. */
    private Optional<Column> column(CountQuestion question, List<CountedRecord> asked) {
        String name = asked.stream()
                .map(CountedRecord::item)
                .map(Item::entry)
                .map(entry -> entry.categories().get(0))
                .findFirst()
                .orElse(question.kinds().get(0).column());
        return site.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }
}
