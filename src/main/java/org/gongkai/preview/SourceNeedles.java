package org.gongkai.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds words by which a line of a source can be recognized in the page that was made of it: its letters and digits,
 * without marks. A page does not say which line a paragraph came from, whichever converter made it.
 */
final class SourceNeedles {

    private static final Pattern ADDRESS = Pattern.compile("\\]\\([^)]*\\)|(?:link|xref|image|https?):+[^\\s\\[]*\\[");
    private static final Pattern LIST_MARK = Pattern.compile("^\\s*(?:[-*+.=#>|]+|[0-9]+[.)])\\s+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final int MOST_LINES_BEFORE = 6;
    private static final int SHORTEST = 2;

    private final List<String> needles = new ArrayList<>();

    SourceNeedles(List<String> lines) {
        lines.forEach(line -> needles.add(needle(line)));
    }

    /**
     * A place in a page.
     *
     * @param text letters and digits that occur together in a paragraph, in lower case
     * @param occurrence how many lines before it hold the same
     */
    record Needle(String text, int occurrence) {}

    /**
     * The places where a line may be, the best first: the line itself, then those before it.
     *
     * @param line its number, from 1
     * @param first the number of the first line of the body
     */
    List<Needle> of(int line, int first) {
        List<Needle> found = new ArrayList<>();
        for (int i = line; i >= first && i > line - MOST_LINES_BEFORE && i <= needles.size(); i--) {
            String text = needles.get(i - 1);
            if (text.length() >= SHORTEST) {
                int before = (int) needles.subList(first - 1, i - 1).stream()
                        .filter(other -> other.contains(text))
                        .count();
                found.add(new Needle(text, before));
            }
        }
        return found;
    }

    private static String needle(String line) {
        String plain = ADDRESS.matcher(LIST_MARK.matcher(line).replaceFirst("")).replaceAll("");
        return OTHER.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
