package org.gongkai.output;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.function.Consumer;
import org.gongkai.output.Manifest.OutputFile;

/** Where the files of a site go. Any number of threads may write at once. */
public interface Output {

    /**
     * Adds a file of the output.
     *
     * @param address its path from the root of the output
     * @param content its bytes
     * @return by what they are known again
     * @throws IllegalArgumentException if two files have one address, or it leads out of the output
     * @throws IOException if the machine fails to write it
     */
    FileDigest write(String address, byte[] content) throws IOException;

    /** Adds a file whose bytes are read from a stream, however many there are; see {@link #write}. */
    FileDigest copy(String address, InputStream content) throws IOException;

    /**
     * Adds a file that an earlier build has written, if it still stands there with the same bytes.
     *
     * @param reader gets the bytes, if there are any to look at
     * @return whether it does; if not, the file must be written
     * @throws IOException if the machine fails
     */
    boolean keep(String address, FileDigest seal, Consumer<byte[]> reader) throws IOException;

    /** The files added so far, sorted by path. */
    Collection<OutputFile> files();
}
