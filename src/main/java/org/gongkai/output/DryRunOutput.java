package org.gongkai.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.gongkai.io.Digests;
import org.gongkai.output.AddressRules.AddressSet;
import org.gongkai.output.Manifest.OutputFile;

/**
 * An output that replaces nothing, and refuses the same addresses as a {@link StagedOutput}. Over an earlier output it
 * computes digests as a real one does, and reads unchanged files, so that checks see what readers would see; over none
 * it only records addresses, and accepts whatever was written before. What the earlier output lacks can be kept.
 */
public final class DryRunOutput implements Output {

    private final Optional<PreviousFiles> standing;
    private final AddressSet addresses = new AddressSet();
    private final ConcurrentSkipListMap<String, OutputFile> files = new ConcurrentSkipListMap<>();
    private final Optional<Path> fresh;
    private final Map<String, FileDigest> shared = new ConcurrentHashMap<>();

    /**
     * @param standing the folder of an earlier output, which may not exist
     * @param fresh a folder for the files that it lacks, if they are to be kept
     */
    public DryRunOutput(Optional<Path> standing, Optional<Path> fresh) throws IOException {
        this.standing = standing.isEmpty() ? Optional.empty() : Optional.of(PreviousFiles.ofRelease(standing.get()));
        this.fresh = fresh;
    }

    /** Where files are kept. */
    public Optional<Path> fresh() {
        return fresh;
    }

    /** The digests of the files of the earlier output that were reused, by address. */
    public Map<String, FileDigest> shared() {
        return shared;
    }

    /** Keeps the manifest of all files added, unless the site has such a file of its own. */
    public void finish(Manifest manifest) throws IOException {
        if (fresh.isPresent() && !files.containsKey(Manifest.NAME)) {
            Files.write(kept(Manifest.NAME), manifest.bytes());
        }
    }

    private Path kept(String address) throws IOException {
        Path file = fresh.orElseThrow().resolve(address);
        Files.createDirectories(file.getParent());
        return file;
    }

    @Override
    public FileDigest write(String address, byte[] content) throws IOException {
        addresses.add(address);
        if (fresh.isPresent()) {
            Files.write(kept(address), content);
        }
        return add(address, standing.isEmpty() ? new FileDigest(content.length, "", 0) : FileDigest.of(content));
    }

    @Override
    public FileDigest copy(String address, InputStream content) throws IOException {
        addresses.add(address);
        if (standing.isEmpty()) {
            return add(address, new FileDigest(0, "", 0));
        }
        MessageDigest sha256 = Digests.sha256();
        CRC32C sum = new CRC32C();
        long size;
        try (OutputStream out =
                fresh.isPresent() ? Files.newOutputStream(kept(address)) : OutputStream.nullOutputStream()) {
            size = new DigestInputStream(new CheckedInputStream(content, sum), sha256).transferTo(out);
        }
        return add(address, new FileDigest(size, HexFormat.of().formatHex(sha256.digest()), sum.getValue()));
    }

    @Override
    public boolean reuse(String address, FileDigest digest) throws IOException {
        if (standing.isPresent() && !standing.get().isIntact(address, digest)) {
            return false;
        }
        addresses.add(address);
        shared.put(address, digest);
        add(address, digest);
        return true;
    }

    private FileDigest add(String address, FileDigest digest) {
        files.put(address, new OutputFile(address, digest.size(), digest.sha256()));
        return digest;
    }

    @Override
    public Optional<byte[]> previous(String address, FileDigest digest) throws IOException {
        try {
            return standing.isEmpty() ? Optional.empty() : standing.get().intact(address, digest);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // It was pruned meanwhile.
        }
    }

    @Override
    public Collection<OutputFile> files() {
        return List.copyOf(files.values());
    }
}
