package org.gongkai;

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
 * @param cached whether what earlier runs left may be used
 * @param editions the editions to which pages lead
 * @param jobs threads
 */
public record BuildRequest(
        Path source,
        Optional<String> revision,
        Optional<Path> output,
        Optional<LocalDate> asOf,
        Optional<String> audience,
        boolean drafts,
        boolean cached,
        EditionShelf editions,
        int jobs) {}
