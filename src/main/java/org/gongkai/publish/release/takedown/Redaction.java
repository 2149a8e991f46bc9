package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.file.PackedCopies;
import org.gongkai.search.IndexRedaction;
import org.gongkai.search.SearchIndex;
import org.jsoup.Jsoup;

/**
 * Computes the changed files of sites from which a page is taken down. The page, files below its address, its
 * redirects and the pages of tags that only it has are replaced by notices or removed; lists, feeds and site maps lose their mention of it; a file {@code
 * X.gz} is removed if {@code X} changes. A file that several sites share is read once.
 */
final class Redaction {

    private final LocalDate day;
    private final String reason;
    private final Titles titles;
    private final CommitMessages messages;
    private final Set<String> others;
    private final Map<Set<String>, Map<String, Optional<byte[]>>> read = new HashMap<>();
    private final Set<String> notices = new TreeSet<>();
    private final Set<String> naming = new TreeSet<>();

    /**
     * @param day when the page was taken down
     * @param reason why
     * @param titles all its titles
     * @param messages those of commits that changed it
     * @param others addresses of other entries
     */
    Redaction(LocalDate day, String reason, Titles titles, CommitMessages messages, Set<String> others) {
        this.day = day;
        this.reason = reason;
        this.titles = titles;
        this.messages = messages;
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
        Set<String> tags = TagPages.of(site, files, new Mentions(addresses, Set.of()), others);
        Set<String> pages = Stream.concat(addresses.stream(), tags.stream()).collect(Collectors.toSet());
        withoutInSearch(site, files, pages).forEach((path, bytes) -> changes.put(path, Optional.of(bytes)));
        Mentions mentions = new Mentions(addresses, tags);
        RegisterRedaction registers = new RegisterRedaction(site, files, mentions, titles);
        registers.removed().forEach(path -> changes.put(path, Optional.empty()));
        Map<String, Optional<byte[]>> known = read.computeIfAbsent(pages, same -> new HashMap<>());
        for (OutputFile file : files) {
            String path = file.path();
            if (path.startsWith(SearchIndex.FOLDER) && path.endsWith(".js") || RegisterRedaction.isFile(path)) {
                continue;
            }
            if (mentions.names(path)) {
                boolean page = path.endsWith(".html") && !tags.contains(path);
                changes.put(path, page ? Optional.of(notice(path)) : Optional.empty());
                if (addresses.contains(path)) {
                    notices.add(path);
                }
            } else if (path.matches(".*\\.(html|xml|json|js|txt)")) {
                String key = file.sha256() + " " + path;
                if (!known.containsKey(key)) {
                    known.put(key, redacted(site.resolve(path), path, mentions, registers));
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
            // Web servers send it instead of the file.
            if (PackedCopies.original(file.path()).filter(changes::containsKey).isPresent()) {
                changes.put(file.path(), Optional.empty());
            }
        }
        return changes;
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

    private byte[] notice(String path) {
        return new Notice(day, reason).at(path);
    }

    private Optional<byte[]> redacted(Path file, String path, Mentions mentions, RegisterRedaction registers)
            throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        Optional<String> redacted = Optional.empty();
        if (mentions.mayBeIn(text)) {
            if (path.endsWith(".html") && mentions.redirects(text, path)) {
                notices.add(path);
                return Optional.of(notice(path));
            }
            redacted = path.endsWith(".html")
                    ? mentions.withoutInPage(text, path)
                    : path.endsWith(".xml") ? mentions.withoutInFeed(text, path) : Optional.empty();
        }
        if (path.endsWith(".html")) {
            Optional<String> silent = messages.withoutIn(redacted.orElse(text));
            redacted = silent.isPresent() ? silent : redacted;
        }
        String unlinked = registers.withoutLinks(redacted.orElse(text), path);
        if (!unlinked.equals(text)) {
            redacted = Optional.of(unlinked);
        }
        String left = redacted.orElse(text);
        if (titles.areIn(left) || !path.endsWith(".html") && mentions.isAddressIn(left)) {
            naming.add(path);
        }
        return redacted.map(m -> m.getBytes(StandardCharsets.UTF_8));
    }

    /** Finds the pages of tags and matters that only one entry has. Their names and addresses would disclose these. */
    private static final class TagPages {

        private static final Pattern PAGE = Pattern.compile("((?:tags|matters)/(?!index\\.)[^/.]+).*");

        /**
         * The files of these pages, sorted.
         *
         * @param site folder of the site
         * @param files its files
         * @param entry what leads to the entry
         * @param others addresses of other entries
         */
        static Set<String> of(Path site, Collection<OutputFile> files, Mentions entry, Set<String> others)
                throws IOException {
            // A folder for each tag; in JBake projects a page.
            TreeMap<String, List<String>> byTag = files.stream()
                    .map(OutputFile::path)
                    .filter(path -> PAGE.matcher(path).matches())
                    .collect(Collectors.groupingBy(
                            path -> PAGE.matcher(path).replaceFirst("$1"), TreeMap::new, Collectors.toList()));
            Set<String> own = new TreeSet<>();
            for (List<String> tag : byTag.values()) {
                boolean isOwn = false;
                for (String path : tag) {
                    String html = path.endsWith(".html")
                            ? new String(Files.readAllBytes(site.resolve(path)), StandardCharsets.UTF_8)
                            : "";
                    Optional<String> left = entry.mayBeIn(html) ? entry.withoutInPage(html, path) : Optional.empty();
                    isOwn |= left.isPresent();
                    if (lists(left.orElse(html), path, others)) {
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

        private static boolean lists(String html, String path, Set<String> entries) {
            return Jsoup.parse(html, Redirect.ROOT + path).select("a[href]").stream()
                    .anyMatch(link -> link.parent().hasClass("line-title")
                            || entries.contains(link.absUrl("href").replace(Redirect.ROOT, "")));
        }
    }
}
