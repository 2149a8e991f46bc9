package org.gongkai.site.identity;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * A public entry with everything that identifies it after a move.
 *
 * @param path its file from the site's root; empty if only its page is known
 * @param address address of its page
 * @param addresses its current and previous addresses
 * @param marks {@link EntryMarks} of its current and previous versions
 */
public record PublishedEntry(String path, String address, Set<String> addresses, Set<String> marks) {

    /** Returns an entry of which only the page is known. */
    public static PublishedEntry at(String address) {
        return new PublishedEntry("", address, Set.of(address), Set.of());
    }

    /** Returns this entry with more addresses. */
    public PublishedEntry alsoAt(Set<String> more) {
        Set<String> all = new TreeSet<>(addresses);
        all.addAll(more);
        return new PublishedEntry(path, address, all, marks);
    }

    /** Returns whether it has one of the addresses or one of the marks. */
    public boolean isAny(Collection<String> otherAddresses, Collection<String> otherMarks) {
        return otherAddresses.stream().anyMatch(addresses::contains)
                || otherMarks.stream().anyMatch(marks::contains);
    }
}
