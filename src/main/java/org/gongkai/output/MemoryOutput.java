package org.gongkai.output;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gongkai.output.Manifest.OutputFile;

/** An output in memory. */
public final class MemoryOutput implements Output {

    private static final FileDigest NO_DIGEST = new FileDigest(0, "", 0);

    private final ConcurrentSkipListMap<String, byte[]> files = new ConcurrentSkipListMap<>();

    /** The bytes of the files, by address. */
    public Map<String, byte[]> bytes() {
        return files;
    }

    @Override
    public FileDigest write(String address, byte[] content) {
        files.put(address, content);
        return NO_DIGEST;
    }

    @Override
    public FileDigest copy(String address, InputStream content) throws IOException {
        return write(address, content.readAllBytes());
    }

    @Override
    public boolean reuse(String address, FileDigest digest) {
        return false;
    }

    @Override
    public Optional<byte[]> previous(String address, FileDigest digest) {
        return Optional.empty();
    }

    @Override
    public Collection<OutputFile> files() {
        return files.entrySet().stream()
                .map(file -> new OutputFile(file.getKey(), file.getValue().length, ""))
                .toList();
    }
}
