package org.gongkai.publish.release.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.io.Digests;
import org.gongkai.site.identity.EntryMarks;
import org.gongkai.site.identity.PublishedEntry;

/**
 * The lasting addresses of a release with the marks of their entries. The text has one address per line, followed by a
 * tab and the marks, separated by blanks. Lists written by early versions have no marks.
 *
 * @param marks the marks by address, sorted; empty for redirects and withdrawal notices
 */
public record AddressList(SortedMap<String, Set<String>> marks) {

    public AddressList {
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    public static AddressList of(Collection<PublishedEntry> entries, Collection<String> others) {
        SortedMap<String, Set<String>> marks = new TreeMap<>();
        others.forEach(address -> marks.put(address, Set.of()));
        entries.forEach(entry -> marks.put(entry.address(), entry.marks()));
        return new AddressList(marks);
    }

    /** Reads a list. Anything that is no mark is skipped. */
    public static AddressList read(String text) {
        SortedMap<String, Set<String>> marks = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split("\t", 2);
            Set<String> own = new TreeSet<>();
            if (parts.length > 1) {
                Arrays.stream(parts[1].split(" ")).filter(EntryMarks::isMark).forEach(own::add);
            }
            marks.put(parts[0], own);
        }
        return new AddressList(marks);
    }

    /** Reads the list of a release that was not pruned. */
    public static AddressList of(Store store, String release) throws IOException {
        Path file = store.addresses(release);
        return read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /** Reads the list of a release; empty if it is not as it was sealed. */
    public static Optional<AddressList> sealed(Store store, Ledger.Release release) throws IOException {
        Path file = store.addresses(release.id());
        byte[] text = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        return Digests.sha256(text).equals(release.published().addresses())
                ? Optional.of(read(new String(text, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** The addresses, sorted. */
    public Set<String> addresses() {
        return marks.keySet();
    }

    /** The text that {@link #read} reads. */
    public String text() {
        List<String> lines = new ArrayList<>();
        marks.forEach((address, own) ->
                lines.add(own.isEmpty() ? address : address + "\t" + String.join(" ", new TreeSet<>(own))));
        return String.join("\n", lines);
    }

    /** The marks of the entry at an address. */
    public Set<String> at(String address) {
        return marks.getOrDefault(address, Set.of());
    }
}
