package org.gongkai.feature.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An entry of the corpus as its writer types it, and where its page stands. */
final class Draft {

    static final LocalDate DAY = LocalDate.of(2025, 11, 15);
    static final String PUBLISHER = "第一党支部";

    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年(?!\\d+月\\d+日)");

    /** The form of a header. */
    enum Form {
        YAML("md"),
        LINES("md"),
        ASCIIDOC("adoc");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }
    }

    private final String name;
    private final List<String> kinds;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final LocalDate published;

    private Form form = Form.YAML;
    private LocalDate event;
    private String more = "";

    /**
     * @param name the folder of its column and its own name, such as {@code meetings/a}
     * @param kinds its kinds, separated by 、
     */
    Draft(String name, String kinds, String title, LocalDate published) {
        this.name = name;
        this.kinds = List.of(kinds.split("、"));
        this.published = published;
        fields.put("标题", title);
        fields.put("文种", this.kinds);
        fields.put("发布日期", published.toString());
        fields.put("公开范围", "本单位");
        fields.put("发布机构", PUBLISHER);
    }

    /** Sets a field to a text, a number, a list of texts, a group (a map) or a table (a list of maps). */
    Draft with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    /** Says which day it is about: a meeting, or the end of a period. */
    Draft about(LocalDate day) {
        event = day;
        return this;
    }

    /** The day that it is about, or of its text; empty if its header says neither. */
    Optional<LocalDate> event() {
        return event == null && fields.containsKey("成文日期") ? Optional.of(signed()) : Optional.ofNullable(event);
    }

    /** Adds a sentence to its text. */
    Draft saying(String sentence) {
        more = sentence;
        return this;
    }

    Draft in(Form other) {
        form = other;
        return this;
    }

    String title() {
        return text("标题");
    }

    List<String> kinds() {
        return kinds;
    }

    LocalDate published() {
        return published;
    }

    /** A field as typed; empty if it is absent. */
    String text(String field) {
        return fields.getOrDefault(field, "").toString();
    }

    /** The day of its text: 成文日期, else that of its publication. */
    LocalDate signed() {
        return fields.containsKey("成文日期") ? LocalDate.parse(text("成文日期")) : published;
    }

    String scope() {
        return text("公开范围");
    }

    boolean isVisible() {
        return !fields.containsKey("状态") && !scope().equals("特定对象") && !published.isAfter(DAY);
    }

    /** The years that its header names, in their order; else that of its title; else that of its publication. */
    List<Integer> years() {
        if (!fields.containsKey("年度")) {
            Matcher inTitle = YEAR.matcher(title());
            return List.of(inTitle.find() ? Integer.parseInt(inTitle.group(1)) : published.getYear());
        }
        List<?> typed = fields.get("年度") instanceof List<?> several ? several : List.of(text("年度"));
        return typed.stream()
                .map(year -> Integer.valueOf(year.toString().replace("年度", "")))
                .toList();
    }

    String name() {
        return name;
    }

    String path() {
        int slash = name.indexOf('/');
        return "content/" + Columns.BY_FOLDER.get(name.substring(0, slash)) + name.substring(slash) + "." + form.ending;
    }

    String address() {
        int slash = name.indexOf('/');
        String number = text("索引号").toLowerCase(Locale.ROOT).replace('/', '-');
        return name.substring(0, slash + 1) + years().get(0) + "/"
                + (number.isEmpty() ? name.substring(slash + 1) : number) + ".html";
    }

    /** The whole file. */
    String file() {
        Map<String, Object> header = new LinkedHashMap<>(fields);
        header.put("保密审查", Map.of("审查人", "宣传委员", "日期", signed().toString()));
        header.put("审批", Map.of("审批人", "支部书记", "日期", signed().toString()));
        List<String> lines = new ArrayList<>();
        switch (form) {
            case YAML -> {
                lines.add("---");
                header.forEach((field, value) -> lines.add(field + ": " + yaml(value)));
                lines.add("---");
            }
            case LINES -> {
                flat(header).forEach((field, value) -> lines.add(field + "=" + value));
                lines.add("~~~~~~");
            }
            case ASCIIDOC -> {
                lines.add("= " + header.remove("标题"));
                flat(header).forEach((field, value) -> lines.add(":" + field + ": " + value));
            }
        }
        return String.join("\n", lines) + "\n\n本条的正文只有这一句（" + name + "）。" + more + "\n";
    }

    private static String yaml(Object value) {
        if (value instanceof Map<?, ?> group) {
            return group.entrySet().stream()
                    .map(member -> member.getKey() + ": " + yaml(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> items) {
            boolean isTable = items.get(0) instanceof Map;
            return items.stream()
                    .map(item -> (isTable ? "\n  - " : "") + yaml(item))
                    .collect(Collectors.joining(isTable ? "" : ", ", isTable ? "" : "[", isTable ? "" : "]"));
        }
        String text = value.toString();
        return text.contains(",") ? '"' + text + '"' : text;
    }

    private static Map<String, String> flat(Map<String, Object> header) {
        Map<String, String> flat = new LinkedHashMap<>();
        header.forEach((field, value) -> {
            if (value instanceof Map<?, ?> group) {
                group.forEach((member, typed) -> flat.put(field + "-" + member, typed.toString()));
            } else {
                flat.put(
                        field,
                        value instanceof List<?> items
                                ? items.stream().map(Object::toString).collect(Collectors.joining("、"))
                                : value.toString());
            }
        });
        return flat;
    }
}
