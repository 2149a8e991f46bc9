package org.gongkai.input.attachment;

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
 */
public record Inspection(ContentType type, List<TextPiece> pieces, Set<Finding> findings, Optional<Trouble> trouble) {

    public Inspection {
        pieces = List.copyOf(pieces);
        findings = Set.copyOf(findings);
    }

    /** A finding other than text. */
    public enum Finding {
        /** It contains macros. */
        MACROS,
        /** It says where it, or a photograph in it, was taken. */
        GPS,
        /** It contains pictures, whose text cannot be read. */
        PICTURES,
        /** It is a form of which only some texts can be read. */
        PARTLY
    }

    /** Why a file could not be read. */
    public enum Trouble {
        BROKEN,
        ENCRYPTED,
        /** It exceeds a limit. */
        TOO_MUCH,
        /** It would need more memory than one file may take. */
        HEAP
    }
}
