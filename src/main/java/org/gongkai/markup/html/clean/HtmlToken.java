package org.gongkai.markup.html.clean;

import java.util.List;

/**
 * What begins at a less-than sign of typed HTML.
 *
 * @param kind what it is
 * @param start offset of the sign
 * @param end offset after its last character
 * @param name name of the element in lower case; of anything else how it begins, as typed
 * @param attributes names in lower case and values, not decoded, in turn
 * @param closesItself whether a slash stands before its end
 */
public record HtmlToken(Kind kind, int start, int end, String name, List<String> attributes, boolean closesItself) {
    public enum Kind {
        OPEN,
        CLOSE,
        /** A remark. */
        COMMENT,
        /** {@code <![CDATA[…]]>}: text behind a mark that HTML does not know. */
        CDATA,
        /** {@code <!DOCTYPE …>}, {@code <?…?>}: for programs, not for readers. */
        DECLARATION,
        /** Something of the kinds above that never ends; it reaches up to the end of its own mark. */
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
