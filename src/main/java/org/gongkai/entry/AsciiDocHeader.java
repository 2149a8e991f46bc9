package org.gongkai.entry;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.data.Value;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/**
 * Reads AsciiDoc's document header: title, author and revision line, attributes. Attributes that are AsciiDoc's own
 * business, or a writer's variables, are left to AsciiDoc.
 */
final class AsciiDocHeader {

    private static final Pattern ATTRIBUTE = Pattern.compile(":(!?[^\\s:!][^:]*)!?:(?:\\s+(.*))?");
    private static final Pattern REVISION = Pattern.compile("(?:v?[^,]*,\\s*)?(\\d{4}-\\d{1,2}-\\d{1,2})(?:\\s*:.*)?");
    private static final Set<String> MARKUP = Set.of(
            "toc",
            "toclevels",
            "toc-title",
            "sectnums",
            "sectnumlevels",
            "numbered",
            "idprefix",
            "idseparator",
            "imagesdir",
            "icons",
            "icon-set",
            "experimental",
            "doctype",
            "lang",
            "author",
            "email",
            "revdate",
            "revnumber",
            "revremark",
            "keywords",
            "source-highlighter",
            "stem",
            "hardbreaks",
            "table-caption",
            "figure-caption",
            "encoding",
            "description-attribute",
            "showtitle",
            "sectids",
            "sectanchors",
            "sectlinks",
            "leveloffset");

    private final String path;
    private final Consumer<Problem> problems;

    AsciiDocHeader(String path, Consumer<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    /** @return empty if the text does not begin with a title or an attribute */
    Optional<Header> parse(String text) {
        FlatFields fields = new FlatFields(path, problems);
        boolean begun = false;
        boolean titled = false;
        int lineNumber = 0;
        int at = 0;
        while (at < text.length() && lineNumber < HeaderParser.MAX_LINES) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end).stripTrailing();
            at = end < 0 ? text.length() : end + 1;
            lineNumber++;
            Matcher attribute = ATTRIBUTE.matcher(line);
            if (line.isEmpty()) {
                if (begun) {
                    break;
                }
            } else if (line.startsWith("//")) {
                continue;
            } else if (line.startsWith("= ") && !titled) {
                titled = true;
                begun = true;
                String title = line.substring(2).strip();
                fields.add(
                        new Value.Text("title", lineNumber, 1),
                        new Value.Text(title, lineNumber, line.indexOf(title) + 1));
            } else if (attribute.matches()) {
                begun = true;
                attribute(fields, attribute, lineNumber);
            } else if (titled) {
                Matcher revision = REVISION.matcher(line.strip());
                if (revision.matches() && !fields.has("date")) {
                    fields.add(
                            new Value.Text("date", lineNumber, 1),
                            new Value.Text(revision.group(1), lineNumber, revision.start(1) + 1));
                }
            } else {
                break;
            }
        }
        return begun ? Optional.of(new Header(Header.Form.ASCIIDOC, fields.all(), 1)) : Optional.empty();
    }

    private void attribute(FlatFields fields, Matcher attribute, int lineNumber) {
        String typed = attribute.group(1).strip();
        String value = attribute.group(2) == null ? "" : attribute.group(2).strip();
        String name = typed.startsWith("jbake-") ? typed.substring("jbake-".length()) : typed;
        boolean common = CommonField.named(name).isPresent();
        if (typed.startsWith("!") || MARKUP.contains(name) || name.equals("date") && fields.has("date")) {
            return;
        }
        if (!common && isAscii(name) && typed.equals(name) && isVariable(name)) {
            return;
        }
        int column = attribute.group(2) == null ? 1 : attribute.start(2) + 1;
        fields.add(new Value.Text(name, lineNumber, 2), new Value.Text(value, lineNumber, column));
    }

    /** A name of the writer's own, not a slip of the pen in the name of a field. */
    private static boolean isVariable(String name) {
        return Nearest.of(name, CommonField.allNames()).isEmpty()
                && !name.startsWith("notice")
                && !name.startsWith("meeting");
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 128);
    }
}
