package org.gongkai.jbake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.data.Value;

/** Reads the header of an AsciiDoc text: title, author, revision and attributes, each where it stands. */
final class AsciiDocAttributes {

    private static final Pattern ATTRIBUTE = Pattern.compile(":(!?[\\w][\\w-]*!?):(?:[ \\t]+(.*))?");
    private static final Pattern AUTHOR = Pattern.compile(
            "(\\w[\\w\\-'.]*)(?: +(\\w[\\w\\-'.]*))?(?: +(\\w[\\w\\-'.]*))?(?: +<([^>]+)>)?(?:;.*)?",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern REVISION = Pattern.compile("(?:[^\\d{,]*([^,]*?),)?\\s*([^:]*?)\\s*(?::\\s*(.*))?");

    private final List<String> lines;
    private final List<Value.Field> fields = new ArrayList<>();

    AsciiDocAttributes(List<String> lines) {
        this.lines = lines;
    }

    /** Attributes in their order, empty if the text does not begin with a header. */
    List<Value.Field> all() {
        int title = untilTitle();
        if (title < 0) {
            return fields;
        }
        add("doctitle", lines.get(title).substring(2).strip(), title, 3);
        int bare = 0;
        for (int i = title + 1; i < lines.size() && !lines.get(i).isBlank(); i++) {
            String line = lines.get(i).stripTrailing();
            if (line.startsWith("//")) {
                continue;
            }
            Matcher attribute = ATTRIBUTE.matcher(line);
            if (attribute.matches()) {
                attribute(attribute, i);
                bare = 2;
            } else if (bare == 0) {
                author(line, i);
                bare = 1;
            } else if (bare == 1) {
                revision(line, i);
                bare = 2;
            } else {
                break;
            }
        }
        return fields;
    }

    /** Attributes may stand before the title. Returns its line, -1 if there is none. */
    private int untilTitle() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            Matcher attribute = ATTRIBUTE.matcher(line);
            if (line.startsWith("= ")) {
                return i;
            }
            if (attribute.matches()) {
                attribute(attribute, i);
            } else if (!line.isEmpty() && !line.startsWith("//")) {
                return -1;
            }
        }
        return -1;
    }

    private void attribute(Matcher attribute, int line) {
        String name = attribute.group(1);
        if (name.startsWith("!") || name.endsWith("!")) {
            return;
        }
        String value = attribute.group(2) == null ? "" : attribute.group(2).strip();
        add(name, value, line, attribute.group(2) == null ? 2 : attribute.start(2) + 1);
    }

    private void author(String line, int at) {
        Matcher author = AUTHOR.matcher(line);
        if (!author.matches()) {
            add("author", line, at, 1);
            return;
        }
        String last = author.group(3) == null ? author.group(2) : author.group(3);
        String middle = author.group(3) == null ? null : author.group(2);
        String mail = author.group(4);
        String name = mail == null ? line : line.substring(0, author.start(4) - 1);
        add("author", name.replaceFirst(";.*", "").strip().replace('_', ' '), at, 1);
        optional("firstname", author.group(1), at);
        optional("middlename", middle, at);
        optional("lastname", last, at);
        optional("email", mail, at);
    }

    private void revision(String line, int at) {
        Matcher revision = REVISION.matcher(line);
        if (revision.matches()) {
            optional("revnumber", revision.group(1), at);
            add("revdate", revision.group(2).strip(), at, revision.start(2) + 1);
            optional("revremark", revision.group(3), at);
        }
    }

    private void optional(String name, String value, int line) {
        if (value != null && !value.isBlank()) {
            add(name, value.strip().replace('_', ' '), line, 1);
        }
    }

    private void add(String name, String value, int line, int column) {
        fields.add(new Value.Field(new Value.Text(name, line + 1, 1), new Value.Text(value, line + 1, column)));
    }
}
