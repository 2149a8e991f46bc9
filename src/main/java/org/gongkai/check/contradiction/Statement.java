package org.gongkai.check.contradiction;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.CrossEntryRule.StatedFacts;
import org.gongkai.check.contradiction.sentence.TextNames;
import org.gongkai.check.prose.EntryText;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.io.Memoized;

/**
 * What an entry states. Its text is read when something of it is first asked for.
 *
 * @param header what its header states, by name
 * @param more what is stated in place of that, by name
 * @param body what its text states, and the words about the result of a 公示
 * @param stated all of that as it is cached, and what refers to other entries in its text
 */
record Statement(
        Entry entry,
        Map<String, StatedFact> header,
        Map<String, StatedFact> more,
        Memoized<EntryText> text,
        Memoized<Map<String, StatedFact>> body,
        StatedFacts stated) {

    /** Fields with words for entries, not for persons. */
    private static final Set<String> OF_ENTRIES = Set.of("文种.名", "栏目.名", "标签.名");

    private static final Pattern NAME = Pattern.compile("\\p{IsHan}{2,3}");

    static Statement of(Entry entry, StatedFacts stated, Function<Entry, EntryText> texts) {
        Map<String, StatedFact> header = named(stated.header());
        header.put("路径", new StatedFact("路径", entry.path(), header.get("标题").at()));
        return new Statement(
                entry,
                header,
                Map.of(),
                new Memoized<>(() -> texts.apply(entry)),
                new Memoized<>(() -> named(stated.text())),
                stated);
    }

    private static Map<String, StatedFact> named(Map<String, StatedFact.Cached> facts) {
        Map<String, StatedFact> stated = new HashMap<>();
        facts.forEach((name, fact) -> stated.put(name, fact.named(name)));
        return stated;
    }

    /** Returns what it states with further facts, in place of those of the same names. */
    Statement with(StatedFact... more) {
        Map<String, StatedFact> all = new HashMap<>(this.more);
        Stream.of(more).forEach(fact -> all.put(fact.name(), fact));
        return new Statement(entry, header, all, text, body, stated);
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
        Map<String, StatedFact> facts = more.containsKey(name) ? more : name.startsWith("正文.") ? body.get() : header;
        return Optional.ofNullable(facts.get(name));
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
                stated.references().names().stream(),
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
}
