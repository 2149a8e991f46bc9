package org.gongkai.publish.archive;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;

/** The files of a built site. */
final class SiteFiles {

    /** What a style sheet refers to. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?:url\\(\\s*|@import\\s+)(?:\"([^\"]*)\"|'([^']*)'|([^\"'()\\s;]+))");

    private final Path folder;
    private final TreeSet<String> addresses = new TreeSet<>();

    SiteFiles(Path folder, Manifest manifest) {
        this.folder = folder;
        manifest.files().stream().map(OutputFile::path).forEach(addresses::add);
    }

    boolean has(String address) {
        return addresses.contains(address);
    }

    Path file(String address) {
        return folder.resolve(address);
    }

    /** The addresses of the files that belong to an entry, sorted. */
    List<String> of(FiledEntry entry) {
        return addresses.tailSet(entry.item().folder()).stream()
                .takeWhile(address -> address.startsWith(entry.item().folder()))
                .filter(entry::owns)
                .toList();
    }

    /**
     * Returns what a reference leads to.
     *
     * @param from the address of the file with the reference
     * @return an address without query and fragment; empty if the reference leads elsewhere or to no address at all
     */
    Optional<String> target(String from, String reference) {
        try {
            URI base = new URI("site", "site", "/" + from, null);
            URI target = base.resolve(reference.strip());
            return base.getRawAuthority().equals(target.getRawAuthority())
                            && base.getScheme().equals(target.getScheme())
                    ? Optional.ofNullable(target.getPath()).map(path -> path.replaceFirst("^/", ""))
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns some files and those that the style sheets among them refer to, directly or through other sheets. */
    Set<String> withReferences(Set<String> wanted) throws IOException {
        Set<String> all = new TreeSet<>(wanted);
        Deque<String> sheets = new ArrayDeque<>(wanted);
        while (!sheets.isEmpty()) {
            String sheet = sheets.pop();
            if (!sheet.toLowerCase(Locale.ROOT).endsWith(".css")) {
                continue;
            }
            // Whatever the encoding of the sheet, references are ASCII, or cannot be followed.
            Matcher reference = REFERENCE.matcher(Files.readString(file(sheet), StandardCharsets.ISO_8859_1));
            while (reference.find()) {
                String typed = reference.group(1) != null
                        ? reference.group(1)
                        : reference.group(2) != null ? reference.group(2) : reference.group(3);
                target(sheet, typed)
                        .filter(addresses::contains)
                        .filter(all::add)
                        .ifPresent(sheets::push);
            }
        }
        return all;
    }
}
