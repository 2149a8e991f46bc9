package org.gongkai.build;

import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.site.Editions;

/** Knows what was published before for each audience: by the folder of the audience, empty if the site has one only. */
@FunctionalInterface
public interface PublishedBefore {

    /** A site that was not published before. */
    PublishedBefore NOTHING = folder -> Editions.NONE;

    /** The editions to which the pages of a site lead. */
    Editions editions(String folder);

    /** Where the site stands that readers see now, of which unchanged files are shared; empty if there is none. */
    default Optional<Path> standing(String folder) {
        return Optional.empty();
    }
}
