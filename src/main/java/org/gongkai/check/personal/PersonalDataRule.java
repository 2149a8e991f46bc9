package org.gongkai.check.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.EntryRule;
import org.gongkai.check.EntryText;
import org.gongkai.check.prose.ShownLine;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;

/**
 * Looks for personal data in the headers and bodies of entries, in code and remarks as well: they go out with the page or
 * stay in the history. Only addresses on the web may hold any number.
 */
public final class PersonalDataRule implements EntryRule {

    private static final Pattern WEB = Pattern.compile("(?i)https?://[!-~]+");

    private final PersonalData data = new PersonalData();
    private final HiddenData hidden = new HiddenData(data);
    private final Privacy privacy;

    public PersonalDataRule(Privacy privacy) {
        this.privacy = privacy;
    }

    @Override
    public void check(EntryText entry, Consumer<Problem> problems) {
        String text = entry.text();
        List<Personal> found = new ArrayList<>(data.scan(text));
        new BirthTables(text).find(found);
        boolean asciiDoc = HeaderParser.isAsciiDoc(entry.entry().file().ending());
        hidden.find(text, asciiDoc ? new ShownLine.Reader(text) : new ShownLine.Reader(), found);
        for (Personal personal : found) {
            int lineStart = text.lastIndexOf('\n', personal.start() - 1) + 1;
            if (!privacy.allows(personal) && !isOnWeb(text, lineStart, personal.start())) {
                int line = 1
                        + (int) text.substring(0, lineStart)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                int column = 1 + text.codePointCount(lineStart, personal.start());
                problems.accept(problem(privacy, personal, entry.entry().path(), line, column, "这里"));
            }
        }
    }

    /** Whether a sentence that belongs to no entry holds personal data. */
    public boolean finds(String sentence) {
        List<Personal> found = new ArrayList<>(data.scan(sentence));
        hidden.find(sentence, new ShownLine.Reader(), found);
        return found.stream().anyMatch(personal -> !privacy.allows(personal));
    }

    /** Whether a sentence that belongs to no entry holds personal data beyond doubt. */
    public boolean findsErrors(String sentence) {
        return data.scan(sentence).stream()
                .anyMatch(personal -> personal.kind().severity() == Severity.ERROR && !privacy.allows(personal));
    }

    /** A problem that shows the value masked. */
    public static Problem problem(Privacy privacy, Personal personal, String path, int line, int column, String where) {
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

    private static boolean isOnWeb(String text, int lineStart, int at) {
        int end = text.indexOf('\n', at);
        Matcher web = WEB.matcher(text).region(lineStart, end < 0 ? text.length() : end);
        while (web.find() && web.start() <= at) {
            if (at < web.end()) {
                return true;
            }
        }
        return false;
    }
}
