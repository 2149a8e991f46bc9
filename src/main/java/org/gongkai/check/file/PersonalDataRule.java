package org.gongkai.check.file;

import java.util.Collections;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.EntryRule;
import org.gongkai.check.EntryText;
import org.gongkai.check.Prose;
import org.gongkai.entry.HeaderParser;
import org.gongkai.problem.Problem;

/** Looks for personal data in the headers and bodies of entries; code may hold any number. */
public final class PersonalDataRule implements EntryRule {

    private static final Pattern CODE = Pattern.compile("(`+)(?:.*?[^`])\\1(?!`)");
    private static final Pattern WEB = Pattern.compile("(?i)https?://[!-~]+");

    private final PersonalData data = new PersonalData();
    private final Privacy privacy;

    public PersonalDataRule(Privacy privacy) {
        this.privacy = privacy;
    }

    @Override
    public void check(EntryText entry, Consumer<Problem> problems) {
        for (Personal personal : data.scan(entry.text())) {
            int lineStart = entry.text().lastIndexOf('\n', personal.start() - 1) + 1;
            int column = personal.start() - lineStart;
            int line = 1
                    + (int) entry.text()
                            .substring(0, lineStart)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            if (!privacy.allows(personal) && (isHeader(entry, line) || isProse(entry, line, lineStart, column))) {
                problems.accept(problem(privacy, personal, entry.entry().path(), line, column + 1, "这里"));
            }
        }
    }

    /** Whether a sentence that belongs to no entry holds personal data. */
    public boolean finds(String sentence) {
        return data.scan(sentence).stream().anyMatch(personal -> !privacy.allows(personal));
    }

    /** A problem that shows the value masked. */
    static Problem problem(Privacy privacy, Personal personal, String path, int line, int column, String where) {
        PersonalKind kind = personal.kind();
        return new Problem(
                kind.severity(),
                kind.code(),
                path,
                line,
                column,
                where + "有" + kind.label() + "：" + privacy.mask(personal),
                kind.hint());
    }

    /** Whether a line belongs to the header; that of AsciiDoc goes to the first blank line. */
    private static boolean isHeader(EntryText entry, int line) {
        if (line < entry.entry().bodyLine()) {
            return true;
        }
        return entry.entry().bodyLine() == 1
                && HeaderParser.isAsciiDoc(entry.entry().file().ending())
                && entry.text().lines().limit(line).noneMatch(String::isBlank);
    }

    /**
     * Whether a place of the body is neither code nor an address on the web. Addresses of files and telephones count: they
     * go out with the page.
     */
    private static boolean isProse(EntryText entry, int line, int lineStart, int column) {
        int index = Collections.binarySearch(entry.prose(), new Prose(line, ""), Comparator.comparingInt(Prose::line));
        if (index < 0) {
            return false;
        }
        if (entry.prose().get(index).text().charAt(column) != Prose.BLANKED) {
            return true;
        }
        int end = entry.text().indexOf('\n', lineStart);
        String typed = entry.text().substring(lineStart, end < 0 ? entry.text().length() : end);
        return !isWithin(CODE.matcher(typed), column) && !isWithin(WEB.matcher(typed), column);
    }

    private static boolean isWithin(Matcher found, int column) {
        while (found.find() && found.start() <= column) {
            if (column < found.end()) {
                return true;
            }
        }
        return false;
    }
}
