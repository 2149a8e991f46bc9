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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.release.PackedCopies;

/**
 * What taking down a page changes in the files of sites. The page, what lies below its address and what redirects to it
 * become notices or vanish; lists, feeds and site maps lose their mention of it; what a site itself calls {@code X.gz}
 * vanishes if {@code X} changes. A file that several sites share is read once.
 */
final class Redaction {

    private final LocalDate day;
    private final String reason;
    private final Titles titles;
    private final Map<Set<String>, Map<String, Optional<byte[]>>> read = new HashMap<>();
    private final Set<String> notices = new TreeSet<>();
    private final Set<String> naming = new TreeSet<>();

    /**
     * @param day when the page was taken down
     * @param reason why
     * @param titles the titles that it ever had
     */
    Redaction(LocalDate day, String reason, Titles titles) {
        this.day = day;
        this.reason = reason;
        this.titles = titles;
    }

    /**
     * The files of a site that change, with their new bytes; those without bytes are removed.
     *
     * @param site its folder
     * @param files its files
     * @param addresses where the page stands or stood
     */
    SortedMap<String, Optional<byte[]>> changes(Path site, Collection<OutputFile> files, Set<String> addresses)
            throws IOException {
        Mentions mentions = new Mentions(addresses);
        Map<String, Optional<byte[]>> known = read.computeIfAbsent(addresses, same -> new HashMap<>());
        SortedMap<String, Optional<byte[]>> changes = new TreeMap<>();
        for (OutputFile file : files) {
            String path = file.path();
            if (mentions.names(path)) {
                boolean page = path.endsWith(".html");
                changes.put(path, page ? Optional.of(notice(path)) : Optional.empty());
                if (addresses.contains(path)) {
                    notices.add(path);
                }
            } else if (path.matches(".*\\.(html|xml|json|js|txt)")) {
                String key = file.sha256() + " " + path;
                if (!known.containsKey(key)) {
                    known.put(key, mended(site.resolve(path), path, mentions));
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

    /** Files that still hold a title or an address of the page. */
    Set<String> naming() {
        return naming;
    }

    private byte[] notice(String path) {
        return NoticePage.of(path, day, reason);
    }

    private Optional<byte[]> mended(Path file, String path, Mentions mentions) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        Optional<String> mended = Optional.empty();
        if (mentions.mayBeIn(text)) {
            if (path.endsWith(".html") && mentions.redirects(text, path)) {
                notices.add(path);
                return Optional.of(notice(path));
            }
            mended = path.endsWith(".html")
                    ? mentions.withoutInPage(text, path)
                    : path.endsWith(".xml") ? mentions.withoutInFeed(text, path) : Optional.empty();
        }
        String left = mended.orElse(text);
        if (titles.areIn(left) || !path.endsWith(".html") && mentions.isAddressIn(left)) {
            naming.add(path);
        }
        return mended.map(m -> m.getBytes(StandardCharsets.UTF_8));
    }
}
