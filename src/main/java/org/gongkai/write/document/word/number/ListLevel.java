package org.gongkai.write.document.word.number;

/**
 * A level of a list.
 *
 * @param format the format of its numbers, a name of Office Open XML; "bullet" for bullets
 * @param text what is shown: %1 to %9 stand for the numbers of the levels, all else for itself
 * @param start the first number
 * @param restartAfter the level, from 1, whose use lets this one start again, with all levels above it; 0 for never,
 *     -1 for every level above this one
 * @param legal whether the numbers of all levels are shown in decimal digits
 * @param suffix what separates the number from the text
 * @param font the font of the text; empty if it is that of the paragraph
 */
public record ListLevel(
        String format, String text, int start, int restartAfter, boolean legal, Suffix suffix, String font) {

    /** What separates a number from the text. */
    public enum Suffix {
        TAB,
        SPACE,
        NOTHING
    }

    /** Stands for a level that is not defined. */
    public static final ListLevel UNDEFINED = new ListLevel("", "", 1, -1, false, Suffix.NOTHING, "");

    /** Returns false if the document does not say what the level shows. */
    public boolean isDefined() {
        return !format.isEmpty();
    }

    public boolean isBullet() {
        return format.equals("bullet");
    }
}
