package org.gongkai.check.personal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.personal.Personal.PersonalKind;
import org.gongkai.check.prose.DisplayedLine;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.rule.RuleSet.EntryRule;
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
    private final PrivacySettings privacy;

    public PersonalDataRule(PrivacySettings privacy) {
        this.privacy = privacy;
    }

    @Override
    public void check(EntryText entry, Consumer<Problem> problems) {
        String text = entry.text();
        List<Personal> found = new ArrayList<>(data.scan(text));
        new BirthTables(text).find(found);
        boolean asciiDoc = HeaderParser.isAsciiDoc(entry.entry().source().file().ending());
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
                problems.accept(problem(personal, entry.entry().path(), line, column, "这里"));
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
    public static Problem problem(Personal personal, String path, int line, int column, String where) {
        PersonalKind kind = personal.kind();
        return new Problem(
                kind.severity(),
                kind.code(),
                path,
                line,
                column,
                where + "有" + kind.label() + "：" + personal.masked(),
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

    /**
     * Finds dates in table columns whose heading mentions birth, in Markdown and AsciiDoc tables with one row per line.
     */
    private record BirthTables(String text) {

        private static final Pattern BIRTH = Pattern.compile("[^0-9]{0,10}(?:出生|生日)[^0-9]{0,10}");
        private static final Pattern COMPACT = Pattern.compile("\\s*((?:19|20)\\d{6})\\s*");

        void find(List<Personal> found) {
            if (text.indexOf('|') < 0 || !text.contains("出生") && !text.contains("生日")) {
                return;
            }
            Set<Integer> columns = new HashSet<>();
            int end;
            for (int at = 0; at < text.length(); at = end + 1) {
                int next = text.indexOf('\n', at);
                end = next < 0 ? text.length() : next;
                if (text.charAt(at) == '|') {
                    row(at, end, columns, found);
                } else if (!columns.isEmpty() && !text.substring(at, end).isBlank()) {
                    columns.clear();
                }
            }
        }

        private void row(int from, int end, Set<Integer> columns, List<Personal> found) {
            int cell = 0;
            int start = from + 1;
            for (int i = start; i <= end; i++) {
                if (i == end || text.charAt(i) == '|') {
                    String words = text.substring(start, i);
                    if (BIRTH.matcher(words).matches()) {
                        columns.add(cell);
                    } else if (columns.contains(cell)) {
                        day(words, start, found);
                    }
                    start = i + 1;
                    cell++;
                }
            }
        }

        private static void day(String words, int start, List<Personal> found) {
            Matcher day = PersonalData.FULL_DAY.matcher(words);
            Matcher compact = COMPACT.matcher(words);
            if (day.find() && IdNumbers.isDay(PersonalData.digits(day))) {
                found.add(new Personal(PersonalKind.BIRTH_DATE, start + day.start(), PersonalData.digits(day)));
            } else if (compact.matches() && IdNumbers.isDay(compact.group(1))) {
                found.add(new Personal(PersonalKind.BIRTH_DATE, start + compact.start(1), compact.group(1)));
            }
        }
    }
}
