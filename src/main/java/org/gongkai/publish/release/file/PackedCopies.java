package org.gongkai.publish.release.file;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;

/**
 * Packed copies {@code X.gz} beside files {@code X} of a release, which web servers send instead. Their bytes depend on
 * the compressor, so manifests do not list them. A file {@code X.gz} that belongs to the site is listed, and is no
 * packed copy.
 */
public final class PackedCopies {

    private static final String ENDING = ".gz";
    private static final Set<String> TEXTS = Set.of("html", "css", "js", "xml", "json", "svg", "txt", "csv", "ics");

    /** Smaller files fit in one network packet anyway. */
    private static final long SMALLEST = 1 << 10;

    /** Packing larger files would take much memory. */
    private static final long LARGEST = 1 << 24;

    /** Maximum bytes of a name on common file systems. */
    private static final int LONGEST_NAME = 255;

    private PackedCopies() {}

    /** The path of the copy of a file. */
    public static String of(String path) {
        return path + ENDING;
    }

    /** The path of the original of a packed copy; empty if the path is none of a copy. */
    public static Optional<String> original(String path) {
        return path.endsWith(ENDING)
                ? Optional.of(path.substring(0, path.length() - ENDING.length()))
                : Optional.empty();
    }

    /** Whether a file may have a copy. Manifests have none. */
    public static boolean isFor(OutputFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1))
                && file.size() >= SMALLEST
                && file.size() <= LARGEST
                && of(name).getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                && !name.equals(Manifest.NAME);
    }

    /** The bytes of a copy; empty if it would save less than a tenth. */
    static Optional<byte[]> pack(byte[] bytes) {
        byte[] packed = Gzip.pack(bytes);
        return packed.length <= bytes.length - bytes.length / 10 ? Optional.of(packed) : Optional.empty();
    }
}
