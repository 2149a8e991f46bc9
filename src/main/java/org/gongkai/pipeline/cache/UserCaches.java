package org.gongkai.pipeline.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gongkai.cache.CacheHome;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.Digests;
import org.gongkai.io.FileTrees;

/**
 * The caches of sites outside git, one folder for each below the user's cache folder. Nobody else may enter, since
 * cached results mention hidden entries; where others may, nothing is cached. A site is recognised by its path: one
 * that is copied or moved begins anew. Safe for use by multiple threads.
 */
public record UserCaches(Optional<Path> parent) {

    /** No caches. */
    public static final UserCaches NONE = new UserCaches(Optional.empty());

    /** Folders of sites that nobody has built for so long are deleted. */
    private static final Duration UNUSED = Duration.ofDays(90);

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?>[] ONLY_OWNER = {PosixFilePermissions.asFileAttribute(PRIVATE)};

    /** The caches of a user; they need not exist. */
    public static UserCaches of(CacheHome home) {
        return new UserCaches(
                Optional.of(home.folder()).filter(Path::isAbsolute).map(folder -> folder.resolve("sites")));
    }

    /**
     * The cache of a site.
     *
     * @param folder its folder; empty if nothing can be cached
     * @param refusal why it is not used although it could be, in Chinese without the full stop
     */
    record UserCache(Optional<Path> folder, Optional<String> refusal) {

        static final UserCache NONE = new UserCache(Optional.empty(), Optional.empty());
    }

    /** Returns the cache of a site, whose folder is created if it does not exist. */
    UserCache of(Path site) {
        if (parent.isEmpty()) {
            return UserCache.NONE;
        }
        Path all = parent.get();
        try {
            if (!Files.exists(all, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(all.getParent());
                Files.createDirectory(all, FileTrees.isPosix(all.getParent()) ? ONLY_OWNER : new FileAttribute<?>[0]);
            }
            if (!isPrivate(all)) {
                String refusal = "没有留下结果给下次用：别的用户能读或者能改文件夹 " + all + "，里面会提到不公开的内容；请运行 gongkai clean，它会删掉这个文件夹";
                return new UserCache(Optional.empty(), Optional.of(refusal));
            }
            String path = site.toRealPath().toString();
            Path folder = all.resolve(Digests.sha256(path).substring(0, 32));
            if (!Files.exists(folder)) {
                Files.createDirectory(folder);
                prune(all);
            }
            Files.setLastModifiedTime(folder, FileTime.from(Clock.systemUTC().instant()));
            return new UserCache(Optional.of(folder), Optional.empty());
        } catch (IOException | UncheckedIOException e) {
            // A home that cannot be written is no failure: everything is computed again.
            return UserCache.NONE;
        }
    }

    /** Windows protects all that lies in the folder of a user. */
    private static boolean isPrivate(Path folder) throws IOException {
        if (!FileTrees.isPosix(folder)) {
            return true;
        }
        if (!Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(PRIVATE)
                || !Files.isWritable(folder)) {
            return false;
        }
        // Whose process this is, the names of users do not always tell.
        Path probe = AtomicFile.temporary(folder.resolve("probe"));
        try {
            return Files.getOwner(probe).equals(Files.getOwner(folder));
        } finally {
            Files.delete(probe);
        }
    }

    private static void prune(Path all) throws IOException {
        Instant old = Clock.systemUTC().instant().minus(UNUSED);
        for (Path folder : FileTrees.children(all)) {
            if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
                FileTrees.delete(folder);
            }
        }
    }

    /** Deletes all of them; returns the folder that they were in, if there was one. */
    public Optional<Path> clear() throws IOException {
        Optional<Path> existing = parent.filter(folder -> Files.exists(folder, LinkOption.NOFOLLOW_LINKS));
        if (existing.isPresent()) {
            FileTrees.delete(existing.get());
        }
        return existing;
    }
}
