package org.gongkai.site.address;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.site.Item;

/**
 * The addresses that entries had before they were moved, numbered or put into another column. They need not be
 * declared: each redirects to the current address of the entry, unless it is in use.
 */
public final class PreviousAddresses {

    private final AddressBook addresses;

    public PreviousAddresses(SiteConfig config, Kinds kinds, Slugs slugs) {
        this.addresses = new AddressBook(config, kinds, slugs, problem -> {});
    }

    /** Returns the address that a header gives to an entry. */
    public String of(Entry header) {
        return addresses.address(header);
    }

    /**
     * Returns the current and all previous addresses of an entry, with those that it declares.
     *
     * @param headers headers of its previous versions
     */
    public Set<String> allOf(Item item, List<Entry> headers) {
        Set<String> all = new LinkedHashSet<>();
        all.add(item.address());
        all.addAll(item.entry().publication().aliases());
        for (Entry header : headers) {
            all.add(addresses.address(header));
            all.addAll(header.publication().aliases());
        }
        return all;
    }

    /** Adds an address and the folders that contain it: no page can have the address of a folder. */
    private static void takeWithFolders(String alias, Set<String> taken) {
        taken.add(alias);
        for (int slash = alias.indexOf('/'); slash > 0; slash = alias.indexOf('/', slash + 1)) {
            taken.add(alias.substring(0, slash));
        }
    }

    /**
     * Returns the entries by their previous addresses.
     *
     * @param items entries with their current addresses
     * @param headers returns the headers of the previous versions of an entry
     */
    public Map<String, Item> of(Collection<Item> items, Function<Item, List<Entry>> headers) {
        Set<String> taken = new HashSet<>();
        for (Item item : items) {
            taken.add(item.address());
            item.entry().publication().aliases().forEach(alias -> takeWithFolders(alias, taken));
        }
        Map<String, Item> found = new TreeMap<>();
        for (Item item : items) {
            Set<String> own = new LinkedHashSet<>();
            headers.apply(item).stream()
                    .filter(entry -> entry != item.entry())
                    .forEach(entry -> own.add(addresses.address(entry)));
            own.removeIf(address -> taken.contains(address) || addresses.isReserved(address));
            own.forEach(address -> found.putIfAbsent(address, item));
        }
        return found;
    }

    /**
     * Previous addresses and paths of entries, from the git history.
     *
     * @param addresses entries by their previous addresses
     * @param paths current paths of sources by their previous paths; two entries may have had the same path
     */
    public record PreviousPaths(Map<String, Item> addresses, Map<String, Set<String>> paths) {

        /** No previous addresses or paths. */
        public static final PreviousPaths NONE = new PreviousPaths(Map.of(), Map.of());
    }
}
