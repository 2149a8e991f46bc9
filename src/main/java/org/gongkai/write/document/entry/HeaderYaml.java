package org.gongkai.write.document.entry;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values of headers in YAML. */
<<<<<<<< HEAD:src/main/java/org/gongkai/write/document/entry/HeaderYaml.java
final class HeaderYaml {
========
final class YamlScalar {
>>>>>>>> 79bd1baf74825e84c3804f59d218263f5cb8c674:src/main/java/org/gongkai/write/document/entry/YamlScalar.java

    /** What needs no quotation marks, neither alone nor within braces. */
    private static final Pattern PLAIN = Pattern.compile(
            "[\\p{IsHan}A-Za-z0-9（《“〔][^:：#,\\[\\]{}\\\\\"'&*!|>%@`\\p{Cntrl}\u00a0\u200b\u2060\ufeff]*");

<<<<<<<< HEAD:src/main/java/org/gongkai/write/document/entry/HeaderYaml.java
    private HeaderYaml() {}
========
    private YamlScalar() {}
>>>>>>>> 79bd1baf74825e84c3804f59d218263f5cb8c674:src/main/java/org/gongkai/write/document/entry/YamlScalar.java

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
