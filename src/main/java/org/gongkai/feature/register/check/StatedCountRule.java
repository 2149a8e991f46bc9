package org.gongkai.feature.register.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.feature.register.count.Records;
import org.gongkai.feature.register.count.SiteCounts;
import org.gongkai.feature.register.spec.RegisterSpec;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.Period;

/**
 * Reports summaries and reports of a year or half a year that state a number of meetings other than that of the
 * records.
 */
public final class StatedCountRule implements SiteRule {

    private final List<RegisterSpec> registers;
    private final List<String> groups;
    private final LocalDate day;
    private final StatedCounts counts;

    /**
     * @param registers definitions of registers, which determine what identifies a sitting
     * @param groups the names of the 党小组
     * @param day the day for which the site is built
     * @param kinds the kinds that entries may have
     */
    public StatedCountRule(List<RegisterSpec> registers, List<String> groups, LocalDate day, Kinds kinds) {
        this.registers = List.copyOf(registers);
        this.groups = List.copyOf(groups);
        this.day = day;
        this.counts = new StatedCounts(kinds);
    }

    @Override
    public boolean readsText(Entry entry) {
        return entry.kinds().stream().anyMatch(kind -> kind.has(Trait.SUMMARY));
    }

    @Override
    public void check(WholeSite site, Consumer<Problem> problems) {
        List<Item> published = site.entries().stream()
                .filter(entry -> entry.publication().status() == Entry.Status.PUBLISHED)
                .map(entry -> new Item(entry, ""))
                .toList();
        Records records = new Records(published, registers, groups);
        for (Item item : published) {
            if (readsText(item.entry())) {
                period(item).ifPresent(period -> check(site, item.entry(), period, records, problems));
            }
        }
    }

    /** Returns the year or half a year that a text is about; empty if this is not clear. */
    private Optional<Period> period(Item item) {
        EntryFacts facts = new EntryFacts(item, List.of(), groups);
        List<Integer> years = item.entry().years();
        String own = facts.text("期间");
        if (own.isEmpty() && years.size() > 1) {
            return Optional.empty();
        }
        String named = own.isEmpty() ? facts.text("标题.期间") : own;
        int year = years.get(0);
        Optional<Period> period =
                named.isEmpty() ? Optional.of(Period.of(year, 12).get(0)) : Period.parse(named, year);
        return period.filter(it -> it.from().getYear() == it.to().getYear())
                .filter(it -> years.contains(it.to().getYear()))
                .filter(it -> isNotOfOtherYear(item.entry().title(), it.to().getYear()));
    }

    private static boolean isNotOfOtherYear(String title, int year) {
        return !title.matches(".*(?:19|20)\\d\\d年.*") || title.contains(year + "年");
    }

    private void check(WholeSite site, Entry entry, Period period, Records records, Consumer<Problem> problems) {
        if (counts.kinds().stream().noneMatch(kind -> records.sittings(kind, period, Optional.empty(), day) > 0)) {
            return;
        }
        String text = new TextDecoder()
                .decode(site.source(), entry.file(), problem -> {})
                .orElse("");
        String half = Period.of(period.from().getYear(), 6).stream()
                .filter(it -> it.from().equals(period.from()) && it.to().equals(period.to()))
                .map(Period::label)
                .findFirst()
                .orElse("");
        for (Prose line : new ProseReader().read(entry, text).prose()) {
            for (StatedCounts.Stated stated : counts.in(line.text(), half)) {
                List<String> named = groups(stated.before(), entry);
                if (named.size() > 1) {
                    continue;
                }
                Optional<String> group = named.stream().findFirst();
                long held = records.sittings(stated.kind(), period, group, day);
                long then = records.sittings(stated.kind(), period, group, SiteCounts.day(entry));
                if (held > 0 && held != stated.number() && then != stated.number()) {
                    problems.accept(Problem.warning(
                            "W240",
                            entry.path(),
                            line.line(),
                            1 + line.text().codePointCount(0, stated.offset()),
                            "“" + stated.text() + "”与登记的不一致：" + name(period, half) + group.orElse("") + "登记的"
                                    + stated.kind() + "是" + held + "次",
                            "请核对：是正文的数写错了，还是有记录没有登记；也可以写成 {{计数: 文种=" + stated.kind() + ", 期间=" + name(period, half)
                                    + group.map(it -> ", 党小组=" + it).orElse("") + "}}，由程序来数"));
                }
            }
        }
    }

    /**
     * Returns the 党小组 whose meetings a sentence counts: those that it names, otherwise those in the title of its
     * text.
     */
    private List<String> groups(String sentence, Entry entry) {
        List<String> named = groups.stream().filter(sentence::contains).toList();
        return named.isEmpty() ? new EntryFacts(new Item(entry, ""), List.of(), groups).at("标题.党小组") : named;
    }

    private static String name(Period period, String half) {
        int year = period.from().getYear();
        if (!half.isEmpty()) {
            return year + "年" + half;
        }
        return period.equals(Period.of(year, 12).get(0)) ? year + "年" : period.from() + "至" + period.to();
    }
}
