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

    /** Characters of a value that a sentence quotes. */
    private static final int VALUE = 12;

    private static final String VALUED = "”为“";

    /** A field whose value was replaced; the sentence tells a short one. */
    public static ChangedPart field(String what, String name, String now) {
        boolean told = now.length() <= VALUE && (name + now).chars().noneMatch(c -> "“”\n".indexOf(c) >= 0);
        return new ChangedPart(what, told ? "“" + name + VALUED + now + "”" : name);
    }

    /** Takes the values of fields out of a sentence. */
    public static String withoutValues(String words) {
        return words.replaceAll("(^|，)([^，“”]+)(?=“[^“”]*”为“)", "$1$2了").replaceAll("“([^“”]*)”为“[^“”]*”", "$1");
    }

    static ChangedPart section(String what, String heading) {
        int end = heading.offsetByCodePoints(0, Math.min(QUOTED, heading.codePointCount(0, heading.length())));
        return new ChangedPart(what, "“" + heading.substring(0, end) + (end < heading.length() ? "……" : "") + "”");
    }

    /** Returns what happened in one line: {@code 更正“版本”为“2.0”，修改了“三、监督”等多处}; empty if nothing did. */
    public static String words(List<ChangedPart> parts) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        parts.stream().limit(NAMED).forEach(part -> names.computeIfAbsent(
                        part.what() + (part.name().contains(VALUED) ? "" : "了"), what -> new ArrayList<>())
                .add(part.name()));
        List<String> clauses = new ArrayList<>();
        names.forEach((what, named) ->
                clauses.add(what + String.join("、", named).replace("”、“", what.endsWith("了") ? "”“" : "”、“")));
        return String.join("，", clauses) + (parts.size() > NAMED ? "等多处" : "");
    }
}
