package org.gongkai.markup;

/** Converts the text of one body to safe HTML. Implementations are safe for use by multiple threads. */
@FunctionalInterface
public interface MarkupConverter extends AutoCloseable {

    /**
     * Converts one body. Never throws because of the text: problems are returned in {@link Body#problems()}.
     *
     * @param markup the text and its position
     * @param links resolves every link and image address found in the text
     */
    Body convert(Markup markup, LinkResolver links);

    /** Starts in the background what takes long to start, for when it is known that it will be needed. */
    default void warmUp() {}

    /** Gives back what it uses. */
    @Override
    default void close() {}
}
