package org.gongkai.markup.markdown.prepare;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.gongkai.markup.markdown.parse.FlankingCharacters;
import org.gongkai.markup.markdown.parse.LinkSyntax;
import org.gongkai.markup.markdown.parse.TooComplex;

/** Finds links, emphasis, code and tags that extend over line breaks, so that no paragraph is split within one. */
final class InlineSpans {
    /** Maximum length of an address with its title. */
    private static final int FAR = 2000;

    private final SourceLines lines;
    private final String text;
    private final BitSet crossed = new BitSet();
    private final Deque<Mark> open = new ArrayDeque<>();
    /** Lengths of runs of backticks without a closing run in this paragraph. */
    private final BitSet unclosed = new BitSet();

    private boolean hasAngle;
    /** First line of the current paragraph. */
    private int first;

    /** An opening delimiter run. */
    private record Mark(int offset, char character, int length) {}

    private InlineSpans(SourceLines lines) {
        this.lines = lines;
        this.text = lines.text;
    }

    /** Returns those of the given lines that begin within a span from a line before. */
    static BitSet crossed(SourceLines lines, BitSet asked) {
        InlineSpans spans = new InlineSpans(lines);
        for (int line = asked.nextSetBit(0); line >= 0; line = asked.nextSetBit(line)) {
            spans.first = line;
            while (!lines.isBlank(spans.first - 1)) {
                spans.first--;
            }
            while (!lines.isBlank(line + 1)) {
                line++;
            }
            spans.paragraph(lines.end(line));
            line++;
        }
        return spans.crossed;
    }

    private void paragraph(int end) {
        open.clear();
        unclosed.clear();
        hasAngle = true;
        for (int at = lines.start(first); at < end; ) {
            char c = text.charAt(at);
            at = switch (c) {
                case '\\' -> at + 2;
                case '`' -> code(at, end);
                case '<' -> tag(at, end);
                case '[' -> {
                    open(new Mark(at, c, 1));
                    yield at + 1;
                }
                case ']' -> link(at, end);
                case '*', '_', '~' -> emphasis(at, end);
                default -> at + 1;
            };
        }
    }

    private void open(Mark mark) {
        if (open.size() == TooComplex.DEEPEST) {
            open.removeLast();
        }
        open.push(mark);
    }

    private int run(int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == text.charAt(from)) {
            at++;
        }
        return at - from;
    }

    private int code(int from, int end) {
        int length = run(from, end);
        int next = unclosed.get(length) ? -1 : text.indexOf('`', from + length);
        for (int at = next; at >= 0 && at < end; at = text.indexOf('`', at)) {
            int closing = run(at, end);
            at += closing;
            if (closing == length) {
                span(from, at);
                return at;
            }
        }
        unclosed.set(length);
        return from + length;
    }

    private int tag(int from, int end) {
        char next = from + 1 < end ? text.charAt(from + 1) : ' ';
        int close = hasAngle ? text.indexOf('>', from) : -1;
        hasAngle = close >= 0 && close < end;
        boolean isTag = next == '/' || next == '!' || (next < 128 && Character.isLetter(next));
        if (!isTag || !hasAngle) {
            return from + 1;
        }
        span(from, close + 1);
        return close + 1;
    }

    private int link(int from, int end) {
        Mark opening = null;
        for (Mark mark : open) {
            if (mark.character == '[') {
                opening = mark;
                break;
            }
        }
        if (opening == null) {
            return from + 1;
        }
        while (open.pop() != opening) {
            // Delimiters within a link do not close after it.
        }
        int close = closeOfLink(from + 1, end);
        if (close > 0) {
            span(opening.offset, close);
        }
        return Math.max(from + 1, close);
    }

    /** Returns the offset after the address or label that follows text in brackets; -1 if there is none. */
    private int closeOfLink(int from, int end) {
        if (from >= end) {
            return -1;
        }
        String near = text.substring(from, Math.min(end, from + FAR));
        if (near.charAt(0) == '[') {
            int close = near.indexOf(']');
            return close < 0 ? -1 : from + close + 1;
        }
        int address = near.charAt(0) == '(' ? LinkSyntax.destination(near, LinkSyntax.blanks(near, 1)) : -1;
        if (address < 0) {
            return -1;
        }
        int title = LinkSyntax.blanks(near, address);
        int behind = title > address ? LinkSyntax.title(near, title) : -1;
        int close = LinkSyntax.blanks(near, behind < 0 ? title : behind);
        return close < near.length() && near.charAt(close) == ')' ? from + close + 1 : -1;
    }

    private int emphasis(int from, int end) {
        char c = text.charAt(from);
        int length = run(from, end);
        FlankingCharacters at = FlankingCharacters.of(text, from, from + length);
        if (at.closes()) {
            for (Mark mark : open) {
                if (mark.character == c && mark.length == length) {
                    span(mark.offset, from + length);
                    while (open.pop() != mark) {
                        // Overlapping delimiters are discarded.
                    }
                    return from + length;
                }
            }
        }
        if (at.opens() && (c != '~' || length > 1)) {
            open(new Mark(from, c, length));
        }
        return from + length;
    }

    private void span(int from, int to) {
        for (int line = first + 1; line < lines.count() && lines.start(line) < to; line++) {
            if (lines.start(line) > from) {
                crossed.set(line);
            }
        }
    }
}
