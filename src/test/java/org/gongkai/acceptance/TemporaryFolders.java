package org.gongkai.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Folders for what several test classes share. */
final class TemporaryFolders {

    private TemporaryFolders() {}

    /** A folder of all processes of a run of Maven, which gives them the place; of this process if there is no such run. */
    static Path ofRun(String name) {
        String run = System.getProperty("tests.folder");
        try {
            return run == null
                    ? create(name)
                    : Files.createDirectories(Path.of(run, name)).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that lives as long as this process. */
    static Path create(String name) {
        try {
            Path folder = Files.createTempDirectory("gongkai-" + name + "-").toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // A folder that is left over in the machine's temporary folder harms no test.
        }
    }
}
