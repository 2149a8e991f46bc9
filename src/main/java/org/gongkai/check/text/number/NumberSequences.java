package org.gongkai.check.text.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.number.NumberedLine.Style;
import org.gongkai.text.Characters;

/**
 * The number sequences of one text. Each style has one sequence per level: for each heading level, for paragraphs that
 * begin in bold, and for other paragraphs. A list below a heading starts again. A sequence may continue on another
 * level, because writers forget heading markers.
 */
final class NumberSequences {

    /** A number that does not continue its sequence; {@code before} is the last number of the sequence, or 0. */
    record Skip(TextLine line, NumberedLine found, int before) {}

    private static final class Sequence {
        private int last;
        private int lastLine;
        /** The line in which the last run began with 1; -1 if the run continues one of another level. */
        private int begun = -1;

        private int fitting;
        private final List<Skip> skips = new ArrayList<>();
    }

    private static final int BOLD = 7;
    private static final int PARAGRAPH = 8;

    private final List<TextLine> lines;
    private final Sequence[][] sequences = new Sequence[Style.values().length][PARAGRAPH + 1];

    NumberSequences(List<TextLine> lines) {
        this.lines = lines;
    }

    void restart(int line) {
        for (Sequence[] levels : sequences) {
            for (Sequence sequence : levels) {
                if (sequence != null) {
                    sequence.last = 0;
                    sequence.lastLine = line;
                    sequence.begun = -1;
                }
            }
        }
    }

    /** Sets a number that occurs within its line. */
    void set(NumberedLine found, int line) {
        Sequence sequence = sequence(found.style(), PARAGRAPH);
        sequence.last = found.number();
        sequence.lastLine = line;
    }

    /** Adds the number at the start of a line. */
    void add(NumberedLine found, int index) {
        TextLine line = lines.get(index);
        int level = level(line.text());
        Sequence sequence = sequence(found.style(), level);
        int number = found.number();
        int before = sequence.last;
        boolean isExcerpt = before == 0 && (found.style() == Style.ARTICLE || found.style() == Style.CHAPTER);
        if (isExcerpt && number != 1 && continued(found.style(), level, number) == null) {
            return;
        }
        // All items of a Markdown list may have the same number.
        boolean isLazy = found.style() == Style.DOT && number == before && found.isSpaced(line.text());
        if (number == 1 || number == before + 1 || isLazy) {
            sequence.fitting++;
            sequence.begun = number == 1 ? index : sequence.begun;
        } else {
            Sequence other = continued(found.style(), level, number);
            if (other != null) {
                other.last = number;
                other.lastLine = index;
                sequence.fitting++;
                sequence.begun = -1;
            } else if (!occurs(found.style(), number - 1, sequence, index)) {
                sequence.skips.add(new Skip(line, found, before));
            }
        }
        sequence.last = number;
        sequence.lastLine = index;
    }

    /**
     * Returns the gaps by line. Numbers with more gaps than successors are not a numbering: house numbers, exercises,
     * telephone numbers.
     */
    List<Skip> skips() {
        return Arrays.stream(sequences)
                .flatMap(Arrays::stream)
                .filter(sequence -> sequence != null && sequence.fitting >= sequence.skips.size())
                .flatMap(sequence -> sequence.skips.stream())
                .sorted(Comparator.comparingInt(skip -> skip.line().number()))
                .toList();
    }

    private Sequence sequence(Style style, int level) {
        Sequence[] levels = sequences[style.ordinal()];
        if (levels[level] == null) {
            levels[level] = new Sequence();
        }
        return levels[level];
    }

    /** Returns the level of a heading, from 1, or that of a paragraph. */
    private static int level(String text) {
        int start = LineStart.skipBlanks(text, 0);
        char mark = Characters.at(text, start);
        if (mark == '#' || mark == '=') {
            int end = Characters.end(text, start, c -> c == mark);
            return Math.min(end - start, BOLD - 1);
        }
        char after = Characters.at(text, start + 2);
        if (mark == '<'
                && (text.charAt(start + 1) == 'h' || text.charAt(start + 1) == 'H')
                && after > '0'
                && after < '7') {
            return after - '0';
        }
        return text.startsWith("**", start) ? BOLD : PARAGRAPH;
    }

    /** Returns the sequence of another level that this number continues; null if there is none. */
    private Sequence continued(Style style, int level, int number) {
        Sequence own = sequence(style, level);
        Sequence[] levels = sequences[style.ordinal()];
        for (int other = 0; other < levels.length; other++) {
            Sequence candidate = levels[other];
            // A list below a heading that begins with 1 does not belong to the sequence of headings.
            boolean isBelow = other > level && own.last > 0 && candidate != null && candidate.begun > own.lastLine;
            if (other != level && candidate != null && candidate.last == number - 1 && !isBelow) {
                return candidate;
            }
        }
        return null;
    }

    /** Returns true if a number occurs in another style or within a line since the last one of its sequence. */
    private boolean occurs(Style style, int number, Sequence sequence, int to) {
        if (number == 0) {
            return false;
        }
        int from = sequence.lastLine;
        if (style == Style.DOT && isLast(Style.COMMA, number, from)
                || style == Style.COMMA && isLast(Style.DOT, number, from)) {
            return true;
        }
        String written = style.write(number);
        String wide = written.replace('.', '．');
        String narrow = written.replace('（', '(').replace('）', ')');
        for (int i = from; i < to; i++) {
            String text = lines.get(i).text();
            // Included text may be numbered, too.
            if (text.startsWith("include::")) {
                return true;
            }
            // The start of a line is in a sequence of its own.
            NumberedLine first = NumberedLine.of(text);
            int words = first == null ? 0 : first.end();
            if (text.indexOf(written, words) >= 0
                    || text.indexOf(wide, words) >= 0
                    || text.indexOf(narrow, words) >= 0) {
                return sequence.last < number || number == 1;
            }
        }
        return false;
    }

    private boolean isLast(Style style, int number, int from) {
        return Arrays.stream(sequences[style.ordinal()])
                .anyMatch(sequence -> sequence != null && sequence.lastLine > from && sequence.last == number);
    }
}
