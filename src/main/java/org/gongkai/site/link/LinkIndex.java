package org.gongkai.site.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Nearest;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.PreviousPaths;

/**
 * What the links of a site may mean besides the files that they name. Made once, when the first link names no file; most sites
 * never ask. Safe for many threads.
 */
public final class LinkIndex {

    /** Names of the entry to which a folder leads, the first one that is there. */
    private static final List<String> FIRST = List.of("/index", "/readme");

    private final Site site;
    private final SourceTree source;
    private final PreviousPaths previous;
    private final Map<String, Optional<String>> nearest = new ConcurrentHashMap<>();
    private volatile Tables tables;

    /**
     * @param site what readers may see
     * @param former where it was before
     */
    public LinkIndex(Site site, SourceTree source, PreviousPaths former) {
        this.site = site;
        this.source = source;
        this.previous = former;
    }

    /**
     * Paths of sources.
     *
     * @param files of all files by their paths in lower case
     * @param stems of entries by their paths without ending in lower case
     * @param pages of entries by the addresses of today
     * @param formerPages of entries by the addresses that they had
     * @param names of files, without their folders, by their folders
     * @param first of files by their names
     */
    private record Tables(
            Map<String, List<String>> files,
            Map<String, List<String>> stems,
            Map<String, String> pages,
            Map<String, Set<String>> formerPages,
            Map<String, List<String>> names,
            Map<String, String> first) {}

    public Site site() {
        return site;
    }

    SourceTree source() {
        return source;
    }

    /** Whether a file is an entry, readable or not; of formats of others are those that were read. */
    boolean isEntry(String path) {
        return EntryFormat.isEntry(path)
                || site.byPath().containsKey(path)
                || site.hiddenReasons().containsKey(path);
    }

    /** Whether there is a folder of this path. */
    boolean isFolder(String path) {
        return !source.files(path).isEmpty();
    }

    /** The name in the folder of a path that is nearest to its own. One dead link often stands in all entries of a site. */
    Optional<String> nearest(String path) {
        return nearest.computeIfAbsent(
                path,
                dead -> Nearest.of(
                        dead.substring(dead.lastIndexOf('/') + 1),
                        tables().names().getOrDefault(SourceFile.folder(dead), List.of())));
    }

    /** The first file of a name, by its path. */
    Optional<String> firstOf(String name) {
        return Optional.ofNullable(tables().first().get(name));
    }

    /** The files whose paths differ from one in nothing but case. */
    Collection<String> filesInAnyCase(String path) {
        return tables().files().getOrDefault(lower(path), List.of());
    }

    /**
     * The entries that a path means that leaves out their ending, has that of a page, or names their folder.
     *
     * @param path path from the site's root, without a stroke at its end
     * @param folder whether it can be a folder only
     * @param anyCase whether the case of its letters does not matter
     */
    Set<String> entries(String path, boolean folder, boolean anyCase) {
        Set<String> found = new TreeSet<>();
        if (!folder) {
            found.addAll(withStem(path, path, anyCase));
            if (EntryFormat.HTML.has(SourceFile.ending(path))) {
                String stem = path.substring(0, path.lastIndexOf('.'));
                found.addAll(withStem(stem, stem, anyCase));
            }
        }
        FIRST.stream()
                .map(name -> withStem(path + name, path, anyCase))
                .filter(first -> !first.isEmpty())
                .findFirst()
                .ifPresent(found::addAll);
        return found;
    }

    private List<String> withStem(String stem, String exactly, boolean anyCase) {
        return tables().stems().getOrDefault(lower(stem), List.of()).stream()
                .filter(path -> anyCase || path.startsWith(exactly))
                .toList();
    }

    /** The entries whose pages have one of these addresses. */
    Set<String> pages(Collection<String> addresses) {
        Set<String> found = new TreeSet<>();
        for (String address : addresses) {
            String path = tables().pages().get(address);
            if (path != null) {
                found.add(path);
            }
        }
        return found;
    }

    /** The entries that had one of these addresses, or whose source had a path. */
    Set<String> previous(String path, Collection<String> addresses) {
        Set<String> found = new TreeSet<>(previous.paths().getOrDefault(path, Set.of()));
        addresses.forEach(address -> found.addAll(tables().formerPages().getOrDefault(address, Set.of())));
        return found;
    }

    private Tables tables() {
        if (tables == null) {
            synchronized (this) {
                tables = tables == null ? made() : tables;
            }
        }
        return tables;
    }

    private Tables made() {
        Map<String, List<String>> files = new HashMap<>();
        Map<String, List<String>> stems = new HashMap<>();
        Map<String, List<String>> names = new HashMap<>();
        Map<String, String> first = new HashMap<>();
        for (SourceFile file : source.files("content")) {
            String path = file.path();
            String name = file.name();
            names.computeIfAbsent(SourceFile.folder(path), f -> new ArrayList<>())
                    .add(name);
            first.putIfAbsent(name, path);
            if (SourcePaths.isContent(path)) {
                files.computeIfAbsent(lower(path), p -> new ArrayList<>(1)).add(path);
                if (isEntry(path)) {
                    stems.computeIfAbsent(lower(path.substring(0, path.lastIndexOf('.'))), p -> new ArrayList<>(1))
                            .add(path);
                }
            }
        }
        Map<String, String> pages = new HashMap<>();
        Map<String, Set<String>> formerPages = new HashMap<>();
        Stream.of(site.items().stream(), site.withdrawn().stream().map(Site.Withdrawn::item), site.hidden().stream())
                .flatMap(items -> items)
                .forEach(item -> {
                    pages.putIfAbsent(item.address(), item.entry().path());
                    item.entry().publication().aliases().forEach(alias -> add(formerPages, alias, item));
                });
        previous.addresses().forEach((address, item) -> add(formerPages, address, item));
        return new Tables(files, stems, pages, formerPages, names, first);
    }

    private static void add(Map<String, Set<String>> pages, String address, Item item) {
        pages.computeIfAbsent(address, a -> new TreeSet<>()).add(item.entry().path());
    }

    private static String lower(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
