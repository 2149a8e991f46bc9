package org.gongkai.markup;

/** Converts the text of one body to safe HTML. Implementations are safe for use by multiple threads. */
public interface MarkupConverter {

    /**
     * Converts one body. Never throws because of the text: problems are returned in {@link Body#problems()}.
     *
     * @param markup the text and its position
     * @param links resolves every link and image address found in the text
     */
    Body convert(Markup markup, LinkResolver links);
}
