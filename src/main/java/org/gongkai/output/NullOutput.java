package org.gongkai.output;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.gongkai.output.Manifest.OutputFile;

/**
 * Keeps the addresses of files and nothing else: a site is checked as if it were written, and is not. It takes no address that
 * a {@link StagedOutput} would not take.
 */
public final class NullOutput implements Output {

    private static final FileDigest UNSEALED = new FileDigest(0, "", 0);

    private final AddressSet addresses = new AddressSet();
    private final ConcurrentSkipListMap<String, OutputFile> files = new ConcurrentSkipListMap<>();

    @Override
    public FileDigest write(String address, byte[] content) throws IOException {
        addresses.add(address);
        files.put(address, new OutputFile(address, content.length, ""));
        return UNSEALED;
    }

    @Override
    public FileDigest copy(String address, InputStream content) throws IOException {
        addresses.add(address);
        files.put(address, new OutputFile(address, 0, ""));
        return UNSEALED;
    }

    /** What was written once without a fault needs no other look. */
    @Override
    public boolean keep(String address, FileDigest seal, Consumer<byte[]> reader) throws IOException {
        addresses.add(address);
        files.put(address, new OutputFile(address, seal.size(), seal.sha256()));
        return true;
    }

    @Override
    public Collection<OutputFile> files() {
        return List.copyOf(files.values());
    }
}
