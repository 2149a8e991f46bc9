package org.gongkai.publish.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.io.FileErrors;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.ManifestReader;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.assemble.AddressList;
import org.gongkai.publish.release.ledger.CheckingKey;
import org.gongkai.publish.release.ledger.Event.Counts;
import org.gongkai.publish.release.ledger.Event.Imported;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.verify.Finding;
import org.gongkai.publish.release.verify.Finding.Kind;
import org.gongkai.site.identity.PublishedEntry;

/** An archive that was brought here. */
public final class Bundle implements AutoCloseable {

    private final Path file;
    private final Optional<Archive> archive;

    private Bundle(Path file, Optional<Archive> archive) {
        this.file = file;
        this.archive = archive;
    }

    /**
     * Opens an archive, whatever it may be.
     *
     * @throws IOException if it cannot be read
     */
    public static Bundle open(Path file) throws IOException {
        return new Bundle(file, Archive.open(file));
    }

    /**
     * All that is wrong with it. Unless there is nothing, nothing else must be asked of it.
     *
     * @param key who must have signed; nobody if empty
     */
    public List<Finding> check(Optional<CheckingKey> key) throws IOException {
        return archive.isEmpty()
                ? List.of(new Finding(Kind.UNREADABLE, file.toString()))
                : new BundleCheck(archive.get(), key).findings();
    }

    private Provenance provenance() throws IOException {
        return archive.orElseThrow()
                .text(BundleLayout.RECORDS)
                .flatMap(Provenance::read)
                .orElseThrow(() -> changed(BundleLayout.RECORDS));
    }

    /** The release that it holds. */
    public Imported release() throws IOException {
        return provenance().imported();
    }

    /** How much the release holds. */
    public Counts counts() throws IOException {
        return provenance().published().counts();
    }

    /** SHA-256 of the release's manifest. */
    public String seal() throws IOException {
        return provenance().seal().orElseThrow(() -> changed(BundleLayout.RECORDS));
    }

    /** The record that made the release. */
    public LedgerRecord made() throws IOException {
        return provenance().made();
    }

    /** The manifest of the release. */
    public Manifest manifest() throws IOException {
        return archive.orElseThrow()
                .text(BundleLayout.SITE_MANIFEST)
                .flatMap(ManifestReader::read)
                .orElseThrow(() -> changed(BundleLayout.SITE_MANIFEST));
    }

    /** Whether the sources were carried along. */
    public boolean hasSources() {
        return archive.orElseThrow().has(BundleLayout.SOURCES);
    }

    /** Addresses that must last. */
    public Set<String> lasting() throws IOException {
        return new TreeSet<>(addresses().addresses());
    }

    private AddressList addresses() throws IOException {
        return AddressList.read(
                archive.orElseThrow().text(BundleLayout.ADDRESSES).orElseThrow(() -> changed(BundleLayout.ADDRESSES)));
    }

    /** What stands at those of the lasting addresses that have a page of their own, once the site was unpacked. */
    public List<PublishedEntry> entries(Path site) throws IOException {
        AddressList addresses = addresses();
        List<PublishedEntry> entries = new ArrayList<>();
        for (OutputFile file : manifest().files()) { // What is no file of the site may be anything.
            String address = file.path();
            if (addresses.addresses().contains(address)
                    && PageWords.of(Files.readAllBytes(site.resolve(address))).isEntry()) {
                entries.add(new PublishedEntry("", address, Set.of(address), addresses.at(address)));
            }
        }
        return entries;
    }

    /**
     * Writes the site.
     *
     * @param folder where; it does not exist yet
     * @throws PublicationRefused if the archive is no longer what it was
     */
    public void unpackSite(Path folder) throws IOException {
        Manifest manifest = manifest();
        Files.createDirectories(folder);
        for (OutputFile part : manifest.files()) {
            unpack(BundleLayout.SITE + part.path(), folder.resolve(part.path()));
        }
        unpack(BundleLayout.SITE_MANIFEST, folder.resolve(Manifest.NAME));
    }

    /** Writes the sources, a bundle of git. */
    public void unpackSources(Path target) throws IOException {
        unpack(BundleLayout.SOURCES, target);
    }

    private void unpack(String path, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        FileErrors.naming(target, () -> {
            try (InputStream in = archive.orElseThrow().open(path)) {
                Files.copy(in, target);
            }
        });
    }

    private PublicationRefused changed(String path) {
        return new PublicationRefused("读的时候文件变了：" + file + " 里的 " + path);
    }

    @Override
    public void close() throws IOException {
        if (archive.isPresent()) {
            archive.get().close();
        }
    }
}
