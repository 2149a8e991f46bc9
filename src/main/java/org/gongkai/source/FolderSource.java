package org.gongkai.source;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.problem.Problem;

/** A site in a folder of this machine. Symbolic links are followed only as long as they stay inside the folder. */
public final class FolderSource implements SourceTree {

    private final TreeMap<String, SourceFile> files = new TreeMap<>();
    private final Map<String, Path> places = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final FileNames names = new FileNames(problems::add);
    private final boolean hidden;

    /**
     * Lists the named folders of a site.
     *
     * @param root the site's root
     * @param folders folders below it, {@code /} between names; one that is absent holds nothing
     * @throws UncheckedIOException if a folder cannot be listed
     */
    public FolderSource(Path root, List<String> folders) {
        this(root, folders, false);
    }

    /**
     * Lists the named folders of a site.
     *
     * @param root the site's root
     * @param folders folders below it, {@code /} between names; one that is absent holds nothing
     * @param hidden whether files and folders whose names begin with a dot belong to the tree
     * @throws UncheckedIOException if a folder cannot be listed
     */
    public FolderSource(Path root, List<String> folders, boolean hidden) {
        this.hidden = hidden;
        try {
            Path real = root.toRealPath();
            for (String folder : folders) {
                Path start = real.resolve(folder);
                if (Files.isDirectory(start)) {
                    Files.walkFileTree(
                            start,
                            EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                            Integer.MAX_VALUE,
                            new Lister(real, start));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.findTwins(files.keySet());
    }

    @Override
    public List<SourceFile> files(String folder) {
        String prefix = folder + "/";
        return List.copyOf(files.subMap(prefix, prefix + Character.MAX_VALUE).values());
    }

    @Override
    public Optional<SourceFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public InputStream open(SourceFile file) {
        try {
            return Files.newInputStream(places.get(file.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] bytes(SourceFile file) {
        try {
            return Files.readAllBytes(places.get(file.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private final class Lister extends SimpleFileVisitor<Path> {
        private static final String NOWHERE = "符号链接指向的地方不存在或绕回了自己";
        private final Path root;
        private final Path start;

        Lister(Path root, Path start) {
            this.root = root;
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.equals(start)) {
                return FileVisitResult.CONTINUE;
            }
            if (isLeftOut(folder) || leadsOut(folder) || !names.canBeWritten(typed(folder))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (isLeftOut(file) || leadsOut(file) || !names.canBeWritten(typed(file))) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isRegularFile()) {
                SourceFile known = new SourceFile(name(file), attributes.size());
                Path other = places.get(known.path());
                if (other != null) {
                    names.sameName(known.path(), typed(other), typed(file));
                }
                if (other != null && !typed(file).equals(known.path())) {
                    return FileVisitResult.CONTINUE;
                }
                files.put(known.path(), known);
                places.put(known.path(), file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (Files.isSymbolicLink(file)) {
                refuse(file, NOWHERE);
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        private boolean isLeftOut(Path file) {
            return !hidden && file.getFileName().toString().startsWith(".");
        }

        /** Only links are resolved: asking for the real path of every file would double the time of the walk. */
        private boolean leadsOut(Path file) throws IOException {
            if (!Files.isSymbolicLink(file)) {
                return false;
            }
            if (!Files.exists(file)) {
                refuse(file, NOWHERE);
                return true;
            }
            if (file.toRealPath().startsWith(root)) {
                return false;
            }
            refuse(file, "符号链接指向站点文件夹以外");
            return true;
        }

        private void refuse(Path file, String why) {
            problems.add(Problem.error("E401", name(file), 1, 1, why, "请删去这个链接，把文件本身放进 content 文件夹"));
        }

        private String name(Path file) {
            return FileNames.normal(typed(file));
        }

        /** The path as the machine stores it, {@code /} between names. */
        private String typed(Path file) {
            String name = root.relativize(file).toString();
            return File.separatorChar == '/' ? name : name.replace(File.separatorChar, '/');
        }
    }
}
