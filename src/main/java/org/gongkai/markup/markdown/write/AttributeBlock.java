package org.gongkai.markup.markdown.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.html.AuthorClasses;
import org.gongkai.markup.html.HtmlAttributes;
import org.gongkai.text.Characters;

/**
 * An attribute block {@code {#id .class key="value"}}: of id, class, title and lang, and of sizes for elements that
 * have them. Braces with anything else in them are text.
 */
public final class AttributeBlock {
    static final AttributeBlock NONE = new AttributeBlock();
    private static final String QUOTED = "\"[^\"\n]*+\"|'[^'\n]*+'";
    private static final Pattern BLOCK = Pattern.compile("\\{(?:[^{}\"'\n]|" + QUOTED + ")++\\}");
    private static final Pattern TOKEN = Pattern.compile("(?:[^ \"']|" + QUOTED + ")++");
    private static final Set<String> KEYS = Set.of("id", "class", "title", "lang");

    private final Map<String, String> values = new LinkedHashMap<>();

    private AttributeBlock() {}

    /** Parses the block at {@code from}, which may name these sizes; returns {@code null} if there is none. */
    static AttributeBlock read(String text, int from, int to, String... sizes) {
        int close = end(text, from, to);
        if (close < 0) {
            return null;
        }
        AttributeBlock read = new AttributeBlock();
        Matcher token = TOKEN.matcher(text).region(from + 1, close);
        while (token.find()) {
            if (!read.add(token.group(), List.of(sizes))) {
                return null;
            }
        }
        return read.values.isEmpty() ? null : read;
    }

    /** Returns the block at {@code from}, where one is known to be; {@link #NONE} if that is negative. */
    static AttributeBlock at(String text, int from, int to, String... sizes) {
        return from < 0 ? NONE : read(text, from, to, sizes);
    }

    /** Parses the block that is all of a range of text; returns {@code null} if it is none. */
    static AttributeBlock whole(String text, int from, int to, String... sizes) {
        return end(text, from, to) == to - 1 ? read(text, from, to, sizes) : null;
    }

    /**
     * Parses the block that is all of a range of text and is not attached to anything; returns {@code null} if there is
     * none, or if it may be a sentence: {@code {title=会议}}.
     */
    static AttributeBlock alone(String text, int from, int to, String... sizes) {
        AttributeBlock read = whole(text, from, to, sizes);
        boolean hasWords = read != null
                && read.values.entrySet().stream()
                        .anyMatch(value -> !value.getKey().equals("id")
                                && value.getValue().chars().anyMatch(c -> Characters.isCjk((char) c)));
        return hasWords ? null : read;
    }

    /** Offset of the brace that closes the block beginning at {@code from}, or -1. */
    static int end(String text, int from, int to) {
        if (from >= to || text.charAt(from) != '{') {
            return -1;
        }
        Matcher block = BLOCK.matcher(text).region(from, to);
        return block.lookingAt() ? block.end() - 1 : -1;
    }

    /** Returns the start of a block after text and white space at the end of a range; -1 if there is none. */
    static int trailing(String text, int from, int to, String... sizes) {
        if (to - from < 3 || text.charAt(to - 1) != '}') {
            return -1;
        }
        int open = text.lastIndexOf('{', to - 1);
        boolean apart = open > from && text.charAt(open - 1) <= ' ';
        return apart && alone(text, open, to, sizes) != null ? open : -1;
    }

    /** Returns the end of the text before the block at an offset. */
    static int textEnd(String text, int block) {
        int end = block;
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return block < 0 ? Integer.MAX_VALUE : end;
    }

    String id() {
        return values.getOrDefault("id", "");
    }

    /** Writes all attributes except the id. */
    void write(StringBuilder out, String ownClass) {
        String typed = values.containsKey("class") ? AuthorClasses.renamed(values.get("class")) : "";
        String both = ownClass.isEmpty() || typed.isEmpty() ? ownClass + typed : ownClass + " " + typed;
        if (!both.isEmpty()) {
            HtmlEscape.attribute(out, "class", both);
        }
        values.forEach((key, value) -> {
            if (!key.equals("id") && !key.equals("class")) {
                HtmlEscape.attribute(out, key, value);
            }
        });
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    private boolean add(String token, List<String> sizes) {
        char first = token.charAt(0);
        if (first == '#' || first == '.') {
            return HtmlAttributes.isName(token, 1) && put(first == '#' ? "id" : "class", token.substring(1));
        }
        int equals = token.indexOf('=');
        String key = token.substring(0, Math.max(0, equals)).toLowerCase(Locale.ROOT);
        if (!KEYS.contains(key) && !sizes.contains(key)) {
            return false;
        }
        String value = token.substring(equals + 1);
        if (value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'')) {
            value = value.substring(1, value.length() - 1);
        }
        return put(key, value);
    }

    private boolean put(String key, String value) {
        if (value.isBlank() || !HtmlAttributes.isAllowed(key, value)) {
            return false;
        }
        values.merge(key, value, (old, more) -> key.equals("class") ? old + " " + more : more);
        return true;
    }
}
