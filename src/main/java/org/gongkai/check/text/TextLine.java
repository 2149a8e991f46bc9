package org.gongkai.check.text;

/**
 * A line that a writer wrote: one of the body, or the text of a header field.
 *
 * @param number line of the file, from 1
 * @param column column of its first character, from 1
 * @param text its text
 * @param field name of the header field; empty for a line of the body
 * @param marks one bit for every rule one of whose triggers stands in the line
 */
public record TextLine(int number, int column, String text, String field, int marks) {

    public boolean isHeader() {
        return !field.isEmpty();
    }

    public boolean isBlank() {
        for (int i = 0; i < text.length(); i++) {
            if (!CharacterClasses.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
