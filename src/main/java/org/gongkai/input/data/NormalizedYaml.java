package org.gongkai.input.data;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * YAML in which full-width characters are replaced by those that YAML requires.
 *
 * @param text the YAML, with the same lines
 * @param moved the lines whose columns have changed, by their number from 0
 */
record NormalizedYaml(String text, Map<Integer, NormalizedLine> moved) {

    private static final Pattern ANY = Pattern.compile("[：　\u00A0\u200B\u2060\uFEFF]");

    static NormalizedYaml of(String typed) {
        return ANY.matcher(typed).find() ? new FullWidthNormalizer(typed).fold() : new NormalizedYaml(typed, Map.of());
    }

    /** The original column, from 0, of a position. */
    int column(int line, int column) {
        NormalizedLine folded = moved.get(line);
        return folded == null ? column : folded.typedColumn(column);
    }
}
