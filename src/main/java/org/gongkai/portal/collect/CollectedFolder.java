package org.gongkai.portal.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.io.AtomicFile;

/**
 * The folder of what was collected. It has a folder for each site, with a file of records for each of its audiences, and a file
 * with the reason if the site could not be read the last time.
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
        try (Stream<Path> all = Files.list(folder.resolve(code))) {
            return all.filter(file -> file.getFileName().toString().endsWith(RecordFile.ENDING))
                    .sorted()
                    .map(RecordFile::new)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Why a site could not be read the last time; empty if it could. */
    public Optional<String> failure(String code) throws IOException {
        try {
            return Optional.of(Files.readString(folder.resolve(code).resolve(FAILURE)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void failed(String code, String reason) throws IOException {
        Files.createDirectories(folder.resolve(code));
        AtomicFile.put(folder.resolve(code).resolve(FAILURE), reason);
    }

    void succeeded(String code) throws IOException {
        Files.deleteIfExists(folder.resolve(code).resolve(FAILURE));
    }
}
