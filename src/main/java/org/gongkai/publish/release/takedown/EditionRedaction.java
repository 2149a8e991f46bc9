package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.io.Digests;
import org.gongkai.io.FileTrees;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.release.file.FolderContents;
import org.gongkai.publish.release.ledger.Ledger.ActiveTakedown;
import org.gongkai.site.identity.PublishedEntry;

/**
 * Puts notices into an edition that was just made from an older commit. The build of an edition leaves out what is
 * taken down as well, but finds it only by the addresses that headers give. This class also recognises an entry by its
 * marks, and it alone covers JBake projects, whose editions are built without regard to the present site.
 *
 * @param site the folder of the edition, which is not sealed yet
 * @param entries its entries
 */
public record EditionRedaction(Path site, Collection<PublishedEntry> entries) {

    /**
     * Replaces pages by notices.
     *
     * @return the addresses of the notices, sorted
     */
    public Set<String> apply(Collection<ActiveTakedown> down) throws IOException {
        Set<String> notices = new TreeSet<>();
        ReturnedContents contents = new ReturnedContents(down);
        if (!contents.isEmpty()) {
            for (OutputFile file : FolderContents.manifest(site).orElseThrow().files()) {
                contents.look(site, file);
            }
        }
        List<ReturnedPage> returned = contents.among(entries);
        for (ActiveTakedown one : down) {
            Manifest manifest = FolderContents.manifest(site).orElseThrow();
            Set<String> addresses = addresses(one, manifest, returned);
            if (!addresses.isEmpty()) {
                Titles titles = new Titles();
                titles.learn(site, manifest.files(), addresses);
                CommitMessages messages = new CommitMessages(titles);
                messages.learn(site, manifest.files(), addresses);
                Set<String> others =
                        entries.stream().map(PublishedEntry::address).collect(Collectors.toCollection(TreeSet::new));
                others.removeAll(addresses);
                Redaction redaction = new Redaction(one.day(), one.event().reason(), titles, messages, others);
                rewrite(manifest, redaction.changes(site, manifest.files(), addresses));
                notices.addAll(redaction.notices());
            }
        }
        return notices;
    }

    private Set<String> addresses(ActiveTakedown down, Manifest manifest, List<ReturnedPage> returned) {
        Set<String> addresses = new TreeSet<>();
        returned.stream()
                .filter(page -> page.taken().equals(down.event().address()))
                .forEach(page -> addresses.add(page.entry().address()));
        entries.stream().filter(down::covers).map(PublishedEntry::address).forEach(addresses::add);
        Set<String> known = new TreeSet<>(down.event().addresses());
        known.addAll(down.event().notices());
        known.add(down.event().address());
        manifest.files().stream().map(OutputFile::path).filter(known::contains).forEach(addresses::add);
        addresses.removeIf(address -> !address.endsWith(".html"));
        return addresses;
    }

    private void rewrite(Manifest manifest, Map<String, Optional<byte[]>> changes) throws IOException {
        List<OutputFile> files = new ArrayList<>();
        for (OutputFile file : manifest.files()) {
            Optional<byte[]> bytes = changes.getOrDefault(file.path(), Optional.empty());
            if (!changes.containsKey(file.path())) {
                files.add(file);
            } else if (bytes.isPresent()) {
                replace(file.path(), bytes.get());
                files.add(new OutputFile(file.path(), bytes.get().length, Digests.sha256(bytes.get())));
            } else {
                delete(site.resolve(file.path()));
            }
        }
        replace(
                Manifest.NAME,
                new Manifest(manifest.generator(), manifest.commit(), manifest.asOf(), manifest.nextChange(), files)
                        .json()
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces a file. It is not overwritten, for it may be a hard link. */
    private void replace(String path, byte[] bytes) throws IOException {
        Files.delete(site.resolve(path));
        Files.write(site.resolve(path), bytes);
    }

    /** Deletes a file and folders that become empty. */
    private void delete(Path file) throws IOException {
        Files.delete(file);
        for (Path folder = file.getParent();
                !folder.equals(site) && FileTrees.isEmpty(folder);
                folder = folder.getParent()) {
            Files.delete(folder);
        }
    }
}
