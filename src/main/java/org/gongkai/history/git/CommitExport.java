package org.gongkai.history.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Writes the files of a commit to the disk, for programs that cannot read a repository. */
final class CommitExport {

    private final Repository repository;

    CommitExport(Repository repository) {
        this.repository = repository;
    }

    void write(ObjectId tree, Path target) throws IOException {
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            Map<Path, String> links = new LinkedHashMap<>();
            while (walk.next()) {
                Path place = target.resolve(walk.getPathString()).normalize();
                FileMode mode = walk.getFileMode(0);
                if (!place.startsWith(target) || place.equals(target)) {
                    continue;
                }
                if (mode.equals(FileMode.SYMLINK)) {
                    byte[] link =
                            walk.getObjectReader().open(walk.getObjectId(0)).getBytes();
                    links.put(place, new String(link, StandardCharsets.UTF_8));
                } else if (mode.getObjectType() == Constants.OBJ_BLOB) {
                    Files.createDirectories(place.getParent());
                    try (var out = Files.newOutputStream(place)) {
                        walk.getObjectReader().open(walk.getObjectId(0)).copyTo(out);
                    }
                }
            }
            // Symbolic links are created last, so that no file is written through one.
            for (Map.Entry<Path, String> link : links.entrySet()) {
                Files.createDirectories(link.getKey().getParent());
                Files.createSymbolicLink(link.getKey(), Path.of(link.getValue()));
            }
        }
    }
}
