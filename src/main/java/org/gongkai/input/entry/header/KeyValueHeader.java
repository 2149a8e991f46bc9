package org.gongkai.input.entry.header;

import java.util.List;
import java.util.function.Consumer;
import org.gongkai.input.data.NormalizedText;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Problem;
import org.gongkai.text.Characters;

/** Parses a JBake header of {@code key=value} lines; also accepts {@code 标题：值}. */
final class KeyValueHeader {

    private final String path;
    private final Consumer<Problem> problems;

    KeyValueHeader(String path, Consumer<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    Header parse(List<String> lines, int bodyLine) {
        FlatFields fields = new FlatFields(path, problems);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (NormalizedText.value(line).isBlank() || !fields.fits(i + 1, line)) {
                continue;
            }
            int equals = equals(line);
            if (equals <= 0) {
                problems.accept(Problem.error(
                        "E101", path, i + 1, 1, "文件头的这一行不是“名称=值”：" + line.strip(), "每行写一个“名称=值”，最后用 ~~~~~~ 结束"));
                continue;
            }
            int start = skipBlanks(line, equals + 1);
            fields.add(
                    new Value.Text(NormalizedText.name(line.substring(0, equals)), i + 1, 1 + skipBlanks(line, 0)),
                    new Value.Text(
                            NormalizedText.value(line.substring(start)).strip(),
                            i + 1,
                            1 + (start == line.length() ? equals + 1 : start)));
        }
        return new Header(Header.Form.JBAKE, fields.all(), bodyLine);
    }

    /** The index of the first equals sign or full-width colon, which no name contains. */
    private static int equals(String line) {
        for (int i = 0; i < line.length(); i++) {
            if ("=＝：".indexOf(line.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int skipBlanks(String line, int from) {
        return Characters.end(line, from, Characters::isIndent);
    }
}
