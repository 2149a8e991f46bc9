package org.gongkai.input.attachment;

/**
 * A piece of text in a file.
 *
 * @param nature its nature
 * @param within the path of the file within the file that holds it; empty for the file itself
 * @param type the type of the file that holds it
 * @param where the part of the file, in Chinese: {@code 工作表“名单”}; empty if there is only one
 * @param line the line, paragraph, row or page, from 1
 * @param column the column of a text file in characters, or of a worksheet, from 1
 * @param cell the column of a table, from 1; 0 outside tables
 * @param text the text
 */
public record TextPiece(
        Nature nature, String within, ContentType type, String where, int line, int column, int cell, String text) {

    /** The nature of a text. */
    public enum Nature {
        /** Visible. */
        SHOWN,
        /** In a hidden worksheet, row or column, in hidden characters or in cached data. */
        HIDDEN,
        /** In a comment. */
        COMMENT,
        /** Deleted, but present as a tracked change. */
        DELETED,
        /** The name of an author or photographer. */
        AUTHOR,
        /** Kept by programs beside what is shown, such as the values behind a chart. */
        STORED
    }
}
