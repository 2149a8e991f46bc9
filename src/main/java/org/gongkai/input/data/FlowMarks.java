package org.gongkai.input.data;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.Characters;

/**
 * The marks of a flow collection that fits in one line: {@code ｛起：1，止：2｝}. What may be text stays: quoted texts,
 * numbers, brackets within a text, full-width commas beside half-width ones, in a mapping those that no name follows,
 * and in a list those between half-width brackets.
 */
final class FlowMarks {

    /** Stands for a character of what is examined no more. */
    private static final String TEXT = "\uE000";

    private static final String BEGINNING = "(?<=(?:^|[{\\[｛［,，:：])[ \\t　]{0,9})";
    private static final Pattern QUOTED = Pattern.compile(BEGINNING + "(?:" + NormalizedYaml.QUOTED.pattern() + ")");
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
