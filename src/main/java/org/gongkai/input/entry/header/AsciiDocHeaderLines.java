package org.gongkai.input.entry.header;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of an AsciiDoc text up to the end of its document header. Blank lines, comments, attribute entries and
 * block attributes may precede the title; a header without a title ends at the first blank line.
 */
final class AsciiDocHeaderLines {
    /** Blanks, including full-width and no-break spaces, and zero-width characters. */
    private static final String BLANK = "[\\s　\u00A0\u200B\u2060\uFEFF]";

    /** An attribute entry {@code :name: value}; a full-width colon needs no space after it. */
    static final Pattern ATTRIBUTE =
            Pattern.compile("[\u200B\u2060\uFEFF]*[:：](!?[^\\s:：!][^:：]*)!?(?::(?!\\S)|:(?=BLANK)|：)BLANK*(.*)"
                    .replace("BLANK", BLANK));

    static final Pattern TITLE = Pattern.compile("[\u200B\u2060\uFEFF]*[=＝]BLANK+(\\S.*)".replace("BLANK", BLANK));

    private static final Pattern COMMENT_BLOCK = Pattern.compile("/{4,}");
    private static final Pattern BESIDE_TITLE =
            Pattern.compile("\\[.*]|(?:ifdef|ifndef|ifeval|endif|include)::[^\\[]*\\[.*]");

    /** The type of a line. */
    enum Kind {
        TITLE,
        ATTRIBUTE,
        /** The author or revision line after the title. */
        TEXT,
        /** A continuation line of an attribute. */
        CONTINUED,
        NOTHING
    }

    /**
     * A line.
     *
     * @param typed the line without trailing blanks
     * @param continued the value of an attribute on continuation lines; otherwise empty
     */
    record Line(Kind kind, String typed, String continued) {}

    private final List<Line> lines = new ArrayList<>();
    private String comment = "";
    private boolean titled;
    private boolean started;
    private boolean cut;
    /** The end of the header if no title follows, or -1. */
    private int endsUntitled = -1;

    private AsciiDocHeaderLines() {}

    /** Reads the header lines of a text, up to the maximum number of lines. */
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

    /** The lines of the header, from the first line of the text. */
    List<Line> all() {
        return lines;
    }

    /** Returns true if the header exceeds the maximum number of lines. */
    boolean isCut() {
        return cut;
    }

    /**
     * @return whether the header may continue
     */
    private boolean add(String line) {
        Kind kind = kind(line);
        if (kind == null) {
            return false;
        }
        titled |= kind == Kind.TITLE;
        started |= kind == Kind.TITLE || kind == Kind.ATTRIBUTE;
        if (kind == Kind.CONTINUED) {
            appendContinuation(line);
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
            endsUntitled = started && endsUntitled < 0 ? lines.size() : endsUntitled;
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

    /** Appends a continuation line to the last attribute. */
    private void appendContinuation(String line) {
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

    /** The value of an attribute without the continuation marks. */
    static String value(Matcher attribute, Line line) {
        String first = attribute.group(2);
        return line.continued().isEmpty() || !first.endsWith("\\")
                ? first
                : first.substring(0, first.length() - 1).strip() + line.continued();
    }
}
