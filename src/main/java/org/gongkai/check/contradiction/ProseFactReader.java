package org.gongkai.check.contradiction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;
import org.gongkai.text.FullWidth;

/** Finds the facts that the sentences of a text state. */
final class ProseFactReader {

    private static final String END_OF_SENTENCE = "。；！？;!?";

    private final List<ProsePattern> patterns;

    ProseFactReader(List<ProsePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * How texts state facts.
     *
     * @param names the names of the facts, one for each group of the expression
     * @param words words of which a sentence with such a statement has one, a search for which is much faster
     * @param expression matches a statement
     * @param value what is stated, if it is not the group itself
     */
    @Key.Group("例如：{名: 正文.实到, 词: 实到, 式: ……}")
    record ProsePattern(
            @Key(value = "名 names", required = true) List<String> names,
            @Key(value = "词 words", required = true) List<String> words,
            @Key(value = "式 expression", required = true, by = "pattern") Pattern expression,
            @Key("值 value") Optional<String> value) {

        static Pattern pattern(String text) {
            return Pattern.compile(text);
        }
    }

    /**
     * A sentence.
     *
     * @param text the sentence
     * @param facts what it states, by name; a name for which it states several values is left out
     */
    record Sentence(String text, Map<String, StatedFact> facts) {}

    /** Returns the sentences that state anything, in order. */
    List<Sentence> read(EntryText text) {
        List<Sentence> sentences = new ArrayList<>();
        int year = text.entry().years().get(0);
        for (Prose line : text.prose()) {
            String prose = FullWidth.narrow(line.text());
            for (int from = 0; from < prose.length(); ) {
                int to = from;
                while (to < prose.length() && END_OF_SENTENCE.indexOf(prose.charAt(to)) < 0) {
                    to++;
                }
                String sentence = prose.substring(from, to);
                Map<String, StatedFact> facts = facts(sentence, line, from, year);
                if (!facts.isEmpty()) {
                    sentences.add(new Sentence(sentence, facts));
                }
                from = to + 1;
            }
        }
        return sentences;
    }

    private Map<String, StatedFact> facts(String sentence, Prose line, int from, int year) {
        Map<String, StatedFact> facts = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (ProsePattern pattern : patterns) {
            if (pattern.words().stream().noneMatch(sentence::contains)) {
                continue;
            }
            Matcher found = pattern.expression().matcher(sentence);
            while (found.find()) {
                for (int i = 0; i < pattern.names().size(); i++) {
                    String typed = found.group(i + 1);
                    if (typed != null) {
                        int column = 1 + line.text().codePointCount(0, from + found.start(i + 1));
                        String name = pattern.names().get(i);
                        // The character of a weekday is a numeral as well.
                        Comparable<?> value = name.endsWith("星期")
                                ? typed
                                : HeaderFactReader.read(pattern.value().orElse(typed), year);
                        StatedFact fact = new StatedFact(name, value, new Value.Text(typed, line.line(), column));
                        StatedFact before = facts.putIfAbsent(fact.name(), fact);
                        if (before != null && !before.value().equals(fact.value())) {
                            ambiguous.add(fact.name());
                        }
                    }
                }
            }
        }
        facts.keySet().removeAll(ambiguous);
        return facts;
    }
}
