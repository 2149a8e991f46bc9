package org.gongkai.feature.register.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.feature.register.check.StatedCounts.Stated;
import org.gongkai.feature.register.count.CountQuestion;
import org.gongkai.feature.register.count.CountQuestion.UnreadableCountQuestion;
import org.gongkai.feature.register.count.CountQuestionReader;
import org.gongkai.feature.register.count.CountedRows;
import org.gongkai.feature.register.count.SiteCounts;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.pipeline.feature.Feature.FeatureSettings;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.NamedPeriods;
import org.gongkai.text.Period;

/** Reports summaries and minutes that state numbers of meetings and the like other than those of the records. */
public record StatedCountRule(FeatureSettings settings, CountQuestionReader reader, List<String> groups)
        implements SiteRule {

    /** Of which one or two records hold less than one in so many, not all is recorded one by one. */
    private static final BigDecimal KEPT = BigDecimal.valueOf(6);

    private static boolean isSummary(Entry entry) {
        return entry.kinds().stream().anyMatch(kind -> kind.has(Trait.SUMMARY));
    }

    @Override
    public void check(WholeSite site, Consumer<Problem> problems) {
        List<Entry> summaries = site.entries().stream()
                .filter(entry -> entry.publication().status() != Entry.Status.WITHDRAWN)
                .filter(entry -> isSummary(entry) || entry.values().containsKey(CommonField.MEETING))
                .toList();
        List<Item> published = site.entries().stream()
                .filter(entry -> entry.publication().status() == Entry.Status.PUBLISHED)
                .map(entry -> new Item(entry, entry.path()))
                .toList();
        CountedRows records =
                new CountedRows(Site.of(settings.config(), settings.asOf(), published.stream()), settings.calendar());
        StatedCounts counts = new StatedCounts(reader.registers(), reader.kinds());
        LocalDate first = published.stream()
                .map(it -> SiteCounts.day(it.entry()))
                .min(Comparator.naturalOrder())
                .orElse(settings.asOf());
        Function<Entry, List<Prose>> lines = counts.lines(site);
        summaries.forEach(entry -> check(lines, entry, first, counts, records, problems));
    }

    /**
     * What a text says of the numbers in it before it states them.
     *
     * @param entry the text
     * @param period what it is about, if it says so
     * @param headings the headings above a line, and the line up to a statement
     */
    private record Context(Entry entry, Optional<Period> period, String headings) {

        /** The year of periods without one; 0 if this is not clear. */
        int year() {
            List<Integer> years = entry.listing().years();
            return period.map(it -> it.to().getYear()).orElse(years.size() == 1 ? years.get(0) : 0);
        }
    }

    /**
     * What a statement may mean.
     *
     * @param typed the question whose answer it may be
     */
    private record Reading(String typed, CountQuestion question, Period period, Optional<String> group) {}

    /** Returns what a text is about; empty if this is not clear. */
    private Optional<Period> period(Entry entry) {
        String own = new EntryFacts(new Item(entry, ""), List.of(), groups).text("期间");
        List<Integer> years = entry.listing().years();
        int year = years.size() == 1 ? years.get(0) : 0;
        List<Period> named = own.isEmpty()
                ? NamedPeriods.in(entry.title(), year)
                : Period.parse(own, years.get(0)).stream().toList();
        return named.stream()
                .filter(it ->
                        named.size() == 1 && it.from().getYear() == it.to().getYear())
                .filter(it -> years.contains(it.to().getYear()))
                .findFirst();
    }

    /** @param first the day of the first entry: what was before it is not recorded here */
    private void check(
            Function<Entry, List<Prose>> lines,
            Entry entry,
            LocalDate first,
            StatedCounts counts,
            CountedRows records,
            Consumer<Problem> problems) {
        TreeMap<Integer, String> headings = new TreeMap<>();
        for (Prose line : lines.apply(entry)) {
            Matcher heading = StatedCounts.HEADING.matcher(line.text().strip());
            if (heading.lookingAt()) {
                int level = heading.group(1) != null ? heading.group(1).length() : heading.group(2) != null ? 7 : 8;
                headings.tailMap(level).clear();
                headings.put(level, heading.group());
            }
            if (line.text().isBlank()
                    || "|>".indexOf(line.text().strip().charAt(0)) >= 0
                    || headings.values().stream()
                            .anyMatch(it -> StatedCounts.AHEAD.matcher(it).find())) {
                continue;
            }
            for (Stated stated : counts.in(line.text())) {
                Context context = new Context(entry, period(entry), headings.values() + stated.before());
                if (stated.number().compareTo(BigDecimal.ONE) > 0
                        && !StatedCounts.PARTED
                                .matcher(line.text().substring(stated.offset()))
                                .lookingAt()) {
                    readings(stated, context).stream()
                            .findFirst()
                            .filter(told -> !told.period().from().plusMonths(1).isBefore(first))
                            .filter(told -> !isKnown(lines, stated, context, counts, records))
                            .ifPresent(told -> report(line, stated, told, entry, records, problems));
                }
            }
        }
    }

    /** Returns what a statement may mean, the most likely first; empty if this is not clear. */
    private List<Reading> readings(Stated stated, Context context) {
        List<Period> periods = new ArrayList<>(NamedPeriods.in(stated.sentence(), context.year()));
        Collections.reverse(periods);
        if (periods.isEmpty() && isSummary(context.entry())) {
            context.period().ifPresent(periods::add);
            periods.addAll(NamedPeriods.in(context.headings(), context.year()));
        }
        boolean isOfText = !periods.isEmpty()
                // Minutes tell in passing what was held in a period that is over.
                && (isSummary(context.entry())
                        || stated.form().spec().questions().get(0).startsWith("计数: 文种=")
                                && periods.get(0).to().isBefore(SiteCounts.day(context.entry())))
                && context.entry()
                        .listing()
                        .years()
                        .contains(periods.get(0).to().getYear())
                && context.period().map(it -> it.contains(periods.get(0))).orElse(true)
                && (!stated.sentence().contains("半年来") || periods.get(0).months() == 6)
                // What stands under the heading of a later period is planned.
                && NamedPeriods.in(context.headings(), context.year()).stream().noneMatch(it -> context.period()
                        .filter(own -> it.from().isAfter(own.to()))
                        .isPresent());
        List<String> named = groups.stream().filter(stated.sentence()::contains).toList();
        if (!isOfText || named.size() > 1) {
            return List.of();
        }
        List<String> own =
                named.isEmpty() ? new EntryFacts(new Item(context.entry(), ""), List.of(), groups).at("标题.党小组") : named;
        List<Optional<String>> of =
                new ArrayList<>(own.stream().map(Optional::of).toList());
        if (of.isEmpty()) {
            of.add(Optional.empty());
            groups.stream().filter(context.headings()::contains).forEach(group -> of.add(Optional.of(group)));
        }
        return stated.form().spec().questions().stream()
                .flatMap(typed -> periods.stream()
                        .flatMap(period -> of.stream().flatMap(group -> reading(typed, period, group).stream())))
                .toList();
    }

    private Optional<Reading> reading(String asked, Period period, Optional<String> group) {
        String typed = "{{" + asked + ", 期间=" + NamedPeriods.name(period)
                + group.map(it -> ", 党小组=" + it).orElse("") + "}}";
        try {
            return Optional.of(new Reading(typed, reader.read(typed), period, group));
        } catch (UnreadableCountQuestion unreadable) {
            // A site may do without a kind or a field.
            return Optional.empty();
        }
    }

    /** Returns true if a statement is right in any of its meanings, or if the records do not suffice to know. */
    private boolean isKnown(
            Function<Entry, List<Prose>> lines,
            Stated stated,
            Context context,
            StatedCounts counts,
            CountedRows records) {
        List<Reading> readings = readings(stated, context);
        Reading told = readings.get(0);
        List<Row> asked = records.of(told.question(), settings.asOf());
        Map<Entry, List<Row>> of = CountedRows.byEntry(asked);
        BigDecimal kept = CountedRows.answer(told.question(), asked);
        if (!records.areComplete(told.question(), asked, settings.asOf())
                || kept.signum() == 0
                // Of 学习记录、党课, lectures alone say nothing of other studies.
                || told.question().kinds().size() > 1
                        && of.keySet().stream().noneMatch(it -> it.kinds()
                                .contains(told.question().kinds().get(0)))
                || of.size() <= 2 && kept.multiply(KEPT).compareTo(stated.number()) <= 0
                || !stated.attribute().isEmpty()
                        && !of.keySet().stream().allMatch(it -> it.title().contains(stated.attribute()))) {
            return true;
        }
        return readings.stream()
                        .flatMap(reading -> Stream.of(settings.asOf(), SiteCounts.day(context.entry()))
                                .flatMap(asOf -> Stream.concat(
                                        Stream.of(answer(reading, records, asOf)),
                                        records.alternatives(reading.question(), asOf).stream())))
                        .anyMatch(answer -> isRight(stated, answer))
                || isOfEachGroup(stated, told, records)
                || of.entrySet().stream()
                        .anyMatch(it -> isSelection(lines, told, it.getKey(), it.getValue(), counts, stated));
    }

    private static BigDecimal answer(Reading reading, CountedRows records, LocalDate asOf) {
        return CountedRows.answer(reading.question(), records.of(reading.question(), asOf));
    }

    private static boolean isRight(Stated stated, BigDecimal answer) {
        int difference = stated.number()
                .compareTo(
                        stated.number().scale() > 0
                                ? answer
                                : answer.setScale(stated.number().scale(), RoundingMode.HALF_UP));
        return switch (stated.only()) {
            case "多" -> difference <= 0;
            case "少" -> difference >= 0;
            default -> difference == 0 || stated.number().compareTo(answer) == 0;
        };
    }

    /** Returns true if a number without a group may be that of each of them. */
    private boolean isOfEachGroup(Stated stated, Reading told, CountedRows records) {
        return told.group().isEmpty()
                && groups.size() > 1
                && groups.stream().allMatch(group -> stated.form().spec().questions().stream()
                        .limit(1)
                        .flatMap(typed -> reading(typed, told.period(), Optional.of(group)).stream())
                        .map(reading -> answer(reading, records, settings.asOf()))
                        .anyMatch(answer -> answer.signum() > 0 && isRight(stated, answer)));
    }

    /** Returns true if the text of a record states another number than that of the rows in its header. */
    private static boolean isSelection(
            Function<Entry, List<Prose>> lines,
            Reading told,
            Entry record,
            List<Row> rows,
            StatedCounts counts,
            Stated stated) {
        if (!told.question().isOfRows()) {
            return false;
        }
        BigDecimal answer = CountedRows.answer(told.question(), rows);
        return lines.apply(record).stream()
                .flatMap(line -> counts.in(line.text()).stream())
                .filter(own -> own.form().spec().equals(stated.form().spec()))
                .anyMatch(own -> !answer.equals(own.number()));
    }

    private void report(
            Prose line, Stated stated, Reading told, Entry entry, CountedRows records, Consumer<Problem> problems) {
        BigDecimal answer = answer(told, records, settings.asOf());
        String number = answer.signum() == 0 ? "0" : answer.stripTrailingZeros().toPlainString();
        String measure = stated.form().spec().measures().get(0);
        String list = stated.form()
                .register()
                .map(it -> "登记的见“" + it.name() + "”台账，或者用 gongkai register " + it.id() + " --year "
                        + told.period().to().getYear() + " 列出来；")
                .orElse("");
        String cure = entry.isApproved() ? told.typed().replace("}}", " = " + number + "}}") : told.typed();
        problems.accept(Problem.warning(
                "W240",
                entry.path(),
                line.line(),
                1 + line.text().codePointCount(0, stated.offset()),
                "“" + stated.text() + "”与登记的不一致：" + NamedPeriods.name(told.period())
                        + told.group().orElse("") + "登记的" + told.question().subject() + "是" + number + measure,
                "请核对：是正文的数写错了，还是有记录没有登记；" + list + "也可以写成 " + cure + "，由程序来数"));
    }
}
