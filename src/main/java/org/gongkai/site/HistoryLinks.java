package org.gongkai.site;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.markup.Links;
import org.gongkai.source.SourceFile;
import org.gongkai.source.SourceTree;

/**
 * Resolves the links of a former version of an entry, from a page of its history. What they led to may be gone: then their
 * text stays, and nobody is told. No file goes out that the version of today does not name.
 */
public final class HistoryLinks implements Links {

    private static final Target NOWHERE = new Target("", "");

    private final Site site;
    private final SourcePaths paths;
    private final String page;
    private final Map<String, String> resources = new HashMap<>();

    /**
     * @param from path of the version when it was committed
     * @param page address of the page on which the version is shown
     * @param resources the files that the version of today names
     */
    public HistoryLinks(Site site, SourceTree source, String from, String page, Collection<Resource> resources) {
        this.site = site;
        this.paths = new SourcePaths(source, from);
        this.page = page;
        resources.forEach(resource -> this.resources.put(resource.file().path(), resource.address()));
    }

    @Override
    public Target resolve(Kind kind, String destination, int line, int column) {
        String typed = destination.strip();
        if (typed.startsWith("#")) {
            return new Target(typed, "");
        }
        if (OutsideLinks.isOnDisc(typed)) {
            return NOWHERE;
        }
        if (OutsideLinks.isExternal(typed)) {
            return kind == Kind.IMAGE ? NOWHERE : new Target(typed, "");
        }
        int hash = typed.indexOf('#');
        String path = hash < 0 ? typed : typed.substring(0, hash);
        Optional<SourceFile> file = paths.find(typed).or(() -> paths.find(path));
        if (file.isEmpty()) {
            return NOWHERE;
        }
        Item other = site.byPath().get(file.get().path());
        if (other != null) {
            return new Target(
                    Addresses.relative(page, other.address()), other.entry().title());
        }
        String address = resources.get(file.get().path());
        return address == null ? NOWHERE : new Target(Addresses.relative(page, address), "");
    }

    /** The entry that a field names, if it is out today. */
    public Optional<Item> reference(String path) {
        return paths.find(path).map(file -> site.byPath().get(file.path()));
    }
}
