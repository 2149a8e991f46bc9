package org.gongkai.feature.register.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.io.InstalledProgram;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
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
    private final List<RegisterSpec> specs;
    private final Map<LocalDate, Candidates> candidates = new ConcurrentHashMap<>();

    /**
     * The entries that questions may be about as of a day; drafts are none.
     *
     * @param all those that any audience sees
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
        this.reader = new CountQuestionReader(kinds, site.config().organisation());
        this.specs = specs;
    }

    private Candidates candidates(LocalDate asOf) {
        List<String> scopes = site.config().audiences().stream()
                .flatMap(audience -> audience.scopes().stream())
                .toList();
        Visibility anyone = new Visibility(scopes, asOf, false);
        List<Item> all = new ArrayList<>();
        List<Item> seen = new ArrayList<>();
        List<Item> gone = new ArrayList<>();
        Stream.of(
                        site.items().stream(),
                        site.hidden().stream(),
                        site.withdrawn().stream().map(Site.Withdrawn::item))
                .flatMap(items -> items)
                .filter(item -> item.entry().publication().status() != Entry.Status.DRAFT
                        && !published(item.entry()).isAfter(asOf))
                .sorted(SiteBuilder.ORDER.reversed())
                .forEach(item -> {
                    HiddenReason here =
                            site.hiddenReasons().getOrDefault(item.entry().path(), HiddenReason.NOT_DUE);
                    HiddenReason anywhere = here == HiddenReason.OTHER_AUDIENCE
                            ? anyone.hiddenReason(item.entry()).orElse(HiddenReason.NOT_DUE)
                            : here;
                    (here == HiddenReason.NOT_DUE ? seen : new ArrayList<Item>()).add(item);
                    if (anywhere != HiddenReason.OTHER_AUDIENCE) {
                        (anywhere == HiddenReason.NOT_DUE ? all : gone).add(item);
                    }
                });
        Function<List<Item>, CountedRecords> records =
                items -> new CountedRecords(items, specs, site.config().organisation());
        CountedRecords whole = records.apply(all);
        return new Candidates(whole, seen.size() == all.size() ? whole : records.apply(seen), records.apply(gone));
    }

    private static LocalDate published(Entry entry) {
        return entry.dates().published().toLocalDate();
    }

    /** The day after which a sitting does not count in a text: that of its signing, else of its publication. */
    public static LocalDate day(Entry entry) {
        return entry.dates().signed().orElse(published(entry));
    }

    @Override
    public Answer answer(String typed, Entry entry) {
        WrittenFigure figure = new WrittenFigure(typed, "");
        try {
            figure = WrittenFigure.of(typed);
            return answer(typed, figure, reader.read(figure.question()), entry);
        } catch (UnreadableCountQuestion unreadable) {
            Mistake mistake = unreadable.mistake();
            if (entry.isApproved() && figure.isWritten()) {
                // What was signed stays, even if its group or its kind has another name by now.
                mistake = other("“" + typed + "”现在数不出来，网页照写的显示：" + mistake.message(), mistake.hint() + "；" + EXEMPTION);
                return new Answer(figure.figure(), figure.figure(), "", typed, Optional.of(mistake));
            }
            return new Answer("", "", "", typed, Optional.of(mistake));
        }
    }

    private Answer answer(String typed, WrittenFigure figure, CountQuestion question, Entry entry)
            throws UnreadableCountQuestion {
        LocalDate asOf = published(entry).isAfter(site.asOf()) ? published(entry) : site.asOf();
        Candidates known = candidates.computeIfAbsent(asOf, this::candidates);
        // What happens after the day of a text counts only if it belongs to a period that was over on that day.
        boolean isOver =
                question.period().filter(it -> !it.to().isAfter(day(entry))).isPresent();
        LocalDate day = isOver ? LocalDate.MAX : day(entry);
        Optional<CountedRecord> undecided = known.all().undecided(question, day);
        if (undecided.isPresent()) {
            throw new UnreadableCountQuestion(
                    0,
                    "“" + typed + "”答不出：《" + undecided.get().entry().title() + "》的期间只有一部分在所问的期间里",
                    "请换成包含它全部期间的期间，或者去掉“期间”、直接写数字");
        }
        List<CountedRecord> all = known.all().of(question, day);
        List<CountedRecord> seen =
                known.seen() == known.all() ? all : known.seen().of(question, day);
        BigDecimal now = known.all().answer(question, all);
        boolean isShown = figure.isWritten() && (entry.isApproved() || seen.size() == all.size());
        return new Answer(
                figure.figure(),
                isShown ? figure.figure() : figure.like(known.seen().answer(question, seen)),
                address(question, seen),
                figure.with(now),
                mistake(
                        typed,
                        figure,
                        now,
                        entry,
                        () -> difference(all, known.gone().of(question, day), entry)));
    }

    private static Mistake other(String message, String hint) {
        return new Mistake(Mistake.OTHER, 0, message, hint);
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
        String written = figure.figure() + "，按现在的记录是" + present;
        return Optional.of(
                entry.isApproved()
                        ? other(
                                "“" + typed + "”签发时写的是" + written + "：" + difference.get(),
                                "要更正的，把数改成" + present + "（也可以" + command + "），在正文末尾写明更正的日期和原因，重新审批；不更正的，" + EXEMPTION)
                        : other("“" + typed + "”写的是" + written, "请改成" + present + "，或者删去最后一个等号和后面的数，由程序来数"));
    }

    /** Names what was registered or withdrawn after a text was approved. */
    private static String difference(List<CountedRecord> counted, List<CountedRecord> gone, Entry entry) {
        LocalDate approved = entry.approved().orElse(published(entry));
        String all = Stream.of(
                        named("后来登记的有", counted, it -> published(it).isAfter(approved)),
                        named(
                                "后来撤下的有",
                                gone,
                                it -> !published(it).isAfter(approved)
                                        && !it.dates()
                                                .withdrawn()
                                                .or(it.dates()::expires)
                                                .orElse(approved)
                                                .isBefore(approved)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("；"));
        return all.isEmpty() ? "没有后来登记或撤下的，相差的条目改过或者删去了，也可能当时就写错了" : all;
    }

    private static String named(String word, List<CountedRecord> records, Predicate<Entry> isMeant) {
        List<String> names = records.stream()
                .map(CountedRecord::entry)
                .filter(isMeant)
                .map(entry -> "《" + entry.title() + "》（" + entry.path() + "）")
                .toList();
        return names.isEmpty()
                ? ""
                : names.stream().limit(MOST_NAMED).collect(Collectors.joining("、", word, ""))
                        + (names.size() > MOST_NAMED ? "等" + names.size() + "条" : "");
    }

    /** The rows of the first register of all kinds that are asked about, else the list of the column of the records. */
    private String address(CountQuestion question, List<CountedRecord> asked) {
        List<String> kinds = question.kinds().stream().map(Kind::name).toList();
        Optional<Integer> year = question.year();
        Optional<String> rows = registers.get().stream()
                .filter(register -> register.spec().source().kinds().containsAll(kinds))
                .flatMap(register -> register.years().stream()
                        .filter(it -> !it.rows().isEmpty() && year.orElse(it.year()) == it.year())
                        .limit(1)
                        .map(it -> register.address() + (year.isEmpty() ? "" : "#y" + it.year() + "-rows")))
                .findFirst();
        return rows.orElseGet(() -> site.columns().stream()
                .filter(column -> asked.stream()
                        .limit(1)
                        .anyMatch(it -> it.entry().categories().get(0).equals(column.name())))
                .findFirst()
                .map(column -> year.map(column::address).orElse(column.address()))
                .orElse(""));
    }
}
