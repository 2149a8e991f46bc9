package org.gongkai.check.contradiction.sentence;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;

/** Paragraphs that follow themselves, as they were pasted twice. */
public final class RepeatedLines {

    /** Shorter ones may be said of several things. */
    private static final int SHORTEST = 30;

    private RepeatedLines() {}

    /** @param found takes where, and the fact 正文.又一遍: how the paragraph begins */
    public static void read(List<Prose> lines, BiConsumer<Value.Text, Map<String, Comparable<?>>> found) {
        String before = "";
        for (Prose line : lines) {
            String text = line.text().strip();
            // Rows of tables, lines of forms, and those of which a part is not seen may be alike.
            if (text.length() >= SHORTEST
                    && text.equals(before)
                    && text.chars().noneMatch(c -> c == '|' || c == '_' || c == Prose.BLANKED)) {
                int column = 1 + line.text().indexOf(text);
                found.accept(new Value.Text("", line.line(), column), Map.of("正文.又一遍", text.substring(0, SHORTEST)));
            }
            before = text.isEmpty() ? before : text;
        }
    }
}
