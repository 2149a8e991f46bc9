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
import org.gongkai.publish.bundle.BundleCheck.Provenance;
import org.gongkai.publish.release.FinishedPage;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.Verification.Finding.Kind;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Event.Imported;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.SigningKey.VerificationKey;
import org.gongkai.site.identity.PublishedEntry;

/** An archive with a release of another store, verified when it was opened. */
public final class Bundle implements AutoCloseable {

    /** Folder of the release's files. */
    static final String SITE = "site/";

    /** The release's own manifest, which is sealed. */
    static final String SITE_MANIFEST = SITE + Manifest.NAME;

    /** Manifest of all other files but those that are made from it. */
    static final String MANIFEST = Manifest.NAME;

    /** Signature of the manifest, as {@code openssl pkeyutl} reads it. */
    static final String SIGNATURE = "manifest.sig";

    /** Hashes for {@code sha256sum -c}. */
    static final String SUMS = "SHA256SUMS";

    /** The lines of the store's list of records that tell what the release is. */
    static final String RECORDS = "record.jsonl";

    /** Addresses that must last. */
    static final String ADDRESSES = "addresses.txt";

    static final String CHANGES_TEXT = "CHANGES.txt";
    static final String README = "README.txt";

    private final Optional<UntrustedZip> archive;
    private final List<Finding> findings;
    private final Optional<Contents> contents;

    /**
     * What an archive says of itself.
     *
     * @param manifest the manifest of the release
     * @param provenance the records about it
     * @param addresses its lasting addresses, with the marks of their entries
     */
    record Contents(Manifest manifest, Provenance provenance, AddressList addresses) {}

    private Bundle(Optional<UntrustedZip> archive, List<Finding> findings, Optional<Contents> contents) {
        this.archive = archive;
        this.findings = List.copyOf(findings);
        this.contents = contents;
    }

    /**
     * Opens a file, which need not be an archive, and verifies it.
     *
     * @param key the key that must have signed; signatures are not verified if empty
     * @throws IOException if it cannot be read
     */
    public static Bundle open(Path file, Optional<VerificationKey> key) throws IOException {
        Optional<UntrustedZip> archive = UntrustedZip.open(file);
        if (archive.isEmpty()) {
            return new Bundle(archive, List.of(new Finding(Kind.UNREADABLE, file.toString())), Optional.empty());
        }
        BundleCheck check = new BundleCheck(archive.get(), key);
        List<Finding> findings = check.findings();
        return new Bundle(archive, findings, check.contents());
    }

    /** What is wrong with the archive. The methods below may be called only if there is nothing. */
    public List<Finding> findings() {
        return findings;
    }

    /** What it says of itself. */
    Contents contents() {
        return contents.orElseThrow();
    }

    /** The release in the archive. */
    public Imported release() {
        return contents().provenance().imported();
    }

    /** The record that published the release. */
    public LedgerRecord record() {
        return contents().provenance().record();
    }

    /** The manifest of the release. */
    public Manifest manifest() {
        return contents().manifest();
    }

    /** The entries at lasting addresses in the unpacked site; redirects and notices are no entries. */
    List<PublishedEntry> entries(Path site) throws IOException {
        List<PublishedEntry> entries = new ArrayList<>();
        for (OutputFile file : manifest().files()) { // Other files in the folder are not trusted.
            String address = file.path();
            if (contents().addresses().addresses().contains(address)
                    && FinishedPage.of(site, address).isEntry()) {
                entries.add(new PublishedEntry(
                        "", address, Set.of(address), contents().addresses().at(address)));
            }
        }
        return entries;
    }

    /** The lasting addresses without those of entries. */
    Set<String> otherAddresses(List<PublishedEntry> entries) {
        Set<String> others = new TreeSet<>(contents().addresses().addresses());
        entries.forEach(entry -> others.remove(entry.address()));
        return others;
    }

    /**
     * Unpacks the site.
     *
     * @param folder the target, which does not exist yet
     */
    void unpackSite(Path folder) throws IOException {
        for (OutputFile part : manifest().files()) {
            unpack(SITE + part.path(), folder.resolve(part.path()));
        }
        unpack(SITE_MANIFEST, folder.resolve(Manifest.NAME));
    }

    private void unpack(String path, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        FileErrors.naming(target, () -> {
            try (InputStream in = archive.orElseThrow().open(path)) {
                Files.copy(in, target);
            }
        });
    }

    @Override
    public void close() throws IOException {
        if (archive.isPresent()) {
            archive.get().close();
        }
    }
}
