package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Where git looks for the hooks of a bare repository: in its own folder, unless {@code core.hooksPath} says otherwise. */
public final class HooksFolder {

    /** Where that is if nothing else was settled, from the repository. */
    public static final Path DEFAULT = Path.of("hooks");

    private HooksFolder() {}

    /**
     * Asks git itself: the setting may stand in the repository, or be one of the user or the machine for all repositories,
     * and where those are git alone knows.
     *
     * @throws IOException if there is no git, or it cannot tell
     */
    public static Path of(Path repository) throws IOException {
        // What calls this program, a hook perhaps, may have set another repository.
        ProcessBuilder builder = new ProcessBuilder("git", "--git-dir=.", "rev-parse", "--git-path", "hooks")
                .directory(repository.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") && !name.startsWith("GIT_CONFIG"));
        Process git = start(builder);
        git.getOutputStream().close();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (said.isEmpty()) {
            throw new IOException("git 说不出这个仓库的钩子放在哪里，请在仓库里运行 git rev-parse --git-path hooks 看看");
        }
        return repository.resolve(said.replaceFirst("\n$", "")).normalize();
    }

    /** Starts git, or says that there is none. */
    static Process start(ProcessBuilder git) throws IOException {
        try {
            return git.start();
        } catch (IOException e) {
            throw new IOException("这台机器上找不到 git，没有它推送时不会运行钩子", e);
        }
    }

    /**
     * The way from the repository to such a folder, existing or not; empty if it lies elsewhere, links followed, where other
     * repositories may use it too.
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
