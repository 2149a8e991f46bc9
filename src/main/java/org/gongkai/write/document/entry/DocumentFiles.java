package org.gongkai.write.document.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.input.source.SourceFile;

/**
 * The documents among named files and folders.
 *
 * @param documents the files that were named, and those in the named folders that can be documents, in order
 * @param others the other files in the folders, such as pictures
 */
public record DocumentFiles(List<Path> documents, List<Path> others) {

    private static final Set<String> ENDINGS =
            Set.of(("docx doc wps docm dotx dotm dot wpt rtf odt mht mhtml txt text html htm md markdown"
                            + " mdown adoc asciidoc")
                    .split(" "));

    public DocumentFiles {
        documents = List.copyOf(documents);
        others = List.copyOf(others);
    }

    /** Lists files, and what lies in folders and their subfolders apart from hidden and temporary files. */
    public static DocumentFiles of(List<Path> named) throws IOException {
        List<Path> documents = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        for (Path path : named) {
            if (!Files.isDirectory(path)) {
                documents.add(path);
                continue;
            }
            try (Stream<Path> files = Files.walk(path)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !isHidden(path.relativize(file)))
                        .sorted()
                        .forEach(file -> (isDocument(file) ? documents : others).add(file));
            }
        }
        return new DocumentFiles(documents, others);
    }

    private static boolean isDocument(Path file) {
        return ENDINGS.contains(SourceFile.ending(file.getFileName().toString()));
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
