package org.gongkai.input.attachment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The result of inspecting a file.
 *
 * @param type the type of its content
 * @param pieces its texts, as far as they could be read
 * @param marks other findings
 * @param trouble why it could not be read completely, if so
 * @param unread what could not be read although the rest could
 * @param saved the day on which it was saved, if it says so
 */
public record AttachmentContent(
        ContentType type,
        List<TextPiece> pieces,
        Set<Finding> findings,
        Optional<Trouble> trouble,
        List<Unread> unread,
        Optional<LocalDate> saved) {

    /**
     * What could not be read.
     *
     * @param part the path of a file within the file, or a place in Chinese; empty for the file itself
     * @param why the reason in Chinese
     * @param cure what a writer can do about it, in Chinese
     */
    public record Unread(String part, String why, String cure) {}

    /** A finding other than text. */
    public enum Finding {
        /** It contains macros. */
        MACROS,
        /** It says where it, or a photograph in it, was taken. */
        GPS,
        /** It contains pictures, whose text cannot be read. */
        PICTURES
    }

    /** Why a file could not be read. */
    public enum Trouble {
        BROKEN,
        /** A part of it declares a document type, which may name other files; nothing of it is read. */
        DECLARED,
        ENCRYPTED,
        /** It exceeds a limit. */
        TOO_MUCH,
        /** It would need more memory than one file may take. */
        HEAP
    }
}
