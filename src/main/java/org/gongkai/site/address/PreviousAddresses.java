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
 * The addresses that entries had before they were moved, numbered or put into another column. Nobody has to write them
 * down: each leads on to where the entry is now, unless something else stands there.
 */
public final class PreviousAddresses {

    private final AddressBook addresses;

    public PreviousAddresses(SiteConfig config, Kinds kinds, Slugs slugs) {
        this.addresses = new AddressBook(config, kinds, slugs, problem -> {});
    }

    /** The address that an entry has under a header. */
    public String of(Entry header) {
        return addresses.address(header);
    }

    /**
     * Every address under which an entry was ever known, that of today and those that it names itself among them.
     *
     * @param headers what its header said in its former versions
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

    /** What stands below an address leaves no room for a page there. */
    private static void takeWithFolders(String alias, Set<String> taken) {
        taken.add(alias);
        for (int slash = alias.indexOf('/'); slash > 0; slash = alias.indexOf('/', slash + 1)) {
            taken.add(alias.substring(0, slash));
        }
    }

    /**
     * The entries by their former addresses.
     *
     * @param items what has an address now
     * @param former what the headers of an entry said in its former versions
     */
    public Map<String, Item> of(Collection<Item> items, Function<Item, List<Entry>> former) {
        Set<String> taken = new HashSet<>();
        for (Item item : items) {
            taken.add(item.address());
            item.entry().publication().aliases().forEach(alias -> takeWithFolders(alias, taken));
        }
        Map<String, Item> found = new TreeMap<>();
        for (Item item : items) {
            Set<String> own = new LinkedHashSet<>();
            former.apply(item).stream()
                    .filter(entry -> entry != item.entry())
                    .forEach(entry -> own.add(addresses.address(entry)));
            own.removeIf(address -> taken.contains(address) || addresses.isReserved(address));
            own.forEach(address -> found.putIfAbsent(address, item));
        }
        return found;
    }
}
