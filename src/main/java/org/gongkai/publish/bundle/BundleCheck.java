package org.gongkai.publish.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.output.ArchiveWriter;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.ManifestReader;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.bundle.Bundle.Contents;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.Verification.Finding.Kind;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Event.Imported;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.Event.Resealed;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.SigningKey.VerificationKey;
import org.gongkai.publish.release.ledger.Store;

/** Holds an archive against its manifest, that against the record that seals the release, and that against a key. */
final class BundleCheck {

    /** Files that the manifest does not list. */
    private static final Set<String> BESIDE_MANIFEST = Set.of(Bundle.MANIFEST, Bundle.SIGNATURE, Bundle.SUMS);

    /** Bytes of a signature: 64 of Ed25519, at most 72 of SM2. */
    private static final int LONGEST_SIGNATURE = 72;

    private final UntrustedZip archive;
    private final Optional<VerificationKey> key;
    private final List<Finding> findings;
    private Optional<Manifest> site = Optional.empty();
    private Optional<Provenance> provenance = Optional.empty();

    BundleCheck(UntrustedZip archive, Optional<VerificationKey> key) {
        this.archive = archive;
        this.key = key;
        this.findings = new ArrayList<>(archive.findings());
    }

    /** What the archive holds; empty if something is missing, or {@link #findings} were not looked for. */
    Optional<Contents> contents() throws IOException {
        Optional<String> addresses = archive.text(Bundle.ADDRESSES);
        return findings.isEmpty() && site.isPresent() && provenance.isPresent()
                ? addresses.map(text -> new Contents(site.get(), provenance.get(), AddressList.read(text)))
                : Optional.empty();
    }

    List<Finding> findings() throws IOException {
        if (!findings.isEmpty()) {
            return findings;
        }
        if (!archive.has(Bundle.MANIFEST)) {
            return List.of(new Finding(Kind.MISSING, Bundle.MANIFEST));
        }
        Optional<Manifest> manifest = archive.text(Bundle.MANIFEST).flatMap(ManifestReader::read);
        if (manifest.isEmpty()) {
            return List.of(new Finding(Kind.MANIFEST, Bundle.MANIFEST));
        }
        List<OutputFile> found = files(manifest.get());
        if (findings.stream().anyMatch(finding -> finding.kind() == Kind.MISSING)) {
            return findings;
        }
        sums(found);
        site(manifest.get());
        records(manifest.get());
        signature(manifest.get());
        return findings;
    }

    /** Every file against the manifest; returns what is there. */
    private List<OutputFile> files(Manifest manifest) throws IOException {
        Map<String, OutputFile> listed = manifest.byPath();
        for (String path :
                List.of(Bundle.SITE_MANIFEST, Bundle.RECORDS, Bundle.ADDRESSES, Bundle.CHANGES_TEXT, Bundle.README)) {
            if (!listed.containsKey(path)) {
                findings.add(new Finding(Kind.MISSING, path));
            }
        }
        Stream.concat(listed.keySet().stream(), Stream.of(Bundle.SUMS))
                .filter(path -> !archive.has(path))
                .forEach(path -> findings.add(new Finding(Kind.MISSING, path)));
        List<OutputFile> found = new ArrayList<>();
        for (String path : archive.paths()) {
            if (!listed.containsKey(path) && !BESIDE_MANIFEST.contains(path)) {
                findings.add(new Finding(Kind.EXTRA, path)); // Not read: nobody says how large it may be.
                continue;
            }
            OutputFile file = new OutputFile(path, archive.size(path), archive.hash(path));
            found.add(file);
            if (listed.containsKey(path) && !listed.get(path).equals(file)) {
                findings.add(new Finding(Kind.CHANGED, path));
            }
        }
        return found;
    }

    private void sums(List<OutputFile> found) throws IOException {
        String expected = new String(
                ArchiveWriter.sums(found.stream()
                        .filter(file -> !file.path().equals(Bundle.SUMS))
                        .toList()),
                StandardCharsets.UTF_8);
        if (findings.isEmpty() && !archive.text(Bundle.SUMS).equals(Optional.of(expected))) {
            findings.add(new Finding(Kind.CHANGED, Bundle.SUMS));
        }
    }

    /** The manifest of the site says the same of its files as that of the archive. */
    private void site(Manifest manifest) throws IOException {
        site = archive.text(Bundle.SITE_MANIFEST).flatMap(ManifestReader::read);
        if (site.isEmpty()) {
            findings.add(new Finding(Kind.MANIFEST, Bundle.SITE_MANIFEST));
            return;
        }
        List<OutputFile> below = manifest.files().stream()
                .filter(file ->
                        file.path().startsWith(Bundle.SITE) && !file.path().equals(Bundle.SITE_MANIFEST))
                .map(file -> new OutputFile(file.path().substring(Bundle.SITE.length()), file.size(), file.sha256()))
                .toList();
        if (!manifest.withFiles(below).equals(site.get())) {
            findings.add(new Finding(Kind.MANIFEST, Bundle.SITE_MANIFEST));
        }
    }

    private void records(Manifest manifest) throws IOException {
        provenance = archive.text(Bundle.RECORDS).flatMap(Provenance::read);
        if (provenance.isEmpty()) {
            findings.add(new Finding(Kind.RECORD, Bundle.RECORDS));
            return;
        }
        Provenance records = provenance.get();
        if (!records.manifestHash().equals(Optional.of(archive.hash(Bundle.SITE_MANIFEST)))) {
            findings.add(new Finding(Kind.SEAL, Bundle.SITE_MANIFEST));
        }
        if (!records.published().addresses().equals(archive.hash(Bundle.ADDRESSES))) {
            findings.add(new Finding(Kind.ADDRESSES, Bundle.ADDRESSES));
        }
        if (!records.published().origin().commit().equals(manifest.commit())) {
            findings.add(new Finding(Kind.RECORD, Bundle.RECORDS));
        }
        if (key.isPresent()) {
            Stream.of(records.record(), records.sealed())
                    .filter(record -> !record.signedBy(key.get()))
                    .findFirst()
                    .map(record -> record.signature().isPresent() ? Kind.SIGNATURE : Kind.UNSIGNED)
                    .ifPresent(kind -> findings.add(new Finding(kind, Bundle.RECORDS)));
        }
    }

    private void signature(Manifest manifest) throws IOException {
        if (key.isEmpty()) {
            return;
        }
        if (!archive.has(Bundle.SIGNATURE)) {
            findings.add(new Finding(Kind.UNSIGNED, Bundle.MANIFEST));
            return;
        }
        String signature = Base64.getEncoder().encodeToString(archive.head(Bundle.SIGNATURE, LONGEST_SIGNATURE));
        if (archive.size(Bundle.SIGNATURE) > LONGEST_SIGNATURE || !key.get().verifies(manifest.json(), signature)) {
            findings.add(new Finding(Kind.SIGNATURE, Bundle.MANIFEST));
        }
    }

    /**
     * The records of a store about one of its releases. Later records are omitted, so that a release always has the
     * same provenance.
     *
     * @param first the first record of the store, which identifies it
     * @param made the record that published the release
     * @param sealed the record of its present seal; a later one if a page was taken down since
     */
    record Provenance(LedgerRecord first, LedgerRecord record, LedgerRecord sealed) {

        static Provenance of(Ledger ledger, Release release) {
            return new Provenance(
                    ledger.records().get(0), release.record(), release.sealed().record());
        }

        /** The lines of the records, each once. */
        String text() {
            Map<Integer, String> lines = new LinkedHashMap<>();
            List.of(first, record, sealed).forEach(entry -> lines.put(entry.number(), entry.text()));
            return String.join("\n", lines.values()) + "\n";
        }

        /** Reads lines; empty if this program did not write them. */
        static Optional<Provenance> read(String text) {
            List<LedgerRecord> entries = new ArrayList<>();
            for (String line : text.lines().limit(4).toList()) {
                Optional<LedgerRecord> entry = LedgerRecord.readUnchained(line);
                if (entry.isEmpty()
                        || !entries.isEmpty()
                                && entry.get().number()
                                        <= entries.get(entries.size() - 1).number()) {
                    return Optional.empty();
                }
                entries.add(entry.get());
            }
            if (entries.isEmpty()) {
                return Optional.empty();
            }
            LedgerRecord first = entries.get(0);
            LedgerRecord sealed = entries.get(entries.size() - 1);
            Optional<LedgerRecord> made =
                    entries.stream().filter(e -> e.event() instanceof Published).reduce((a, b) -> b);
            return made.map(entry -> new Provenance(first, entry, sealed))
                    .filter(read -> read.first().number() == 1)
                    .filter(read -> read.manifestHash().isPresent())
                    .filter(read -> read.text().equals(text));
        }

        Published published() {
            return (Published) record.event();
        }

        /** The SHA-256 of the manifest of the release. */
        Optional<String> manifestHash() {
            return sealed.equals(record)
                    ? Optional.of(published().manifest())
                    : sealed.event().resealed().stream()
                            .filter(resealed -> resealed.folder()
                                    .equals(Store.nameOf(published().release())))
                            .map(Resealed::after)
                            .findFirst();
        }

        Imported imported() {
            return new Imported(published().release(), record.at(), first.hash(), record.hash());
        }
    }
}
