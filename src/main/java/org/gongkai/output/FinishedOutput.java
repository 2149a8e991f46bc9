package org.gongkai.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.output.Manifest.ManifestReader;
import org.gongkai.output.Manifest.OutputFile;

/**
 * What a build has placed in a folder.
 *
 * @param folder the folder
 */
public record FinishedOutput(Path folder) {

    /** Whether a build is writing the folder, or was killed while it did. */
    public boolean isBeingWritten() {
        return Files.exists(folder.resolve(Staging.NAME));
    }

    /**
     * The addresses of all files, those that a build may remove if it does not make them again; the manifest of the
     * usual name is not among them. None if no build has written the folder.
     *
     * @throws IOException if the manifest cannot be read
     */
    List<String> listed() throws IOException {
        Path other = folder.resolve(Manifest.OTHER_NAME);
        if (Files.isRegularFile(other)) {
            List<String> listed = new ArrayList<>(listed(other));
            listed.add(Manifest.OTHER_NAME);
            return listed;
        }
        Path manifest = folder.resolve(Manifest.NAME);
        return Files.isRegularFile(manifest) ? listed(manifest) : List.of();
    }

    private static List<String> listed(Path manifest) throws IOException {
        return ManifestReader.files(Files.readString(manifest)).stream()
                .map(OutputFile::path)
                .toList();
    }

    /**
     * What is known of an output without reading its files.
     *
     * @param intact the SHA-256 of each file that is as a build has left it, by its address
     * @param listed the addresses of all files that {@link FinishedOutput#listed} would read; empty if they are not
     *     known
     */
    public record KnownFiles(Map<String, String> intact, Optional<Collection<String>> listed) {

        /** Nothing is known. */
        public static final KnownFiles NONE = new KnownFiles(Map.of(), Optional.empty());

        boolean holds(String address, FileDigest digest) {
            return digest.sha256().equals(intact.get(address));
        }
    }
}
