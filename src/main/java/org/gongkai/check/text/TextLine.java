package org.gongkai.check.text;

import org.gongkai.text.Characters;

/**
 * A line of the body, or the text of a header field.
 *
 * @param number the line of the file, from 1
 * @param column the column of its first character, from 1
 * @param text the text
 * @param field the name of the header field; empty for the body
 * @param marks one bit for each rule with a trigger in the line
 */
public record TextLine(int number, int column, String text, String field, long marks) {

    public boolean isHeader() {
        return !field.isEmpty();
    }

    public boolean isBlank() {
        return Characters.end(text, 0, Characters::isSpace) == text.length();
    }
}
