package org.gongkai.check.file;

import java.util.List;
import java.util.function.Consumer;
import org.gongkai.check.EntryRule;
import org.gongkai.check.EntryText;
import org.gongkai.check.Prose;
import org.gongkai.entry.HeaderParser;
import org.gongkai.problem.Problem;

/** Looks for personal data in the headers and bodies of entries; code may hold any number. */
public final class PersonalDataRule implements EntryRule {

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
            if (!privacy.allows(personal) && (isHeader(entry, line) || isProse(entry.prose(), line, column))) {
                problems.accept(problem(privacy, personal, entry.entry().path(), line, column + 1, "这里"));
            }
        }
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

    private static boolean isProse(List<Prose> prose, int line, int column) {
        int low = 0;
        int high = prose.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Prose one = prose.get(middle);
            if (one.line() == line) {
                return column < one.text().length() && one.text().charAt(column) != ' ';
            }
            if (one.line() < line) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }
}
