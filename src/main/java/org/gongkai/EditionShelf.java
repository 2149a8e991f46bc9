package org.gongkai;

import org.gongkai.site.Editions;

/** Knows the editions of each audience's site. */
@FunctionalInterface
public interface EditionShelf {

    /** A site without editions. */
    EditionShelf EMPTY = folder -> Editions.NONE;

    /**
     * The editions to which the pages of a site lead.
     *
     * @param folder folder of its audience among those of several; empty if the site has one only
     */
    Editions of(String folder);
}
