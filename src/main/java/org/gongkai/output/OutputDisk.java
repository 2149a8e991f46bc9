package org.gongkai.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.function.IOBiConsumer;
import org.gongkai.io.FileTrees;

/** Every disk operation of the swap of an output, so that tests can inject a failure at any step. */
record OutputDisk(IOBiConsumer<String, Path> step) {

    /** The disk of the machine. */
    OutputDisk() {
        this((operation, path) -> {});
    }

    void move(Path from, Path to) throws IOException {
        step.accept("move", to);
        Files.move(from, to);
    }

    void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            step.accept("folder", folder);
            Files.createDirectories(folder);
        }
    }

    void createFolder(Path folder) throws IOException {
        step.accept("folder", folder);
        Files.createDirectory(folder);
    }

    void write(Path file, String text) throws IOException {
        step.accept("write", file);
        Files.writeString(file, text);
    }

    /** Deletes a file or an empty folder if it exists. */
    void delete(Path path) throws IOException {
        step.accept("delete", path);
        Files.deleteIfExists(path);
    }

    /** Deletes a folder recursively if it exists. */
    void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            step.accept("delete", folder);
            FileTrees.delete(folder);
        }
    }
}
