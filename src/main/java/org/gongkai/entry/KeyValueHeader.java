package org.gongkai.entry;

import java.util.List;
import java.util.function.Consumer;
import org.gongkai.data.Value;
import org.gongkai.problem.Problem;

/** Reads JBake's header: {@code key=value} lines. */
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
            int equals = line.indexOf('=');
            if (line.isBlank()) {
                continue;
            }
            if (equals <= 0) {
                problems.accept(Problem.error(
                        "E101", path, i + 1, 1, "文件头的这一行不是“名称=值”：" + line.strip(), "每行写一个“名称=值”，最后用 ~~~~~~ 结束"));
                continue;
            }
            String key = line.substring(0, equals).strip();
            String raw = line.substring(equals + 1);
            int column = equals + 2 + raw.length() - raw.stripLeading().length();
            fields.add(
                    new Value.Text(key, i + 1, 1 + line.indexOf(key)),
                    new Value.Text(raw.strip(), i + 1, raw.isBlank() ? equals + 2 : column));
        }
        return new Header(Header.Form.JBAKE, fields.all(), bodyLine);
    }
}
