package org.gongkai.input.entry.header;

import org.gongkai.input.data.Value;

/**
 * A parsed header, independent of its syntax.
 *
 * @param form its syntax
 * @param fields its fields with their names as written, without the prefix {@code jbake-}
 * @param bodyLine the line of the file, from 1, on which the markup begins; an AsciiDoc header is part of the markup
 */
public record Header(Form form, Value.Fields fields, int bodyLine) {

    /** The syntax of a header. */
    public enum Form {
        /** YAML between lines of {@code ---}. */
        YAML,
        /** JBake's {@code key=value} lines up to {@code ~~~~~~}. */
        JBAKE,
        /** AsciiDoc's title and attribute lines. */
        ASCIIDOC
    }
}
