package org.gongkai.write.document.word.assemble;

import org.gongkai.write.document.Remark.Weight;
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
 * @param isLost whether the document says that there is something and not what, because it is damaged
 */
public record ListLabel(String number, int bullet, Suffix suffix, boolean isLost) {

    public static final ListLabel NONE = new ListLabel("", 0, Suffix.NOTHING);

    /** Stands for a number or bullet whose definition is damaged or missing. */
    public static final ListLabel LOST = new ListLabel("", 0, Suffix.NOTHING, true);

    ListLabel(String number, int bullet, Suffix suffix) {
        this(number, bullet, suffix, false);
    }

    /** Counts a paragraph of a list and returns what stands before it. */
    public static ListLabel next(ListCounters counters, ListDefinition list, int index) {
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
    public void report(RemarkCollector remarks) {
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
