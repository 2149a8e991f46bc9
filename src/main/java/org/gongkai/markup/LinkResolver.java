package org.gongkai.markup;

/** Knows where the links and images of one entry lead. It keeps its own account of those that lead nowhere. */
public interface LinkResolver {

    /** What stands at a place in the text. */
    enum Kind {
        LINK,
        /** An address that was typed as text: whoever reads it sees where it leads. */
        ADDRESS,
        IMAGE
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
     * Where a link leads.
     *
     * @param href the address to write into the page, not HTML-escaped; empty when the link leads nowhere: then only
     *     its text is shown
     * @param label text for a link whose writer gave none (the title of the entry it leads to), or empty
     */
    record Target(String href, String label) {}
}
