package org.gongkai.input.source;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.io.FileStamp;
import org.gongkai.io.FileTrees;

/**
 * A site in a folder of the file system. Symbolic links are not followed, and no file may be a hard link to an entry,
 * as this would publish its source. JBake projects may have links to targets within the named folders; files outside
 * them, such as the configuration of Git, must not be read.
 */
public final class FolderSource extends FileListing<FolderSource.Listed> {

    /** The name of the settings of a JBake project. */
    public static final String JBAKE_SETTINGS = "jbake.properties";

    private final boolean asInJBake;
    private final FileStamp stamp;

    /**
     * A file when it was listed. One that changes afterwards has another version in the next listing.
     *
     * @param version see {@link SourceTree#version}
     */
    record Listed(Path path, Instant modified, String version) {}

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
            Lister lister = new Lister(real, allowed);
            for (Path start : starts) {
                lister.list(start);
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
        return Uncheck.get(() -> Files.newInputStream(place(file).path()));
    }

    @Override
    public byte[] bytes(SourceFile file) {
        return Uncheck.get(() -> Files.readAllBytes(place(file).path()));
    }

    @Override
    public String version(SourceFile file) {
        return place(file).version();
    }

    @Override
    public Optional<Instant> modified(SourceFile file) {
        return Optional.of(place(file).modified());
    }

    private final class Lister {
        private final Path root;
        private final List<Path> allowed;
        /** The folders that are being listed, without links. */
        private final Set<Path> entered = new HashSet<>();
        /** The paths of each file by its identity; empty if the file system does not provide one. */
        private final Map<Object, List<String>> names = new HashMap<>();

        Lister(Path root, List<Path> allowed) {
            this.root = root;
            this.allowed = allowed;
        }

        void list(Path folder) throws IOException {
            Path real = asInJBake ? folder.toRealPath() : folder;
            if (!entered.add(real)) {
                leadsNowhere(typed(folder));
                return;
            }
            for (Path child : FileTrees.children(folder)) {
                if (asInJBake || !child.getFileName().toString().startsWith(".")) {
                    visit(child, typed(child), stamp.attributes(child, LinkOption.NOFOLLOW_LINKS));
                }
            }
            entered.remove(real);
        }

        private void visit(Path file, String path, Map<String, Object> known) throws IOException {
            if (known.get("isDirectory").equals(true)) {
                if (canBeWritten(path)) {
                    list(file);
                }
            } else if (!asInJBake && LeftoverFiles.contain(path)) {
                return;
            } else if (known.get("isSymbolicLink").equals(true)) {
                follow(file, path);
            } else if (canBeWritten(path) && known.get("isRegularFile").equals(true)) {
                Instant modified = ((FileTime) known.get("lastModifiedTime")).toInstant();
                add(path, (long) known.get("size"), new Listed(file, modified, stamp.of(known)));
                if (!asInJBake && known.get("fileKey") != null) {
                    names.computeIfAbsent(known.get("fileKey"), key -> new ArrayList<>(1))
                            .add(path);
                }
            }
        }

        /** Resolves links only, as resolving every path would double the time. */
        private void follow(Path link, String path) throws IOException {
            if (!asInJBake) {
                rejectLink(path);
            } else if (!Files.exists(link)) {
                leadsNowhere(path);
            } else if (allowed.stream().noneMatch(link.toRealPath()::startsWith)) {
                leadsOut(path);
            } else {
                visit(link, path, stamp.attributes(link));
            }
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

        /** The path as stored, with {@code /} between names. */
        private String typed(Path file) {
            String name = root.relativize(file).toString();
            return File.separatorChar == '/' ? name : name.replace(File.separatorChar, '/');
        }
    }
}
