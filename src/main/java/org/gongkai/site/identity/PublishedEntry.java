package org.gongkai.site.identity;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * An entry that is out, and all by which it is known again wherever it may be moved to.
 *
 * @param path its file from the site's root; empty if only its page is known
 * @param address where its page stands
 * @param addresses every address under which it is or ever was known, that of today among them
 * @param marks what {@link EntryMarks} says of it, today and in its former versions
 */
public record PublishedEntry(String path, String address, Set<String> addresses, Set<String> marks) {

    public PublishedEntry {
        addresses = Set.copyOf(addresses);
        marks = Set.copyOf(marks);
    }

    /** An entry of which nothing but its page is known. */
    public static PublishedEntry at(String address) {
        return new PublishedEntry("", address, Set.of(address), Set.of());
    }

    /** The same, known under some more addresses. */
    public PublishedEntry alsoAt(Set<String> more) {
        Set<String> all = new TreeSet<>(addresses);
        all.addAll(more);
        return new PublishedEntry(path, address, all, marks);
    }

    /** Whether it is known under one of some addresses, or bears one of some marks. */
    public boolean isAny(Collection<String> otherAddresses, Collection<String> otherMarks) {
        return otherAddresses.stream().anyMatch(addresses::contains)
                || otherMarks.stream().anyMatch(marks::contains);
    }
}
