package org.gongkai.write.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.history.git.work.FileChange;
import org.gongkai.input.source.LeftoverFiles;

/**
 * The changes of a work tree, apart what belongs to the site and what has come to lie beside it: pages that were
 * built into the source, files of other programs. The latter must not be committed unawares.
 *
 * @param own changes of contents, settings, templates and assets
 * @param others other changes by the folder at the top in which they are, or by file if they are in none
 */
record OfferedChanges(List<FileChange> own, Map<String, List<FileChange>> others) {

    private static final List<String> FOLDERS = List.of("content/", "templates/", "assets/");
    private static final List<String> FILES = List.of("jbake.properties", ".mailmap");

    static OfferedChanges of(List<FileChange> changes) {
        List<FileChange> own = new ArrayList<>();
        Map<String, List<FileChange>> others = new TreeMap<>();
        for (FileChange change : changes) {
            if (isOfSite(change.path())
                    || change.former().filter(OfferedChanges::isOfSite).isPresent()) {
                own.add(change);
            } else {
                others.computeIfAbsent(group(change.path()), name -> new ArrayList<>())
                        .add(change);
            }
        }
        return new OfferedChanges(List.copyOf(own), others);
    }

    private static boolean isOfSite(String path) {
        return !LeftoverFiles.contain(path)
                && (FILES.contains(path) || FOLDERS.stream().anyMatch(path::startsWith));
    }

    /** Leftovers stand by themselves, so that nobody takes all of {@code content} for one. */
    private static String group(String path) {
        int end = path.indexOf('/');
        return end < 0 || FOLDERS.contains(path.substring(0, end + 1)) ? path : path.substring(0, end + 1);
    }

    /** The others for the pages of the desk. */
    List<Object> othersJson() {
        return others.entrySet().stream()
                .<Object>map(group -> Map.of(
                        "place", group.getKey(),
                        "paths", group.getValue().stream().map(FileChange::path).toList()))
                .toList();
    }
}
