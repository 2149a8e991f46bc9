package org.gongkai.input.source;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.Problem;

/** The files of a site, from wherever they come. A tree does not change while it is read. */
public interface SourceTree {

    /** Every file below a folder such as {@code content}, sorted by path, names beginning with a dot left out. */
    List<SourceFile> files(String folder);

    /** A file by its path from the root, if the tree has it. */
    Optional<SourceFile> file(String path);

    /**
     * Opens a file for reading.
     *
     * @throws java.io.UncheckedIOException if the machine fails to read it
     */
    InputStream open(SourceFile file);

    /** Reads a whole file; see {@link #open}. */
    byte[] bytes(SourceFile file);

    /**
     * A name for what a file holds: as long as it stays the same, so do the bytes. Empty if there is no such name that can be
     * trusted, and the bytes themselves must be looked at.
     */
    String version(SourceFile file);

    /** What was wrong with the files themselves, such as links that lead out of the source. */
    List<Problem> problems();
}
