package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.cache.CachedRecords;
import org.gongkai.check.contradiction.ProseFactReader.ProsePattern;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.contradiction.TextReferences.References;
import org.gongkai.check.contradiction.sentence.FigureSlips;
import org.gongkai.check.contradiction.sentence.TextNames;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.io.Digests;
import org.gongkai.problem.Problem;
import org.gongkai.site.address.Slugs;

/**
 * Tells where two entries about the same thing contradict each other. What must agree is in {@code between.yml}; which
 * entries are about the same is known by {@link SharedThings}.
 *
 * @param rule reads what entries state
 * @param today the day for which the site is built
 */
public record CrossEntryRule(Supplier<ContradictionRule> rule, LocalDate today) {

    /** So many entries before one are compared with it at most, which keeps the cost linear. */
    private static final int NEAR = 8;

    /** Numbers of entries further apart in days are of other things, small ones sooner. */
    private static final int APART = 400;

    /** What an entry states in its header and in its text, by name. */
    record StatedFacts(
            Map<String, StatedFact.Cached> header,
            Map<String, StatedFact.Cached> text,
            References references,
            List<FigureSlips.Large> numbers) {

        static StatedFacts of(
                EntryText text,
                Map<String, StatedFact> header,
                List<Sentence> sentences,
                List<FigureSlips.Line> lines) {
            return new StatedFacts(
                    cached(header),
                    cached(ContradictionRule.unanimous(sentences)),
                    TextReferences.of(text),
                    FigureSlips.Large.in(lines));
        }
    }

    private static Map<String, StatedFact.Cached> cached(Map<String, StatedFact> stated) {
        Map<String, StatedFact.Cached> facts = new TreeMap<>();
        stated.forEach((name, fact) -> facts.put(name, StatedFact.Cached.of(fact)));
        return facts;
    }

    @Key.Group("正文 和 配对 两个列表")
    record Definitions(@Key("正文 prose") List<ProsePattern> prose, @Key("配对 pairs") List<Pairing> pairs) {}

    /**
     * Two entries that are compared.
     *
     * @param thing what both are about
     * @param first words in the title of the earlier one
     * @param second words in the title of the later one
     * @param alike what must be equal as far as it is known, or else they are not about the same
     * @param equal what must be known and equal
     * @param absent facts that they must lack, or all about the same if the name says of neither
     * @param apart how many days may lie between their publications
     * @param relation what holds if nothing is wrong
     */
    @Key.Group("例如：{同: 会议, 关系: {……}}")
    record Pairing(
            @Key(value = "同 same", required = true) String thing,
            @Key("甲 first") Optional<Pattern> first,
            @Key("乙 second") Optional<Pattern> second,
            @Key("合 alike") List<Formula> alike,
            @Key("等 equal") List<Formula> equal,
            @Key("无 absent") List<String> absent,
            @Key(value = "相距 apart", or = "400") int apart,
            @Key(value = "关系 relation", required = true) Relation relation) {

        boolean isOf(Statement one, Statement other, Function<String, Optional<StatedFact>> known) {
            return Math.abs(ChronoUnit.DAYS.between(
                                    one.entry().dates().published(),
                                    other.entry().dates().published()))
                            <= apart
                    && first.stream()
                            .allMatch(it -> it.matcher(one.entry().title()).find())
                    && second.stream()
                            .allMatch(it -> it.matcher(other.entry().title()).find())
                    && absent.stream().allMatch(name -> known.apply(name).isEmpty())
                    && alike.stream().noneMatch(it -> isEqual(it, one, other).equals(Optional.of(false)))
                    && equal.stream().allMatch(it -> isEqual(it, one, other).equals(Optional.of(true)));
        }

        private static Optional<Boolean> isEqual(Formula formula, Statement one, Statement other) {
            return formula.evaluate(one::fact).flatMap(it -> formula.evaluate(other::fact)
                    .map(second -> it.value().equals(second.value())));
        }
    }

    static Definitions definitions() {
        return Binder.ofResources()
                .converting(Formula.class, Formula::new)
                .group(Definitions.class, Optional.of(new YamlReader().resource(CrossEntryRule.class, "between.yml")))
                .orElseThrow();
    }

    /** Returns where a text says something twice, and otherwise: 正文.又说, 正文.先说 and 正文.何事. */
    static List<Sentence> twice(List<Sentence> sentences) {
        Map<String, StatedFact> first = new HashMap<>();
        List<Sentence> misfits = new ArrayList<>();
        for (Sentence it : sentences) {
            it.facts().forEach((name, fact) -> {
                StatedFact said = name.startsWith(SharedThings.SAME) ? first.putIfAbsent(name, fact) : null;
                if (said != null && !said.value().equals(fact.value())) {
                    String what = name.substring(SharedThings.SAME.length());
                    misfits.add(Sentence.of(
                            it.text(), Map.of("正文.又说", fact.text(), "正文.先说", said.text(), "正文.何事", what), fact.at()));
                }
            });
        }
        return misfits;
    }

    private static CachedRecords<StatedFacts> known(WholeSite site) {
        return site.caches().apply("stated").records("", StatedFacts.class);
    }

    /** Identifies what entries state that may be about the same. */
    public String inputs(List<Entry> entries, WholeSite site) {
        CachedRecords<StatedFacts> known = known(site);
        MessageDigest digest = Digests.sha256();
        for (Entry entry : entries) {
            known.digest(
                    entry.path(),
                    site.source().version(entry.source().file()),
                    () -> rule.get().facts(entry, site::unnoted),
                    digest);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Checks the published entries of a site that may be about the same. */
    public void check(List<Entry> entries, WholeSite site, Consumer<Problem> problems) {
        ContradictionRule within = rule.get();
        CachedRecords<StatedFacts> known = known(site);
        List<Statement> statements = entries.parallelStream()
                .map(entry -> Statement.of(
                        entry,
                        known.of(
                                entry.path(),
                                site.source().version(entry.source().file()),
                                () -> within.facts(entry, site::unnoted)),
                        site::text))
                .toList();
        TextNames names = new TextNames(new TreeMap<>(), new Slugs()::of);
        statements.forEach(it -> names.add(it.entry().path(), it.names()));
        names.misspelt((path, at, meant) -> problems.accept(Problem.warning(
                "W359", path, at, "这里写的是“" + at.text() + "”，已经知道的是“" + meant + "”", "请核对姓名，改正写错的那一个；是两个人的可以不改")));
        Set<String> told = new HashSet<>();
        ThingIndex shared = new SharedThings(statements, within.branch(), today, problems).things();
        Map<String, List<List<Statement>>> about = new HashMap<>();
        for (Pairing pairing : ContradictionRule.BETWEEN.pairs()) {
            for (List<Statement> same : about.computeIfAbsent(pairing.thing(), shared::of)) {
                for (int i = 1; i < same.size(); i++) {
                    check(pairing, same, i)
                            .filter(problem -> told.add(problem.path() + problem.line() + ":" + problem.column()))
                            .ifPresent(problems);
                }
            }
        }
        transposed(statements, shared.all("同.收的党费"), problem -> {
            String line = problem.path() + problem.line() + ":";
            if (told.stream().noneMatch(at -> at.startsWith(line)) && told.add(line)) {
                problems.accept(problem);
            }
        });
    }

    /** A large number of an entry. */
    private record Placed(Statement in, FigureSlips.Large number) {

        /** Whether it may be meant by one that is published no more than so many days later. */
        boolean isMeant(Placed by, boolean isOften) {
            long days = ChronoUnit.DAYS.between(
                    in.entry().dates().published(), by.in.entry().dates().published());
            int apart = Character.isDigit(number.digits().charAt(0)) ? APART : APART / 4;
            return by.in != in && Math.abs(days) <= apart && (isOften || days >= 0) && by.number.isTransposed(number);
        }
    }

    /** Tells of large numbers that stand nowhere else, while another entry has the same with two digits exchanged. */
    private static void transposed(List<Statement> statements, Stream<Statement> dues, Consumer<Problem> problems) {
        Map<String, Integer> times = new HashMap<>();
        Map<String, List<Placed>> alike = new TreeMap<>();
        for (Statement it : statements) {
            it.header().values().stream()
                    .filter(fact -> fact.value() instanceof BigDecimal)
                    .forEach(fact -> times.merge(StatedFact.text(fact.value()), 1, Integer::sum));
            it.stated().numbers().forEach(number -> {
                times.merge(number.digits(), 1, Integer::sum);
                alike.computeIfAbsent(number.sorted(), any -> new ArrayList<>()).add(new Placed(it, number));
            });
        }
        dues.filter(it -> it.fact("实交金额").isPresent()).forEach(it -> {
            FigureSlips.Large paid = FigureSlips.Large.stated(
                    it.value("同.值"),
                    it.value("同.何"),
                    it.fact("同.值").orElseThrow().at());
            times.merge(paid.digits(), 2, Integer::sum);
            alike.computeIfAbsent(paid.sorted(), any -> new ArrayList<>()).add(new Placed(it, paid));
        });
        alike.values().forEach(all -> all.stream()
                .filter(it -> times.get(it.number().digits()) == 1)
                .forEach(it -> all.stream()
                        .filter(meant ->
                                meant.isMeant(it, times.get(meant.number().digits()) > 1))
                        .findFirst()
                        .ifPresent(meant -> problems.accept(Problem.warning(
                                "W335",
                                it.in().entry().path(),
                                it.number().at(),
                                "写的是" + it.number().at().text() + "，《"
                                        + meant.in().entry().title() + "》（"
                                        + meant.in().entry().path() + "）里是"
                                        + meant.number().at().text() + "，像是有两个数字写倒了",
                                "请核对，改正写错的那一个；是两件事的可以不改")))));
    }

    /** Compares an entry with the nearest of those before it of which the same is known; titles are read last. */
    private Optional<Problem> check(Pairing pairing, List<Statement> same, int place) {
        Statement second = same.get(place);
        for (int i = place - 1; i >= Math.max(0, place - NEAR); i--) {
            Statement first = same.get(i);
            Function<String, Optional<StatedFact>> known = name -> name.startsWith("甲.")
                    ? first.fact(name.substring(2))
                    : name.startsWith("乙.")
                            ? second.fact(name.substring(2))
                            : same.stream()
                                    .flatMap(it -> it.fact(name).stream())
                                    .findFirst();
            if (pairing.relation().isKnown(known) && pairing.isOf(first, second, known)) {
                return pairing.relation()
                        .check(second.entry(), known, known, "", name -> Stream.empty())
                        .filter(problem ->
                                pairing.relation().scope().includes(second.entry(), all(first) + all(second)));
            }
        }
        return Optional.empty();
    }

    private static String all(Statement statement) {
        return statement.entry().title() + "\n" + statement.text().get().text() + "\n";
    }
}
