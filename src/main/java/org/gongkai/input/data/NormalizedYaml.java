package org.gongkai.input.data;

import java.util.Map;

/**
 * YAML in which full-width characters are replaced by those that YAML requires.
 *
 * @param text the YAML, with the same lines
 * @param moved the lines whose columns have changed, by their number from 0
 */
record NormalizedYaml(String text, Map<Integer, NormalizedLine> moved) {

    static NormalizedYaml of(String typed) {
        return isAffected(typed) ? new FullWidthNormalizer(typed).fold() : new NormalizedYaml(typed, Map.of());
    }

    /** Returns false if a text certainly needs no replacement, as most do. */
    private static boolean isAffected(String text) {
        boolean brace = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("：　\u00A0\u200B\u2060\uFEFF｛｝［］".indexOf(c) >= 0) {
                return true;
            }
            brace = c == '{' || brace && c != '\n';
            if (brace && (c == '，' || c == ',' && i > 0 && Character.isDigit(text.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** The original column, from 0, of a position. */
    int column(int line, int column) {
        NormalizedLine folded = moved.get(line);
        return folded == null ? column : folded.typedColumn(column);
    }
}
