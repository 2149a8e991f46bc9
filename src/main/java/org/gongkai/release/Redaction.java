package org.gongkai.release;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.output.Manifest.OutputFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What taking down a page changes in the files of sites. The page, what lies below its address and what redirects to it
 * become notices or vanish; lists, feeds and site maps lose their mention of it; what a site itself calls {@code X.gz}
 * vanishes if {@code X} changes. A file that several sites share is read once.
 */
final class Redaction {

    /** A title shorter than this stands in too many places to tell anything. */
    private static final int TELLING = 4;

    private final String address;
    private final String below;
    private final LocalDate day;
    private final String reason;
    private final Mentions mentions;
    private final Map<String, Optional<byte[]>> read = new HashMap<>();
    private final Set<String> notices = new TreeSet<>();
    private final Set<String> naming = new TreeSet<>();
    private String title = "";

    Redaction(String address, LocalDate day, String reason) {
        this.address = address;
        this.below = address.substring(0, address.length() - ".html".length()) + "/";
        this.day = day;
        this.reason = reason;
        this.mentions = new Mentions(address, below);
    }

    /** Learns the title of the page, to find it elsewhere. */
    void learnTitle(Path site) throws IOException {
        Path page = site.resolve(address);
        if (Files.isRegularFile(page)) {
            Document document = Jsoup.parse(Files.readString(page));
            String found = document.select("h1").text();
            title = found.codePointCount(0, found.length()) < TELLING ? "" : found;
        }
    }

    /**
     * The files of a site that change, with their new bytes; those without bytes are removed.
     *
     * @param site its folder
     * @param files its files
     */
    SortedMap<String, Optional<byte[]>> changes(Path site, Collection<OutputFile> files) throws IOException {
        SortedMap<String, Optional<byte[]>> changes = new TreeMap<>();
        for (OutputFile file : files) {
            String path = file.path();
            if (path.equals(address) || path.startsWith(below) && path.endsWith(".html")) {
                changes.put(path, Optional.of(notice(path)));
            } else if (path.startsWith(below)) {
                changes.put(path, Optional.empty());
            } else if (path.matches(".*\\.(html|xml|json|js|txt)")) {
                String key = file.sha256() + " " + path;
                if (!read.containsKey(key)) {
                    read.put(key, mended(site.resolve(path), path));
                }
                read.get(key).ifPresent(bytes -> changes.put(path, Optional.of(bytes)));
            }
        }
        if (changes.containsKey(address)) {
            notices.add(address);
        }
        for (Map.Entry<String, Optional<byte[]>> change : Map.copyOf(changes).entrySet()) {
            if (change.getValue().isPresent()
                    && Arrays.equals(change.getValue().get(), Files.readAllBytes(site.resolve(change.getKey())))) {
                changes.remove(change.getKey());
            }
        }
        for (OutputFile file : files) {
            // Servers take it for the file, packed.
            if (PackedCopies.original(file.path()).filter(changes::containsKey).isPresent()) {
                changes.put(file.path(), Optional.empty());
            }
        }
        return changes;
    }

    /** Where the notice stands: the page and what redirected to it. */
    Set<String> notices() {
        return notices;
    }

    /** Files that still hold the title or the address of the page. */
    Set<String> naming() {
        return naming;
    }

    private byte[] notice(String path) {
        return NoticePage.of(path, day, reason);
    }

    private Optional<byte[]> mended(Path file, String path) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        Optional<String> mended = Optional.empty();
        if (text.contains(address.substring(address.lastIndexOf('/') + 1)) || text.contains(mentions.lastFolder())) {
            if (path.endsWith(".html") && mentions.redirects(text, path)) {
                notices.add(path);
                return Optional.of(notice(path));
            }
            mended = path.endsWith(".html")
                    ? mentions.withoutInPage(text, path)
                    : path.endsWith(".xml") ? mentions.withoutInFeed(text, path) : Optional.empty();
        }
        String left = mended.orElse(text);
        if (!title.isEmpty() && left.contains(title) || !path.endsWith(".html") && left.contains(address)) {
            naming.add(path);
        }
        return mended.map(m -> m.getBytes(StandardCharsets.UTF_8));
    }
}
