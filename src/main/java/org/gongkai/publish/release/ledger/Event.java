package org.gongkai.publish.release.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.gongkai.site.identity.EntryMarks;

/** A change of a store. Records of the ledger name their fields like the components. */
public sealed interface Event {

    /** The releases and editions whose bytes were changed. */
    default List<Resealed> resealed() {
        return List.of();
    }

    /**
     * A release was made and became the current one.
     *
     * @param release its name, which is its folder's too
     * @param base the release that was current before, if any
     * @param origin its origin
     * @param counts its size
     * @param manifest the SHA-256 of its manifest
     * @param addresses SHA-256 of the list of its lasting addresses
     * @param lost lasting addresses of the base that it lacks by permission
     * @param imported the release of another store from which it was imported, if any
     */
    record Published(
            String release,
            Optional<String> base,
            Origin origin,
            Counts counts,
            String manifest,
            String addresses,
            List<String> lost,
            Optional<Imported> imported)
            implements Event {}

    /**
     * The origin of a release.
     *
     * @param generator name and version of the program
     * @param commit the commit, if it was made from one
     * @param asOf the date for which it was built, ISO 8601
     * @param nextChange the next date on which a rebuild would differ, if any
     */
    record Origin(String generator, Optional<String> commit, String asOf, Optional<String> nextChange) {}

    /**
     * A release of another store.
     *
     * @param release its name there
     * @param at when it was made there
     * @param store hash of the first record of that store, which identifies it
     * @param record hash of the record that made it
     */
    record Imported(String release, OffsetDateTime at, String store, String record) {}

    /**
     * The size of a release and its difference from its base.
     *
     * @param entries public entries
     * @param pages pages
     * @param files files, without the manifest
     * @param bytes their size together
     * @param added files that its base does not have
     * @param changed files that its base has with other bytes
     * @param removed files of its base that it does not have
     */
    record Counts(int entries, int pages, int files, long bytes, int added, int changed, int removed) {}

    /** An earlier release became the current one. */
    record RolledBack(String release, String reason) implements Event {}

    /** A release that becomes the current one again was told what later ones say. */
    record Amended(List<Resealed> resealed) implements Event {}

    /** Releases were deleted. */
    record Pruned(List<String> releases) implements Event {}

    /**
     * An edition was made, once and for all.
     *
     * @param edition its folder below {@code editions/}
     * @param manifest SHA-256 of its own manifest
     * @param files files, without the manifest
     */
    record EditionSealed(String edition, String manifest, int files) implements Event {}

    /**
     * A page was taken down everywhere.
     *
     * @param address its address
     * @param reason why, as its notice says
     * @param notices addresses of the notice: the page and its redirects
     * @param addresses every address under which the entry is known, here or at other audiences
     * @param marks the {@link EntryMarks} of the entry
     * @param only whether other audiences keep the page on purpose
     * @param resealed the changed folders; empty if only other audiences had the page
     */
    record TakenDown(
            String address,
            String reason,
            List<String> notices,
            List<String> addresses,
            List<String> marks,
            boolean only,
            List<Resealed> resealed)
            implements Event {}

    /**
     * A release or an edition whose bytes were changed.
     *
     * @param folder {@code releases/ID} or {@code editions/NAME}
     * @param before its seal until then
     * @param after its seal since then
     * @param files its files that were changed: the path of each, and its hash before and after; of one that was
     *     removed, a mark stands for the path, and the second hash is empty
     */
    record Resealed(String folder, String before, String after, List<List<String>> files) {}

    /** A page that was taken down may be published again. */
    record Restored(String address, String reason) implements Event {}
}
