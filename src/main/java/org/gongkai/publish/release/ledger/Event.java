package org.gongkai.publish.release.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.gongkai.site.identity.EntryMarks;

/** What was done to a store. */
public sealed interface Event {

    /**
     * A release was made and became the current one.
     *
     * @param id its name, which is its folder's too
     * @param base the release that was current before, if any
     * @param origin what it was made from
     * @param counts how much it holds
     * @param seal SHA-256 of its manifest
     * @param addresses SHA-256 of the list of its lasting addresses
     * @param lost addresses of the base that it was allowed to lose
     */
    record Published(
            String id,
            Optional<String> base,
            Origin origin,
            Counts counts,
            String seal,
            String addresses,
            List<String> lost)
            implements Event {
        public Published {
            lost = List.copyOf(lost);
        }
    }

    /**
     * What a release was made from.
     *
     * @param generator name and version of the program
     * @param commit the commit, if it was made from one
     * @param asOf the day for which it stands, ISO 8601
     * @param nextChange the next day on which it would change by itself, if any
     * @param imported the release of another store that it is, if it was carried here
     */
    record Origin(
            String generator,
            Optional<String> commit,
            String asOf,
            Optional<String> nextChange,
            Optional<Imported> imported) {}

    /**
     * A release of another store.
     *
     * @param release its name there
     * @param at when it was made there
     * @param store hash of the very first record of that store, by which it is known again
     * @param record hash of the record that made it
     */
    record Imported(String release, OffsetDateTime at, String store, String record) {}

    /**
     * How much a release holds.
     *
     * @param entries entries that are out
     * @param pages pages made
     * @param files files, without the manifest
     * @param bytes their size together
     * @param added files that its base does not have
     * @param changed files that its base has with other bytes
     * @param removed files of its base that it does not have
     */
    record Counts(int entries, int pages, int files, long bytes, int added, int changed, int removed) {}

    /** An earlier release became the current one. */
    record RolledBack(String id, String reason) implements Event {}

    /** Releases were deleted. */
    record Pruned(List<String> ids) implements Event {
        public Pruned {
            ids = List.copyOf(ids);
        }
    }

    /**
     * An edition was made, once and for all.
     *
     * @param name its folder below {@code editions/}
     * @param seal SHA-256 of its own manifest
     * @param files files, without the manifest
     */
    record EditionSealed(String name, String seal, int files) implements Event {}

    /**
     * A page was taken down everywhere.
     *
     * @param address its address
     * @param reason why, as its notice says
     * @param notices addresses where the notice now stands: the page and what redirected to it
     * @param resealed what was changed; nothing if the page stood only at other audiences
     * @param addresses every address under which the entry is known, here or at other audiences
     * @param marks what {@link EntryMarks} says of the entry
     */
    record TakenDown(
            String address,
            String reason,
            List<String> notices,
            List<Resealed> resealed,
            List<String> addresses,
            List<String> marks)
            implements Event {
        public TakenDown {
            notices = List.copyOf(notices);
            resealed = List.copyOf(resealed);
            addresses = List.copyOf(addresses);
            marks = List.copyOf(marks);
        }
    }

    /**
     * A release or an edition whose bytes were changed.
     *
     * @param folder {@code releases/ID} or {@code editions/NAME}
     * @param before its seal until then
     * @param after its seal since then
     * @param files its files that were changed
     */
    record Resealed(String folder, String before, String after, List<Replaced> files) {
        public Resealed {
            files = List.copyOf(files);
        }
    }

    /** A file that was changed, with its hashes; the second is empty if it was removed. */
    record Replaced(String path, String before, String after) {}

    /** A page that was taken down may be published again. */
    record Restored(String address, String reason) implements Event {}
}
