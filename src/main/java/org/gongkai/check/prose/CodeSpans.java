package org.gongkai.check.prose;

import java.util.HashMap;
import java.util.Map;

/**
 * Code spans within a line, which extend from a run of backticks to the next one of the same length. Runs in linear
 * time.
 */
final class CodeSpans {

    private CodeSpans() {}

    /** Replaces each character of code by {@link Prose#BLANKED}. */
    static String blanked(String line) {
        int first = line.indexOf('`');
        if (first < 0 || line.indexOf('`', first + 1) < 0) {
            return line;
        }
        Map<Integer, Integer> last = new HashMap<>();
        for (int at = first; at >= 0; at = line.indexOf('`', end(line, at))) {
            last.put(end(line, at) - at, at);
        }
        StringBuilder blanked = new StringBuilder(line);
        for (int at = first; at >= 0; ) {
            int text = end(line, at);
            int length = text - at;
            int behind = text;
            if (last.get(length) > at) {
                int close = line.indexOf('`', text);
                while (end(line, close) - close != length) {
                    close = line.indexOf('`', end(line, close));
                }
                behind = close + length;
                for (int i = at; i < behind; i++) {
                    blanked.setCharAt(i, Prose.BLANKED);
                }
            }
            at = line.indexOf('`', behind);
        }
        return blanked.toString();
    }

    private static int end(String line, int run) {
        int at = run;
        while (at < line.length() && line.charAt(at) == '`') {
            at++;
        }
        return at;
    }
}
