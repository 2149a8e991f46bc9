package org.gongkai.check.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.prose.DisplayedLine;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.rule.EntryRule;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;

/**
 * Reports personal data in the headers and bodies of entries, including code and comments, which are published or
 * remain in the history. Only web addresses may contain any number.
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
        hidden.find(text, asciiDoc ? new DisplayedLine.Reader(text) : new DisplayedLine.Reader(), found);
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

    /** Returns true if a sentence outside any entry contains personal data. */
    public boolean finds(String sentence) {
        List<Personal> found = new ArrayList<>(data.scan(sentence));
        hidden.find(sentence, new DisplayedLine.Reader(), found);
        return found.stream().anyMatch(personal -> !privacy.allows(personal));
    }

    /** Returns true if a sentence outside any entry contains personal data that are errors. */
    public boolean findsErrors(String sentence) {
        return data.scan(sentence).stream()
                .anyMatch(personal -> personal.kind().severity() == Severity.ERROR && !privacy.allows(personal));
    }

    /** Returns a problem with the masked value. */
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
