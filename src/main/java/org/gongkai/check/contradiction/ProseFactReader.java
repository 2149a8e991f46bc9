package org.gongkai.check.contradiction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
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
                        StatedFact fact = new StatedFact(
                                pattern.names().get(i),
                                HeaderFactReader.read(typed, year),
                                new Value.Text(typed, line.line(), column));
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
