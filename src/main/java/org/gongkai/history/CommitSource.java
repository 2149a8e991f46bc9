package org.gongkai.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.gongkai.problem.Problem;
import org.gongkai.source.FileList;
import org.gongkai.source.SourceFile;
import org.gongkai.source.SourceTree;

/**
 * A site as it was committed, read without a checkout. Lists and tells what a folder with these files would: symbolic
 * links are followed within the named folders.
 */
public final class CommitSource implements SourceTree {

    /** Links upon links; more than this is a circle. */
    private static final int MOST_LINKS = 20;

    private final Repository repository;
    private final List<String> folders;
    private final FileList<ObjectId> files = new FileList<>();

    /**
     * @param tree the tree of the site's root, or null if there is none
     */
    CommitSource(Repository repository, ObjectId tree, List<String> folders) throws IOException {
        this.repository = repository;
        this.folders = List.copyOf(folders);
        if (tree != null) {
            try (ObjectReader reader = repository.newObjectReader()) {
                for (String folder : folders) {
                    try (TreeWalk found = TreeWalk.forPath(reader, folder, tree)) {
                        if (found != null && found.getFileMode(0).equals(FileMode.TREE)) {
                            list(reader, tree, found.getObjectId(0), folder, 0);
                        }
                    }
                }
            }
        }
        files.complete();
    }

    /** Some files that were committed, by their paths. */
    CommitSource(Repository repository, Map<String, ObjectId> blobs) throws IOException {
        this.repository = repository;
        this.folders = List.of();
        try (ObjectReader reader = repository.newObjectReader()) {
            for (Map.Entry<String, ObjectId> blob : blobs.entrySet()) {
                if (files.canBeWritten(blob.getKey())) {
                    files.add(
                            blob.getKey(), reader.getObjectSize(blob.getValue(), Constants.OBJ_BLOB), blob.getValue());
                }
            }
        }
        files.complete();
    }

    private void list(ObjectReader reader, ObjectId root, ObjectId tree, String path, int links) throws IOException {
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            while (walk.next()) {
                String below = path + "/" + name(walk);
                if (!walk.getNameString().startsWith(".")) {
                    add(reader, root, below, walk.getFileMode(0), walk.getObjectId(0), links);
                }
            }
        }
    }

    /** A name as the bytes that git stores say; those that are no UTF-8 are told like on a disk. */
    private static String name(TreeWalk walk) {
        byte[] raw = walk.getRawPath();
        return new String(raw, StandardCharsets.UTF_8);
    }

    private void add(ObjectReader reader, ObjectId root, String path, FileMode mode, ObjectId id, int links)
            throws IOException {
        if (mode.equals(FileMode.SYMLINK)) {
            follow(reader, root, path, id, links);
        } else if (mode.equals(FileMode.TREE)) {
            if (files.canBeWritten(path)) {
                list(reader, root, id, path, links);
            }
        } else if (mode.getObjectType() == Constants.OBJ_BLOB && files.canBeWritten(path)) {
            files.add(path, reader.getObjectSize(id, Constants.OBJ_BLOB), id);
        }
    }

    private void follow(ObjectReader reader, ObjectId root, String path, ObjectId id, int links) throws IOException {
        if (links >= MOST_LINKS) {
            files.leadsNowhere(path);
            return;
        }
        String typed = new String(reader.open(id).getBytes(), StandardCharsets.UTF_8);
        String target = target(path, typed);
        if (folders.stream().noneMatch(f -> target.equals(f) || target.startsWith(f + "/"))) {
            files.leadsOut(path);
            return;
        }
        if ((path + "/").startsWith(target + "/")) {
            files.leadsNowhere(path);
            return;
        }
        try (TreeWalk found = TreeWalk.forPath(reader, target, root)) {
            if (found == null) {
                files.leadsNowhere(path);
            } else {
                add(reader, root, path, found.getFileMode(0), found.getObjectId(0), links + 1);
            }
        }
    }

    /** Where a link leads, from the site's root; empty if that is outside. */
    private static String target(String path, String typed) {
        if (typed.startsWith("/")) {
            return "";
        }
        Deque<String> names = new ArrayDeque<>(List.of(path.split("/")));
        names.removeLast();
        for (String name : typed.split("/")) {
            if (name.equals("..")) {
                if (names.pollLast() == null) {
                    return "";
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", new ArrayList<>(names));
    }

    @Override
    public List<SourceFile> files(String folder) {
        return files.files(folder);
    }

    @Override
    public Optional<SourceFile> file(String path) {
        return files.file(path);
    }

    @Override
    public InputStream open(SourceFile file) {
        try {
            return repository.open(files.place(file), Constants.OBJ_BLOB).openStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] bytes(SourceFile file) {
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String version(SourceFile file) {
        return files.place(file).name();
    }

    @Override
    public List<Problem> problems() {
        return files.problems();
    }
}
