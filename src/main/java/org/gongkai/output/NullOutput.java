package org.gongkai.output;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gongkai.output.AddressRules.AddressSet;
import org.gongkai.output.Manifest.OutputFile;

/** An output that records addresses and discards content. It refuses the same addresses as a {@link StagedOutput}. */
public final class NullOutput implements Output {

    private static final FileDigest NO_DIGEST = new FileDigest(0, "", 0);

    private final AddressSet addresses = new AddressSet();
    private final ConcurrentSkipListMap<String, OutputFile> files = new ConcurrentSkipListMap<>();

    @Override
    public FileDigest write(String address, byte[] content) throws IOException {
        addresses.add(address);
        files.put(address, new OutputFile(address, content.length, ""));
        return NO_DIGEST;
    }

    @Override
    public FileDigest copy(String address, InputStream content) throws IOException {
        addresses.add(address);
        files.put(address, new OutputFile(address, 0, ""));
        return NO_DIGEST;
    }

    /** Accepts every file: a file that was written before needs no second check. */
    @Override
    public boolean reuse(String address, FileDigest digest) throws IOException {
        addresses.add(address);
        files.put(address, new OutputFile(address, digest.size(), digest.sha256()));
        return true;
    }

    @Override
    public Optional<byte[]> previous(String address, FileDigest digest) {
        return Optional.empty();
    }

    @Override
    public Collection<OutputFile> files() {
        return List.copyOf(files.values());
    }
}
