package org.gongkai.write.document.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.check.text.Phrases;

/** The lines that template sites leave in papers, as the check knows them. */
final class BoilerplateLines {

    private final Set<String> lines = new HashSet<>();
    private final List<String> beginnings;

    BoilerplateLines() {
        List<String> known = Phrases.read("boilerplate.txt");
        beginnings = known.stream()
                .filter(line -> line.endsWith("……"))
                .map(BoilerplateLines::letters)
                .toList();
        known.stream()
                .filter(line -> !line.endsWith("……"))
                .map(BoilerplateLines::letters)
                .forEach(lines::add);
    }

    /** Whether a whole line is one of them. */
    boolean has(String line) {
        String letters = letters(line);
        return !letters.isEmpty()
                && (lines.contains(letters)
                        || letters.length() < 80 && beginnings.stream().anyMatch(letters::startsWith));
    }

    private static String letters(String line) {
        StringBuilder letters = new StringBuilder();
        line.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
