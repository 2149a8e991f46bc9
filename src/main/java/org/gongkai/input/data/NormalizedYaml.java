package org.gongkai.input.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.Characters;

/**
 * YAML in which full-width colons, blanks, brackets and commas are replaced where YAML requires ASCII: after the name
 * of a field and in flow collections of one line. Texts are unchanged: quoted ones, continuation lines, block scalars,
 * list items, and everything after the first colon of a field. Characters without width are removed.
 */
final class NormalizedYaml {

    private static final int NONE = Integer.MAX_VALUE;

    /** What a text contains that may need a replacement, as few do. */
    private static final Pattern AFFECTED = Pattern.compile("[：　\u00A0\u200B\u2060\uFEFF｛｝［］]|\\{[^\\n]*?(?:，|[0-9],)");

    static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^']++|'')*+'", Pattern.DOTALL);

    /** A line: indentation, dashes of items, the name of a field with its colon. */
    private static final Pattern LINE = Pattern.compile(
            """
            (?<mark>(?:---|\\.\\.\\.|%).*+)?+ (?<indent>BLANK*+) (?<items>(?:-(?:BLANK++|$))*+)
            (?: (?:QUOTED BLANK*+ | FIRST REST*+ (?=：) | FIRST (?:REST|:(?!BLANK|$))*+ (?=:)) (?<colon>：|:(?=BLANK|$)) BLANK*+ )?+
            """
                    .replace("QUOTED", QUOTED.pattern())
                    .replace("FIRST", "[^\"'\\[\\]{}［］｛｝\\#,&*!|>%@`:：]")
                    .replace("REST", "(?:[^:：\\#]++|(?<!BLANK)\\#)")
                    .replace("BLANK", "[\\ \\t　]"),
            Pattern.COMMENTS);

    private final StringBuilder marks;
    private final String text;
    /** The typed column of each code point and of the end. */
    private final int[] columns;
    /** The number of code points before each line; none if nothing was replaced. */
    private final List<Integer> starts = new ArrayList<>();
    /** The colons behind which a space is inserted. */
    private final BitSet tight = new BitSet();
    /** Columns of the names of open mappings. */
    private final BitSet groups = new BitSet();
    /** Lines with more indentation belong to a block scalar. */
    private int block = NONE;
    /** Lines with at least this indentation continue the text of a previous line. */
    private int continued = NONE;

    /** @param isTolerant whether anything is replaced */
    NormalizedYaml(String typed, boolean isTolerant) {
        boolean isAffected = isTolerant && AFFECTED.matcher(typed).find();
        this.marks = new StringBuilder(isAffected ? NormalizedText.withoutWidth(typed) : "");
        this.columns = new int[isAffected ? 2 * typed.length() + 1 : 0];
        for (int at = 0; at < marks.length(); at++) {
            at = lineEnd(line(at));
        }
        this.text = isAffected ? spaced(typed) : typed;
    }

    String text() {
        return text;
    }

    /** The typed column, from 0 and in code points, of a position in the text. */
    int column(int line, int column) {
        return starts.isEmpty() ? column : columns[starts.get(line) + column];
    }

    private String spaced(String typed) {
        StringBuilder spaced = new StringBuilder();
        starts.add(0);
        int points = 0;
        int column = 0;
        int next = 0;
        for (char c : typed.toCharArray()) {
            if (NormalizedText.NO_WIDTH.indexOf(c) >= 0) {
                column++;
                continue;
            }
            spaced.append(marks.charAt(next));
            if (!Character.isLowSurrogate(c)) {
                columns[points++] = column++;
            }
            if (c == '\n') {
                starts.add(points);
                column = 0;
            }
            if (tight.get(next++)) {
                spaced.append(' ');
                columns[points++] = column;
            }
        }
        columns[points] = column;
        return spaced.toString();
    }

    /** Examines a line and those over which a quoted value of it extends; returns an index in the last one. */
    private int line(int from) {
        Matcher line = parts(from);
        int at = line.end("indent");
        boolean isMark = line.start("mark") >= 0;
        continued = isMark ? NONE : continued;
        if (isMark || isEmpty(at) || block != NONE && Characters.end(marks, from, c -> c == ' ') - from > block) {
            return at;
        }
        block = NONE;
        if (at - from >= continued) {
            return at;
        }
        continued = NONE;
        int first = line.end("items");
        groups.clear(at - from + 1, Math.max(at - from + 1, groups.length()));
        plainBlanks(from, first);
        int colon = line.start("colon");
        if (colon >= 0 && (marks.charAt(colon) == ':' || isName(first, first - from, first > at))) {
            groups.set(first - from);
            marks.setCharAt(colon, ':');
            tight.set(colon, line.end() == colon + 1 && line.end() < lineEnd(colon));
            plainBlanks(colon, line.end());
            return value(line.end(), first - from + 1);
        }
        return value(first, first > at ? marks.lastIndexOf("-", first) + 1 - from : at - from);
    }

    private Matcher parts(int from) {
        Matcher line = LINE.matcher(marks).region(from, lineEnd(from));
        line.lookingAt();
        return line;
    }

    /** Examines a value that begins here; lines with at least the given indentation continue it. */
    private int value(int at, int indent) {
        if (isEmpty(at)) {
            return at;
        }
        char first = marks.charAt(at);
        if (first == '|' || first == '>') {
            block = indent - 1;
            return at;
        }
        continued = indent;
        if ("{[｛［".indexOf(first) >= 0) {
            new FlowMarks(marks.substring(at, lineEnd(at))).replaced().ifPresent(plain -> {
                for (int i = 0; i < plain.length(); i++) {
                    boolean isColon = plain.charAt(i) == ':' && marks.charAt(at + i) == '：';
                    tight.set(at + i, isColon && !Characters.isIndent(plain.charAt(i + 1)));
                }
                marks.replace(at, at + plain.length(), plain);
            });
        }
        Matcher quoted = QUOTED.matcher(marks).region(at, marks.length());
        return quoted.lookingAt() ? quoted.end() : at;
    }

    /** Returns true if the text before a full-width colon is the name of a field. */
    private boolean isName(int at, int column, boolean isItem) {
        if (!isItem && (column == 0 || groups.get(column))) {
            return true;
        }
        boolean isFollowed = false;
        for (int from = lineEnd(at) + 1; from <= marks.length(); from = lineEnd(from) + 1) {
            Matcher line = parts(from);
            int indent = line.end("indent") - from;
            if (!isEmpty(line.end("indent")) && indent <= column) {
                if (indent < column || line.start("colon") < 0) {
                    return indent < column && isFollowed;
                }
                isFollowed = true;
            }
        }
        return isFollowed;
    }

    private boolean isEmpty(int at) {
        return at == marks.length() || marks.charAt(at) == '#' || marks.charAt(at) == '\n';
    }

    private int lineEnd(int from) {
        return Characters.end(marks, from, c -> c != '\n');
    }

    private void plainBlanks(int from, int to) {
        for (int i = from; i < to; i++) {
            marks.setCharAt(i, marks.charAt(i) == '　' ? ' ' : marks.charAt(i));
        }
    }

    /**
     * The marks of a flow collection that fits in one line: {@code ｛起：1，止：2｝}. What may be text stays: quoted texts,
     * numbers, brackets within a text, full-width commas beside half-width ones, in a mapping those that no name
     * follows, and in a list those between half-width brackets.
     */
    private static final class FlowMarks {

        /** Stands for a character of what is examined no more. */
        private static final String TEXT = "\uE000";

        private static final String BEGINNING = "(?<=(?:^|[{\\[｛［,，:：])[ \\t　]{0,9})";
        private static final Pattern QUOTED =
                Pattern.compile(BEGINNING + "(?:" + NormalizedYaml.QUOTED.pattern() + ")");
        private static final Pattern INNERMOST =
                Pattern.compile("(?=[{｛\\[［])(" + BEGINNING + ")?+.[^{｛\\[［}｝\\]］]*+[}｝\\]］]");
        private static final Pattern COMPLETE = Pattern.compile(TEXT + "++[ \\t　]*+(?:(?<=[ \\t　])#.*)?");

        private static final Pattern THOUSANDS = Pattern.compile("(?<![0-9])[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])");
        private static final Pattern NAME = Pattern.compile("(?:^|,)[^,：:]+(?=：|:[ \\t　])");
        private static final Pattern PLAIN_COMMA = Pattern.compile("(?=,)");
        private static final Pattern COMMA = Pattern.compile("(?=，)");
        private static final Pattern COMMA_BEFORE_NAME = Pattern.compile("(?=，[^，,：:]+(?:：|:(?:[ \\t　]|$)))");

        private final StringBuilder replaced;
        private final StringBuilder rest;

        FlowMarks(String line) {
            this.replaced = new StringBuilder(line);
            this.rest = new StringBuilder(line);
            each(QUOTED, 0, line.length(), quoted -> mask(quoted.start(), quoted.end()));
            for (int depth = 0; depth <= YamlLimit.DEPTH.most(); depth++) {
                each(INNERMOST, 0, line.length(), this::collection);
            }
        }

        /** Returns the line with a plain mark in place of each full-width one; empty if it is no such collection. */
        Optional<String> replaced() {
            return COMPLETE.matcher(rest).matches() ? Optional.of(replaced.toString()) : Optional.empty();
        }

        private void collection(Matcher found) {
            int from = found.start();
            int to = found.end() - 1;
            boolean isMapping = "{｛".indexOf(rest.charAt(from)) >= 0;
            boolean isCollection = found.start(1) == from && isMapping == "}｝".indexOf(rest.charAt(to)) >= 0;
            if (isCollection) {
                each(THOUSANDS, from, to, number -> {
                    for (int at = number.start(); at < number.end(); at++) {
                        if (isMapping && rest.charAt(at) == ',') {
                            replaced.setCharAt(at, NormalizedText.COMMA);
                        }
                    }
                    mask(number.start(), number.end());
                });
                boolean isPlain = rest.substring(from, to).indexOf(',') >= 0 || rest.charAt(from) == '[';
                each(
                        isPlain ? PLAIN_COMMA : isMapping ? COMMA_BEFORE_NAME : COMMA,
                        from + 1,
                        to,
                        comma -> put(comma.start(), ','));
                if (isMapping) {
                    each(NAME, from + 1, to, name -> put(name.end(), ':'));
                }
                put(from, isMapping ? '{' : '[');
                put(to, isMapping ? '}' : ']');
            }
            mask(from, to + 1);
        }

        private void each(Pattern pattern, int from, int to, Consumer<Matcher> found) {
            Matcher matcher = pattern.matcher(rest).region(from, to);
            while (matcher.find()) {
                found.accept(matcher);
            }
        }

        /** Replaces a mark, and full-width blanks after it. */
        private void put(int at, char c) {
            replaced.setCharAt(at, c);
            rest.setCharAt(at, c);
            int end = Characters.end(rest, at + 1, Characters::isIndent);
            replaced.replace(at + 1, end, " ".repeat(end - at - 1));
        }

        private void mask(int from, int to) {
            rest.replace(from, to, TEXT.repeat(to - from));
        }
    }
}
