package org.gongkai.markup;

/**
 * The body of an entry as typed.
 *
 * @param path path of the file from the site's root, such as {@code content/通知/2024/a.md}
 * @param text the body without its header, line ends as {@code \n}
 * @param firstLine line of the file, from 1, on which the text begins
 */
public record Markup(String path, String text, int firstLine) {

    /** Positions in the file of offsets in {@link #text()}. */
    public BodyPositions positions() {
        return new BodyPositions(text, firstLine);
    }
}
