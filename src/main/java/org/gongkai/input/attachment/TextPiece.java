package org.gongkai.input.attachment;

/**
 * Something that is written in a file.
 *
 * @param nature how it stands there
 * @param where the part of the file, in words for a reader: {@code 工作表“名单”}; empty if there is only one
 * @param line line, paragraph, row or page, from 1
 * @param column column of a text file in characters or column of a sheet, from 1
 * @param cell column of a table, from 1; 0 outside of tables
 * @param text the text
 */
public record TextPiece(Nature nature, String where, int line, int column, int cell, String text) {

    /** How a text stands in a file. */
    public enum Nature {
        /** For everybody to see. */
        SHOWN,
        /** In a hidden sheet, row or column, in hidden letters or in a store of old data. */
        HIDDEN,
        /** In a comment. */
        COMMENT,
        /** Deleted, but still there as a tracked change. */
        DELETED,
        /** The name of a person who wrote the file or took the photograph. */
        AUTHOR
    }
}
