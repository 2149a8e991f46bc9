package org.gongkai.output;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collection;
import java.util.Optional;
import org.gongkai.output.Manifest.OutputFile;

/** Passes every file to another output and looks at it on the way, so that it need not be read again. */
public abstract class ObservedOutput implements Output {

    /** Of larger copied files the beginning is looked at. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    protected final Output output;

    protected ObservedOutput(Output output) {
        this.output = output;
    }

    /**
     * Looks at a file that was added.
     *
     * @param content its bytes, or their beginning
     * @param isCopied whether it is a file of the source, not one that was made
     */
    protected abstract void look(String address, FileDigest digest, byte[] content, boolean isCopied);

    @Override
    public final FileDigest write(String address, byte[] content) throws IOException {
        FileDigest digest = output.write(address, content);
        look(address, digest, content, false);
        return digest;
    }

    @Override
    public final FileDigest copy(String address, InputStream content) throws IOException {
        byte[] beginning = content.readNBytes(MAX_BYTES);
        FileDigest digest = output.copy(address, new SequenceInputStream(new ByteArrayInputStream(beginning), content));
        look(address, digest, beginning, true);
        return digest;
    }

    @Override
    public boolean reuse(String address, FileDigest digest) throws IOException {
        return output.reuse(address, digest);
    }

    @Override
    public final Optional<byte[]> previous(String address, FileDigest digest) throws IOException {
        return output.previous(address, digest);
    }

    @Override
    public final Collection<OutputFile> files() {
        return output.files();
    }
}
