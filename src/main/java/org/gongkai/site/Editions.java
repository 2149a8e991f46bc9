package org.gongkai.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was published before: the editions that the pages of a site link to, and what commands did to its releases.
 *
 * @param own the name of the edition that the site itself is, if it is one
 * @param others the others, oldest first; for an edition those that are older
 * @param interventions what was done to the published site, oldest first
 */
public record Editions(Optional<String> own, List<Edition> others, List<Intervention> interventions) {

    /** The folder of all editions, from the root of a site. */
    public static final String FOLDER = "editions/";

    /** A regular expression of the folder of any edition. */
    public static final String ANY = FOLDER + "[^/]+/";

    /** The folder of an edition, from the root of a site. */
    public static String folder(String name) {
        return FOLDER + name + "/";
    }

    /** The editions of a site that has none and is none itself. */
    public static final Editions NONE = new Editions(Optional.empty(), List.of(), List.of());

    /** Returns whether there are no editions to choose from. */
    public boolean isEmpty() {
        return own.isEmpty() && others.isEmpty();
    }

    /**
     * A complete copy of the site as of one day, below {@code editions/NAME/}.
     *
     * @param name its name, also that of its folder
     * @param day its day, ISO 8601
     * @param commit the commit that it was built from, if that is known
     * @param pages addresses of its pages, from its own root
     */
    public record Edition(String name, String day, Optional<String> commit, Set<String> pages) {

        /** Its folder from the root of the site that holds it. */
        public String folder() {
            return Editions.folder(name);
        }
    }
}
