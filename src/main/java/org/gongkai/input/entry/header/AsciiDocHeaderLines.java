package org.gongkai.input.entry.header;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of an AsciiDoc text down to the end of its document header. Before the title there may be blank lines, remarks,
 * attributes, and what is said of the title in brackets; a header without a title ends at the first blank line.
 */
final class AsciiDocHeaderLines {
    /** Blanks as hands type them, and characters that have no width. */
    private static final String BLANK = "[\\s　\u00A0\u200B\u2060\uFEFF]";

    /** Name and value of {@code :name: value}; a full-width colon needs no blank behind it. */
    static final Pattern ATTRIBUTE =
            Pattern.compile("[\u200B\u2060\uFEFF]*[:：](!?[^\\s:：!][^:：]*)!?(?::(?!\\S)|:(?=BLANK)|：)BLANK*(.*)"
                    .replace("BLANK", BLANK));

    static final Pattern TITLE = Pattern.compile("[\u200B\u2060\uFEFF]*[=＝]BLANK+(\\S.*)".replace("BLANK", BLANK));

    private static final Pattern COMMENT_BLOCK = Pattern.compile("/{4,}");
    private static final Pattern BESIDE_TITLE =
            Pattern.compile("\\[.*]|(?:ifdef|ifndef|ifeval|endif|include)::[^\\[]*\\[.*]");

    /** What a line is. */
    enum Kind {
        TITLE,
        ATTRIBUTE,
        /** The author or the revision, behind the title. */
        TEXT,
        /** The rest of an attribute that goes on over several lines. */
        CONTINUED,
        NOTHING
    }

    /**
     * A line.
     *
     * @param typed the line without blanks at its end
     * @param continued for an attribute the rest of its value, from further lines; otherwise empty
     */
    record Line(Kind kind, String typed, String continued) {}

    private final List<Line> lines = new ArrayList<>();
    private String comment = "";
    private boolean titled;
    private boolean begun;
    private boolean cut;
    /** Where the header ends if no title comes, or -1. */
    private int endsUntitled = -1;

    private AsciiDocHeaderLines() {}

    /** The lines from the first on; not all of them if there are more than a header may have. */
    static AsciiDocHeaderLines of(String text) {
        AsciiDocHeaderLines header = new AsciiDocHeaderLines();
        for (int at = 0; at < text.length(); ) {
            if (header.lines.size() == HeaderParser.MAX_LINES) {
                header.cut = true;
                break;
            }
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            if (!header.add(text.substring(at, end).stripTrailing())) {
                break;
            }
            at = end + 1;
        }
        if (!header.titled && header.endsUntitled >= 0) {
            header.cut = false;
            header.lines.subList(header.endsUntitled, header.lines.size()).clear();
        }
        return header;
    }

    /** The header's lines in order, from the first of the text; whatever else stands between them is nothing. */
    List<Line> all() {
        return lines;
    }

    /** Whether the header went on beyond the lines that it may have. */
    boolean isCut() {
        return cut;
    }

    /** @return whether the header may go on */
    private boolean add(String line) {
        Kind kind = kind(line);
        if (kind == null) {
            return false;
        }
        titled |= kind == Kind.TITLE;
        begun |= kind == Kind.TITLE || kind == Kind.ATTRIBUTE;
        if (kind == Kind.CONTINUED) {
            goOn(line);
        }
        lines.add(new Line(kind, line, ""));
        return true;
    }

    private Kind kind(String line) {
        if (!comment.isEmpty() || COMMENT_BLOCK.matcher(line).matches()) {
            comment = comment.isEmpty() ? line : line.equals(comment) ? "" : comment;
            return Kind.NOTHING;
        }
        if (isContinued()) {
            return Kind.CONTINUED;
        }
        if (line.isEmpty()) {
            endsUntitled = begun && endsUntitled < 0 ? lines.size() : endsUntitled;
            return titled ? null : Kind.NOTHING;
        }
        if (line.startsWith("//")) {
            return Kind.NOTHING;
        }
        if (!titled && TITLE.matcher(line).matches()) {
            return Kind.TITLE;
        }
        if (ATTRIBUTE.matcher(line).matches()) {
            return Kind.ATTRIBUTE;
        }
        if (!titled && BESIDE_TITLE.matcher(line).matches()) {
            return Kind.NOTHING;
        }
        return titled ? Kind.TEXT : null;
    }

    private boolean isContinued() {
        if (lines.isEmpty()) {
            return false;
        }
        Line last = lines.get(lines.size() - 1);
        boolean goesOn = last.kind() == Kind.ATTRIBUTE || last.kind() == Kind.CONTINUED;
        return goesOn && last.typed().endsWith(" \\");
    }

    /** Adds a further line to the value of the attribute above. */
    private void goOn(String line) {
        int first = lines.size() - 1;
        while (lines.get(first).kind() == Kind.CONTINUED) {
            first--;
        }
        Line attribute = lines.get(first);
        String value = line.strip();
        String more =
                value.endsWith(" \\") ? value.substring(0, value.length() - 2).strip() : value;
        lines.set(first, new Line(attribute.kind(), attribute.typed(), attribute.continued() + " " + more));
    }

    /** Name and value of an attribute, the value without the sign that it goes on. */
    static String value(Matcher attribute, Line line) {
        String first = attribute.group(2);
        return line.continued().isEmpty() || !first.endsWith("\\")
                ? first
                : first.substring(0, first.length() - 1).strip() + line.continued();
    }
}
