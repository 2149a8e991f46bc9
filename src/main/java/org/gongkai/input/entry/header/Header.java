package org.gongkai.input.entry.header;

import org.gongkai.input.data.Value;

/**
 * The header of an entry as it was typed, in whichever of its forms.
 *
 * @param form how it is written
 * @param fields its fields, names as typed (a prefix {@code jbake-} taken away)
 * @param bodyLine line of the file, from 1, on which the markup begins; an AsciiDoc header is itself markup
 */
public record Header(Form form, Value.Fields fields, int bodyLine) {

    /** How a header is written. */
    public enum Form {
        /** YAML between lines of {@code ---}. */
        YAML,
        /** JBake's {@code key=value} lines up to {@code ~~~~~~}. */
        JBAKE,
        /** AsciiDoc's title and attribute lines. */
        ASCIIDOC
    }
}
