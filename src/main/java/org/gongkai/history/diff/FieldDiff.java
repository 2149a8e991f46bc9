package org.gongkai.history.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.history.diff.write.ChangedPart;

/** Compares two headers. Stateless and safe for use by multiple threads. */
public final class FieldDiff {

    /**
     * Lists the fields that changed.
     *
     * @param before label to plain text in the older version, in the order of the header
     * @param now the same of the newer version
     * @return the changes in the order of the newer version, removed fields after the field that they followed
     */
    public List<FieldChange> compare(Map<String, String> before, Map<String, String> now) {
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names(before, now)) {
            String old = before.getOrDefault(name, "");
            String fresh = now.getOrDefault(name, "");
            if (!old.equals(fresh)) {
                changes.add(new FieldChange(name, old, fresh));
            }
        }
        return changes;
    }

    private static List<String> names(Map<String, String> before, Map<String, String> now) {
        List<String> names = new ArrayList<>(now.keySet());
        int last = 0;
        for (String name : before.keySet()) {
            if (now.containsKey(name)) {
                last = names.indexOf(name) + 1;
            } else {
                names.add(last++, name);
            }
        }
        return names;
    }

    /**
     * A field of a header that changed.
     *
     * @param name its label
     * @param before its text in the older version, empty if it was not there
     * @param now its text in the newer version, empty if it was removed
     */
    public record FieldChange(String name, String before, String now) {

        private static final String STATES = ".*(情况|状态|进度|有效性|结果)";

        /** Fields that say how a paper is filed, not what it says. */
        private static final Set<String> FILING =
                Set.of("版本", "发布机构", "编发单位", "解释机构", "责任人", "公开时限", "目录项", "标签", "文种", "阶段", "索引号");

        /** Returns whether something that readers rely on was replaced: a date, an amount, a name, a result. */
        public boolean corrects() {
            String what = part().what();
            return !FILING.contains(name) && (what.equals("更正") || what.equals("更新") && name.endsWith("结果"));
        }

        /** Returns what happened to it in words: what is told of progress is no correction. */
        public ChangedPart part() {
            boolean state = name.matches(STATES);
            if (now.isEmpty()) {
                return new ChangedPart("删去", name);
            }
            return before.isEmpty()
                    ? new ChangedPart(state ? "补记" : "补充", name)
                    : ChangedPart.field(state ? "更新" : name.equals("标题") ? "修改" : "更正", name, now);
        }
    }
}
