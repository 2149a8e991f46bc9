package org.gongkai.input.entry.header;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.NormalizedText;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlLimit;
import org.gongkai.input.entry.header.AsciiDocHeaderLines.Kind;
import org.gongkai.input.entry.header.AsciiDocHeaderLines.Line;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;
import org.gongkai.text.FullWidth;

/**
 * Parses an AsciiDoc document header: title, author and revision line, attributes. Attributes that belong to AsciiDoc
 * itself and user-defined variables are ignored.
 */
record AsciiDocHeader(String path, Consumer<Problem> problems) {

    private static final Pattern PLAIN = Pattern.compile(":[^:：]*:(?:[ \\t].*)?");

    private static final Pattern REVISION = Pattern.compile("(?:v?[^,]*,\\s*)?(\\d{4}-\\d{1,2}-\\d{1,2})(?:\\s*:.*)?");
    private static final Set<String> MARKUP =
            Set.of(("toc toclevels toc-title toc-placement toc-class note-caption tip-caption"
                            + " important-caption warning-caption caution-caption example-caption listing-caption"
                            + " appendix-caption appendix-refsig chapter-refsig section-refsig part-refsig"
                            + " untitled-label sectnums sectnumlevels numbered idprefix idseparator imagesdir icons"
                            + " icon-set experimental doctype lang author email revdate revnumber revremark keywords"
                            + " source-highlighter stem hardbreaks table-caption figure-caption encoding"
                            + " description-attribute showtitle sectids sectanchors sectlinks leveloffset")
                    .split(" "));

    /**
     * @return empty if the text does not begin with a title or an attribute
     */
    Optional<Header> parse(String text) {
        FlatFields fields = new FlatFields(path, problems);
        AsciiDocHeaderLines header = AsciiDocHeaderLines.of(text);
        boolean begun = false;
        for (int i = 0; i < header.all().size(); i++) {
            Line line = header.all().get(i);
            if (line.kind() == Kind.NOTHING || line.kind() == Kind.CONTINUED) {
                continue;
            }
            begun = true;
            if (fields.fits(i + 1, line.typed())) {
                read(fields, line, i + 1);
            }
        }
        if (header.isCut()) {
            problems.accept(HeaderParser.tooLong(path, "文件头后面要空一行，请检查"));
        }
        return begun ? Optional.of(new Header(Header.Form.ASCIIDOC, fields.all(), 1)) : Optional.empty();
    }

    private void read(FlatFields fields, Line line, int lineNumber) {
        if (line.kind() == Kind.ATTRIBUTE) {
            Matcher attribute = AsciiDocHeaderLines.ATTRIBUTE.matcher(line.typed());
            if (attribute.matches()) {
                attribute(fields, attribute, AsciiDocHeaderLines.value(attribute, line), lineNumber);
            }
            return;
        }
        boolean isTitle = line.kind() == Kind.TITLE;
        Matcher found = isTitle
                ? AsciiDocHeaderLines.TITLE.matcher(line.typed())
                : REVISION.matcher(FullWidth.narrow(line.typed()).strip());
        if (found.matches() && (isTitle || !fields.has("date"))) {
            fields.add(
                    new Value.Text(isTitle ? "title" : "date", lineNumber, 1),
                    new Value.Text(
                            isTitle ? NormalizedText.value(found.group(1)).strip() : found.group(1),
                            lineNumber,
                            found.start(1) + 1));
        }
    }

    /** Replaces full-width characters in the header by the ASCII characters that AsciiDoc requires; keeps the lines. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        for (Line header : AsciiDocHeaderLines.of(text).all()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            plain.append(plain(text.substring(at, end), header.kind()));
            if (newline >= 0) {
                plain.append('\n');
            }
            at = newline < 0 ? end : end + 1;
        }
        return plain.append(text, at, text.length()).toString();
    }

    private static String plain(String line, Kind kind) {
        Matcher attribute = AsciiDocHeaderLines.ATTRIBUTE.matcher(line);
        if (kind == Kind.ATTRIBUTE
                && attribute.matches()
                && !PLAIN.matcher(line).matches()) {
            return ":" + NormalizedText.name(attribute.group(1)) + ": " + attribute.group(2);
        }
        Matcher title = AsciiDocHeaderLines.TITLE.matcher(line);
        return kind == Kind.TITLE && title.matches() && !line.startsWith("= ") ? "= " + title.group(1) : line;
    }

    private void attribute(FlatFields fields, Matcher attribute, String whole, int lineNumber) {
        String typed = NormalizedText.name(attribute.group(1));
        String value = NormalizedText.value(whole).strip();
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

    /** Returns true if a name is a user-defined variable rather than a misspelled field. */
    private static boolean isVariable(String name) {
        return name.length() <= YamlLimit.NAME.most()
                && Nearest.of(name, CommonField.allNames()).isEmpty()
                && !name.startsWith("notice")
                && !name.startsWith("meeting");
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 128);
    }
}
