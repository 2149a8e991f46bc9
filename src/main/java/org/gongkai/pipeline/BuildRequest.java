package org.gongkai.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.history.git.CommitId;
import org.gongkai.output.Output;
import org.gongkai.pipeline.edition.CurrentSite;
import org.gongkai.pipeline.edition.TakenDownNotices;
import org.gongkai.site.Editions;

/**
 * A request for one build.
 *
 * @param place where the source is
 * @param output the folder to write; empty to check only
 * @param asOf the day for which the site is built; today in the site's time zone if empty
 * @param audience the audience to build for; all if empty
 * @param drafts whether drafts and entries not yet due are shown
 * @param reuse which results are shared with earlier and later runs
 * @param previous the previous publication
 * @param jobs number of threads
 */
public record BuildRequest(
        Place place,
        Optional<Path> output,
        Optional<LocalDate> asOf,
        Optional<String> audience,
        boolean drafts,
        Reuse reuse,
        PreviousPublication previous,
        int jobs) {

    /**
     * Where a source is.
     *
     * @param source the site's root, or a bare repository
     * @param revision the commit to read; the working folder if empty
     * @param shared the folder that several sites share; see {@link org.gongkai.input.source.SharedSource}
     */
    public record Place(Path source, Optional<String> revision, Optional<Path> shared) {}

    /** The results that runs share through the cache. */
    public enum Reuse {
        NONE,
        /** The history of commits only; for editions, which are built once. */
        HISTORY,
        /** Everything. */
        ALL,
        /** Everything; and if nothing has changed since the last such build, its summary is the result. */
        SUMMARY
    }

    /** A request for a check of a folder: today, for all audiences, without drafts, on all processors. */
    public static BuildRequest of(Path source) {
        return new BuildRequest(
                new Place(source, Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Reuse.ALL,
                PreviousPublication.NONE,
                Runtime.getRuntime().availableProcessors());
    }

    /** The site's root, or a bare repository. */
    public Path source() {
        return place.source;
    }

    public BuildRequest revision(Optional<String> other) {
        return new BuildRequest(
                new Place(source(), other, place.shared), output, asOf, audience, drafts, reuse, previous, jobs);
    }

    public BuildRequest shared(Optional<Path> other) {
        return new BuildRequest(
                new Place(source(), place.revision, other), output, asOf, audience, drafts, reuse, previous, jobs);
    }

    public BuildRequest into(Path folder) {
        return new BuildRequest(place, Optional.of(folder), asOf, audience, drafts, reuse, previous, jobs);
    }

    public BuildRequest asOf(Optional<LocalDate> other) {
        return new BuildRequest(place, output, other, audience, drafts, reuse, previous, jobs);
    }

    public BuildRequest audience(Optional<String> other) {
        return new BuildRequest(place, output, asOf, other, drafts, reuse, previous, jobs);
    }

    public BuildRequest drafts(boolean other) {
        return new BuildRequest(place, output, asOf, audience, other, reuse, previous, jobs);
    }

    public BuildRequest reuse(Reuse other) {
        return new BuildRequest(place, output, asOf, audience, drafts, other, previous, jobs);
    }

    public BuildRequest previous(PreviousPublication other) {
        return new BuildRequest(place, output, asOf, audience, drafts, reuse, other, jobs);
    }

    public BuildRequest jobs(int other) {
        return new BuildRequest(place, output, asOf, audience, drafts, reuse, previous, other);
    }

    /**
     * The previous publication, by the folder of each audience; the folder is empty if the site has only one audience.
     */
    @FunctionalInterface
    public interface PreviousPublication {

        /** The absence of a previous publication. */
        PreviousPublication NONE = folder -> Editions.NONE;

        /** The editions that the pages of a site link to. */
        Editions editions(String folder) throws IOException;

        /** The commits that were published for any audience, oldest publication first. */
        default List<CommitId> published() throws IOException {
            return List.of();
        }

        /** The site that is published today, if an earlier commit is built under its restrictions. */
        default Optional<CurrentSite> today() {
            return Optional.empty();
        }

        /** The folder of the current site, whose unchanged files are shared; empty if there is none. */
        default Optional<Path> currentSite(String folder) throws IOException {
            return Optional.empty();
        }

        /** The notices for pages that were taken down. */
        default TakenDownNotices takenDown(String folder) throws IOException {
            return TakenDownNotices.NONE;
        }

        /** Where a check keeps the files that the current site lacks; empty if it keeps none. */
        default Optional<Path> fresh(String folder) throws IOException {
            return Optional.empty();
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
}
