package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of an entry that changed: a field of its header, a section of its body, a table.
 *
 * @param what what happened to it, as a verb: 更正, 补充, 修改 …
 * @param name its name as it stands in a sentence, in quotation marks if it is a heading
 */
public record ChangedPart(String what, String name) {

    /** Parts that a sentence names. */
    private static final int NAMED = 3;

    /** Characters of a heading that a sentence quotes. */
    private static final int QUOTED = 18;

    static ChangedPart section(String what, String heading) {
        int end = heading.offsetByCodePoints(0, Math.min(QUOTED, heading.codePointCount(0, heading.length())));
        return new ChangedPart(what, "“" + heading.substring(0, end) + (end < heading.length() ? "……" : "") + "”");
    }

    /** Whether a value was replaced that should have been right from the beginning. */
    public boolean isCorrection() {
        return what.equals("更正");
    }

    /** Returns what happened in one line: {@code 更正了发布机构、成文日期，修改了“三、监督”等5项}; empty if nothing did. */
    public static String words(List<ChangedPart> parts) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        parts.stream().limit(NAMED).forEach(part -> names.computeIfAbsent(part.what(), what -> new ArrayList<>())
                .add(part.name()));
        List<String> clauses = new ArrayList<>();
        names.forEach((what, named) ->
                clauses.add(what + "了" + String.join("、", named).replace("”、“", "”“")));
        return String.join("，", clauses) + (parts.size() > NAMED ? "等" + parts.size() + "项" : "");
    }
}
