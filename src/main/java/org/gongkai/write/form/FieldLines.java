package org.gongkai.write.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.input.data.NormalizedText;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.Header;
import org.gongkai.write.form.HeaderEditor.FieldEdit;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
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
        String rest = lines.line(line).substring(colon + 1);
        int comment = comment(rest);
        List<String> written = new ArrayList<>(
                field.value() instanceof Value.Items old && value instanceof FormValue.Items list
                        ? new ListLines(lines, yaml).lines(old, list, field.key(), end(field))
                        : yaml.lines(value, indent()));
        String suffix = comment < 0 ? "" : " " + rest.substring(comment);
        written.set(0, name + written.get(0) + suffix);
        lines.replace(line, end(field), written);
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
        if (fields.isEmpty()) {
            return false;
        }
        boolean english = fields.stream().map(field -> field.key().text()).allMatch(name -> name.chars()
                .allMatch(c -> c < 128));
        String name = edit.names().stream()
                .filter(n -> english
                        && header.form() != Header.Form.ASCIIDOC
                        && n.chars().allMatch(c -> c < 128))
                .findFirst()
                .orElse(edit.names().get(0));
        int at = end(fields.get(above(fields, edit.after())));
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
        return " ".repeat(header.fields().fields().get(0).key().column() - 1);
    }

    /**
     * The index of the number sign of the comment behind a value on the line of its field; -1 if there is none.
     *
     * @param rest what follows the colon of the field
     */
    private static int comment(String rest) {
        LoadSettings settings = LoadSettings.builder()
                .setParseComments(true)
                .setBufferSize(rest.length() + 4)
                .build();
        try {
            for (Event event : new Parse(settings).parseString("a:" + rest)) {
                if (event instanceof CommentEvent && event.getStartMark().isPresent()) {
                    int column = event.getStartMark().get().getColumn() - "a:".length();
                    return rest.offsetByCodePoints(0, column);
                }
            }
        } catch (YamlEngineException e) {
            // The value goes on in the next line, and no comment stands before that.
        }
        return -1;
    }

    /** The lines of a list in which only the changed items are written anew. */
    private record ListLines(SourceText lines, YamlText yaml) {

        /** An item as written: the lines of comments above it, and its own. */
        private record OldItem(FormValue value, List<String> comments, List<String> own) {}

        /**
         * Returns the lines of a list from what follows the colon of its field.
         *
         * @param key the name of the field
         * @param end the number of the line below the field
         */
        List<String> lines(Value.Items old, FormValue.Items list, Value.Text key, int end) {
            String indent = " ".repeat(key.column() - 1);
            List<OldItem> items = items(old, key.line(), end);
            List<String> fresh = yaml.lines(list, indent);
            if (items.isEmpty() || list.items().isEmpty()) {
                return fresh;
            }
            String dash = dash(items.get(0).own().get(0));
            List<String> written = new ArrayList<>(List.of(""));
            int at = 0;
            for (int i = 0; i < list.items().size(); i++) {
                FormValue item = list.items().get(i);
                int same = indexOf(items, item, at);
                if (same >= 0) {
                    written.addAll(items.get(same).comments());
                    written.addAll(items.get(same).own());
                    at = same + 1;
                    continue;
                }
                // A changed item keeps the comments of the one that it replaces.
                if (at < items.size()
                        && !list.items()
                                .subList(i, list.items().size())
                                .contains(items.get(at).value())) {
                    written.addAll(items.get(at).comments());
                    at++;
                }
                written.add(dash + yaml.inList(item));
            }
            return written;
        }

        private static int indexOf(List<OldItem> items, FormValue value, int from) {
            for (int i = from; i < items.size(); i++) {
                if (items.get(i).value().equals(value)) {
                    return i;
                }
            }
            return -1;
        }

        /** The items of a list that has each of them on lines of its own; empty if it has not. */
        private List<OldItem> items(Value.Items list, int keyLine, int end) {
            List<OldItem> items = new ArrayList<>();
            int from = keyLine + 1;
            for (int i = 0; i < list.items().size(); i++) {
                int start = list.items().get(i).line();
                if (start < from || start >= end || !lines.line(start).strip().startsWith("- ")) {
                    return List.of();
                }
                int next = i + 1 < list.items().size() ? list.items().get(i + 1).line() : end;
                int below = next;
                while (below > start + 1 && below <= end && isBeside(lines.line(below - 1))) {
                    below--;
                }
                items.add(new OldItem(FormValue.of(list.items().get(i)), range(from, start), range(start, below)));
                from = below;
            }
            return items;
        }

        private static boolean isBeside(String line) {
            return line.isBlank() || line.strip().startsWith("#");
        }

        private List<String> range(int from, int to) {
            return IntStream.range(from, to).mapToObj(lines::line).toList();
        }

        /** The blanks, the dash and the blanks in front of an item. */
        private static String dash(String line) {
            int at = line.indexOf('-') + 1;
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            return line.substring(0, at);
        }
    }
}
