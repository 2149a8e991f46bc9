package org.gongkai.site.link;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.markup.LinkResolver;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.AddressPaths;
import org.gongkai.site.link.BodyFacts.Resource;
import org.gongkai.site.link.LinkIndex.LinkTarget;

/**
 * Resolves the links of a previous version of an entry, from a page of its history. Links whose target no longer exists
 * become plain text, without a report. Only files that the current version names are linked.
 */
public final class HistoryLinks implements LinkResolver {

    private static final Target NOWHERE = new Target("", "");

    private final Site site;
    private final SourcePaths paths;
    private final String page;
    private final Map<String, String> resources = new HashMap<>();

    /**
     * @param from path of the version when it was committed
     * @param item the current entry
     * @param page address of the page on which the version is shown
     * @param resources the files that the current version names
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
        LinkTarget target = kind == Kind.IMAGE ? paths.image(typed, path) : paths.link(typed, path);
        if (!target.isUnique()) {
            return NOWHERE;
        }
        String named = target.paths().get(0);
        Item other = site.byPath().get(named);
        if (other != null) {
            return new Target(
                    AddressPaths.relative(page, other.address()), other.entry().title());
        }
        String address = resources.get(named);
        return address == null ? NOWHERE : new Target(AddressPaths.relative(page, address), "");
    }

    /** Returns the entry that a field names, if it is public. */
    public Optional<Item> reference(String path) {
        LinkTarget target = paths.link(path, path);
        return target.isUnique()
                ? Optional.ofNullable(site.byPath().get(target.paths().get(0)))
                : Optional.empty();
    }
}
