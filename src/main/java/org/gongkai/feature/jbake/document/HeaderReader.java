package org.gongkai.feature.jbake.document;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.feature.jbake.settings.JBakeAsciiDocEngine;
import org.gongkai.feature.jbake.settings.ProjectSettings;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;

/** Parses a document's header as JBake does, and reports why JBake would ignore it or a part of it. */
record HeaderReader(ProjectSettings settings, Consumer<Problem> problems) {

    private static final List<String> STATUSES = List.of("published", "draft", "published-date");

    private static final Pattern FIELD = Pattern.compile("\\s*[\\w.-]+\\s*=.*");

    RawHeader read(String path, String ending, String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        int end = lines.indexOf(settings.jbake().getHeaderSeparator());
        if (end >= 0 && isHeader(path, lines.subList(0, end))) {
            String body = String.join("\n", lines.subList(end + 1, lines.size()));
            // For JBake the whole file is the body when nothing follows the header.
            return new RawHeader(lines, true, fields(path, lines.subList(0, end)), body.isEmpty() ? text : body + "\n");
        }
        boolean asciiDoc = HeaderParser.isAsciiDoc(ending);
        return new RawHeader(lines, false, asciiDoc ? JBakeAsciiDocEngine.places(lines) : List.of(), text);
    }

    /**
     * A single line that is not a field makes JBake ignore the header, which is unintended if other lines are fields.
     */
    private boolean isHeader(String path, List<String> lines) {
        int wrong = 0;
        while (wrong < lines.size()
                && (lines.get(wrong).isEmpty() || lines.get(wrong).contains("="))) {
            wrong++;
        }
        if (wrong == lines.size()) {
            return true;
        }
        boolean meant = lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> FIELD.matcher(line).matches())
                .isPresent();
        if (meant) {
            String line = lines.get(wrong);
            problems.accept(Problem.warning(
                    "W602",
                    path,
                    wrong + 1,
                    1,
                    line.isBlank() ? "文件头里有一行只有空格" : "文件头的这一行不是“名称=值”：" + line.strip(),
                    "JBake 因此不认这个文件头；请改正或删去这一行"));
        }
        return false;
    }

    private List<Value.Field> fields(String path, List<String> lines) {
        List<Value.Field> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int equals = line.indexOf('=');
            if (line.isEmpty()) {
                continue;
            }
            String key = line.substring(0, equals).trim();
            String raw = line.substring(equals + 1);
            int column = equals
                    + 2
                    + (raw.isBlank() ? 0 : raw.length() - raw.stripLeading().length());
            if (!seen.add(key)) {
                problems.accept(Problem.warning(
                        "W603", path, i + 1, 1 + line.indexOf(key), "“" + key + "”写了不止一次，以最后一次为准", "请删去多余的一处"));
            }
            fields.add(new Value.Field(
                    new Value.Text(key, i + 1, 1 + line.indexOf(key)), new Value.Text(raw.trim(), i + 1, column)));
        }
        return fields;
    }

    /**
     * Parses a date in the project's format, leniently as JBake does, and reports what JBake ignores. Empty, with a
     * problem reported, if it cannot be parsed.
     */
    Optional<Date> date(String path, Value.Text typed) {
        String pattern = settings.jbake().getDateFormat();
        ParsePosition at = new ParsePosition(0);
        Date date = format(pattern, true).parse(typed.text(), at);
        if (date == null) {
            problems.accept(warning(
                    path,
                    typed,
                    0,
                    "“" + typed.text() + "”不是有效日期，当作没有日期",
                    "请写成 " + pattern + " 的形式，如 " + format(pattern, true).format(sample())));
            return Optional.empty();
        }
        if (!exists(pattern, typed.text(), date)) {
            problems.accept(warning(
                    path,
                    typed,
                    0,
                    "没有“" + typed.text() + "”这个日期，按 JBake 的算法成了 "
                            + format(pattern, true).format(date),
                    "请写实际的日期"));
        } else if (at.getIndex() < typed.text().length()) {
            problems.accept(warning(
                    path,
                    typed,
                    at.getIndex(),
                    "日期后面的“" + typed.text().substring(at.getIndex()).strip() + "”没有用上",
                    "日期的形式是 " + pattern + "，可用 date.format 改"));
        }
        return Optional.of(date);
    }

    /** Checks a status: a page with an unknown one is in no list, and some projects rely on this. */
    String status(String path, String typed, Position at) {
        if (!STATUSES.contains(typed)) {
            String message = typed.isEmpty() ? "没有 status（状态），不会列出" : "没有“" + typed + "”这个状态，不会列出";
            problems.accept(Problem.warning("W604", path, at, message, Nearest.hint(typed, STATUSES)));
        }
        return typed;
    }

    private Date sample() {
        return Date.from(LocalDate.of(2020, 1, 2).atStartOfDay(settings.zone()).toInstant());
    }

    /** Whether no field overflowed; hours up to 23 are valid even where the pattern is {@code hh}. */
    private boolean exists(String pattern, String typed, Date date) {
        return date.equals(format(pattern, false).parse(typed, new ParsePosition(0)))
                || date.equals(format(pattern.replace('h', 'H'), false).parse(typed, new ParsePosition(0)));
    }

    private SimpleDateFormat format(String pattern, boolean lenient) {
        SimpleDateFormat format = new SimpleDateFormat(pattern, settings.locale());
        format.setTimeZone(TimeZone.getTimeZone(settings.zone()));
        format.setLenient(lenient);
        return format;
    }

    private static Problem warning(String path, Value.Text typed, int offset, String message, String hint) {
        return Problem.warning("W606", path, typed.line(), typed.column() + offset, message, hint);
    }

    /**
     * A document's header as typed.
     *
     * @param lines all lines of the file
     * @param marked whether a separator follows it, JBake's own format
     * @param fields its values in order
     * @param body the text without it
     */
    record RawHeader(List<String> lines, boolean marked, List<Value.Field> fields, String body) {

        /** The last value of a name. */
        Optional<Value.Text> last(String name) {
            return fields.stream()
                    .filter(field ->
                            List.of(name, "jbake-" + name).contains(field.key().text()))
                    .map(field -> (Value.Text) field.value())
                    .reduce((first, last) -> last);
        }
    }
}
