package org.gongkai.feature.jbake.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.feature.jbake.engine.JBakeAsciiDocEngine;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.problem.Problem;

/** Parses a document's header as JBake does, and reports why JBake would ignore it. */
record HeaderReader(String separator, Consumer<Problem> problems) {

    private static final Pattern FIELD = Pattern.compile("\\s*[\\w.-]+\\s*=.*");

    RawHeader read(String path, String ending, String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        int end = lines.indexOf(separator);
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
            Value.Text last = null;
            for (Value.Field field : fields) {
                if (field.key().text().equals(name) || field.key().text().equals("jbake-" + name)) {
                    last = (Value.Text) field.value();
                }
            }
            return Optional.ofNullable(last);
        }
    }
}
