package org.gongkai.cli.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.cli.text.Terminal.AnsiStyle;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Masked;
import org.gongkai.problem.Problem;

/**
 * Shows problems with the lines in which they are, and a caret below the character, aligned as a terminal displays
 * both. Retains the lines of the last file.
 */
public final class FramedProblem {

    /** Columns of a line that are shown. */
    private static final int WIDTH = 90;

    private static final int TAB = 4;

    private final AnsiStyle style;
    private final SiteSource source;
    private final TextDecoder decoder = new TextDecoder();
    private final Map<String, List<String>> last = new HashMap<>();

    /** @param source where the files of the problems are */
    public FramedProblem(AnsiStyle style, SiteSource source) {
        this.style = style;
        this.source = source;
    }

    /** The text of a problem and, if it can be read, its line with a caret below it. */
    public List<String> lines(Problem problem) {
        List<String> framed = new ArrayList<>();
        String text = problem.text();
        String label = problem.severity().label() + " " + problem.code();
        String coloured = problem.isError() ? style.error(label) : style.warning(label);
        int at = text.indexOf(": " + label) + 2;
        framed.add(text.substring(0, at) + coloured + text.substring(at + label.length()));
        List<String> lines = file(problem.path());
        if (problem.line() >= 1 && problem.line() <= lines.size()) {
            framed.addAll(frame(problem.line(), lines.get(problem.line() - 1), problem.column()));
        }
        return framed;
    }

    /** The lines of a file; none if it is not text. */
    private List<String> file(String path) {
        if (!last.containsKey(path)) {
            last.clear();
            last.put(path, read(path));
        }
        return last.get(path);
    }

    private List<String> read(String path) {
        try {
            return source.bytes(path)
                    .filter(bytes -> bytes.length <= TextDecoder.maxBytes())
                    .flatMap(bytes -> decoder.decode(path, bytes, problem -> {}))
                    .filter(text -> text.indexOf('\0') < 0)
                    .map(text -> List.of(text.split("\n", -1)))
                    .orElse(List.of());
        } catch (IOException e) {
            // The problem is reported without its line.
            return List.of();
        }
    }

    /** @param column column of the character, from 1; one past the last character means the end of the line */
    private List<String> frame(int number, String text, int column) {
        int characters = text.codePointCount(0, text.length());
        int at = text.offsetByCodePoints(0, Math.max(0, Math.min(column - 1, characters)));
        String masked = Masked.of(text);
        String before = shown(masked.substring(0, at), 0);
        String after = shown(masked.substring(at), DisplayWidth.of(before));
        if (DisplayWidth.of(before) + DisplayWidth.of(after) > WIDTH) {
            int forAfter = Math.min(DisplayWidth.of(after), WIDTH / 2);
            before = endOf(before, WIDTH - forAfter);
            after = DisplayWidth.cut(after, WIDTH - DisplayWidth.of(before));
        }
        String gutter = String.valueOf(number);
        return List.of(
                style.faint("  " + gutter + " | ") + (before + after).stripTrailing(),
                style.faint("  " + " ".repeat(gutter.length()) + " | ")
                        + " ".repeat(DisplayWidth.of(before))
                        + style.error("^"));
    }

    /** Expands tabs and replaces characters that would move the cursor. */
    private static String shown(String text, int from) {
        StringBuilder shown = new StringBuilder();
        int width = from;
        for (int c : text.codePoints().toArray()) {
            if (c == '\t') {
                int spaces = TAB - width % TAB;
                shown.append(" ".repeat(spaces));
                width += spaces;
            } else {
                int safe = Character.isISOControl(c) || DisplayWidth.isDirection(c) ? '\uFFFD' : c;
                shown.appendCodePoint(safe);
                width += DisplayWidth.of(safe);
            }
        }
        return shown.toString();
    }

    private static String endOf(String text, int columns) {
        int width = DisplayWidth.of(text);
        int from = 0;
        if (width <= columns) {
            return text;
        }
        while (from < text.length() && width > columns - 1) {
            int c = text.codePointAt(from);
            width -= DisplayWidth.of(c);
            from += Character.charCount(c);
        }
        return "…" + text.substring(from);
    }
}
