package org.gongkai.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.ManifestReader;
import org.gongkai.release.CheckingKey;
import org.gongkai.release.Finding;
import org.gongkai.release.Finding.Kind;

/** Holds an archive against its manifest, that against the record that seals the release, and that against a key. */
final class BundleCheck {

    /** Bytes in which a bundle of git names its commit. */
    private static final int HEAD = 256;

    /** Bytes of a signature. */
    private static final int SIGNATURE = 64;

    private final Archive archive;
    private final Optional<CheckingKey> key;
    private final List<Finding> findings;

    BundleCheck(Archive archive, Optional<CheckingKey> key) {
        this.archive = archive;
        this.key = key;
        this.findings = new ArrayList<>(archive.findings());
    }

    List<Finding> findings() throws IOException {
        if (!findings.isEmpty()) {
            return findings;
        }
        if (!archive.has(Layout.MANIFEST)) {
            return List.of(new Finding(Kind.MISSING, Layout.MANIFEST));
        }
        Optional<Manifest> manifest = archive.text(Layout.MANIFEST).flatMap(ManifestReader::read);
        if (manifest.isEmpty()) {
            return List.of(new Finding(Kind.MANIFEST, Layout.MANIFEST));
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
        Map<String, OutputFile> listed = new TreeMap<>();
        manifest.files().forEach(file -> listed.put(file.path(), file));
        for (String path : List.of(
                Layout.SITE_MANIFEST,
                Layout.RECORDS,
                Layout.ADDRESSES,
                Layout.CHANGES_TEXT,
                Layout.CHANGES_PAGE,
                Layout.README)) {
            if (!listed.containsKey(path)) {
                findings.add(new Finding(Kind.MISSING, path));
            }
        }
        listed.keySet().stream()
                .filter(path -> !archive.has(path))
                .forEach(path -> findings.add(new Finding(Kind.MISSING, path)));
        List<OutputFile> found = new ArrayList<>();
        for (String path : archive.paths()) {
            if (!listed.containsKey(path) && !Layout.BESIDE_MANIFEST.contains(path)) {
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
                BundleExport.sums(found.stream()
                        .filter(file -> !file.path().equals(Layout.SUMS))
                        .toList()),
                StandardCharsets.UTF_8);
        if (!archive.has(Layout.SUMS)) {
            findings.add(new Finding(Kind.MISSING, Layout.SUMS));
        } else if (findings.isEmpty() && !archive.text(Layout.SUMS).equals(Optional.of(expected))) {
            findings.add(new Finding(Kind.CHANGED, Layout.SUMS));
        }
    }

    /** The manifest of the site says the same of its files as that of the archive. */
    private void site(Manifest manifest) throws IOException {
        if (!archive.has(Layout.SITE_MANIFEST)) {
            return;
        }
        Optional<Manifest> site = archive.text(Layout.SITE_MANIFEST).flatMap(ManifestReader::read);
        if (site.isEmpty()) {
            findings.add(new Finding(Kind.MANIFEST, Layout.SITE_MANIFEST));
            return;
        }
        List<OutputFile> below = manifest.files().stream()
                .filter(file ->
                        file.path().startsWith(Layout.SITE) && !file.path().equals(Layout.SITE_MANIFEST))
                .map(file -> new OutputFile(file.path().substring(Layout.SITE.length()), file.size(), file.sha256()))
                .toList();
        Manifest told =
                new Manifest(manifest.generator(), manifest.commit(), manifest.asOf(), manifest.nextChange(), below);
        if (!told.equals(site.get())) {
            findings.add(new Finding(Kind.MANIFEST, Layout.SITE_MANIFEST));
        }
    }

    private void records(Manifest manifest) throws IOException {
        if (!archive.has(Layout.RECORDS) || !archive.has(Layout.SITE_MANIFEST) || !archive.has(Layout.ADDRESSES)) {
            return;
        }
        Optional<Provenance> read = archive.text(Layout.RECORDS).flatMap(Provenance::read);
        if (read.isEmpty()) {
            findings.add(new Finding(Kind.RECORD, Layout.RECORDS));
            return;
        }
        Provenance provenance = read.get();
        if (!provenance.seal().equals(Optional.of(archive.hash(Layout.SITE_MANIFEST)))) {
            findings.add(new Finding(Kind.SEAL, Layout.SITE_MANIFEST));
        }
        if (!provenance.published().addresses().equals(archive.hash(Layout.ADDRESSES))) {
            findings.add(new Finding(Kind.ADDRESSES, Layout.ADDRESSES));
        }
        if (!provenance.published().origin().commit().equals(manifest.commit())) {
            findings.add(new Finding(Kind.RECORD, Layout.RECORDS));
        }
        if (archive.has(Layout.SOURCES) && !hasCommit(manifest.commit())) {
            findings.add(new Finding(Kind.SOURCES, Layout.SOURCES));
        }
        if (key.isPresent()) {
            for (var entry : List.of(provenance.made(), provenance.sealed()).stream()
                    .distinct()
                    .filter(e -> !e.signedBy(key.get()))
                    .limit(1)
                    .toList()) {
                findings.add(new Finding(entry.bearsSignature() ? Kind.SIGNATURE : Kind.UNSIGNED, Layout.RECORDS));
            }
        }
    }

    /** Whether the bundle of git leads to a commit and to nothing else. */
    private boolean hasCommit(Optional<String> commit) throws IOException {
        String head = new String(archive.head(Layout.SOURCES, HEAD), StandardCharsets.ISO_8859_1);
        return commit.filter(
                        id -> head.startsWith("# v2 git bundle\n" + id + " HEAD\n" + id + " refs/heads/main\n\nPACK"))
                .isPresent();
    }

    private void signature(Manifest manifest) throws IOException {
        if (key.isEmpty()) {
            return;
        }
        if (!archive.has(Layout.SIGNATURE)) {
            findings.add(new Finding(Kind.UNSIGNED, Layout.MANIFEST));
            return;
        }
        String signature = Base64.getEncoder().encodeToString(archive.head(Layout.SIGNATURE, SIGNATURE));
        if (archive.size(Layout.SIGNATURE) != SIGNATURE || !key.get().signed(manifest.json(), signature)) {
            findings.add(new Finding(Kind.SIGNATURE, Layout.MANIFEST));
        }
    }
}
