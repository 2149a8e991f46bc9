package org.gongkai.check.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.io.TextResource;

/** Reports lines that were copied from template sites; whole lines only, because the words are common elsewhere. */
public final class BoilerplateRule implements LineRule {

    static final String CODE = "W221";

    private static final int MAX_LENGTH = 80;

    private final Set<String> lines = new HashSet<>();
    private final List<String> beginnings;
    private final String triggers;

    public BoilerplateRule() {
        List<String> known = TextResource.list(BoilerplateRule.class, "boilerplate.txt");
        this.beginnings = known.stream()
                .filter(line -> line.endsWith("……"))
                .map(BoilerplateRule::core)
                .toList();
        known.stream()
                .filter(line -> !line.endsWith("……"))
                .map(BoilerplateRule::core)
                .forEach(lines::add);
        // The third character is more selective than the first one: many ordinary lines contain 本 or 下.
        this.triggers = known.stream()
                .map(BoilerplateRule::core)
                .map(core -> core.substring(2, 3))
                .distinct()
                .collect(Collectors.joining());
    }

    /** See {@link TextCheck.Candidate}. */
    public String triggers() {
        return triggers;
    }

    @Override
    public void check(TextLine line, RuleReport report) {
        String text = line.text();
        if (text.length() <= MAX_LENGTH && has(text)) {
            report.add(CODE, line, LineStart.skipBlanks(text, 0), "“" + text.strip() + "”是模板网站留下的套话", "请删去这一行");
        }
    }

    /** Whether a whole line is one of them. */
    public boolean has(String line) {
        String core = core(line);
        return lines.contains(core)
                || core.length() < MAX_LENGTH && beginnings.stream().anyMatch(core::startsWith);
    }

    /** Removes blanks, digits and punctuation from a line. */
    private static String core(String line) {
        StringBuilder core = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetter(c)) {
                core.append(c);
            }
        }
        return core.toString();
    }
}
