package org.gongkai.pipeline.edition;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The notices that replace pages of one audience that were taken down. An entry is taken down if it had one of their
 * addresses at any time.
 *
 * @param byAddress the notice for each page and each redirect to it, by address
 */
public record TakenDownNotices(Map<String, Notice> byAddress) {

    /** No notices. */
    public static final TakenDownNotices NONE = new TakenDownNotices(Map.of());

    public TakenDownNotices {
        byAddress = Collections.unmodifiableMap(new TreeMap<>(byAddress));
    }

    /** Renders the page that replaces one that was taken down. */
    @FunctionalInterface
    public interface Notice {

        /**
         * The bytes of the page.
         *
         * @param address its address, from the root of its site
         */
        byte[] at(String address);
    }

    boolean isEmpty() {
        return byAddress.isEmpty();
    }

    /**
     * The notice that replaces an entry; empty if it was not taken down.
     *
     * @param addresses every address that the entry ever had
     */
    Optional<Notice> of(Collection<String> addresses) {
        return addresses.stream()
                .sorted()
                .filter(byAddress::containsKey)
                .findFirst()
                .map(byAddress::get);
    }
}
