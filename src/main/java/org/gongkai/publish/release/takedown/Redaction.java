package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.search.index.IndexRedaction;
import org.gongkai.feature.search.index.SearchIndex;
import org.gongkai.io.FileTrees;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.FinishedPage;
import org.gongkai.publish.release.FolderContents;
import org.gongkai.publish.release.ledger.Ledger.ActiveTakedown;
import org.gongkai.publish.release.takedown.RepublishedContent.ReturnedPage;
import org.gongkai.render.EditionChanges;
import org.gongkai.site.identity.PublishedEntry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Computes the changed files of sites from which a page is taken down. The page, files below its address, its
 * redirects and the pages of tags that only it has are replaced by notices or removed; lists, feeds and site maps lose
 * their mention of it; a file {@code X.gz} is removed if {@code X} changes. A file that several sites share is read
 * once.
 */
public final class Redaction {

    static final Pattern LISTS = Pattern.compile("(?:.*/)?(?:index|page-\\d+|sitemap|404)\\.html");
    private static final Pattern TAG_PAGE = Pattern.compile("((?:tags|matters)/(?!index\\.)[^/.]+).*");

    private final TakedownNoticePage notice;
    private final TakenDownContent taken;
    private final Set<String> others;
    private final Map<Set<String>, Map<String, Optional<byte[]>>> read = new HashMap<>();
    private final Set<String> notices = new TreeSet<>();
    private final Set<String> naming = new TreeSet<>();

    /**
     * @param notice what replaces the page
     * @param taken what it says
     * @param others addresses of other entries
     */
    Redaction(TakedownNoticePage notice, TakenDownContent taken, Set<String> others) {
        this.notice = notice;
        this.taken = taken;
        this.others = others;
    }

    /**
     * The new bytes of the changed files of a site; empty for removed files.
     *
     * @param site its folder
     * @param files its files
     * @param addresses present and previous addresses of the page
     */
    SortedMap<String, Optional<byte[]>> changes(Path site, Collection<OutputFile> files, Set<String> addresses)
            throws IOException {
        SortedMap<String, Optional<byte[]>> changes = new TreeMap<>();
        Set<String> tags = tagPages(site, files, new MentionRemoval(addresses, Set.of()));
        Set<String> pages = Stream.concat(addresses.stream(), tags.stream()).collect(Collectors.toSet());
        withoutInSearch(site, files, pages).forEach((path, bytes) -> changes.put(path, Optional.of(bytes)));
        MentionRemoval mentions = new MentionRemoval(addresses, tags);
        RegisterFileRedaction registers = new RegisterFileRedaction(mentions, taken);
        Map<String, Integer> lists = registers.lost(site, files);
        Map<String, Optional<byte[]>> known = read.computeIfAbsent(
                Stream.concat(pages.stream(), lists.entrySet().stream().map(Map.Entry::toString))
                        .collect(Collectors.toSet()),
                same -> new HashMap<>());
        for (OutputFile file : files) {
            String path = file.path();
            if (path.startsWith(SearchIndex.FOLDER) && path.endsWith(".js")) {
                continue;
            }
            if (mentions.names(path)) {
                boolean page = path.endsWith(".html") && !tags.contains(path);
                changes.put(path, page ? Optional.of(notice.at(path)) : Optional.empty());
                if (addresses.contains(path)) {
                    notices.add(path);
                }
            } else if (RegisterFileRedaction.isFile(path)) {
                if (registers.isNamedIn(Files.readAllBytes(site.resolve(path)))) {
                    changes.put(path, registers.without(site, path));
                    if (changes.get(path).filter(registers::isNamedIn).isPresent()) {
                        naming.add(path);
                    }
                }
            } else if (path.matches(".*\\.(html|xml|json|js|css|txt)")) {
                String key = file.sha256() + " " + path;
                if (!known.containsKey(key)) {
                    known.put(key, redacted(site.resolve(path), path, mentions, lists));
                }
                known.get(key).ifPresent(bytes -> changes.put(path, Optional.of(bytes)));
            }
        }
        for (Map.Entry<String, Optional<byte[]>> change : Map.copyOf(changes).entrySet()) {
            if (change.getValue().isPresent()
                    && Arrays.equals(change.getValue().get(), Files.readAllBytes(site.resolve(change.getKey())))) {
                changes.remove(change.getKey());
            }
        }
        for (OutputFile file : files) {
            // What a site itself has packed is sent by web servers instead of the file.
            if (file.path().endsWith(".gz") && changes.containsKey(file.path().replaceFirst("\\.gz$", ""))) {
                changes.put(file.path(), Optional.empty());
            }
        }
        return changes;
    }

    /**
     * Takes the page out of a site that is not sealed yet. Files are replaced, not overwritten: releases may share
     * them.
     */
    void apply(Path site, Set<String> addresses, Disk disk) throws IOException {
        Manifest manifest = FolderContents.manifest(site).orElseThrow();
        SortedMap<String, Optional<byte[]>> changes = changes(site, manifest.files(), addresses);
        changes.put(Manifest.NAME, Optional.of(manifest.withChanges(changes).bytes()));
        for (Map.Entry<String, Optional<byte[]>> change : changes.entrySet()) {
            Path file = site.resolve(change.getKey());
            disk.delete(file);
            if (change.getValue().isPresent()) {
                disk.write(file, change.getValue().get());
            }
            for (Path folder = file.getParent(); FileTrees.isEmpty(folder); folder = folder.getParent()) {
                disk.delete(folder);
            }
        }
    }

    private Map<String, byte[]> withoutInSearch(Path site, Collection<OutputFile> files, Set<String> addresses)
            throws IOException {
        Set<String> paths = files.stream().map(OutputFile::path).collect(Collectors.toSet());
        try {
            return IndexRedaction.changes(site, paths, addresses);
        } catch (IllegalArgumentException e) {
            throw new PublicationRefused("搜索用的文件不完好，请先用 verify 检查：" + site.resolve(SearchIndex.FOLDER));
        }
    }

    /** The addresses of notices: those of the page and its redirects. */
    Set<String> notices() {
        return notices;
    }

    /** Files that still contain a title or an address of the page. */
    Set<String> naming() {
        return naming;
    }

    private Optional<byte[]> redacted(Path file, String path, MentionRemoval mentions, Map<String, Integer> lists)
            throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        boolean isPage = path.endsWith(".html");
        String left = text;
        if (isPage && mentions.mayBeIn(text) && mentions.redirects(text, path)) {
            notices.add(path);
            return Optional.of(notice.at(path));
        } else if (isPage) {
            left = page(text, path, mentions, lists);
        } else if (path.endsWith(".xml") && mentions.mayBeIn(text)) {
            left = mentions.withoutInFeed(text, path);
        } else if (path.equals(EditionChanges.ADDRESS)) {
            left = text.lines().filter(line -> !mentions.isAddressIn(line)).collect(Collectors.joining("\n", "", "\n"));
        }
        if (taken.isNamedIn(left) || !isPage && mentions.isAddressIn(left)) {
            naming.add(path);
        }
        return left.equals(text) ? Optional.empty() : Optional.of(left.getBytes(StandardCharsets.UTF_8));
    }

    static Document parsed(String html, String path) {
        Document page = Jsoup.parse(html, FinishedPage.ROOT + path);
        page.outputSettings().prettyPrint(false);
        return page;
    }

    private String page(String html, String path, MentionRemoval mentions, Map<String, Integer> lists) {
        boolean counts = LISTS.matcher(path).matches();
        if (!mentions.mayBeIn(html) && !taken.mayBeQuotedIn(html) && !counts) {
            return html;
        }
        Document page = parsed(html, path);
        boolean changed = mentions.removeLinks(page, path);
        changed |= counts && MentionRemoval.recount(page, path, lists);
        changed |= taken.removeMessages(page);
        if (path.equals(FinishedPage.CHANGES) && !lists.isEmpty()) {
            notice.announce(page);
            changed = true;
        }
        return changed ? page.outerHtml() : html;
    }

    /**
     * The files of the pages of tags and matters that only one entry has. Their names and addresses would disclose
     * these.
     *
     * @param entry what leads to the entry
     */
    private Set<String> tagPages(Path site, Collection<OutputFile> files, MentionRemoval entry) throws IOException {
        // A folder for each tag; in JBake projects a page.
        TreeMap<String, List<String>> byTag = files.stream()
                .map(OutputFile::path)
                .filter(path -> TAG_PAGE.matcher(path).matches())
                .collect(Collectors.groupingBy(
                        path -> TAG_PAGE.matcher(path).replaceFirst("$1"), TreeMap::new, Collectors.toList()));
        Set<String> own = new TreeSet<>();
        for (List<String> tag : byTag.values()) {
            boolean isOwn = false;
            for (String path : tag) {
                Document page = parsed(path.endsWith(".html") ? Files.readString(site.resolve(path)) : "", path);
                isOwn |= entry.removeLinks(page, path);
                if (lists(page)) {
                    isOwn = false;
                    break;
                }
            }
            if (isOwn) {
                own.addAll(tag);
            }
        }
        return own;
    }

    private boolean lists(Document page) {
        return page.select("a[href]").stream()
                .anyMatch(link -> link.parent().hasClass("line-title")
                        || others.contains(link.absUrl("href").replace(FinishedPage.ROOT, "")));
    }

    /**
     * Puts notices into an edition that was just made from an older commit. The build of an edition leaves out what is
     * taken down as well, but finds it only by the addresses that headers give. This method also recognises an entry by
     * its marks, and it alone covers JBake projects, whose editions are built without regard to the present site.
     *
     * @param site the folder of the edition, which is not sealed yet
     * @param entries its entries
     * @return the addresses of the notices, sorted
     */
    public static Set<String> ofEdition(
            Path site, Collection<PublishedEntry> entries, Collection<ActiveTakedown> down, Disk disk)
            throws IOException {
        Set<String> notices = new TreeSet<>();
        RepublishedContent pages = new RepublishedContent(down);
        for (OutputFile file : FolderContents.manifest(site).orElseThrow().files()) {
            pages.look(site, file);
        }
        List<ReturnedPage> returned = pages.among(entries);
        for (ActiveTakedown one : down) {
            Manifest manifest = FolderContents.manifest(site).orElseThrow();
            Set<String> addresses = addresses(one, manifest, returned);
            if (!addresses.isEmpty()) {
                TakenDownContent taken = new TakenDownContent();
                taken.learn(site, manifest.files(), addresses);
                Set<String> others =
                        entries.stream().map(PublishedEntry::address).collect(Collectors.toCollection(TreeSet::new));
                others.removeAll(addresses);
                Redaction redaction = new Redaction(TakedownNoticePage.of(one), taken, others);
                redaction.apply(site, addresses, disk);
                notices.addAll(redaction.notices());
            }
        }
        return notices;
    }

    private static Set<String> addresses(ActiveTakedown down, Manifest manifest, List<ReturnedPage> returned) {
        Set<String> addresses = new TreeSet<>();
        returned.stream()
                .filter(page -> page.taken().equals(down.event().address()))
                .forEach(page -> addresses.add(page.entry().address()));
        Set<String> known = new TreeSet<>(down.event().addresses());
        known.addAll(down.event().notices());
        known.add(down.event().address());
        manifest.files().stream().map(OutputFile::path).filter(known::contains).forEach(addresses::add);
        addresses.removeIf(address -> !address.endsWith(".html"));
        return addresses;
    }
}
