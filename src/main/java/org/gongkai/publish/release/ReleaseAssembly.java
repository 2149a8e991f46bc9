package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.Editions;

/**
 * Assembles a release from the folder of the built site, the editions and the notices of pages that were taken down.
 * Files that the release before contains are linked.
 */
public final class ReleaseAssembly {

    private final Store store;
    private final Path site;
    private final Set<String> shared;
    private final Disk disk;
    private final Manifest built;
    private final TreeMap<String, OutputFile> files = new TreeMap<>();
    private final Map<String, Path> ofEditions = new HashMap<>();
    private final Map<String, byte[]> notices = new LinkedHashMap<>();
    private boolean copied;

    /**
     * Creates an assembly of a built site only.
     *
     * @param shared addresses of the files that were linked to those of the release before
     * @throws PublicationRefused if it has no manifest that this program wrote
     */
    public ReleaseAssembly(Store store, Path site, Set<String> shared, Disk disk) throws IOException {
        this.store = store;
        this.site = site;
        this.shared = shared;
        this.disk = disk;
        this.built = FolderContents.manifest(site)
                .orElseThrow(() -> new PublicationRefused(
                        Files.isRegularFile(site.resolve(Manifest.OTHER_NAME))
                                ? "项目自己有一个 manifest.json，与发布用的文件清单重名，不能发布；请给它改名"
                                : "这里没有生成好的站点：" + site));
        built.files().forEach(file -> files.put(file.path(), file));
    }

    private void add(OutputFile file, Path source) {
        if (files.putIfAbsent(file.path(), file) != null) {
            throw new PublicationRefused("网址 " + file.path() + " 有两个来源：站点自己的和一份年度存档的");
        }
        ofEditions.put(file.path(), source);
    }

    /**
     * Adds an edition below {@code editions/}.
     *
     * @param folder its folder
     * @param seal the SHA-256 of its manifest
     */
    public void addEdition(String name, Path folder, String seal) throws IOException {
        Manifest manifest = FolderContents.manifest(folder)
                .filter(found -> found.hash().equals(seal))
                .orElseThrow(() -> new PublicationRefused("这份年度存档的清单与封存的不符，请先用 verify 检查：" + folder));
        String prefix = Editions.folder(name);
        for (OutputFile file : manifest.files()) {
            add(new OutputFile(prefix + file.path(), file.size(), file.sha256()), folder.resolve(file.path()));
        }
        add(
                new OutputFile(prefix + Manifest.NAME, Files.size(folder.resolve(Manifest.NAME)), seal),
                folder.resolve(Manifest.NAME));
    }

    /** Adds a notice, which replaces any page at its address. */
    public void addNotice(String address, byte[] page) {
        files.put(address, OutputFile.of(address, page));
        notices.put(address, page);
    }

    public Set<String> paths() {
        return Set.copyOf(files.keySet());
    }

    public Manifest manifest() {
        return built.withFiles(files.values());
    }

    /** Whether a release has the same files and the same date of the next change. */
    public boolean sameAs(Manifest other) {
        return other.files().equals(List.copyOf(files.values()))
                && other.nextChange().equals(built.nextChange());
    }

    /** Whether a file was copied that should have been linked. */
    public boolean copied() {
        return copied;
    }

    /**
     * Makes the folder of that of the site, verifies it and makes it read-only.
     *
     * @param base the release before, with which files are shared
     * @param before its manifest
     * @return the folder
     * @throws PublicationRefused if what was made is not what was built
     */
    public Path make(Optional<Path> base, Optional<Manifest> before) throws IOException {
        Manifest manifest = manifest();
        ReleaseFolderWriter folder = ReleaseFolderWriter.of(site, store.newRelease(), files.keySet(), disk);
        Base known = new Base(base, before.map(Manifest::byPath).orElse(new TreeMap<>()));
        disk.forEach(files.values(), file -> put(file, folder, known));
        folder.remove(Manifest.NAME);
        folder.write(Manifest.NAME, manifest.bytes());
        List<Finding> findings = new Verification().files(folder.root(), manifest, folder::isFresh, folder::isKept);
        if (!findings.isEmpty()) {
            throw new PublicationRefused("新的发布批次与生成的不一致，没有发布：" + findings.get(0).text());
        }
        folder.protect();
        copied = folder.copied();
        return folder.root();
    }

    /**
     * Adds a file of an edition or a notice, and shares a file of the site with the release before. Its bytes are
     * compared, so that damage is not inherited, unless it was linked already. Files of an edition, whose own
     * manifest contains their hashes, are not read.
     */
    private void put(OutputFile file, ReleaseFolderWriter folder, Base base) throws IOException {
        String path = file.path();
        Path here = folder.root().resolve(path);
        Optional<Path> old = base.file(file);
        byte[] notice = notices.get(path);
        if (ofEditions.containsKey(path) && notice == null) {
            folder.link(path, ofEditions.get(path));
        } else if (notice == null && old.isPresent() && shared.contains(path)) {
            folder.keep(path);
        } else if (old.isPresent() && Files.isRegularFile(old.get()) && isSame(old.get(), here, notice)) {
            folder.remove(path);
            folder.link(path, old.get());
        } else if (notice == null) {
            folder.add(path);
        } else {
            folder.remove(path);
            folder.write(path, notice);
        }
    }

    private static boolean isSame(Path old, Path here, byte[] notice) throws IOException {
        return notice == null ? Files.mismatch(here, old) < 0 : Arrays.equals(Files.readAllBytes(old), notice);
    }

    /** The release before, if there is one: its folder and the files that its manifest lists. */
    private record Base(Optional<Path> folder, Map<String, OutputFile> known) {

        Optional<Path> file(OutputFile file) {
            return folder.filter(at -> file.equals(known.get(file.path()))).map(at -> at.resolve(file.path()));
        }
    }
}
