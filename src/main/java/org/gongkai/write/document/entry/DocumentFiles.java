package org.gongkai.write.document.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The documents among named files and folders.
 *
 * @param documents the files that were named, and those in the named folders that can be documents, in order
 * @param others the other files in the folders, such as pictures
 */
public record DocumentFiles(List<Path> documents, List<Path> others) {

    /** Lists files, and what lies in folders and their subfolders apart from hidden and temporary files. */
    public static DocumentFiles of(List<Path> named) throws IOException {
        DocumentFiles found = new DocumentFiles(new ArrayList<>(), new ArrayList<>());
        for (Path path : named) {
            if (!Files.isDirectory(path)) {
                found.documents.add(path);
                continue;
            }
            try (Stream<Path> all = Files.walk(path)) {
                all.filter(Files::isRegularFile)
                        .filter(file -> !isHidden(path.relativize(file)))
                        .sorted()
                        .forEach(file -> (ImportFormat.isDocument(file) ? found.documents : found.others).add(file));
            }
        }
        return found;
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (name.startsWith(".") || name.startsWith("~$") || name.matches("(?i)thumbs\\.db|desktop\\.ini")) {
                return true;
            }
        }
        return false;
    }
}
