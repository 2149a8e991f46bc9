package org.gongkai.write.document.text;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.text.Characters;
import org.gongkai.text.OfficialNumbering;

/**
 * The lines of a text as paragraphs. A text is wrapped at a margin if most lines that another one follows are about as
 * long as the longest and end within a sentence; then they are joined up to the next blank or indented line.
 *
 * @param lines one paragraph a line; may contain blank lines
 * @param joined whether lines were joined
 */
record WrappedLines(List<String> lines, boolean joined) {

    private static final int NARROWEST = 24;
    private static final int WIDEST = 120;

    /** Columns by which a full line may be shorter than the longest one: punctuation is not put first in a line. */
    private static final int TOLERANCE = 6;

    private static final int ENOUGH = 3;

    static WrappedLines of(List<String> typed) {
        int longest = typed.stream().mapToInt(WrappedLines::width).max().orElse(0);
        if (longest < NARROWEST || longest > WIDEST) {
            return new WrappedLines(typed, false);
        }
        int followed = 0;
        int full = 0;
        for (int i = 0; i + 1 < typed.size(); i++) {
            if (continues(typed.get(i + 1)) && !typed.get(i).isBlank()) {
                followed++;
                full += isFull(typed.get(i), longest) ? 1 : 0;
            }
        }
        if (full < ENOUGH || full * 10 < followed * 7) {
            return new WrappedLines(typed, false);
        }
        List<String> lines = new ArrayList<>();
        boolean open = false;
        for (String line : typed) {
            if (open && continues(line)) {
                String before = lines.remove(lines.size() - 1);
                lines.add(before + (joins(before, line.strip()) ? "" : " ") + line.strip());
            } else {
                lines.add(line);
            }
            open = isFull(line, longest);
        }
        return new WrappedLines(lines, true);
    }

    private static boolean isFull(String line, int longest) {
        return width(line) >= longest - TOLERANCE && !line.isBlank();
    }

    private static boolean continues(String line) {
        return !line.isBlank()
                && !Characters.isIndent(line.charAt(0))
                && !OfficialNumbering.opens(line, 0, line.length());
    }

    private static boolean joins(String before, String line) {
        return Characters.join(before.charAt(before.length() - 1), line.charAt(0));
    }

    private static int width(String line) {
        return line.codePoints().map(point -> Characters.isCjk(point) ? 2 : 1).sum();
    }
}
