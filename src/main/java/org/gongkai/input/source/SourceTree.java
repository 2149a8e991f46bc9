package org.gongkai.input.source;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.io.Digests;
import org.gongkai.problem.Problem;

/** The files of a site, independent of their storage. A tree does not change while it is read. */
public interface SourceTree {

    /** The path of what lies in the folder of entries. */
    String CONTENT = "content/";

    /** The path of the data files of a site. */
    String DATA = CONTENT + "_data/";

    /** The folders of a source. */
    List<String> FOLDERS = List.of("content", "templates", "assets");

    /** The files below the folder of entries. */
    default List<SourceFile> content() {
        return files("content");
    }

    /** The files below a folder such as {@code content}, sorted by path, without those whose names begin with a dot. */
    List<SourceFile> files(String folder);

    /** A file by its path relative to the root; empty if there is none. */
    Optional<SourceFile> file(String path);

    /**
     * Opens a file for reading.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    InputStream open(SourceFile file);

    /** Reads a whole file; see {@link #open}. */
    default byte[] bytes(SourceFile file) {
        return Uncheck.get(() -> {
            try (InputStream in = open(file)) {
                return in.readAllBytes();
            }
        });
    }

    /** The SHA-256 of a file in hexadecimal digits; see {@link #open}. */
    default String sha256(SourceFile file) {
        return Uncheck.get(() -> {
            try (InputStream in = open(file)) {
                return Digests.sha256(in);
            }
        });
    }

    /**
     * Identifies the content of a file: as long as the result is the same, so are the bytes. Empty if the bytes
     * themselves must be compared.
     */
    String version(SourceFile file);

    /** When a file was changed last; empty if it lies in no folder, or its bytes are not those on the disk. */
    default Optional<Instant> modified(SourceFile file) {
        return Optional.empty();
    }

    /** The problems of the files themselves, such as links to targets outside the site. */
    List<Problem> problems();

    /** Returns a problem of a file of this tree with the path by which readers of a report find the file. */
    default Problem located(Problem problem) {
        return problem;
    }
}
