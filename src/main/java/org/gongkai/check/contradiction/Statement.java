package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.check.prose.EntryText;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.io.Memoized;

/**
 * What an entry states. Its text is read when something of it is first asked for.
 *
 * @param header what its header states
 * @param text reads its text
 * @param body what its text states, and the words about the result of a 公示
 */
record Statement(
        Entry entry, Map<String, StatedFact> header, Memoized<EntryText> text, Memoized<Map<String, StatedFact>> body) {

    static Statement of(
            Entry entry,
            HeaderFactReader headers,
            Function<Entry, EntryText> texts,
            Function<EntryText, Map<String, StatedFact>> prose) {
        Map<String, StatedFact> header = headers.read(entry);
        header.put("路径", new StatedFact("路径", entry.path(), header.get("标题").at()));
        states(entry, header);
        Memoized<EntryText> text = new Memoized<>(() -> texts.apply(entry));
        return new Statement(entry, header, text, new Memoized<>(() -> prose.apply(text.get())));
    }

    /** How many rows of a table are in each state: {@code TABLE.已完成数}. */
    private static void states(Entry entry, Map<String, StatedFact> facts) {
        for (Entry.OwnField own : entry.own()) {
            for (FieldSpec column : own.spec().columns()) {
                if (column.type() == FieldType.ENUM) {
                    own.rows().stream()
                            .flatMap(row -> own.spec().cell(new FieldReader(row), column.name()).stream())
                            .flatMap(cell -> column.canonical(cell).stream())
                            .map(state -> own.spec().name() + "." + state + "数")
                            .forEach(name -> facts.merge(
                                    name,
                                    new StatedFact(name, BigDecimal.ONE, own.value()),
                                    (before, one) -> new StatedFact(
                                            name, ((BigDecimal) before.value()).add(BigDecimal.ONE), own.value())));
                }
            }
        }
    }

    Optional<StatedFact> fact(String name) {
        return Optional.ofNullable((name.startsWith("正文.") ? body.get() : header).get(name));
    }

    /** The value of a fact; empty if it is not known. */
    String value(String name) {
        return fact(name).map(StatedFact::text).orElse("");
    }
}
