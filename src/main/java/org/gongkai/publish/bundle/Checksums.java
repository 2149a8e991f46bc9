package org.gongkai.publish.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.gongkai.output.Manifest.OutputFile;

/** Lists of hashes as {@code sha256sum -c} reads them. */
public final class Checksums {

    private Checksums() {}

    /** Returns the list for some files, sorted by path. */
    public static byte[] of(Collection<OutputFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(OutputFile::path))
                .map(file -> file.sha256() + "  " + file.path() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
