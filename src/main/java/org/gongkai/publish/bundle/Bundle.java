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
import org.gongkai.output.Manifest.ManifestReader;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.bundle.ReleaseFolder.PageText;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Event.Counts;
import org.gongkai.publish.release.ledger.Event.Imported;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.VerificationKey;
import org.gongkai.publish.release.verify.Finding;
import org.gongkai.publish.release.verify.Finding.Kind;
import org.gongkai.site.identity.PublishedEntry;

/** An archive with a release of another store. */
public final class Bundle implements AutoCloseable {

    private final Path file;
    private final Optional<Archive> archive;

    private Bundle(Path file, Optional<Archive> archive) {
        this.file = file;
        this.archive = archive;
    }

    /**
     * Opens a file, which need not be an archive.
     *
     * @throws IOException if it cannot be read
     */
    public static Bundle open(Path file) throws IOException {
        return new Bundle(file, Archive.open(file));
    }

    /**
     * Verifies the archive. The other methods may be called only if there are no findings.
     *
     * @param key the key that must have signed; signatures are not verified if empty
     */
    public List<Finding> check(Optional<VerificationKey> key) throws IOException {
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

    /** The release in the archive. */
    public Imported release() throws IOException {
        return provenance().imported();
    }

    /** The size of the release. */
    public Counts counts() throws IOException {
        return provenance().published().counts();
    }

    /** The SHA-256 of the manifest of the release. */
    public String manifestHash() throws IOException {
        return provenance().manifestHash().orElseThrow(() -> changed(BundleLayout.RECORDS));
    }

    /** The record that published the release. */
    public LedgerRecord record() throws IOException {
        return provenance().record();
    }

    /** The manifest of the release. */
    public Manifest manifest() throws IOException {
        return archive.orElseThrow()
                .text(BundleLayout.SITE_MANIFEST)
                .flatMap(ManifestReader::read)
                .orElseThrow(() -> changed(BundleLayout.SITE_MANIFEST));
    }

    /** Whether the archive contains the sources. */
    public boolean hasSources() {
        return archive.orElseThrow().has(BundleLayout.SOURCES);
    }

    /** Lasting addresses. */
    public Set<String> lasting() throws IOException {
        return new TreeSet<>(addresses().addresses());
    }

    /** The lasting addresses of its release, with the marks of their entries. */
    AddressList addresses() throws IOException {
        return AddressList.read(
                archive.orElseThrow().text(BundleLayout.ADDRESSES).orElseThrow(() -> changed(BundleLayout.ADDRESSES)));
    }

    /** The entries at lasting addresses in the unpacked site; redirects and notices are no entries. */
    public List<PublishedEntry> entries(Path site) throws IOException {
        AddressList addresses = addresses();
        List<PublishedEntry> entries = new ArrayList<>();
        for (OutputFile file : manifest().files()) { // Other files in the folder are not trusted.
            String address = file.path();
            if (addresses.addresses().contains(address)
                    && PageText.of(site, address).isEntry()) {
                entries.add(new PublishedEntry("", address, Set.of(address), addresses.at(address)));
            }
        }
        return entries;
    }

    /**
     * Unpacks the site.
     *
     * @param folder the target, which does not exist yet
     * @throws PublicationRefused if the archive was changed meanwhile
     */
    public void unpackSite(Path folder) throws IOException {
        Manifest manifest = manifest();
        Files.createDirectories(folder);
        for (OutputFile part : manifest.files()) {
            unpack(BundleLayout.SITE + part.path(), folder.resolve(part.path()));
        }
        unpack(BundleLayout.SITE_MANIFEST, folder.resolve(Manifest.NAME));
    }

    /** Unpacks the sources, a git bundle. */
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
