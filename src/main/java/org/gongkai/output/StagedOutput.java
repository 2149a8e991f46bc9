package org.gongkai.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.gongkai.io.Digests;
import org.gongkai.io.FileErrors;
import org.gongkai.io.FileTrees;
import org.gongkai.output.AddressRules.AddressSet;
import org.gongkai.output.FinishedOutput.KnownFiles;
import org.gongkai.output.Manifest.OutputFile;

/**
 * An output folder that is replaced as a whole. Changed files are written to a staging folder, and
 * {@link OutputTransaction} moves all of them to their places or, if that fails, none.
 *
 * <p>The staging folder lies inside the output folder, so that both are on one disk and files need only be renamed.
 * Thread-safe.
 */
public final class StagedOutput implements Output, AutoCloseable {

    private final Path target;
    private final KnownFiles known;
    private final PreviousFiles standing;
    private final OutputDisk disk;
    private final Staging staging;
    private final Path fresh;
    private final boolean empty;
    private final ConcurrentSkipListMap<String, OutputFile> files = new ConcurrentSkipListMap<>();
    private final AddressSet addresses = new AddressSet();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Set<String> shared = ConcurrentHashMap.newKeySet();
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final Set<String> stale = new HashSet<>();

    /**
     * Opens an output folder, which is created if it does not exist.
     *
     * @throws IOException if it cannot be created or written, or another build is writing it
     */
    public StagedOutput(Path target) throws IOException {
        this(target, Optional.empty());
    }

    /**
     * Opens an output folder, which is created if it does not exist.
     *
     * @param known what is known of the folder; asked for when nobody else can write it any more
     * @throws IOException if it cannot be created or written, or another build is writing it
     */
    public StagedOutput(Path target, Supplier<KnownFiles> known) throws IOException {
        this(target, Optional.empty(), known, new OutputDisk());
    }

    /**
     * Opens an output folder, which is created if it does not exist.
     *
     * @param standing a release, whose unchanged files are linked or copied; it is only read, and its files must
     *     never be written again
     * @throws IOException if the output folder cannot be created or written, or another build is writing it
     */
    public StagedOutput(Path target, Optional<Path> standing) throws IOException {
        this(target, standing, () -> KnownFiles.NONE, new OutputDisk());
    }

    StagedOutput(Path target, Optional<Path> standing, Supplier<KnownFiles> known, OutputDisk disk) throws IOException {
        this.target = target.toAbsolutePath().normalize();
        this.disk = disk;
        this.staging = new Staging(this.target, disk);
        this.known = known.get();
        this.fresh = staging.fresh();
        try {
            this.standing = standing.isPresent()
                    ? PreviousFiles.ofRelease(standing.get())
                    : new PreviousFiles(this.target, this.known, Optional.empty());
            this.empty = FileTrees.children(this.target).stream()
                    .allMatch(child -> child.getFileName().toString().equals(Staging.NAME));
        } catch (IOException e) {
            staging.close();
            throw e;
        }
    }

    @Override
    public FileDigest write(String address, byte[] content) throws IOException {
        Path place = place(address);
        FileDigest digest = FileDigest.of(content);
        record(address, digest);
        if (!empty && PreviousFiles.holds(place, content)) {
            return digest;
        }
        changed.add(address);
        Path file = fresh.resolve(address);
        createFolder(file.getParent());
        FileErrors.naming(file, () -> Files.write(file, content));
        return digest;
    }

    @Override
    public FileDigest copy(String address, InputStream content) throws IOException {
        Path place = place(address);
        Path file = fresh.resolve(address);
        createFolder(file.getParent());
        MessageDigest sha256 = Digests.sha256();
        CRC32C sum = new CRC32C();
        FileErrors.naming(file, () -> {
            try (OutputStream out =
                    new DigestOutputStream(new CheckedOutputStream(Files.newOutputStream(file), sum), sha256)) {
                content.transferTo(out);
            }
        });
        FileDigest digest = new FileDigest(Files.size(file), HexFormat.of().formatHex(sha256.digest()), sum.getValue());
        record(address, digest);
        if (!empty && Files.isRegularFile(place) && Files.mismatch(place, file) < 0) {
            Files.delete(file);
        } else {
            changed.add(address);
        }
        return digest;
    }

    @Override
    public boolean reuse(String address, FileDigest digest) throws IOException {
        place(address);
        if (!standing.isIntact(address, digest)) {
            return false;
        }
        if (!standing.isAt(target)) {
            Path file = fresh.resolve(address);
            createFolder(file.getParent());
            FileErrors.naming(file, () -> {
                if (standing.share(address, file)) {
                    shared.add(address);
                }
            });
            changed.add(address);
        }
        record(address, digest);
        return true;
    }

    @Override
    public Optional<byte[]> previous(String address, FileDigest digest) throws IOException {
        return standing.intact(address, digest);
    }

    @Override
    public Collection<OutputFile> files() {
        return List.copyOf(files.values());
    }

    /** The addresses of the files that were linked to those of a release. */
    public Set<String> shared() {
        return Set.copyOf(shared);
    }

    /** Adds the manifest, after which no other file may be added. */
    void finish(Manifest manifest) throws IOException {
        String name = files.containsKey(Manifest.NAME) ? Manifest.OTHER_NAME : Manifest.NAME;
        if (!empty) {
            stale.addAll(known.listed().isPresent() ? known.listed().get() : new FinishedOutput(target).listed());
            // The keys themselves would be searched once for each file.
            stale.removeAll(new HashSet<>(files.keySet()));
            stale.remove(name);
        }
        write(name, manifest.bytes());
    }

    /** Moves all files to their places. */
    void place() throws IOException {
        OutputSwap swap = new OutputSwap(target, fresh, staging.old(), disk);
        if (empty) {
            swap.moveAll();
        } else {
            swap.remove(stale);
            swap.replace(changed);
        }
    }

    /** Returns the path of a file for the work of a build, which is deleted when this output is closed. */
    public Path scratch(String name) {
        return staging.scratch(name);
    }

    Path target() {
        return target;
    }

    Staging staging() {
        return staging;
    }

    /** The addresses of all replaced or added files, sorted. */
    List<String> newFiles() {
        return List.copyOf(new TreeSet<>(changed));
    }

    /** How many files are replaced or added. */
    int changed() {
        return changed.size();
    }

    /** Releases the folder and discards what was not committed. */
    @Override
    public void close() throws IOException {
        staging.close();
    }

    private Path place(String address) throws IOException {
        Path place = target.resolve(address).normalize();
        if (!place.startsWith(target) || place.equals(target) || place.startsWith(target.resolve(Staging.NAME))) {
            throw new IllegalArgumentException("leads out of the output: " + address);
        }
        Optional<String> reason = AddressRules.impossible(address);
        if (reason.isPresent()) {
            throw new FileSystemException(address, null, reason.get());
        }
        return place;
    }

    private void record(String address, FileDigest digest) throws IOException {
        addresses.add(address);
        OutputFile file = new OutputFile(address, digest.size(), digest.sha256());
        files.put(address, file);
    }

    private void createFolder(Path folder) throws IOException {
        if (!folders.contains(folder)) {
            Files.createDirectories(folder);
            folders.add(folder);
        }
    }
}
