package org.gongkai.build.edition;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The pages of one audience that were taken down. An entry is one of them if it had one of their addresses at any time.
 *
 * @param byAddress what stands in the place of each page, and of what redirected to it, by their addresses
 */
public record TakenDownNotices(Map<String, Notice> byAddress) {

    /** Nothing was taken down. */
    public static final TakenDownNotices NONE = new TakenDownNotices(Map.of());

    public TakenDownNotices {
        byAddress = Collections.unmodifiableMap(new TreeMap<>(byAddress));
    }

    /** Makes the page that stands where a page was taken down. */
    @FunctionalInterface
    public interface Notice {

        /**
         * The bytes of the page.
         *
         * @param address where it is to stand, from the root of its site
         */
        byte[] at(String address);
    }

    boolean isEmpty() {
        return byAddress.isEmpty();
    }

    /**
     * What stands in the place of an entry; empty if it was not taken down.
     *
     * @param addresses all that the entry ever had
     */
    Optional<Notice> of(Collection<String> addresses) {
        return addresses.stream()
                .sorted()
                .filter(byAddress::containsKey)
                .findFirst()
                .map(byAddress::get);
    }
}
