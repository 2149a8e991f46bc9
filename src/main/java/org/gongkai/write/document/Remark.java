package org.gongkai.write.document;

/**
 * Something that an import left out, changed or could not read, told to the secretary.
 *
 * @param place where it is in the original, such as 第3段 or 第12行; empty for the document as a whole
 * @param text what was found and what was done with it, in Chinese
 * @param weight whether it needs attention
 */
public record Remark(String place, String text, Weight weight) {

    /** How much attention a remark needs. */
    public enum Weight {
        /** Something was converted; nothing is lost. */
        NOTE,
        /** Something is not in the result; the secretary must look at it. */
        LEFT_OUT
    }
}
