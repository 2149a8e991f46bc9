package org.gongkai.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a build is asked for.
 *
 * @param source the site's root, or a bare repository
 * @param revision the commit to read it from; the folder as it stands if empty
 * @param output the folder to write; empty to check only
 * @param asOf the day for which the site stands; today in the site's time zone if empty
 * @param audience the audience to build for; all if empty
 * @param drafts whether drafts and entries not yet due are shown
 * @param reuse what earlier runs left may be used, and be left for later ones
 * @param before what was published before
 * @param jobs threads
 */
public record BuildRequest(
        Path source,
        Optional<String> revision,
        Optional<Path> output,
        Optional<LocalDate> asOf,
        Optional<String> audience,
        boolean drafts,
        Reuse reuse,
        PreviousPublication previous,
        int jobs) {

    /** What runs find out for each other. */
    public enum Reuse {
        NONE,
        /** What commits did, which is the same for whatever is built; for sites of long ago, which are built once. */
        HISTORY,
        /** What was found out about the site as it is now, too. */
        ALL
    }
}
