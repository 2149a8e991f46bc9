package org.gongkai.write.document.entry;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values of headers in YAML. */
final class HeaderYaml {

    /** What needs no quotation marks, neither alone nor within braces. */
    private static final Pattern PLAIN = Pattern.compile(
            "[\\p{IsHan}A-Za-z0-9（《“〔][^:：#,\\[\\]{}\\\\\"'&*!|>%@`\\p{Cntrl}\u00a0\u200b\u2060\ufeff]*");

    private HeaderYaml() {}

    static String of(String text) {
        boolean plain = text.isEmpty()
                || PLAIN.matcher(text).matches() && text.equals(text.strip()) && !text.equalsIgnoreCase("null");
        return plain
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\p{Cntrl}\u00a0]+", " ") + "\"";
    }

    static String of(List<?> items) {
        return items.stream().map(item -> of(String.valueOf(item))).collect(Collectors.joining(", ", "[", "]"));
    }

    static String of(Map<String, String> group) {
        return group.entrySet().stream()
                .map(part -> part.getKey() + ": " + of(part.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
