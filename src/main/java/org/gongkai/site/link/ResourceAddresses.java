package org.gongkai.site.link;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.input.source.SourceFile;
import org.gongkai.site.Item;
import org.gongkai.site.address.Slugs;

/**
 * The addresses of the files that one entry names, in the order in which it names them: of two files with the same
 * slug the first has the short address. Immutable.
 */
public final class ResourceAddresses {

    private final String folder;
    private final Slugs slugs;
    private final Map<String, Resource> byPath;

    private ResourceAddresses(String folder, Slugs slugs, Map<String, Resource> byPath) {
        this.folder = folder;
        this.slugs = slugs;
        this.byPath = byPath;
    }

    /** Returns the addresses of an entry that names no file. */
    public static ResourceAddresses none(Item item, Slugs slugs) {
        return new ResourceAddresses(item.folder(), slugs, Map.of());
    }

    /** Returns these addresses and that of one more file; this object if the file has an address already. */
    public ResourceAddresses with(SourceFile file) {
        if (byPath.containsKey(file.path())) {
            return this;
        }
        Map<String, Resource> more = new LinkedHashMap<>(byPath);
        more.put(file.path(), new Resource(file, assign(file)));
        return new ResourceAddresses(folder, slugs, Collections.unmodifiableMap(more));
    }

    /** Returns the address of a file, from the root of the site; the file must have been added. */
    public String of(SourceFile file) {
        return byPath.get(file.path()).address();
    }

    /** Returns the files with their addresses, in the order in which they were added. */
    public List<Resource> all() {
        return List.copyOf(byPath.values());
    }

    private String assign(SourceFile file) {
        Set<String> taken = new HashSet<>();
        taken.add(folder + "history"); // The folder of the previous versions.
        byPath.values().forEach(resource -> taken.add(resource.address()));
        String suffix = file.ending().matches("[a-z0-9]{1,20}") ? "." + file.ending() : "";
        String address = folder + slugs.of(file.stem()) + suffix;
        return taken.contains(address) ? folder + slugs.distinct(file.stem() + " " + file.path()) + suffix : address;
    }
}
