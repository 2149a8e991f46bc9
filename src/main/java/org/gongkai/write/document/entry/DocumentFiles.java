package org.gongkai.write.document.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.FileTrees;

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

    /** The files beside a document, which may be the annexes that it names. */
    record AnnexFiles(List<Path> files) {

        /** @param largest the size of the largest that is read */
        static AnnexFiles beside(Path document, long largest) throws IOException {
            return new AnnexFiles(FileTrees.children(document.toAbsolutePath().getParent()).stream()
                    .filter(file -> !file.getFileName().equals(document.getFileName()))
                    .filter(file ->
                            EntryFormat.ofEnding(SourceFile.ending(name(file))).isEmpty())
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && file.toFile().length() <= largest)
                    .toList());
        }

        /** The only file with the name of an annex, also with its number before it: 附件1：报名表.xlsx. */
        Optional<Path> named(String annex) {
            Pattern name = Pattern.compile(
                    "(?:附件)?\\s*\\d{0,2}\\s*[.．、：:-]?\\s*《?" + Pattern.quote(annex.replaceAll("[《》]", "")) + "》?");
            List<Path> found = files.stream()
                    .filter(file ->
                            name.matcher(new SourceFile(name(file), 0).stem()).matches())
                    .toList();
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        }

        private static String name(Path file) {
            return file.getFileName().toString();
        }
    }
}
