package org.gongkai.input.data;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * YAML as a parser reads it, made of YAML as hands type it.
 *
 * @param text the YAML, line for line
 * @param moved the lines, by their number from 0, in which columns are not what they were
 */
record NormalizedYaml(String text, Map<Integer, NormalizedLine> moved) {

    private static final Pattern ANY = Pattern.compile("[：　\u00A0\u200B\u2060\uFEFF]");

    static NormalizedYaml of(String typed) {
        return ANY.matcher(typed).find() ? new FullWidthNormalizer(typed).fold() : new NormalizedYaml(typed, Map.of());
    }

    /** The column, from 0, at which a place was typed. */
    int column(int line, int column) {
        NormalizedLine folded = moved.get(line);
        return folded == null ? column : folded.typedColumn(column);
    }
}
