package org.gongkai.site.link;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.markup.LinkResolver;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.AddressPaths;

/**
 * Resolves the links of a former version of an entry, from a page of its history. What they led to may be gone: then their
 * text stays, and nobody is told. No file goes out that the version of today does not name.
 */
public final class HistoryLinks implements LinkResolver {

    private static final Target NOWHERE = new Target("", "");

    private final Site site;
    private final SourcePaths paths;
    private final String page;
    private final Map<String, String> resources = new HashMap<>();

    /**
     * @param from path of the version when it was committed
     * @param item the entry of today
     * @param page address of the page on which the version is shown
     * @param resources the files that the version of today names
     */
    public HistoryLinks(LinkIndex index, String from, Item item, String page, Collection<Resource> resources) {
        this.site = index.site();
        this.paths = new SourcePaths(index, from, item.address());
        this.page = page;
        resources.forEach(resource -> this.resources.put(resource.file().path(), resource.address()));
    }

    @Override
    public Target resolve(Kind kind, String destination, int line, int column) {
        String typed = destination.strip();
        if (typed.startsWith("#")) {
            return new Target(typed, "");
        }
        if (ExternalLinks.isOnDisc(typed)) {
            return NOWHERE;
        }
        if (ExternalLinks.isExternal(typed)) {
            return kind == Kind.IMAGE ? NOWHERE : new Target(typed, "");
        }
        int hash = typed.indexOf('#');
        String path = hash < 0 ? typed : typed.substring(0, hash);
        LinkTarget meant = kind == Kind.IMAGE ? paths.image(typed, path) : paths.link(typed, path);
        if (!meant.isUnique()) {
            return NOWHERE;
        }
        String found = meant.paths().get(0);
        Item other = site.byPath().get(found);
        if (other != null) {
            return new Target(
                    AddressPaths.relative(page, other.address()), other.entry().title());
        }
        String address = resources.get(found);
        return address == null ? NOWHERE : new Target(AddressPaths.relative(page, address), "");
    }

    /** The entry that a field names, if it is out today. */
    public Optional<Item> reference(String path) {
        LinkTarget meant = paths.link(path, path);
        return meant.isUnique()
                ? Optional.ofNullable(site.byPath().get(meant.paths().get(0)))
                : Optional.empty();
    }
}
