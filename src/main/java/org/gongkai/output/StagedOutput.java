package org.gongkai.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.gongkai.io.Digests;
import org.gongkai.io.FileErrors;
import org.gongkai.output.Manifest.OutputFile;

/**
 * An output folder in the making. Files are written into a staging folder inside it, those whose bytes stand there
 * already are not; {@link #commit} then puts all of them in place or, if the machine fails in the middle, none.
 *
 * <p>Staging lies inside the folder and not beside it, so that both are on one disk and a rename suffices. Any number of
 * threads may write at once.
 */
public final class StagedOutput implements Output, AutoCloseable {

    private final Path target;
    private final StandingFiles standing;
    private final OutputDisk disk;
    private final Staging staging;
    private final Path fresh;
    private final boolean empty;
    private final ConcurrentSkipListMap<String, OutputFile> files = new ConcurrentSkipListMap<>();
    private final AddressSet addresses = new AddressSet();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytes = new AtomicLong();
    private final Set<String> stale = new HashSet<>();

    /**
     * Opens an output folder; creates it if it is not there.
     *
     * @throws IOException if it cannot be created or written, or another build is writing it
     */
    public StagedOutput(Path target) throws IOException {
        this(target, Optional.empty());
    }

    /**
     * Opens an output folder; creates it if it is not there.
     *
     * @param standing another folder that holds an earlier output, of which unchanged files are linked or copied; it is only
     *     read, and its files must never be written again
     * @throws IOException likewise
     */
    public StagedOutput(Path target, Optional<Path> standing) throws IOException {
        this(target, standing, new OutputDisk());
    }

    StagedOutput(Path target, Optional<Path> standing, OutputDisk disk) throws IOException {
        this.target = target.toAbsolutePath().normalize();
        this.standing = new StandingFiles(standing.orElse(this.target));
        this.disk = disk;
        this.staging = new Staging(this.target, disk);
        this.fresh = staging.fresh();
        try (var children = Files.list(this.target)) {
            this.empty =
                    children.allMatch(child -> child.getFileName().toString().equals(Staging.NAME));
        } catch (IOException e) {
            staging.close();
            throw e;
        }
    }

    @Override
    public FileDigest write(String address, byte[] content) throws IOException {
        Path place = place(address);
        FileDigest seal = new FileDigest(content.length, Digests.sha256(content), FileDigest.sum(content));
        record(address, seal);
        if (!empty && StandingFiles.holds(place, content)) {
            return seal;
        }
        changed.add(address);
        Path file = fresh.resolve(address);
        createFolder(file.getParent());
        FileErrors.naming(file, () -> Files.write(file, content));
        return seal;
    }

    @Override
    public FileDigest copy(String address, InputStream content) throws IOException {
        Path place = place(address);
        Path file = fresh.resolve(address);
        createFolder(file.getParent());
        MessageDigest digest = Digests.sha256();
        CRC32C sum = new CRC32C();
        FileErrors.naming(file, () -> {
            try (OutputStream out =
                    new DigestOutputStream(new CheckedOutputStream(Files.newOutputStream(file), sum), digest)) {
                content.transferTo(out);
            }
        });
        FileDigest seal = new FileDigest(Files.size(file), HexFormat.of().formatHex(digest.digest()), sum.getValue());
        record(address, seal);
        if (!empty && Files.isRegularFile(place) && Files.mismatch(place, file) < 0) {
            Files.delete(file);
        } else {
            changed.add(address);
        }
        return seal;
    }

    @Override
    public boolean keep(String address, FileDigest seal, Consumer<byte[]> reader) throws IOException {
        place(address);
        Optional<byte[]> content = standing.intact(address, seal);
        if (content.isEmpty()) {
            return false;
        }
        if (!standing.isAt(target)) {
            Path file = fresh.resolve(address);
            createFolder(file.getParent());
            FileErrors.naming(file, () -> standing.share(address, file));
            changed.add(address);
        }
        record(address, seal);
        content.ifPresent(reader);
        return true;
    }

    @Override
    public Collection<OutputFile> files() {
        return List.copyOf(files.values());
    }

    /** Bytes of all files added so far. */
    public long bytes() {
        return bytes.get();
    }

    /**
     * Puts everything in place: replaces what changed, removes what the last manifest of this folder lists and the new
     * one does not, and leaves alone whatever else lies there.
     *
     * @param manifest the manifest of all files added
     * @return how many files were replaced or added, the manifest among them
     * @throws IOException if the machine fails; everything is then as it was before
     */
    public int commit(Manifest manifest) throws IOException {
        Placement.commit(Map.of(this, manifest));
        return changed();
    }

    /** Adds the manifest; from then on nothing else is added. */
    void finish(Manifest manifest) throws IOException {
        String name = files.containsKey(Manifest.NAME) ? Manifest.OTHER_NAME : Manifest.NAME;
        if (!empty) {
            stale.addAll(previous());
            stale.removeAll(files.keySet());
            stale.remove(name);
        }
        write(name, manifest.json().getBytes(StandardCharsets.UTF_8));
    }

    /** Puts everything in place. */
    void place() throws IOException {
        OutputSwap swap = new OutputSwap(target, fresh, staging.old(), disk);
        if (empty) {
            swap.moveAll();
        } else {
            swap.remove(stale);
            swap.replace(changed);
        }
    }

    Path target() {
        return target;
    }

    Staging staging() {
        return staging;
    }

    /** The addresses of all files that are replaced or added. */
    List<String> newFiles() {
        return List.copyOf(new TreeSet<>(changed));
    }

    /** How many they are. */
    int changed() {
        return changed.size();
    }

    private List<String> previous() throws IOException {
        Path other = target.resolve(Manifest.OTHER_NAME);
        if (Files.isRegularFile(other)) {
            List<String> listed = new ArrayList<>(listed(other));
            listed.add(Manifest.OTHER_NAME);
            return listed;
        }
        Path manifest = target.resolve(Manifest.NAME);
        return Files.isRegularFile(manifest) ? listed(manifest) : List.of();
    }

    private static List<String> listed(Path manifest) throws IOException {
        return ManifestReader.files(Files.readString(manifest)).stream()
                .map(OutputFile::path)
                .toList();
    }

    /** Releases the folder; whatever was not committed is thrown away. */
    @Override
    public void close() throws IOException {
        staging.close();
    }

    private Path place(String address) throws IOException {
        Path place = target.resolve(address).normalize();
        if (!place.startsWith(target) || place.equals(target) || place.startsWith(target.resolve(Staging.NAME))) {
            throw new IllegalArgumentException("leads out of the output: " + address);
        }
        Optional<String> fault = AddressRules.impossible(address);
        if (fault.isPresent()) {
            throw new FileSystemException(address, null, fault.get());
        }
        return place;
    }

    private void record(String address, FileDigest seal) throws IOException {
        addresses.add(address);
        OutputFile file = new OutputFile(address, seal.size(), seal.sha256());
        files.put(address, file);
        bytes.addAndGet(seal.size());
    }

    private void createFolder(Path folder) throws IOException {
        if (!folders.contains(folder)) {
            Files.createDirectories(folder);
            folders.add(folder);
        }
    }
}
