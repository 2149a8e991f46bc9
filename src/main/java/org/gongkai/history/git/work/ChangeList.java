package org.gongkai.history.git.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;
import org.gongkai.history.git.RenamedFiles;
import org.gongkai.history.git.work.merge.SitePaths;

/** Makes of differences what users see: a file that was removed here and added there was renamed. */
record ChangeList(Path top, CommitTrees trees, SitePaths paths, RenamedFiles renamed) {

    private static final long LARGEST = 1 << 20;

    List<FileChange> of(Map<String, FileChange.Kind> differences, Optional<ObjectId> head) throws IOException {
        Map<String, String> former = renames(differences, head);
        Set<String> gone = new HashSet<>(former.values());
        List<FileChange> changes = new ArrayList<>();
        differences.forEach((path, kind) -> {
            Optional<String> before = Optional.ofNullable(former.get(path)).map(paths::ofSite);
            if (!gone.contains(path)) {
                FileChange.Kind seen = before.isPresent() ? FileChange.Kind.RENAMED : kind;
                changes.add(new FileChange(seen, paths.ofSite(path), before));
            }
        });
        changes.sort(Comparator.comparing(FileChange::path));
        return changes;
    }

    /** The folder at the top of the site, beyond which no rename is looked for: another may hold all of the output. */
    private String folder(String path) {
        String name = paths.ofSite(path);
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }

    private Map<String, String> renames(Map<String, FileChange.Kind> differences, Optional<ObjectId> head)
            throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> folders = new HashSet<>();
        differences.forEach((path, kind) -> {
            if (kind == FileChange.Kind.DELETED) {
                missing.add(path);
                folders.add(folder(path));
            }
        });
        Set<String> added = new TreeSet<>();
        for (Map.Entry<String, FileChange.Kind> difference : differences.entrySet()) {
            Path file = top.resolve(difference.getKey());
            if (difference.getValue() == FileChange.Kind.NEW
                    && folders.contains(folder(difference.getKey()))
                    && Files.isRegularFile(file)
                    && Files.size(file) <= LARGEST) {
                added.add(difference.getKey());
            }
        }
        Map<String, ObjectId> removed = new TreeMap<>();
        trees.files(head, missing).forEach((path, file) -> removed.put(path, file.id()));
        return renamed.inWorkTree(removed, added);
    }
}
