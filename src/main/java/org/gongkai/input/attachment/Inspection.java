package org.gongkai.input.attachment;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a file turned out to be.
 *
 * @param type its type by its content
 * @param pieces everything written in it, as far as it could be read
 * @param marks what else is remarkable
 * @param trouble why it could not be read to its end, if so
 */
public record Inspection(ContentType type, List<TextPiece> pieces, Set<Mark> marks, Optional<Trouble> trouble) {

    public Inspection {
        pieces = List.copyOf(pieces);
        marks = Set.copyOf(marks);
    }

    /** Something remarkable besides texts. */
    public enum Mark {
        /** It holds a program that an office suite would run. */
        MACROS,
        /** It says where on earth a photograph was taken. */
        GPS,
        /** It holds pictures; words in them cannot be read. */
        PICTURES,
        /** It is a form of which only some texts can be read. */
        PARTLY
    }

    /** Why a file could not be read. */
    public enum Trouble {
        BROKEN,
        ENCRYPTED,
        /** It is larger, more deeply packed or slower to read than any honest document. */
        TOO_MUCH
    }
}
