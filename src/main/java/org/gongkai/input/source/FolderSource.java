package org.gongkai.input.source;

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
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.io.FileStamp;

/**
 * A site in a folder of the file system. Symbolic links are not followed, and no file may be a hard link to an entry,
 * as this would publish its source. JBake projects may have links to targets within the named folders; files outside
 * them, such as the configuration of Git, must not be read.
 */
public final class FolderSource extends FileListing<Path> {

    /** The name of the settings of a JBake project. */
    public static final String JBAKE_SETTINGS = "jbake.properties";

    private final boolean asInJBake;
    private final FileStamp stamp;
    /** Those that were asked for. A file that changes afterwards has another one in the next listing. */
    private final Map<SourceFile, String> versions = new ConcurrentHashMap<>();

    /** Whether a folder is a JBake project: it has JBake's settings and no data folder of an ordinary site. */
    public static boolean isJBake(Path root) {
        return Files.isRegularFile(root.resolve(JBAKE_SETTINGS)) && !Files.isDirectory(root.resolve("content/_data"));
    }

    /** As {@link #FolderSource(Path, List, boolean)}, for a site that is not a JBake project. */
    public FolderSource(Path root, List<String> folders) {
        this(root, folders, false);
    }

    /**
     * Lists the named folders of a site.
     *
     * @param root the site's root
     * @param folders folders below it, {@code /} between names; an absent one is empty
     * @param asInJBake whether files and folders whose names begin with a dot are included and links are followed
     * @throws UncheckedIOException if a folder cannot be listed
     */
    public FolderSource(Path root, List<String> folders, boolean asInJBake) {
        this(root, folders, asInJBake, Clock.systemUTC());
    }

    FolderSource(Path root, List<String> folders, boolean asInJBake, Clock machine) {
        this.asInJBake = asInJBake;
        this.stamp = new FileStamp(root, machine);
        try {
            Path real = root.toRealPath();
            List<Path> starts = starts(real, folders);
            List<Path> allowed = new ArrayList<>();
            for (Path start : starts) {
                allowed.add(start.toRealPath());
            }
            Lister lister = new Lister(real, Set.copyOf(starts), allowed);
            for (Path start : starts) {
                Files.walkFileTree(
                        start,
                        asInJBake ? EnumSet.of(FileVisitOption.FOLLOW_LINKS) : EnumSet.noneOf(FileVisitOption.class),
                        Integer.MAX_VALUE,
                        lister);
            }
            lister.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        complete();
    }

    private List<Path> starts(Path root, List<String> folders) {
        List<Path> starts = new ArrayList<>();
        for (String folder : folders) {
            Path start = root.resolve(folder);
            Optional<Path> link = asInJBake ? Optional.empty() : link(root, start);
            if (link.isPresent()) {
                rejectLink(root.relativize(link.get()).toString().replace(File.separatorChar, '/'));
            } else if (Files.isDirectory(start)) {
                starts.add(start);
            }
        }
        return starts;
    }

    /** The symbolic link on the way from the root to a folder. */
    private static Optional<Path> link(Path root, Path folder) {
        return Stream.iterate(folder, at -> !at.equals(root), Path::getParent)
                .filter(Files::isSymbolicLink)
                .findFirst();
    }

    @Override
    public InputStream open(SourceFile file) {
        return Uncheck.get(() -> Files.newInputStream(place(file)));
    }

    @Override
    public byte[] bytes(SourceFile file) {
        return Uncheck.get(() -> Files.readAllBytes(place(file)));
    }

    @Override
    public String version(SourceFile file) {
        return versions.computeIfAbsent(file, it -> stamp.of(place(it)));
    }

    private final class Lister extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Set<Path> starts;
        private final List<Path> allowed;
        /** The paths of each file by its identity; empty if the file system does not provide one. */
        private final Map<Object, List<String>> names = new HashMap<>();

        Lister(Path root, Set<Path> starts, List<Path> allowed) {
            this.root = root;
            this.starts = starts;
            this.allowed = allowed;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            boolean isSkipped =
                    !starts.contains(folder) && (isLeftOut(folder) || leadsOut(folder) || !canBeWritten(typed(folder)));
            return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String path = typed(file);
            if (isLeftOut(file) || !asInJBake && LeftoverFiles.contain(path)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink() && !asInJBake) {
                rejectLink(path);
            } else if (!leadsOut(file) && canBeWritten(path) && attributes.isRegularFile()) {
                add(path, attributes.size(), file);
                if (!asInJBake && attributes.fileKey() != null) {
                    names.computeIfAbsent(attributes.fileKey(), key -> new ArrayList<>(1))
                            .add(path);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        /** Reports files that are an entry under one name but not under another. */
        void complete() {
            names.values().stream().filter(same -> same.size() > 1).forEach(same -> same.stream()
                    .filter(EntryFormat::isEntry)
                    .min(Comparator.naturalOrder())
                    .ifPresent(entry -> same.stream()
                            .filter(name -> !EntryFormat.isEntry(name))
                            .forEach(name -> isEntryToo(name, entry))));
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (Files.isSymbolicLink(file)) {
                leadsNowhere(typed(file));
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        private boolean isLeftOut(Path file) {
            return !asInJBake && file.getFileName().toString().startsWith(".");
        }

        /** Resolves links only, as resolving every path would double the time. */
        private boolean leadsOut(Path file) throws IOException {
            if (!asInJBake || !Files.isSymbolicLink(file)) {
                return false;
            }
            if (!Files.exists(file)) {
                leadsNowhere(typed(file));
                return true;
            }
            Path target = file.toRealPath();
            if (allowed.stream().anyMatch(target::startsWith)) {
                return false;
            }
            FolderSource.this.leadsOut(typed(file));
            return true;
        }

        /** The path as stored, with {@code /} between names. */
        private String typed(Path file) {
            String name = root.relativize(file).toString();
            return File.separatorChar == '/' ? name : name.replace(File.separatorChar, '/');
        }
    }
}
