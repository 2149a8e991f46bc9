package org.gongkai.markup;

import java.util.function.UnaryOperator;

/**
 * The body of an entry as typed.
 *
 * @param path path of the file from the site's root, such as {@code content/通知/2024/a.md}
 * @param text the body without its header, line ends as {@code \n}
 * @param firstLine line of the file, from 1, on which the text begins
 * @param included changes the text of each file that the text includes, before it is read
 */
public record Markup(String path, String text, int firstLine, UnaryOperator<String> included) {
    /** A body that changes nothing in what it includes. */
    public Markup(String path, String text, int firstLine) {
        this(path, text, firstLine, UnaryOperator.identity());
    }

    /** Positions in the file of offsets in {@link #text()}. */
    public BodyPositions positions() {
        return new BodyPositions(text, firstLine);
    }
}
