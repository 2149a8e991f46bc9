package org.gongkai.input.entry.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlLimit;
import org.gongkai.problem.Problem;

/**
 * Collects the fields of a header without nesting. The name of a group is a prefix: {@code 公示-起} or {@code notice.from}
 * is the field 起 of the group 公示.
 */
final class FlatFields {

    private static final List<String> GROUPS =
            List.of("公示 notice 会议 meeting 期间 period 任期 office-term 审批 approval 保密审查 secrecy-review".split(" "));

    private final String path;
    private final Consumer<Problem> problems;
    private final Map<String, Value.Field> fields = new LinkedHashMap<>();
    private final Map<String, List<Value.Field>> groups = new LinkedHashMap<>();

    private int added;

    FlatFields(String path, Consumer<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    /** Returns true if a line does not exceed the maximum length; otherwise reports a problem. */
    boolean fits(int lineNumber, String line) {
        int most = YamlLimit.LINE.most();
        if (line.length() > most) {
            problems.accept(
                    YamlLimit.LINE.exceeded(path, new Value.Text(line, lineNumber, most + 1), line.length(), 1));
        }
        return line.length() <= most;
    }

    void add(Value.Text key, Value.Text value) {
        int length = key.text().length();
        if (length > YamlLimit.NAME.most()) {
            problems.accept(YamlLimit.NAME.exceeded(path, key, length, 1));
            return;
        }
        if (++added > YamlLimit.FIELDS.most()) {
            if (added == YamlLimit.FIELDS.most() + 1) {
                problems.accept(YamlLimit.FIELDS.exceeded(path, key, added, 1));
            }
            return;
        }
        for (String group : GROUPS) {
            String name = key.text();
            if (name.length() > group.length() + 1
                    && name.startsWith(group)
                    && ".-_".indexOf(name.charAt(group.length())) >= 0) {
                Value.Text inner = new Value.Text(name.substring(group.length() + 1), key.line(), key.column());
                Value.Text outer = new Value.Text(group, key.line(), key.column());
                List<Value.Field> members = groups.computeIfAbsent(group, g -> new ArrayList<>());
                if (members.stream().anyMatch(member -> member.key().text().equals(inner.text()))) {
                    repeated(key);
                    return;
                }
                members.add(new Value.Field(inner, value));
                fields.put(
                        group,
                        new Value.Field(
                                outer,
                                new Value.Fields(members, members.get(0).key().line(), 1)));
                return;
            }
        }
        if (fields.putIfAbsent(key.text(), new Value.Field(key, value)) != null) {
            repeated(key);
        }
    }

    private void repeated(Value.Text key) {
        problems.accept(Problem.error("E102", path, key, "字段“" + key.text() + "”重复出现", "同一个字段只写一次，请删去多余的一处"));
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    Value.Fields all() {
        return new Value.Fields(List.copyOf(fields.values()), 1, 1);
    }
}
