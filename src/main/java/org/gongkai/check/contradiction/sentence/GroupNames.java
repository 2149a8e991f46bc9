package org.gongkai.check.contradiction.sentence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;

/** The names of 党小组 with their characters in another order: 正文.错名, and 正文.本名 as the organisation has it. */
public final class GroupNames {

    /** Two characters in another order may be a word of their own. */
    private static final int SHORTEST = 3;

    private GroupNames() {}

    public static void read(
            List<Prose> lines, List<String> groups, BiConsumer<Value.Text, Map<String, Comparable<?>>> found) {
        groups.stream()
                .filter(name -> name.length() >= SHORTEST)
                .forEach(name -> lines.forEach(line -> misspelt(line, name, groups)
                        .ifPresent(at -> found.accept(at, Map.of("正文.错名", at.text(), "正文.本名", name)))));
    }

    private static Optional<Value.Text> misspelt(Prose line, String name, List<String> groups) {
        String text = line.text();
        int end = name.length() - 1;
        int last = text.indexOf(name.charAt(end), end);
        while (last >= 0) {
            String other = text.substring(last - end, last + 1);
            if (!groups.contains(other) && sorted(other).equals(sorted(name))) {
                return Optional.of(new Value.Text(other, line.line(), 1 + text.codePointCount(0, last - end)));
            }
            last = text.indexOf(name.charAt(end), last + 1);
        }
        return Optional.empty();
    }

    private static List<Integer> sorted(String name) {
        return name.chars().sorted().boxed().toList();
    }
}
