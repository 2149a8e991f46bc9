package org.gongkai.entry;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.data.Typed;
import org.gongkai.data.Value;
import org.gongkai.data.YamlLimits;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/**
 * Reads AsciiDoc's document header: title, author and revision line, attributes. Attributes that are AsciiDoc's own
 * business, or a writer's variables, are left to AsciiDoc.
 */
final class AsciiDocHeader {

    /** Blanks as hands type them, and characters that have no width. */
    private static final String BLANK = "[\\s　\u00A0\u200B\u2060\uFEFF]";

    /** Name and value of {@code :name: value}; a full-width colon needs no blank behind it. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("[\u200B\u2060\uFEFF]*[:：](!?[^\\s:：!][^:：]*)!?(?::(?!\\S)|:(?=BLANK)|：)BLANK*(.*)"
                    .replace("BLANK", BLANK));

    private static final Pattern PLAIN = Pattern.compile(":[^:：]*:(?:[ \\t].*)?");

    private static final Pattern TITLE =
            Pattern.compile("[\u200B\u2060\uFEFF]*[=＝]BLANK+(\\S.*)".replace("BLANK", BLANK));
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
            Matcher title = TITLE.matcher(line);
            if (line.isEmpty()) {
                if (begun) {
                    break;
                }
            } else if (line.startsWith("//")) {
                continue;
            } else if (!fields.fits(lineNumber, line)) {
                begun = true;
            } else if (title.matches() && !titled) {
                titled = true;
                begun = true;
                fields.add(
                        new Value.Text("title", lineNumber, 1),
                        new Value.Text(Typed.value(title.group(1)).strip(), lineNumber, title.start(1) + 1));
            } else if (attribute.matches()) {
                begun = true;
                attribute(fields, attribute, lineNumber);
            } else if (titled) {
                Matcher revision = REVISION.matcher(Typed.plain(line).strip());
                if (revision.matches() && !fields.has("date")) {
                    fields.add(
                            new Value.Text("date", lineNumber, 1),
                            new Value.Text(revision.group(1), lineNumber, revision.start(1) + 1));
                }
            } else {
                break;
            }
        }
        if (lineNumber == HeaderParser.MAX_LINES && at < text.length()) {
            problems.accept(HeaderParser.tooLong(path, "文件头后面要空一行，请检查"));
        }
        return begun ? Optional.of(new Header(Header.Form.ASCIIDOC, fields.all(), 1)) : Optional.empty();
    }

    /** A text whose header has the marks that AsciiDoc knows, line for line. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        boolean begun = false;
        int at = 0;
        for (int i = 0; at < text.length() && i < HeaderParser.MAX_LINES; i++) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(at, end);
            Matcher attribute = ATTRIBUTE.matcher(line);
            Matcher title = TITLE.matcher(line);
            if (line.isBlank() && begun) {
                break;
            }
            begun |= !line.isBlank();
            if (attribute.matches() && !PLAIN.matcher(line).matches()) {
                line = ":" + Typed.name(attribute.group(1)) + ": " + attribute.group(2);
            } else if (title.matches() && !line.startsWith("= ")) {
                line = "= " + title.group(1);
            }
            plain.append(line);
            if (newline >= 0) {
                plain.append('\n');
            }
            at = newline < 0 ? end : end + 1;
        }
        return plain.append(text, at, text.length()).toString();
    }

    private void attribute(FlatFields fields, Matcher attribute, int lineNumber) {
        String typed = Typed.name(attribute.group(1));
        String value = Typed.value(attribute.group(2)).strip();
        String name = typed.startsWith("jbake-") ? typed.substring("jbake-".length()) : typed;
        boolean common = CommonField.named(name).isPresent();
        if (typed.startsWith("!") || MARKUP.contains(name) || name.equals("date") && fields.has("date")) {
            return;
        }
        if (!common && isAscii(name) && typed.equals(name) && isVariable(name)) {
            return;
        }
        int column = value.isEmpty() ? 1 : attribute.start(2) + 1;
        fields.add(new Value.Text(name, lineNumber, attribute.start(1) + 1), new Value.Text(value, lineNumber, column));
    }

    /** A name of the writer's own, not a slip of the pen in the name of a field. */
    private static boolean isVariable(String name) {
        return name.length() <= YamlLimits.NAME
                && Nearest.of(name, CommonField.allNames()).isEmpty()
                && !name.startsWith("notice")
                && !name.startsWith("meeting");
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 128);
    }
}
