package org.gongkai.markup;

/** Resolves the links and images of one entry, and reports those without a target itself. */
public interface LinkResolver {

    /** Kind of the element that contains an address. */
    enum Kind {
        LINK,
        /** An address that is its own text. */
        ADDRESS,
        IMAGE,
        /**
         * Not an address but a count, in braces as it was typed; its answer is the label, what it leads to the href.
         */
        COUNT
    }

    /**
     * Resolves one address as it was typed.
     *
     * @param kind what the address belongs to
     * @param destination the address in the text, decoded: {@code ../计划/2020.md#节}, {@code https://…}, {@code 图.png}
     * @param line line of the file, from 1
     * @param column column, from 1
     */
    Target resolve(Kind kind, String destination, int line, int column);

    /**
     * The target of a link.
     *
     * @param href the address to write into the page, not HTML-escaped; empty if there is no target: then only
     *     its text is shown
     * @param label text for a link without text (the title of the target), or empty
     */
    record Target(String href, String label) {}
}
