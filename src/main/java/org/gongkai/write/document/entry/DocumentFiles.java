package org.gongkai.write.document.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.write.document.foreign.GeneratorSite;
import org.gongkai.write.document.foreign.SiteRecognition;

/**
 * The documents among named files and folders.
 *
 * @param documents the files that were named, and those in the named folders that can be documents, in order
 * @param others the other files in the folders, such as pictures
 * @param sites the websites of other generators among the folders, by the folders
 * @param unpublished the documents that these websites do not publish, and what else is not read, by the reason
 */
public record DocumentFiles(
        List<Path> documents,
        List<Path> others,
        Map<Path, GeneratorSite> sites,
        Map<String, List<String>> unpublished) {

    private static final String MODULES = "(?:.*[\\\\/])?node_modules[\\\\/].*";

    /** Lists files, and what lies in folders and their subfolders apart from hidden and temporary files. */
    public static DocumentFiles of(List<Path> named) throws IOException {
        DocumentFiles found =
                new DocumentFiles(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>(), new TreeMap<>());
        for (Path path : named) {
            if (!Files.isDirectory(path)) {
                found.documents.add(path);
                continue;
            }
            Optional<GeneratorSite> site = SiteRecognition.around(path);
            site.ifPresent(known -> found.sites.put(path, known));
            List<Path> files;
            try (Stream<Path> all = Files.walk(path)) {
                files = all.filter(Files::isRegularFile)
                        .filter(file -> !isHidden(path.relativize(file)))
                        .sorted()
                        .toList();
            }
            for (Path file : files) {
                if (!ImportFormat.isDocument(file)) {
                    found.others.add(file);
                } else if (path.relativize(file).toString().matches(MODULES)) {
                    found.leave("在 node_modules 里，是程序带的", path, file);
                } else if (site.isEmpty()) {
                    found.documents.add(file);
                } else {
                    Optional<String> reason = site.get().reasonAgainst(file);
                    if (reason.isEmpty()) {
                        found.documents.add(file);
                    } else {
                        found.leave(reason.get(), path, file);
                    }
                }
            }
        }
        return found;
    }

    private void leave(String reason, Path folder, Path file) {
        unpublished
                .computeIfAbsent(reason, any -> new ArrayList<>())
                .add(folder.relativize(file).toString().replace('\\', '/'));
    }

    /** The website that a document belongs to; empty if it was not found in one. */
    public Optional<GeneratorSite> site(Path document) {
        return sites.entrySet().stream()
                .filter(site -> document.startsWith(site.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
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
