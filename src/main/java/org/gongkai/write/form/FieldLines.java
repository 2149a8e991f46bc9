package org.gongkai.write.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.data.NormalizedText;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.Header;
import org.gongkai.write.form.HeaderEditor.FieldEdit;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The lines of the fields of one header. Changes may go wrong in unusual headers; the caller reads the result again.
 */
record FieldLines(Header header, SourceText lines, YamlText yaml) {

    private static final Pattern ATTRIBUTE = Pattern.compile("([:：][^:：]+[:：][\\s　]*).*");
    private static final Pattern TITLE = Pattern.compile("([=＝][\\s　]+).*");
    private static final Pattern KEY_VALUE = Pattern.compile("([^=＝：]+[=＝：][\\s　]*).*");

    /** Gives a field another value; returns false if its lines are not understood. */
    boolean replace(Value.Field field, FormValue value) {
        int line = field.key().line();
        if (header.form() != Header.Form.YAML) {
            Matcher matcher = start(line).matcher(lines.line(line));
            if (matcher.matches()) {
                lines.replace(line, end(field), List.of(matcher.group(1) + ((FormValue.Words) value).text()));
            }
            return matcher.matches();
        }
        int colon = colon(field.key());
        if (colon < 0) {
            return false;
        }
        String name = lines.line(line).substring(0, colon + 1);
        String rest = "a:" + lines.line(line).substring(colon + 1);
        List<String> items = field.value() instanceof Value.Items old && value instanceof FormValue.Items list
                ? new ListLines(lines, yaml).lines(old, list, field.key(), end(field))
                : List.of();
        List<String> written = new ArrayList<>(items.isEmpty() ? yaml.lines(value, indent()) : items);
        written.set(0, name + written.get(0));
        List<String> below = items.isEmpty() ? lines.range(line + 1, end(field)) : List.of();
        lines.replace(line, end(field), commented(written, Stream.concat(Stream.of(rest), below.stream()), indent()));
        return true;
    }

    private Pattern start(int line) {
        if (header.form() == Header.Form.JBAKE) {
            return KEY_VALUE;
        }
        return lines.line(line).startsWith(":") || lines.line(line).startsWith("：") ? ATTRIBUTE : TITLE;
    }

    /** Adds a field below the nearest one after which it belongs, else below the last one, but above a final 状态. */
    boolean add(FieldEdit edit, FormValue value) {
        List<Value.Field> fields = header.fields().fields();
        boolean english = !fields.isEmpty()
                && fields.stream().map(field -> field.key().text()).allMatch(name -> name.chars()
                        .allMatch(c -> c < 128));
        String name = edit.names().stream()
                .filter(n -> english
                        && header.form() != Header.Form.ASCIIDOC
                        && n.chars().allMatch(c -> c < 128))
                .findFirst()
                .orElse(edit.names().get(0));
        int at = !fields.isEmpty()
                ? end(fields.get(above(fields, edit.after())))
                : lines.count() + (lines.line(lines.count()).isBlank() ? 0 : 1);
        switch (header.form()) {
            case YAML -> {
                List<String> written = new ArrayList<>(yaml.lines(value, indent()));
                written.set(0, indent() + yaml.name(name) + ":" + written.get(0));
                lines.replace(at, at, written);
            }
            case JBAKE -> lines.replace(at, at, List.of(name + "=" + ((FormValue.Words) value).text()));
            case ASCIIDOC -> {
                while (at <= lines.count() && !lines.line(at).isBlank()) {
                    at++;
                }
                lines.replace(at, at, List.of(":" + name + ": " + ((FormValue.Words) value).text()));
            }
        }
        return true;
    }

    /** The index of the field below which a new one goes. */
    private int above(List<Value.Field> fields, List<String> after) {
        int nearest = -1;
        int above = fields.size() - 1;
        for (int i = 0; i < fields.size(); i++) {
            int place = after.indexOf(fields.get(i).key().text());
            if (place > nearest) {
                nearest = place;
                above = i;
            }
        }
        boolean atEnd = CommonField.named(fields.get(above).key().text())
                .filter(CommonField.STATUS::equals)
                .isPresent();
        return nearest < 0 && atEnd && above > 0 && header.form() == Header.Form.YAML ? above - 1 : above;
    }

    /** Removes the lines of a field; comments above it stay. */
    boolean remove(Value.Field field) {
        int line = field.key().line();
        if (header.form() == Header.Form.ASCIIDOC && start(line) == TITLE) {
            return false;
        }
        lines.replace(line, end(field), List.of());
        return true;
    }

    /** The number of the line below a field. Blank lines and comments in front of the next field belong to that. */
    private int end(Value.Field field) {
        int start = field.key().line();
        int next = header.form() == Header.Form.ASCIIDOC ? asciiDocEnd(start) : header.bodyLine() - 1;
        for (Value.Field other : header.fields().fields()) {
            int line = other.key().line();
            next = line > start ? Math.min(next, line) : next;
        }
        if (header.form() == Header.Form.JBAKE) {
            return start + 1;
        }
        boolean block = header.form() == Header.Form.YAML && isBlock(field);
        while (next > start + 1
                && (lines.line(next - 1).isBlank()
                        || lines.line(next - 1).strip().startsWith("#")
                                && !(block && lines.line(next - 1).startsWith(indent() + " ")))) {
            next--;
        }
        return next;
    }

    private int asciiDocEnd(int start) {
        int end = start;
        while (end < lines.count() && lines.line(end).stripTrailing().endsWith(" \\")) {
            end++;
        }
        return Math.min(end, lines.count()) + 1;
    }

    /** Returns true if a number sign at the start of a line of the value need not begin a comment. */
    private boolean isBlock(Value.Field field) {
        int colon = colon(field.key());
        return colon >= 0
                && lines.line(field.key().line()).substring(colon + 1).strip().matches("[|>].*");
    }

    /** The index of the colon behind the name of a field, or -1. */
    private int colon(Value.Text key) {
        String line = lines.line(key.line());
        int from = line.offsetByCodePoints(0, Math.min(key.column() - 1, line.codePointCount(0, line.length())));
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == ':' || line.charAt(i) == '：') {
                String typed = line.substring(from, i).strip().replaceAll("^([\"'])(.*)\\1$", "$2");
                return NormalizedText.name(typed).equals(key.text()) ? i : -1;
            }
        }
        return -1;
    }

    private String indent() {
        return header.fields().fields().stream()
                .findFirst()
                .map(field -> " ".repeat(field.key().column() - 1))
                .orElse("");
    }

    /**
     * Returns what is written in place of a value with the comments in that: the one on its first line behind what is
     * written, the others above it.
     */
    static List<String> commented(List<String> written, Stream<String> before, String indent) {
        List<String> all = new ArrayList<>(written);
        String old = before.collect(Collectors.joining("\n"));
        LoadSettings settings = LoadSettings.builder()
                .setParseComments(true)
                .setBufferSize(old.length() + 4)
                .build();
        int above = 0;
        try {
            for (Event event : new Parse(settings).parseString(old)) {
                if (event instanceof CommentEvent comment && comment.getCommentType() != CommentType.BLANK_LINE) {
                    String words = "#" + comment.getValue();
                    if (comment.getStartMark().orElseThrow().getLine() == 0) {
                        all.set(above, all.get(above) + " " + words);
                    } else {
                        all.add(above++, indent + words);
                    }
                }
            }
        } catch (YamlEngineException e) {
            // Of a list with a line for each item only the first line is read, and a value may go on in the next.
        }
        return all;
    }
}
