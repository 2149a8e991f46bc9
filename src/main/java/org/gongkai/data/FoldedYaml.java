package org.gongkai.data;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * YAML as a parser reads it, made of YAML as hands type it.
 *
 * @param text the YAML, line for line
 * @param moved the lines, by their number from 0, in which columns are not what they were
 */
record FoldedYaml(String text, Map<Integer, FoldedLine> moved) {

    private static final Pattern ANY = Pattern.compile("[：　\u00A0\u200B\u2060\uFEFF]");

    static FoldedYaml of(String typed) {
        return ANY.matcher(typed).find() ? new YamlFolder(typed).fold() : new FoldedYaml(typed, Map.of());
    }

    /** The column, from 0, at which a place was typed. */
    int column(int line, int column) {
        FoldedLine folded = moved.get(line);
        return folded == null ? column : folded.typedColumn(column);
    }
}
