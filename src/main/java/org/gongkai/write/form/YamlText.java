package org.gongkai.write.form;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;

/**
 * Writes values as YAML the way a person would: {@code [甲, 乙]}, {@code {起: 2025-01-13, 止: 2025-01-17}}, tables with one
 * row a line. A text is quoted if the reader would take it for anything else.
 */
public record YamlText(YamlReader reader) {

    /** What every reader of YAML takes for a text wherever it stands. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{IsHan}A-Za-z0-9（《“〔][\\p{IsHan}A-Za-z0-9（）《》“”〔〕。·./+%-]*");

    private static final Pattern DOUBTFUL_START = Pattern.compile("[-?:,\\[\\]{}#&*!|>'\"%@`~=<：].*", Pattern.DOTALL);

    /** Unquoted items of lists are divided at these. */
    private static final Pattern SEPARATOR = Pattern.compile("[,，、;；]");

    /** Inside brackets these can act as the ASCII characters that they resemble, depending on what is beside them. */
    private static final Pattern FULL_WIDTH = Pattern.compile("[，：｛｝［］\"']");

    /** A longer list is written with one item a line. */
    private static final int WIDTH = 100;

    /**
     * Returns what follows the colon of a field: a blank and a value, or further lines without terminators; empty for a
     * blank value.
     *
     * @param indent the blanks before the name of the field
     */
    public List<String> lines(FormValue value, String indent) {
        if (value instanceof FormValue.Items list && !fitsLine(list)) {
            return Stream.concat(Stream.of(""), list.items().stream().map(item -> indent + "  - " + inList(item)))
                    .toList();
        }
        String text = value instanceof FormValue.Words words ? text(words.text()) : flow(value);
        return List.of(text.isEmpty() ? "" : " " + text);
    }

    /** Returns an item of a list that has one item a line. */
    String inList(FormValue item) {
        if (!(item instanceof FormValue.Words words)) {
            return flow(item);
        }
        return SEPARATOR.matcher(words.text()).find() ? quoted(words.text()) : scalar(words.text(), "- ", "");
    }

    private boolean fitsLine(FormValue.Items list) {
        return list.items().stream().allMatch(FormValue.Words.class::isInstance)
                && flow(list).length() <= WIDTH;
    }

    /** Returns a text as the value of a field, quoted if necessary. */
    public String text(String text) {
        return text.isEmpty() ? "" : scalar(text, "a: ", "");
    }

    /** Returns the name of a field. */
    String name(String name) {
        return PLAIN.matcher(name).matches() ? name : quoted(name);
    }

    /** Returns a value in one line, with brackets and braces. */
    public String flow(FormValue value) {
        if (value instanceof FormValue.Words words) {
            return scalar(words.text(), "a: [甲, ", ", 乙]");
        }
        if (value instanceof FormValue.Items list) {
            return list.items().stream()
                    .map(item -> item instanceof FormValue.Words words
                                    && SEPARATOR.matcher(words.text()).find()
                            ? quoted(words.text())
                            : flow(item))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return ((FormValue.Group) value)
                .members().entrySet().stream().map(this::member).collect(Collectors.joining(", ", "{", "}"));
    }

    private String member(Map.Entry<String, FormValue> member) {
        String name = scalar(member.getKey(), "a: [甲, ", ", 乙]");
        return member.getValue() instanceof FormValue.Words words
                        && words.text().isEmpty()
                ? name + ":"
                : name + ": " + flow(member.getValue());
    }

    private String scalar(String text, String before, String after) {
        boolean doubtful = !after.isEmpty() && FULL_WIDTH.matcher(text).find();
        return PLAIN.matcher(text).matches() && !text.equals("null") || !doubtful && isRead(text, before, after)
                ? text
                : quoted(text);
    }

    /** Returns true if the reader finds exactly this text between others, and no other reader could stumble. */
    private boolean isRead(String text, String before, String after) {
        if (text.isEmpty()
                || text.indexOf('\n') >= 0
                || DOUBTFUL_START.matcher(text).matches()) {
            return false;
        }
        Value read = reader.read("", before + text + after, 1, problem -> {}).orElse(null);
        FormValue found = read instanceof Value.Fields fields && fields.fields().size() == 1
                ? FormValue.of(fields.fields().get(0).value())
                : read instanceof Value.Items list && list.items().size() == 1
                        ? FormValue.of(list.items().get(0))
                        : FormValue.Words.BLANK;
        FormValue expected = after.isEmpty() ? FormValue.of(text) : FormValue.Items.of(List.of("甲", text, "乙"));
        return found.equals(expected);
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }
}
