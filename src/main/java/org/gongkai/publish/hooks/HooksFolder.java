package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The folder in which git looks for the hooks of a bare repository: its own one, or that of {@code core.hooksPath}. */
public final class HooksFolder {

    /** The default, relative to the repository. */
    public static final Path DEFAULT = Path.of("hooks");

    private HooksFolder() {}

    /**
     * Asks git, for the setting may be in the repository, or be one of the user or of the system, whose files only
     * git can find.
     *
     * @throws IOException if there is no git, or it does not answer
     */
    public static Path of(Path repository) throws IOException {
        // The caller, perhaps a hook, may have set another repository.
        ProcessBuilder builder = new ProcessBuilder("git", "--git-dir=.", "rev-parse", "--git-path", "hooks")
                .directory(repository.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") && !name.startsWith("GIT_CONFIG"));
        Process git = start(builder);
        git.getOutputStream().close();
        String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (answer.isEmpty()) {
            throw new IOException("git 说不出这个仓库的钩子放在哪里，请在仓库里运行 git rev-parse --git-path hooks 看看");
        }
        return repository.resolve(answer.replaceFirst("\n$", "")).normalize();
    }

    /**
     * Starts git.
     *
     * @throws IOException if there is no git; the message says so
     */
    static Process start(ProcessBuilder git) throws IOException {
        try {
            return git.start();
        } catch (IOException e) {
            throw new IOException("这台机器上找不到 git，没有它推送时不会运行钩子", e);
        }
    }

    /**
     * The path of such a folder relative to the repository, links resolved. The folder need not exist. Empty if it is
     * not in the repository: then other repositories may use it too.
     */
    public static Optional<Path> within(Path repository, Path folder) throws IOException {
        Path existing = folder;
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            return Optional.empty();
        }
        Path real = existing.toRealPath().resolve(existing.relativize(folder)).normalize();
        Path root = repository.toRealPath();
        return real.startsWith(root) ? Optional.of(root.relativize(real)) : Optional.empty();
    }
}
