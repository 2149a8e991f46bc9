package org.gongkai.publish.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.gongkai.io.FileTrees;
import org.gongkai.output.Manifest;
import org.gongkai.output.OutputTransaction;
import org.gongkai.output.StagedOutput;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.publish.release.Publication.Outcome;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.SigningKey;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.identity.PublishedEntry;

/**
 * Publishes sites that are nothing but a few files. Each {@code .html} with a year in its address is an entry.
 *
 * <pre>{@code
 * Sites sites = new Sites(folder);
 * sites.publish(Map.of("index.html", "甲", "a/2024/x.html", "乙"));
 * assertThat(sites.served()).containsEntry("index.html", "甲");
 * }</pre>
 */
public final class Sites {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.ofHours(8));

    /** A disk that does not wait for itself. */
    public static final Disk QUICK = new Disk((operation, path) -> {}, false);

    private final Path folder;
    private Disk disk = QUICK;
    private Optional<SigningKey> key = Optional.empty();
    private RequestedEditions editions = RequestedEditions.NONE;
    private boolean allowLost;
    private AfterBuild afterBuild = site -> {};

    /** What happens to a built site before it is published. */
    @FunctionalInterface
    public interface AfterBuild {
        void to(Path site) throws IOException;
    }

    public Sites(Path folder) {
        this.folder = folder;
    }

    public Sites on(Disk other) {
        disk = other;
        return this;
    }

    Sites signing(Optional<SigningKey> with) {
        key = with;
        return this;
    }

    public Sites editions(RequestedEditions wanted) {
        editions = wanted;
        return this;
    }

    public Sites allowLost(boolean allow) {
        allowLost = allow;
        return this;
    }

    public Sites afterBuild(AfterBuild what) {
        afterBuild = what;
        return this;
    }

    public Path folder() {
        return folder;
    }

    public Store store() {
        return new Store(folder);
    }

    LedgerWriter pen() {
        return new LedgerWriter("李明", CLOCK, key);
    }

    public Outcome publish(Map<String, String> texts) throws IOException {
        return publishBytes(bytes(texts));
    }

    public Outcome publishBytes(Map<String, byte[]> files) throws IOException {
        try (Publication publication = Publication.begin(folder, 0, CLOCK, disk)) {
            Path built = publication.work().resolve("site");
            writeBytes(built, files);
            afterBuild.to(built);
            List<PublishedEntry> entries = files.keySet().stream()
                    .filter(path -> path.matches("[a-z]+/\\d{4}/[a-z]+\\.html"))
                    .sorted()
                    .map(PublishedEntry::at)
                    .toList();
            Set<String> others = files.keySet().stream()
                    .filter(path -> path.startsWith("old"))
                    .collect(Collectors.toSet());
            BuiltSite.Size size = new BuiltSite.Size(entries.size(), files.size());
            NewSite site = new NewSite(
                    "党员", "", built, Set.of(), size, entries, BuiltSite.Addresses.of(others), Optional.empty());
            return publication
                    .publish(List.of(site), editions, allowLost, pen())
                    .get(0);
        }
    }

    /** Takes a page down. */
    public Takedown.Result takeDown(String address, String reason) throws IOException {
        try (LockedStores stores = locked()) {
            return new Takedown(stores, address, reason, false).run();
        }
    }

    /** Allows a page to be published again; returns whether it was taken down. */
    public boolean restore(String address, String reason) throws IOException {
        try (LockedStores stores = locked()) {
            return new Takedown(stores, address, reason, false).undo();
        }
    }

    /** Goes back to a release, or to the one before. */
    public void rollBack(Optional<String> release, String reason) throws IOException {
        try (LockedStores stores = locked()) {
            new JointRollback(stores).run(release, Set.of(), reason);
        }
    }

    /** What begins every command that writes. */
    public LockedStores locked() throws IOException {
        return LockedStores.begin(store().folder(), List.of(store()), 0, CLOCK, pen(), disk);
    }

    /** Deletes all releases but the newest ones; returns those deleted. */
    public List<Ledger.Release> prune(int keep) throws IOException {
        try (LockedStores stores = locked()) {
            return stores.all().get(0).prune(keep);
        }
    }

    /** Writes a site as a build does. */
    public static void write(Path folder, Map<String, String> texts) throws IOException {
        writeBytes(folder, bytes(texts));
    }

    private static Map<String, byte[]> bytes(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private static void writeBytes(Path folder, Map<String, byte[]> files) throws IOException {
        try (StagedOutput output = new StagedOutput(folder)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                output.write(file.getKey(), file.getValue());
            }
            Manifest manifest = new Manifest(
                    "gongkai", Optional.empty(), "2024-06-01", Optional.empty(), List.copyOf(output.files()));
            OutputTransaction.commit(Map.of(output, manifest));
        }
    }

    /** What readers see, without the manifest and without what is packed. */
    public TreeMap<String, String> served() {
        return files(folder.resolve("current"));
    }

    static TreeMap<String, String> files(Path site) {
        TreeMap<String, String> files = all(site);
        files.keySet().removeIf(path -> path.endsWith(".gz") || path.equals(Manifest.NAME));
        return files;
    }

    /** The bytes of a packed copy of a text. */
    public static byte[] packed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** The texts of all files, unpacked. */
    public static TreeMap<String, String> all(Path folder) {
        TreeMap<String, String> files = new TreeMap<>();
        try {
            Path real = folder.toRealPath();
            try (var all = Files.walk(real)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(real.relativize(file).toString(), text(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String text(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public List<String> releases() throws IOException {
        return store().ledger().retained().stream().map(Ledger.Release::id).toList();
    }

    /** All that is wrong with the store. */
    public List<String> faults() throws IOException {
        return new StoreCheck(store(), Optional.empty())
                .all().values().stream()
                        .flatMap(List::stream)
                        .map(Finding::text)
                        .toList();
    }

    /** All that is wrong with what readers see. */
    public List<String> currentFaults() throws IOException {
        return new StoreCheck(store(), Optional.empty())
                .current().stream().map(Finding::text).toList();
    }

    /** What lies about that belongs to no release. */
    public List<String> leftovers() throws IOException {
        try (var all = Files.walk(folder, 2)) {
            return all.map(path -> folder.relativize(path).toString())
                    .filter(path -> path.matches("(.*/)?\\.[^/]+") && !path.equals(".lock"))
                    .toList();
        }
    }

    /** Replaces a file of a release, which is protected, by another one, or removes it. */
    public void replace(String path, byte[] bytes) throws IOException {
        Path file = store().releases().resolve(path);
        Set<PosixFilePermission> open = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(file.getParent(), open);
        Files.deleteIfExists(file);
        if (bytes != null) {
            Files.write(file, bytes);
        }
    }

    /** Some files with others over them: paths and texts in turn. */
    public static TreeMap<String, String> with(Map<String, String> files, String... others) {
        TreeMap<String, String> all = new TreeMap<>(files);
        for (int i = 0; i < others.length; i += 2) {
            all.put(others[i], others[i + 1]);
        }
        return all;
    }

    /** Removes everything, which is protected. */
    public void delete() throws IOException {
        QUICK.delete(folder);
        FileTrees.delete(folder);
    }
}
