package org.gongkai.check.personal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates in table columns whose heading mentions birth, in Markdown and AsciiDoc tables with one row per line. */
final class BirthTables {

    private static final Pattern BIRTH = Pattern.compile("[^0-9]{0,10}(?:出生|生日)[^0-9]{0,10}");
    private static final Pattern COMPACT = Pattern.compile("\\s*((?:19|20)\\d{6})\\s*");

    private final String text;

    BirthTables(String text) {
        this.text = text;
    }

    void find(List<Personal> found) {
        if (text.indexOf('|') < 0 || !text.contains("生")) {
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
