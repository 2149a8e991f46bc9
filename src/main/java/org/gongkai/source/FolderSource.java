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
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.Problem;

/**
 * A site in a folder of this machine. Symbolic links are followed only as long as they stay inside the named folders:
 * beside these may lie what nobody must read, such as the settings of git.
 */
public final class FolderSource implements SourceTree {

    private final FileList<Path> files = new FileList<>();
    private final boolean hidden;
    private final FileStamp stamp;

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
        this.stamp = new FileStamp(root);
        try {
            Path real = root.toRealPath();
            List<Path> allowed = new ArrayList<>();
            for (String folder : folders) {
                Path start = real.resolve(folder);
                if (Files.isDirectory(start)) {
                    allowed.add(start.toRealPath());
                }
            }
            for (String folder : folders) {
                Path start = real.resolve(folder);
                if (Files.isDirectory(start)) {
                    Files.walkFileTree(
                            start,
                            EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                            Integer.MAX_VALUE,
                            new Lister(real, start, allowed));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.complete();
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
            return Files.newInputStream(files.place(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] bytes(SourceFile file) {
        try {
            return Files.readAllBytes(files.place(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String version(SourceFile file) {
        return stamp.of(files.place(file));
    }

    @Override
    public List<Problem> problems() {
        return files.problems();
    }

    private final class Lister extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Path start;
        private final List<Path> allowed;

        Lister(Path root, Path start, List<Path> allowed) {
            this.root = root;
            this.start = start;
            this.allowed = allowed;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.equals(start)) {
                return FileVisitResult.CONTINUE;
            }
            if (isLeftOut(folder) || leadsOut(folder) || !files.canBeWritten(typed(folder))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (isLeftOut(file) || leadsOut(file) || !files.canBeWritten(typed(file))) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isRegularFile()) {
                files.add(typed(file), attributes.size(), file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (Files.isSymbolicLink(file)) {
                files.leadsNowhere(typed(file));
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
                files.leadsNowhere(typed(file));
                return true;
            }
            Path target = file.toRealPath();
            if (allowed.stream().anyMatch(target::startsWith)) {
                return false;
            }
            files.leadsOut(typed(file));
            return true;
        }

        /** The path as the machine stores it, {@code /} between names. */
        private String typed(Path file) {
            String name = root.relativize(file).toString();
            return File.separatorChar == '/' ? name : name.replace(File.separatorChar, '/');
        }
    }
}
