package org.gongkai.write.document.word.docx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.word.docx.ListCounters.ListLevel.Suffix;

/** The numbers that the lists of a document have reached. Paragraphs are counted in reading order. */
final class ListCounters {

    private static final int LEVELS = 9;
    private static final int UNUSED = Integer.MIN_VALUE;

    private final Map<String, int[]> reached = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** Counts a paragraph and returns its number without what separates it from the text; empty if it shows none. */
    String next(ListDefinition list, int index) {
        if (index < 0 || index >= LEVELS) {
            return "";
        }
        int[] numbers = reached.computeIfAbsent(list.counters(), any -> unused());
        if (used.add(list.id())) {
            list.starts().keySet().stream().filter(level -> level < LEVELS).forEach(level -> numbers[level] = UNUSED);
        }
        for (int above = 0; above < index; above++) {
            numbers[above] = numbers[above] == UNUSED ? start(list, above) : numbers[above];
        }
        numbers[index] = numbers[index] == UNUSED ? start(list, index) : numbers[index] + 1;
        for (int below = index + 1; below < LEVELS; below++) {
            int restart = list.level(below).restartAfter();
            if (restart < 0 || index < restart) {
                numbers[below] = UNUSED;
            }
        }
        return shown(list, index, numbers);
    }

    private static int start(ListDefinition list, int level) {
        return list.starts().getOrDefault(level, list.level(level).start());
    }

    private static String shown(ListDefinition list, int index, int[] numbers) {
        ListLevel level = list.level(index);
        if (level.isBullet()) {
            return level.text();
        }
        StringBuilder shown = new StringBuilder();
        String text = level.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char digit = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '%' && digit >= '1' && digit <= '9') {
                int of = digit - '1';
                shown.append(of <= index ? number(list.level(of), numbers[of], level.legal()) : "");
                i++;
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private static String number(ListLevel level, int number, boolean legal) {
        boolean inDigits = legal && !level.format().startsWith("decimal");
        return level.isDefined() ? NumberFormat.write(inDigits ? "decimal" : level.format(), number) : "";
    }

    private static int[] unused() {
        int[] numbers = new int[LEVELS];
        Arrays.fill(numbers, UNUSED);
        return numbers;
    }

    /**
     * A list that paragraphs belong to.
     *
     * @param id its id
     * @param counters the id of the definition whose numbers it continues; lists with the same one count on together
     * @param levels its levels from the highest one
     * @param starts the levels, from 0, that start with a number of their own when this list is used for the first time
     */
    record ListDefinition(String id, String counters, List<ListLevel> levels, Map<Integer, Integer> starts) {

        /** Stands for a list that paragraphs name and the document does not define. */
        static ListDefinition undefined(String id) {
            return new ListDefinition(id, id, List.of(), Map.of());
        }

        /** A level, which may be one that is not defined. */
        ListLevel level(int index) {
            return index >= 0 && index < levels.size() ? levels.get(index) : ListLevel.UNDEFINED;
        }
    }

    /**
     * A level of a list.
     *
     * @param format the format of its numbers, a name of Office Open XML; "bullet" for bullets
     * @param text what is shown: %1 to %9 stand for the numbers of the levels, all else for itself
     * @param start the first number
     * @param restartAfter the level, from 1, whose use lets this one start again, with all levels above it; 0 for
     *     never, -1 for every level above this one
     * @param legal whether the numbers of all levels are shown in decimal digits
     * @param suffix what separates the number from the text
     * @param font the font of the text; empty if it is that of the paragraph
     */
    record ListLevel(
            String format, String text, int start, int restartAfter, boolean legal, Suffix suffix, String font) {

        /** What separates a number from the text. */
        enum Suffix {
            TAB,
            SPACE,
            NOTHING
        }

        /** Stands for a level that is not defined. */
        static final ListLevel UNDEFINED = new ListLevel("", "", 1, -1, false, Suffix.NOTHING, "");

        /** Returns false if the document does not say what the level shows. */
        boolean isDefined() {
            return !format.isEmpty();
        }

        boolean isBullet() {
            return format.equals("bullet");
        }
    }

    /**
     * What stands before a paragraph by itself.
     *
     * @param number its number, or a mark such as ☑; empty for none
     * @param bullet depth of the list whose bullet it has, from 1; 0 for none
     * @param suffix what separates the number from the text
     * @param isLost whether the document says that there is something and not what, because it is damaged
     */
    record ListLabel(String number, int bullet, Suffix suffix, boolean isLost) {

        static final ListLabel NONE = new ListLabel("", 0, Suffix.NOTHING);

        /** Stands for a number or bullet whose definition is damaged or missing. */
        static final ListLabel LOST = new ListLabel("", 0, Suffix.NOTHING, true);

        ListLabel(String number, int bullet, Suffix suffix) {
            this(number, bullet, suffix, false);
        }

        /** Counts a paragraph of a list and returns what stands before it. */
        static ListLabel next(ListCounters counters, ListDefinition list, int index) {
            String shown = counters.next(list, index);
            ListLevel level = list.level(index);
            if (!level.isDefined()) {
                return LOST;
            }
            if (!level.isBullet()) {
                return new ListLabel(shown, 0, level.suffix());
            }
            String glyph = SymbolFonts.is(level.font()) && shown.length() == 1
                    ? SymbolFonts.character(level.font(), shown.charAt(0)).orElse("•")
                    : shown;
            return SymbolFonts.isMark(glyph)
                    ? new ListLabel(glyph, 0, level.suffix())
                    : new ListLabel("", index + 1, level.suffix());
        }

        /** Reports a number that is lost. */
        void report(RemarkCollector remarks) {
            if (isLost) {
                remarks.count("自动编号{n}处读不出（文件里的编号定义损坏或缺失），没有导入，请对照原文补上", Weight.LEFT_OUT);
            }
        }

        /** The number with the gap behind it, which is a blank unless its last character has a gap of its own. */
        String beforeText() {
            if (number.isEmpty()) {
                return "";
            }
            char last = number.charAt(number.length() - 1);
            boolean wide = last >= '\u3000' && !Character.isLetterOrDigit(last) || last >= '①' && last <= '⓿';
            return suffix == Suffix.NOTHING || wide || Character.isWhitespace(last) ? number : number + " ";
        }
    }
}
