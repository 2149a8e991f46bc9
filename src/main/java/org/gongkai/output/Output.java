package org.gongkai.output;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import org.gongkai.output.Manifest.OutputFile;

/** The destination of the files of a site. Thread-safe. */
public interface Output {

    /**
     * Adds a file of the output.
     *
     * @param address its path from the root of the output
     * @param content its bytes
     * @return the digest of the bytes
     * @throws IllegalArgumentException if the address was added before, or leads out of the output
     * @throws IOException if writing fails
     */
    FileDigest write(String address, byte[] content) throws IOException;

    /** Adds a file of any size whose bytes are read from a stream; see {@link #write}. */
    FileDigest copy(String address, InputStream content) throws IOException;

    /**
     * Adds a file that an earlier build has written, if it is still there with the same bytes.
     *
     * @param digest the digest that the earlier build computed
     * @return whether the file was added; if not, it must be written
     * @throws IOException if reading or linking fails
     */
    boolean reuse(String address, FileDigest digest) throws IOException;

    /**
     * Returns a file that an earlier build has written, which is not added; empty if it is not there with the same
     * bytes.
     *
     * @throws IOException if reading fails
     */
    Optional<byte[]> previous(String address, FileDigest digest) throws IOException;

    /** The files added so far, sorted by path. */
    Collection<OutputFile> files();
}
