package org.gongkai.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.output.Output;
import org.gongkai.pipeline.edition.TakenDownNotices;
import org.gongkai.site.Editions;

/** The previous publication, by the folder of each audience; the folder is empty if the site has only one audience. */
@FunctionalInterface
public interface PreviousPublication {

    /** The absence of a previous publication. */
    PreviousPublication NONE = folder -> Editions.NONE;

    /** The editions that the pages of a site link to. */
    Editions editions(String folder) throws IOException;

    /** The folder of the current site, whose unchanged files are shared; empty if there is none. */
    default Optional<Path> currentSite(String folder) throws IOException {
        return Optional.empty();
    }

    /** The notices for pages that were taken down. */
    default TakenDownNotices takenDown(String folder) throws IOException {
        return TakenDownNotices.NONE;
    }

    /** An output that examines what is added to another one. */
    default Output examining(String folder, Output output) throws IOException {
        return output;
    }

    /** Whether a folder is a release store, which a build must not write to. */
    default boolean isStore(Path folder) throws IOException {
        return false;
    }
}
