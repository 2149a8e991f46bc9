package org.gongkai.input.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of several persons of one name a text means, as in 李明（=外业组）. Readers never see more than the name.
 *
 * @param line the line, from 1
 * @param column the column behind the name, from 1, counted in code points, in the text without any distinctions
 * @param before the letters before it, of which the last are the name
 * @param mark what tells the person from the others
 */
public record Namesake(int line, int column, String before, String mark) {

    private static final Pattern MARKED = Pattern.compile(
            "(\\p{IsHan}{1,4})([*_~`\"”\\]]{0,4})[（(][=＝]\\s{0,3}(?=[^（）()]*\\p{L})([\\p{L}\\p{N}]{1,12})\\s{0,3}[）)]");

    /** Returns the distinctions in a text, in their order. */
    public static List<Namesake> in(String text) {
        List<Namesake> found = new ArrayList<>();
        Matcher marked = MARKED.matcher(text);
        int line = 1;
        int begin = 0;
        int removed = 0;
        while (hasAny(text) && marked.find()) {
            for (int next = text.indexOf('\n', begin); next >= 0 && next < marked.start(); ) {
                line++;
                begin = next + 1;
                removed = 0;
                next = text.indexOf('\n', begin);
            }
            int column = 1 + text.codePointCount(begin, marked.end(2)) - removed;
            found.add(new Namesake(line, column, marked.group(1), marked.group(3)));
            removed += marked.end() - marked.end(2);
        }
        return found;
    }

    /** Returns a text as readers see it. */
    public static String without(String text) {
        return hasAny(text) ? MARKED.matcher(text).replaceAll("$1$2") : text;
    }

    /** Returns what a typed name says of the person behind it; empty if nothing. */
    public static String mark(String typed) {
        return in(typed).stream().map(Namesake::mark).findFirst().orElse("");
    }

    /** Returns how one writes whom a name means. */
    public static String written(String name, String mark) {
        return mark.isEmpty() ? name : name + "（=" + mark + "）";
    }

    private static boolean hasAny(String text) {
        return (text.indexOf('=') >= 0 || text.indexOf('＝') >= 0)
                && (text.contains("（=") || text.contains("(=") || text.contains("（＝") || text.contains("(＝"));
    }
}
