package org.gongkai.publish.release;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;

/**
 * Which files of a release have a packed copy beside them, which web servers send instead: {@code X.gz} beside {@code X}.
 * Copies follow from the files and depend on who packs, so no manifest lists them and no seal covers them. A file that a site
 * itself calls {@code X.gz} is listed, and no such copy.
 */
public final class PackedCopies {

    private static final String ENDING = ".gz";
    private static final Set<String> TEXTS = Set.of("html", "css", "js", "xml", "json", "svg", "txt");

    /** Smaller files travel in one packet anyway. */
    private static final long SMALLEST = 1 << 10;

    /** Larger ones are left to the server, or packing would take much memory. */
    private static final long LARGEST = 1 << 24;

    /** Bytes of a name that every file system takes. */
    private static final int LONGEST_NAME = 255;

    private PackedCopies() {}

    /** The path of the copy of a file. */
    public static String of(String path) {
        return path + ENDING;
    }

    /** The path of the file whose copy would have a path; empty if it is that of no copy. */
    public static Optional<String> original(String path) {
        return path.endsWith(ENDING)
                ? Optional.of(path.substring(0, path.length() - ENDING.length()))
                : Optional.empty();
    }

    /** Whether a file may have a copy; manifests are for programs. */
    public static boolean isFor(OutputFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1))
                && file.size() >= SMALLEST
                && file.size() <= LARGEST
                && of(name).getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                && !name.equals(Manifest.NAME);
    }

    /** The bytes of a copy; empty if it would not be smaller by a tenth at least. */
    static Optional<byte[]> pack(byte[] bytes) {
        byte[] packed = Gzip.pack(bytes);
        return packed.length <= bytes.length - bytes.length / 10 ? Optional.of(packed) : Optional.empty();
    }
}
