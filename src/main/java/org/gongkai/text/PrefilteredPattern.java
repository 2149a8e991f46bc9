package org.gongkai.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that is tried only at characters with which a match may begin. {@link Pattern} tries each place
 * of a text with the whole expression, which takes much longer where nearly none can begin one. An expression that may
 * begin with any character, or with the place {@code ^}, is tried at each place as well.
 */
public final class PrefilteredPattern {

    private static final Pattern RANGE = Pattern.compile("(.)-(.)");

    private static final int ASCII = 128;

    /** Stand for all characters that an expression does not name: a Chinese one and another. */
    private static final String OTHERS = "㐀\uE000";

    private static final int PLACES = 1024;

    private final Pattern pattern;

    /** Whether a match may begin with one of the characters that share a place. */
    private final boolean[] first = new boolean[PLACES];

    private final boolean isFiltered;

    /** @param regex as of {@link Pattern} */
    public PrefilteredPattern(String regex) {
        this.pattern = Pattern.compile(regex);
        // What must or must not stand before a match is not there when a single character is tried.
        Matcher probe = Pattern.compile(regex.replaceAll("\\(\\?<[=!]", "(?=|")).matcher("");
        this.isFiltered =
                !regex.replace("[^", "").contains("^") && OTHERS.chars().noneMatch(c -> begins(probe, c));
        if (isFiltered) {
            BitSet named = new BitSet();
            named.set(0, ASCII);
            regex.chars().forEach(named::set);
            RANGE.matcher(regex)
                    .results()
                    .filter(it -> it.group(1).charAt(0) < it.group(2).charAt(0))
                    .forEach(it -> named.set(it.group(1).charAt(0), it.group(2).charAt(0)));
            named.stream().filter(c -> begins(probe, c)).forEach(c -> first[c % PLACES] = true);
        }
    }

    private static boolean begins(Matcher probe, int c) {
        return probe.reset(Character.toString(c)).lookingAt() || probe.hitEnd();
    }

    /** Returns the matches in a text, as {@link Matcher#results} does. */
    public List<MatchResult> results(String text) {
        return results(text, 0, text.length());
    }

    /** Returns the matches in a part of a text, at the ends of which lookaround sees what stands outside. */
    public List<MatchResult> results(String text, int from, int to) {
        List<MatchResult> found = new ArrayList<>(0);
        int at = next(text, from, to);
        if (at < to || !isFiltered) {
            Matcher it = matcher(text, at, to);
            while (find(it, text, at, to)) {
                found.add(it.toMatchResult());
                at = Math.max(it.end(), it.start() + 1);
            }
        }
        return found;
    }

    /** Whether a text has a match. */
    public boolean isIn(String text) {
        int at = next(text, 0, text.length());
        return (at < text.length() || !isFiltered) && find(matcher(text, at, text.length()), text, at, text.length());
    }

    private Matcher matcher(String text, int from, int to) {
        return pattern.matcher(text).region(from, to).useTransparentBounds(true);
    }

    private boolean find(Matcher it, String text, int from, int to) {
        if (!isFiltered) {
            return it.find();
        }
        int at = next(text, from, to);
        while (at < to && !it.region(at, to).lookingAt()) {
            at = next(text, at + 1, to);
        }
        return at < to;
    }

    /** The first place from one on where a match may begin. */
    private int next(String text, int from, int to) {
        int at = from;
        while (isFiltered && at < to && !first[text.charAt(at) % PLACES]) {
            at++;
        }
        return at;
    }
}
