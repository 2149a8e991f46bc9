package org.gongkai.pipeline.edition;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The notices that replace pages of one audience that were taken down. An entry is taken down if it had one of their
 * addresses at any time.
 *
 * @param byAddress what renders the notice for each page and each redirect to it, by the address that was taken
 *     down; it is given the address of the notice
 */
public record TakenDownNotices(Map<String, Function<String, byte[]>> byAddress) {

    /** No notices. */
    public static final TakenDownNotices NONE = new TakenDownNotices(Map.of());

    public TakenDownNotices {
        byAddress = Collections.unmodifiableMap(new TreeMap<>(byAddress));
    }

    boolean isEmpty() {
        return byAddress.isEmpty();
    }

    /**
     * The notice that replaces an entry; empty if it was not taken down.
     *
     * @param addresses every address that the entry ever had
     */
    Optional<Function<String, byte[]>> of(Collection<String> addresses) {
        return addresses.stream()
                .sorted()
                .filter(byAddress::containsKey)
                .findFirst()
                .map(byAddress::get);
    }
}
