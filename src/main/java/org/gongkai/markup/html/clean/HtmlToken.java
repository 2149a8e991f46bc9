package org.gongkai.markup.html.clean;

import java.util.List;

/**
 * A token that begins at a less-than sign of typed HTML.
 *
 * @param kind what it is
 * @param start offset of the sign
 * @param end offset after its last character
 * @param name name of the element in lower case; the beginning, as typed, of any other token
 * @param attributes names in lower case and values, not decoded, in turn
 * @param closesItself whether it ends in a slash
 */
public record HtmlToken(Kind kind, int start, int end, String name, List<String> attributes, boolean closesItself) {
    public enum Kind {
        OPEN,
        CLOSE,
        /** A comment. */
        COMMENT,
        /** {@code <![CDATA[…]]>}: a section that HTML does not define. */
        CDATA,
        /** {@code <!DOCTYPE …>}, {@code <?…?>}: a declaration or processing instruction. */
        DECLARATION,
        /** A token of a kind above without an end; its range covers its opening characters. */
        ENDLESS
    }

    HtmlToken(Kind kind, int start, int end, String name) {
        this(kind, start, end, name, List.of(), false);
    }

    public HtmlToken {
        attributes = List.copyOf(attributes);
    }

    public boolean isTag() {
        return kind == Kind.OPEN || kind == Kind.CLOSE;
    }
}
