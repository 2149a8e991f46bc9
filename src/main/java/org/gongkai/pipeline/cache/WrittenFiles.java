package org.gongkai.pipeline.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.io.Digests;
import org.gongkai.io.FileStamp;
import org.gongkai.io.WorkPool;
import org.gongkai.output.FinishedOutput;
import org.gongkai.output.FinishedOutput.KnownFiles;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;

/**
 * The files that a build left in a folder, recognised by their metadata; those that were written too recently for that,
 * by their bytes.
 *
 * @param folder the folder
 * @param files all files, the manifest among them
 */
record WrittenFiles(Path folder, List<PlacedFile> files) {

    /**
     * @param sha256 hash of its bytes
     * @param stamp its metadata, see {@link FileStamp}; empty if it was written too recently
     */
    record PlacedFile(String address, String sha256, String stamp) {}

    /**
     * Reads the metadata of what a build has left.
     *
     * @param files the files and their hashes
     * @param intact the files of the build before that were found as it had left them, by address
     * @throws IOException if that cannot be read
     */
    static WrittenFiles of(Path folder, Collection<OutputFile> files, Map<String, PlacedFile> intact, WorkPool pool)
            throws IOException {
        FileStamp stamp = FileStamp.ofWritten(folder, Clock.systemUTC());
        Map<String, PlacedFile> placed = new ConcurrentHashMap<>();
        pool.forEach(files, file -> {
            PlacedFile before = intact.get(file.path());
            boolean isSame = before != null
                    && !before.stamp().isEmpty()
                    && before.sha256().equals(file.sha256());
            // Whoever changes a file meanwhile is noticed by the next build.
            placed.put(
                    file.path(),
                    isSame
                            ? before
                            : new PlacedFile(file.path(), file.sha256(), stamp.of(folder.resolve(file.path()))));
        });
        return new WrittenFiles(
                folder, files.stream().map(file -> placed.get(file.path())).toList());
    }

    /** The files that are as the build has left them, by address; none while a build writes the folder. */
    Map<String, PlacedFile> intact(WorkPool pool) {
        Map<String, PlacedFile> intact = new ConcurrentHashMap<>();
        if (!new FinishedOutput(folder).isBeingWritten()) {
            FileStamp stamp = FileStamp.ofWritten(folder, Clock.systemUTC());
            pool.forEach(files, file -> {
                if (isIntact(stamp, file)) {
                    intact.put(file.address(), file);
                }
            });
        }
        return intact;
    }

    private boolean isIntact(FileStamp stamp, PlacedFile file) {
        Path path = folder.resolve(file.address());
        try {
            return file.stamp().isEmpty()
                    ? Files.isRegularFile(path)
                            && Digests.sha256(Files.readAllBytes(path)).equals(file.sha256())
                    : stamp.ofPossible(path).equals(file.stamp());
        } catch (IOException e) {
            // The build that is made then tells what is wrong with the output.
            return false;
        }
    }

    /**
     * What is known of the folder if some of the files are intact; nothing if another build has placed its files there
     * since, which then has replaced the manifest.
     */
    KnownFiles known(Map<String, PlacedFile> intact) {
        Set<String> listed = new LinkedHashSet<>();
        files.forEach(file -> listed.add(file.address()));
        String manifest = listed.contains(Manifest.OTHER_NAME) ? Manifest.OTHER_NAME : Manifest.NAME;
        PlacedFile last = intact.get(manifest);
        if (last == null || !isIntact(FileStamp.ofWritten(folder, Clock.systemUTC()), last)) {
            return KnownFiles.NONE;
        }
        if (manifest.equals(Manifest.NAME)) {
            listed.remove(Manifest.NAME);
        }
        Map<String, String> hashes = new HashMap<>();
        intact.forEach((address, file) -> hashes.put(address, file.sha256()));
        return new KnownFiles(hashes, Optional.of(listed));
    }
}
