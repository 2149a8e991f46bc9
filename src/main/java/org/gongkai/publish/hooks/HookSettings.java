package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.history.git.GitRepository;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.InstalledProgram;

/**
 * The settings of the hooks of a repository, stored in its folder when they are installed.
 *
 * @param to the folder that the site is published to
 * @param branch full name of the published branch; empty if it is the default branch and the repository has none
 * @param isDefaultBranch whether it is the default branch of the repository, whichever that is
 * @param background whether a push returns before the site is published
 * @param key the file of the key that signs the ledger, if it is signed
 * @param shared the folder that the site shares with others, if there is one
 * @param installedIn the repository they were installed in
 */
public record HookSettings(
        Path to,
        String branch,
        boolean isDefaultBranch,
        boolean background,
        Optional<Path> key,
        Optional<Path> shared,
        RepositoryIdentity installedIn) {

    private static final String NAME = "hooks.conf";

    /** The folder of a repository that holds the state of this program. */
    public static Path folder(Path repository) {
        return repository.resolve("gongkai");
    }

    /** Reads the settings; empty if no hooks are installed. */
    public static Optional<HookSettings> read(Path repository) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try {
            for (String line : Files.readAllLines(folder(repository).resolve(NAME))) {
                String[] field = line.split("=", 2);
                if (field.length == 2 && !line.startsWith("#")) {
                    fields.put(field[0], field[1]);
                }
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        boolean isDefault = !fields.containsKey("branch");
        String branch = isDefault ? defaultBranch(repository) : fields.get("branch");
        return Optional.ofNullable(fields.get("to"))
                .map(to -> new HookSettings(
                        Path.of(to),
                        branch,
                        isDefault,
                        Boolean.parseBoolean(fields.get("background")),
                        Optional.ofNullable(fields.get("key")).map(Path::of),
                        Optional.ofNullable(fields.get("shared")).map(Path::of),
                        new RepositoryIdentity(
                                Path.of(fields.getOrDefault("repository", "")), fields.getOrDefault("inode", ""))));
    }

    private static String defaultBranch(Path repository) throws IOException {
        try (GitRepository git = GitRepository.containing(repository).orElseThrow()) {
            return git.headBranch().orElse("");
        }
    }

    /** These settings with another branch. */
    public HookSettings publishing(String other) {
        return new HookSettings(to, other, isDefaultBranch, background, key, shared, installedIn);
    }

    /**
     * Checks that the hooks were installed in this very repository.
     *
     * @throws RepositoryMismatch if they were not
     */
    public void verifyInstalledIn(Path repository) throws IOException {
        RepositoryIdentity current = RepositoryIdentity.of(repository);
        if (!installedIn.equals(current)) {
            throw new RepositoryMismatch(installedIn, current.path());
        }
    }

    /** Stores the settings. */
    public void write(Path repository) throws IOException {
        String text = "# 由 hooks install 写出；要改，请再运行一次 hooks install。\n"
                + "to=" + to + "\n" + (isDefaultBranch ? "" : "branch=" + branch + "\n") + "background=" + background
                + "\n"
                + key.map(path -> "key=" + path + "\n").orElse("")
                + shared.map(path -> "shared=" + path + "\n").orElse("")
                + "repository=" + installedIn.path() + "\ninode=" + installedIn.number() + "\n";
        Files.createDirectories(folder(repository));
        AtomicFile.put(folder(repository).resolve(NAME), text);
    }

    public static void delete(Path repository) throws IOException {
        Files.deleteIfExists(folder(repository).resolve(NAME));
    }

    /**
     * The identity of a repository. A copy has the same hooks and settings and would publish over the site of the
     * original, but it has another path or, if it replaces the original, another inode.
     *
     * @param path its path, links resolved
     * @param number its inode; empty if the file system has none
     */
    public record RepositoryIdentity(Path path, String number) {

        /** The current identity of a folder. */
        public static RepositoryIdentity of(Path repository) throws IOException {
            Path real = repository.toRealPath();
            return new RepositoryIdentity(
                    real,
                    real.getFileSystem().supportedFileAttributeViews().contains("unix")
                            ? String.valueOf(Files.getAttribute(real, "unix:ino"))
                            : "");
        }
    }

    /**
     * The hooks of a repository were installed in another one: it is a copy, and must not publish over the original's
     * site.
     */
    public static final class RepositoryMismatch extends RuntimeException {

        /**
         * @param installed where the hooks were installed
         * @param current path of the repository now
         */
        RepositoryMismatch(RepositoryIdentity installed, Path current) {
            super((installed.path().equals(current)
                            ? "这个仓库不是装钩子时的那一个，是后来复制或恢复到这里的"
                            : "这个仓库是从 " + installed.path() + " 复制或移动来的")
                    + "，所以不收推送，也不发布；请管理员在服务器上再运行一次 hooks install --repo " + InstalledProgram.typed(current)
                    + " --to 发布到的文件夹");
        }
    }
}
