package org.gongkai.publish.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.ManifestReader;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.release.ledger.VerificationKey;
import org.gongkai.publish.release.verify.Finding;
import org.gongkai.publish.release.verify.Finding.Kind;

/** Holds an archive against its manifest, that against the record that seals the release, and that against a key. */
final class BundleCheck {

    /** Bytes in which a bundle of git names its commit. */
    private static final int HEAD = 256;

    /** Bytes of a signature. */
    private static final int SIGNATURE = 64;

    private final Archive archive;
    private final Optional<VerificationKey> key;
    private final List<Finding> findings;

    BundleCheck(Archive archive, Optional<VerificationKey> key) {
        this.archive = archive;
        this.key = key;
        this.findings = new ArrayList<>(archive.findings());
    }

    List<Finding> findings() throws IOException {
        if (!findings.isEmpty()) {
            return findings;
        }
        if (!archive.has(BundleLayout.MANIFEST)) {
            return List.of(new Finding(Kind.MISSING, BundleLayout.MANIFEST));
        }
        Optional<Manifest> manifest = archive.text(BundleLayout.MANIFEST).flatMap(ManifestReader::read);
        if (manifest.isEmpty()) {
            return List.of(new Finding(Kind.MANIFEST, BundleLayout.MANIFEST));
        }
        List<OutputFile> found = files(manifest.get());
        sums(found);
        site(manifest.get());
        records(manifest.get());
        signature(manifest.get());
        return findings;
    }

    /** Every file against the manifest; returns what is there. */
    private List<OutputFile> files(Manifest manifest) throws IOException {
        Map<String, OutputFile> listed = manifest.byPath();
        for (String path : List.of(
                BundleLayout.SITE_MANIFEST,
                BundleLayout.RECORDS,
                BundleLayout.ADDRESSES,
                BundleLayout.CHANGES_TEXT,
                BundleLayout.CHANGES_PAGE,
                BundleLayout.README)) {
            if (!listed.containsKey(path)) {
                findings.add(new Finding(Kind.MISSING, path));
            }
        }
        listed.keySet().stream()
                .filter(path -> !archive.has(path))
                .forEach(path -> findings.add(new Finding(Kind.MISSING, path)));
        List<OutputFile> found = new ArrayList<>();
        for (String path : archive.paths()) {
            if (!listed.containsKey(path) && !BundleLayout.BESIDE_MANIFEST.contains(path)) {
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
                        .filter(file -> !file.path().equals(BundleLayout.SUMS))
                        .toList()),
                StandardCharsets.UTF_8);
        if (!archive.has(BundleLayout.SUMS)) {
            findings.add(new Finding(Kind.MISSING, BundleLayout.SUMS));
        } else if (findings.isEmpty() && !archive.text(BundleLayout.SUMS).equals(Optional.of(expected))) {
            findings.add(new Finding(Kind.CHANGED, BundleLayout.SUMS));
        }
    }

    /** The manifest of the site says the same of its files as that of the archive. */
    private void site(Manifest manifest) throws IOException {
        if (!archive.has(BundleLayout.SITE_MANIFEST)) {
            return;
        }
        Optional<Manifest> site = archive.text(BundleLayout.SITE_MANIFEST).flatMap(ManifestReader::read);
        if (site.isEmpty()) {
            findings.add(new Finding(Kind.MANIFEST, BundleLayout.SITE_MANIFEST));
            return;
        }
        List<OutputFile> below = manifest.files().stream()
                .filter(file -> file.path().startsWith(BundleLayout.SITE)
                        && !file.path().equals(BundleLayout.SITE_MANIFEST))
                .map(file ->
                        new OutputFile(file.path().substring(BundleLayout.SITE.length()), file.size(), file.sha256()))
                .toList();
        if (!manifest.withFiles(below).equals(site.get())) {
            findings.add(new Finding(Kind.MANIFEST, BundleLayout.SITE_MANIFEST));
        }
    }

    private void records(Manifest manifest) throws IOException {
        if (!archive.has(BundleLayout.RECORDS)
                || !archive.has(BundleLayout.SITE_MANIFEST)
                || !archive.has(BundleLayout.ADDRESSES)) {
            return;
        }
        Optional<Provenance> read = archive.text(BundleLayout.RECORDS).flatMap(Provenance::read);
        if (read.isEmpty()) {
            findings.add(new Finding(Kind.RECORD, BundleLayout.RECORDS));
            return;
        }
        Provenance provenance = read.get();
        if (!provenance.manifestHash().equals(Optional.of(archive.hash(BundleLayout.SITE_MANIFEST)))) {
            findings.add(new Finding(Kind.SEAL, BundleLayout.SITE_MANIFEST));
        }
        if (!provenance.published().addresses().equals(archive.hash(BundleLayout.ADDRESSES))) {
            findings.add(new Finding(Kind.ADDRESSES, BundleLayout.ADDRESSES));
        }
        if (!provenance.published().origin().commit().equals(manifest.commit())) {
            findings.add(new Finding(Kind.RECORD, BundleLayout.RECORDS));
        }
        if (archive.has(BundleLayout.SOURCES) && !hasCommit(manifest.commit())) {
            findings.add(new Finding(Kind.SOURCES, BundleLayout.SOURCES));
        }
        if (key.isPresent()) {
            for (var entry : List.of(provenance.record(), provenance.sealed()).stream()
                    .distinct()
                    .filter(e -> !e.signedBy(key.get()))
                    .limit(1)
                    .toList()) {
                findings.add(new Finding(entry.isSigned() ? Kind.SIGNATURE : Kind.UNSIGNED, BundleLayout.RECORDS));
            }
        }
    }

    /** Whether the bundle of git leads to a commit and to nothing else. */
    private boolean hasCommit(Optional<String> commit) throws IOException {
        String head = new String(archive.head(BundleLayout.SOURCES, HEAD), StandardCharsets.ISO_8859_1);
        return commit.filter(
                        id -> head.startsWith("# v2 git bundle\n" + id + " HEAD\n" + id + " refs/heads/main\n\nPACK"))
                .isPresent();
    }

    private void signature(Manifest manifest) throws IOException {
        if (key.isEmpty()) {
            return;
        }
        if (!archive.has(BundleLayout.SIGNATURE)) {
            findings.add(new Finding(Kind.UNSIGNED, BundleLayout.MANIFEST));
            return;
        }
        String signature = Base64.getEncoder().encodeToString(archive.head(BundleLayout.SIGNATURE, SIGNATURE));
        if (archive.size(BundleLayout.SIGNATURE) != SIGNATURE || !key.get().verifies(manifest.json(), signature)) {
            findings.add(new Finding(Kind.SIGNATURE, BundleLayout.MANIFEST));
        }
    }
}
