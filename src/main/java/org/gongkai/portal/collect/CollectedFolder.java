package org.gongkai.portal.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.FileLimit;
import org.gongkai.io.FileTrees;

/**
 * The folder of what was collected. It has a folder for each site, with a file of records for each of its audiences,
 * and a file with the reason if the site could not be read the last time.
 *
 * @param folder where it is
 */
public record CollectedFolder(Path folder) {

    private static final String FAILURE = "failure";
    private static final String RECORDS = "records";

    /** The folder in one of work. */
    public static CollectedFolder in(Path work) {
        return new CollectedFolder(work.resolve("collected"));
    }

    /** The file of an audience of a site. */
    RecordFile file(String code, String audience) {
        String name = audience.isEmpty() ? RECORDS : RECORDS + "-" + audience;
        return new RecordFile(folder.resolve(code).resolve(name + RecordFile.ENDING));
    }

    /** The files of a site, sorted. */
    public List<RecordFile> files(String code) throws IOException {
        return FileTrees.children(folder.resolve(code)).stream()
                .filter(file -> file.getFileName().toString().endsWith(RecordFile.ENDING))
                .map(RecordFile::new)
                .toList();
    }

    /** Why a site could not be read the last time; empty if it could. */
    public Optional<String> failure(String code) throws IOException {
        try {
            return Optional.of(FileLimit.ofProcess().text(folder.resolve(code).resolve(FAILURE)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Links the files of some sites to another folder, where they stay as they are while others collect these sites.
     *
     * @param to the other folder, which does not exist
     */
    public CollectedFolder snapshot(Path to, List<String> codes) throws IOException {
        for (String code : codes) {
            List<Path> files = new ArrayList<>(List.of(folder.resolve(code).resolve(FAILURE)));
            files(code).forEach(file -> files.add(file.path()));
            Path own = Files.createDirectories(to.resolve(code));
            for (Path file : files) {
                try {
                    FileTrees.link(file, own.resolve(file.getFileName()));
                } catch (NoSuchFileException e) {
                    // There is no failure, or the site has just been read again and has it or an audience no more.
                }
            }
        }
        return new CollectedFolder(to);
    }

    void failed(String code, String reason) throws IOException {
        Files.createDirectories(folder.resolve(code));
        AtomicFile.put(folder.resolve(code).resolve(FAILURE), reason);
    }

    void succeeded(String code) throws IOException {
        Files.deleteIfExists(folder.resolve(code).resolve(FAILURE));
    }
}
