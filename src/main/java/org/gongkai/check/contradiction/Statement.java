package org.gongkai.check.contradiction;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.TextReferences.References;
import org.gongkai.check.contradiction.sentence.TextNames;
import org.gongkai.check.prose.EntryText;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.io.Memoized;
import org.gongkai.problem.Problem;
import org.gongkai.text.PrefilteredPattern;

/**
 * What an entry states. Its text is read when something of it is first asked for.
 *
 * @param header what its header states
 * @param text reads its text
 * @param body what its text states, and the words about the result of a 公示
 * @param references what refers to other entries in its text
 */
record Statement(
        Entry entry,
        Map<String, StatedFact> header,
        Memoized<EntryText> text,
        Memoized<Map<String, StatedFact>> body,
        Memoized<References> references) {

    /** Fields with words for entries, not for persons. */
    private static final Set<String> OF_ENTRIES = Set.of("文种.名", "栏目.名", "标签.名");

    private static final Pattern NAME = Pattern.compile("\\p{IsHan}{2,3}");

    static Statement of(
            Entry entry,
            Map<String, StatedFact> header,
            Function<Entry, EntryText> texts,
            Function<Entry, Map<String, StatedFact>> prose,
            Function<Entry, References> references) {
        header.put("路径", new StatedFact("路径", entry.path(), header.get("标题").at()));
        Memoized<EntryText> text = new Memoized<>(() -> texts.apply(entry));
        return new Statement(
                entry,
                header,
                text,
                new Memoized<>(() -> prose.apply(entry)),
                new Memoized<>(() -> references.apply(entry)));
    }

    /** Returns what it states with further facts, in place of those of the same names. */
    Statement with(StatedFact... more) {
        Map<String, StatedFact> all = new HashMap<>(header);
        Stream.of(more).forEach(fact -> all.put(fact.name(), fact));
        return new Statement(entry, all, text, body, references);
    }

    /** The day of the meeting or the activity that it records. */
    Optional<LocalDate> event() {
        return Stream.of("会议.时间", "活动日期", "学习时间")
                .flatMap(name -> day(name).stream())
                .findFirst();
    }

    /** Of the entry alone, as the facts of all entries are many. */
    @Override
    public int hashCode() {
        return entry.path().hashCode();
    }

    Optional<StatedFact> fact(String name) {
        return Optional.ofNullable((name.startsWith("正文.") ? body.get() : header).get(name));
    }

    String value(String name) {
        return fact(name).map(StatedFact::text).orElse("");
    }

    /** Returns the day that a fact is; empty if it is none. */
    Optional<LocalDate> day(String name) {
        return fact(name)
                .map(StatedFact::value)
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast);
    }

    Stream<TextNames.Named> names() {
        return Stream.concat(
                references.get().names().stream(),
                header.values().stream()
                        .filter(fact -> fact.name().endsWith(".名") && !OF_ENTRIES.contains(fact.name()))
                        .flatMap(fact -> Stream.of(fact.text().split("、"))
                                .filter(name -> NAME.matcher(name).matches())
                                .map(name -> new TextNames.Named(
                                        true,
                                        new Value.Text(
                                                name,
                                                fact.at().line(),
                                                fact.at().column())))));
    }

    /** What papers of one kind, or of one branch, have alike. */
    static final class Usual {

        private static final int MINUTES = 7;

        /** Members of a meeting that minutes need if all others have them, and words of texts that say the same. */
        private static final Map<String, PrefilteredPattern> USUAL = new TreeMap<>(Map.of(
                "会议.主持人", new PrefilteredPattern("主持"),
                "会议.记录人", new PrefilteredPattern("记录(?:人|工作|由)"),
                "会议.地点", new PrefilteredPattern("线上|视频|腾讯|在[^。，]{2,10}(?:召开|举行)|地点"),
                "会议.应到", new PrefilteredPattern("应到"),
                "会议.实到", new PrefilteredPattern("实到|到会|全体")));

        private Usual() {}

        /** The day of a meeting of the branch, which others may name by its number. */
        static void session(Kind kind, LocalDate day, String number, Statement it, ThingIndex things) {
            if (it.value("会议.党小组").isEmpty()) {
                String body = kind.has(Trait.COMMITTEE) ? "支部委员会会议" : kind.name();
                things.same(it, day.getYear() + "年第" + number + "次" + body + "的会期", "会议.时间");
            }
        }

        /** Tells of minutes that alone lack what all others of their kind have. */
        static void unlike(List<Statement> statements, Consumer<Problem> problems) {
            Map<String, List<Statement>> kinds = statements.stream()
                    .filter(it ->
                            it.value("会议.状态").isEmpty() && it.fact("会议.时间").isPresent())
                    .filter(it -> it.fact("会议.党小组").isPresent()
                            || it.entry().kinds().stream()
                                    .anyMatch(kind -> kind.has(Trait.ALL_MEMBERS) || kind.has(Trait.COMMITTEE)))
                    .collect(Collectors.groupingBy(it -> it.value("文种.名"), TreeMap::new, Collectors.toList()));
            kinds.values().stream()
                    .filter(all -> all.size() > MINUTES)
                    .forEach(all -> USUAL.forEach((field, words) -> {
                        List<Statement> without = all.stream()
                                .filter(it -> it.fact(field).isEmpty())
                                .toList();
                        if (without.size() == 1
                                && !words.isIn(without.get(0).text().get().text())) {
                            Entry entry = without.get(0).entry();
                            Value at = entry.values().get(CommonField.MEETING);
                            problems.accept(Problem.warning(
                                    "W378",
                                    entry.path(),
                                    at,
                                    "没有写“" + field + "”，同文种的其他" + (all.size() - 1) + "条都写了",
                                    "请补上；确实没有的写明"));
                        }
                    }));
        }
    }
}
