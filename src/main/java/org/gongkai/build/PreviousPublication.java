package org.gongkai.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.site.Editions;

/** What was published before, by the folder of each audience; an empty text if the site has a single audience. */
@FunctionalInterface
public interface PreviousPublication {

    /** A site that was not published before. */
    PreviousPublication NONE = folder -> Editions.NONE;

    /** The editions to which the pages of a site lead. */
    Editions editions(String folder);

    /** Where the site stands that readers see now, of which unchanged files are shared; empty if there is none. */
    default Optional<Path> currentSite(String folder) {
        return Optional.empty();
    }

    /** Whether releases are cache in a folder, so that a build must not write into it. */
    default boolean isStore(Path folder) throws IOException {
        return false;
    }
}
