package org.gongkai.markup;

/** Turns the text of one body into safe HTML. Implementations are safe for use by many threads at once. */
public interface MarkupConverter {

    /**
     * Converts one body. Never throws for what a writer typed: mistakes come back in {@link Body#problems()}.
     *
     * @param markup the text and where it stands
     * @param links resolves every link and image address found in the text
     */
    Body convert(Markup markup, LinkResolver links);
}
