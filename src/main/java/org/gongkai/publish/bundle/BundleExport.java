package org.gongkai.publish.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.Digests;
import org.gongkai.output.ArchiveWriter;
import org.gongkai.output.ArchiveWriter.ArchivePart;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.bundle.BundleCheck.Provenance;
import org.gongkai.publish.bundle.ReleaseChanges.ReleaseFolder;
import org.gongkai.publish.release.StoreCheck;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Ledger.UnknownRelease;
import org.gongkai.publish.release.ledger.SigningKey;
import org.gongkai.publish.release.ledger.Store;

/** Makes an archive of a release. */
public final class BundleExport {

    private final Store store;
    private final StoreCheck check;
    private final ReleaseFolder now;

    /**
     * Chooses a release and verifies it.
     *
     * @param release its name; the current one if empty
     * @throws UnknownRelease if there is none
     * @throws PublicationRefused if it is not as it was sealed
     */
    public BundleExport(Store store, Optional<String> release) throws IOException {
        this.store = store;
        this.check = new StoreCheck(store, Optional.empty());
        Ledger ledger = check.ledger();
        this.now = whole(
                release.isPresent()
                        ? find(release.get())
                        : ledger.current().orElseThrow(() -> new UnknownRelease("没有当前发布批次：" + store.folder())));
    }

    private Release find(String id) {
        return check.ledger()
                .retained(id)
                .orElseThrow(() -> new UnknownRelease("没有“" + id + "”这个发布批次；有："
                        + check.ledger().retained().stream().map(Release::id).collect(Collectors.joining("、"))));
    }

    private ReleaseFolder whole(Release release) throws IOException {
        List<Finding> findings = check.release(release.id());
        findings.addAll(check.takedowns());
        if (!findings.isEmpty()) {
            throw new PublicationRefused(
                    "发布批次 " + release.id() + " 不完好，没有写：" + findings.get(0).text());
        }
        return ReleaseFolder.of(store, release);
    }

    /** The name of the release. */
    public String release() {
        return now.release().id();
    }

    /** Whether the record that seals the release is signed. */
    public boolean isSigned() {
        return now.release().sealed().record().signature().isPresent();
    }

    /**
     * Writes the archive. It stands there whole, and is read again before, or not at all.
     *
     * @param target where; a file that stands there is replaced
     * @param since the release to compare with; the one before if empty
     * @param key signs the manifest of the archive, if there is one
     * @return what was written
     * @throws UnknownRelease if there is no release to compare with
     * @throws PublicationRefused if that one is not as it was sealed
     */
    public Result write(Path target, Optional<String> since, Optional<SigningKey> key) throws IOException {
        Provenance provenance = Provenance.of(check.ledger(), now.release());
        ReleaseChanges changes = changes(since);
        List<ArchivePart> parts = new ArrayList<>();
        for (OutputFile file : now.manifest().files()) {
            parts.add(ArchivePart.of(Bundle.SITE + file.path(), now.folder().resolve(file.path())));
        }
        parts.add(ArchivePart.of(Bundle.SITE_MANIFEST, now.folder().resolve(Manifest.NAME)));
        parts.add(ArchivePart.of(Bundle.RECORDS, provenance.text().getBytes(StandardCharsets.UTF_8)));
        parts.add(ArchivePart.of(Bundle.ADDRESSES, store.addresses(release())));
        parts.add(ArchivePart.of(Bundle.CHANGES_TEXT, changes.changesText()));
        parts.add(ArchivePart.of(Bundle.README, changes.readme()));
        parts.sort(Comparator.comparing(ArchivePart::path));
        Manifest manifest =
                now.manifest().withFiles(parts.stream().map(ArchivePart::file).toList());
        parts.add(ArchivePart.of(Bundle.MANIFEST, manifest.bytes()));
        if (key.isPresent()) {
            parts.add(ArchivePart.of(
                    Bundle.SIGNATURE, Base64.getDecoder().decode(key.get().sign(manifest.json()))));
        }
        parts.add(ArchivePart.of(
                Bundle.SUMS,
                ArchiveWriter.sums(parts.stream().map(ArchivePart::file).toList())));
        String hash = put(target, parts, provenance.record().at().toLocalDateTime());
        return new Result(
                hash,
                Files.size(target),
                changes.since().map(other -> other.release().id()),
                changes);
    }

    private ReleaseChanges changes(Optional<String> since) throws IOException {
        Optional<String> base = since.or(() -> now.release().published().base());
        Optional<Release> known =
                since.isPresent() ? Optional.of(find(since.get())) : base.flatMap(check.ledger()::retained);
        Optional<ReleaseFolder> other = known.isEmpty() ? Optional.empty() : Optional.of(whole(known.get()));
        String note = base.isPresent() && other.isEmpty() ? "上一个发布批次 " + base.get() + " 已经清理，没有可比的，全部列为新增" : "";
        return ReleaseChanges.between(other, now, note);
    }

    private static String put(Path target, List<ArchivePart> parts, LocalDateTime time) throws IOException {
        return AtomicFile.put(target, AtomicFile.readableTemporary(target), temporary -> {
            ArchiveWriter.write(temporary, parts, time);
            try (Bundle written = Bundle.open(temporary, Optional.empty())) {
                if (!written.findings().isEmpty()) {
                    throw new PublicationRefused(
                            "写出来的包读回去不对，没有留下：" + written.findings().get(0).text());
                }
            }
            return Digests.sha256(temporary);
        });
    }

    /**
     * The result of an export.
     *
     * @param sha256 hash of the archive
     * @param bytes its size
     * @param since the release with which it was compared, if any
     * @param changes the differences
     */
    public record Result(String sha256, long bytes, Optional<String> since, ReleaseChanges changes) {}
}
