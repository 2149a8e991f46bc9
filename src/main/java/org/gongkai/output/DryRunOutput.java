package org.gongkai.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.gongkai.io.Digests;
import org.gongkai.output.Manifest.OutputFile;

/**
 * Takes everything that a real output would take and puts it nowhere: files are sealed, and those that have not changed are
 * read where an earlier output stands, so that whoever looks into them sees what readers will see.
 */
public final class DryRunOutput implements Output {

    private final StandingFiles standing;
    private final AddressSet addresses = new AddressSet();
    private final ConcurrentSkipListMap<String, OutputFile> files = new ConcurrentSkipListMap<>();

    /** @param standing where an earlier output stands, if there is one */
    public DryRunOutput(Path standing) {
        this.standing = new StandingFiles(standing);
    }

    @Override
    public FileDigest write(String address, byte[] content) throws IOException {
        addresses.add(address);
        return add(address, new FileDigest(content.length, Digests.sha256(content), FileDigest.sum(content)));
    }

    @Override
    public FileDigest copy(String address, InputStream content) throws IOException {
        addresses.add(address);
        MessageDigest digest = Digests.sha256();
        CRC32C sum = new CRC32C();
        long size = new DigestInputStream(new CheckedInputStream(content, sum), digest)
                .transferTo(OutputStream.nullOutputStream());
        return add(address, new FileDigest(size, HexFormat.of().formatHex(digest.digest()), sum.getValue()));
    }

    @Override
    public boolean keep(String address, FileDigest seal, Consumer<byte[]> reader) throws IOException {
        Optional<byte[]> content = intact(address, seal);
        if (content.isEmpty()) {
            return false;
        }
        addresses.add(address);
        add(address, seal);
        reader.accept(content.get());
        return true;
    }

    private Optional<byte[]> intact(String address, FileDigest seal) throws IOException {
        try {
            return standing.intact(address, seal);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // Somebody has pruned it meanwhile.
        }
    }

    private FileDigest add(String address, FileDigest seal) {
        files.put(address, new OutputFile(address, seal.size(), seal.sha256()));
        return seal;
    }

    @Override
    public Collection<OutputFile> files() {
        return List.copyOf(files.values());
    }
}
