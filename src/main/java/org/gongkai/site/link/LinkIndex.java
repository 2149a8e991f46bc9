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
import org.gongkai.io.Memoized;
import org.gongkai.problem.Nearest;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.PreviousAddresses.PreviousPaths;

/**
 * Possible targets of the links of a site besides the files that they name. Built when the first link names no
 * file; most sites never need it. Safe for many threads.
 */
public final class LinkIndex {

    /** Names of the entry that a link to a folder denotes, in order of preference. */
    private static final List<String> FIRST = List.of("/index", "/readme");

    private final Site site;
    private final SourceTree source;
    private final PreviousPaths previous;
    private final Map<String, Optional<String>> nearest = new ConcurrentHashMap<>();
    private final Memoized<Tables> tables = new Memoized<>(this::made);

    /**
     * @param site the site of one audience
     * @param previous previous paths and addresses of its entries
     */
    public LinkIndex(Site site, SourceTree source, PreviousPaths previous) {
        this.site = site;
        this.source = source;
        this.previous = previous;
    }

    /**
     * Paths of sources.
     *
     * @param files of all files by their paths in lower case
     * @param stems of entries by their paths without ending in lower case
     * @param pages of entries by the addresses of today
     * @param previousPages of entries by the addresses that they had
     * @param names of files, without their folders, by their folders
     * @param first of files by their names
     */
    private record Tables(
            Map<String, List<String>> files,
            Map<String, List<String>> stems,
            Map<String, String> pages,
            Map<String, Set<String>> previousPages,
            Map<String, List<String>> names,
            Map<String, String> first) {}

    public Site site() {
        return site;
    }

    SourceTree source() {
        return source;
    }

    /** Returns whether a file is an entry, public or not; of third-party formats only files that were read are. */
    boolean isEntry(String path) {
        return EntryFormat.isEntry(path)
                || site.byPath().containsKey(path)
                || site.unpublished().reasons().containsKey(path);
    }

    /** Whether there is a folder of this path. */
    boolean isFolder(String path) {
        return !source.files(path).isEmpty();
    }

    /** Returns the most similar name in the folder of a path; cached, as one dead link often occurs in all entries. */
    Optional<String> nearest(String path) {
        return nearest.computeIfAbsent(
                path,
                dead -> Nearest.of(
                        dead.substring(dead.lastIndexOf('/') + 1),
                        tables.get().names().getOrDefault(SourceFile.folder(dead), List.of())));
    }

    /** The first file of a name, by its path. */
    Optional<String> firstOf(String name) {
        return Optional.ofNullable(tables.get().first().get(name));
    }

    /** The files whose paths differ from one in nothing but case. */
    Collection<String> filesInAnyCase(String path) {
        return tables.get().files().getOrDefault(lower(path), List.of());
    }

    /**
     * Returns the entries that a path denotes without their extension, with that of a page, or by their folder.
     *
     * @param path path from the site's root, without a trailing slash
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
        return tables.get().stems().getOrDefault(lower(stem), List.of()).stream()
                .filter(path -> anyCase || path.startsWith(exactly))
                .toList();
    }

    /** Returns the entries whose pages have one of the addresses. */
    Set<String> pages(Collection<String> addresses) {
        Set<String> found = new TreeSet<>();
        for (String address : addresses) {
            String path = tables.get().pages().get(address);
            if (path != null) {
                found.add(path);
            }
        }
        return found;
    }

    /** Returns the entries that previously had one of the addresses, or whose source had the path. */
    Set<String> previous(String path, Collection<String> addresses) {
        Set<String> found = new TreeSet<>(previous.paths().getOrDefault(path, Set.of()));
        addresses.forEach(address -> found.addAll(tables.get().previousPages().getOrDefault(address, Set.of())));
        return found;
    }

    private Tables made() {
        Map<String, List<String>> files = new HashMap<>();
        Map<String, List<String>> stems = new HashMap<>();
        Map<String, List<String>> names = new HashMap<>();
        Map<String, String> first = new HashMap<>();
        for (SourceFile file : source.content()) {
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
        Map<String, Set<String>> previousPages = new HashMap<>();
        Stream.of(site.items().stream(), site.unpublished().gone(), site.unpublished().hidden().stream())
                .flatMap(items -> items)
                .forEach(item -> {
                    pages.putIfAbsent(item.address(), item.entry().path());
                    item.entry().publication().aliases().forEach(alias -> add(previousPages, alias, item));
                });
        previous.addresses().forEach((address, item) -> add(previousPages, address, item));
        return new Tables(files, stems, pages, previousPages, names, first);
    }

    private static void add(Map<String, Set<String>> pages, String address, Item item) {
        pages.computeIfAbsent(address, a -> new TreeSet<>()).add(item.entry().path());
    }

    private static String lower(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /**
     * The files that a typed path denotes.
     *
     * @param paths the files, sorted; none if it denotes nothing, several if it is ambiguous
     * @param otherCase whether it was typed in another case
     */
    public record LinkTarget(List<String> paths, boolean otherCase) {

        static final LinkTarget NONE = new LinkTarget(List.of(), false);

        static LinkTarget exactly(String path) {
            return new LinkTarget(List.of(path), false);
        }

        static LinkTarget of(Collection<String> paths) {
            return new LinkTarget(List.copyOf(paths), false);
        }

        static LinkTarget inOtherCase(Collection<String> paths) {
            return new LinkTarget(List.copyOf(paths), true);
        }

        boolean isEmpty() {
            return paths.isEmpty();
        }

        /** Returns whether it denotes one file, spelled exactly. */
        boolean isExact() {
            return isUnique() && !otherCase;
        }

        /** Returns whether it denotes one file. */
        public boolean isUnique() {
            return paths.size() == 1;
        }
    }
}
