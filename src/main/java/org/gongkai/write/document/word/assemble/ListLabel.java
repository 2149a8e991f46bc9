package org.gongkai.write.document.word.assemble;

import org.gongkai.write.document.word.number.ListCounters;
import org.gongkai.write.document.word.number.ListDefinition;
import org.gongkai.write.document.word.number.ListLevel;
import org.gongkai.write.document.word.number.ListLevel.Suffix;

/**
 * What stands before a paragraph by itself.
 *
 * @param number its number, or a mark such as ☑; empty for none
 * @param bullet depth of the list whose bullet it has, from 1; 0 for none
 * @param suffix what separates the number from the text
 */
public record ListLabel(String number, int bullet, Suffix suffix) {

    public static final ListLabel NONE = new ListLabel("", 0, Suffix.NOTHING);

    /** Counts a paragraph of a list and returns what stands before it. */
    public static ListLabel next(ListCounters counters, ListDefinition list, int index) {
        String shown = counters.next(list, index);
        ListLevel level = list.level(index);
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
