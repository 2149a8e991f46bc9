package org.gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder under git, committed to with the git of the machine: always the same author, at the same second. */
public final class GitFolder {

    private final Path root;

    public GitFolder(Path root) {
        this.root = root;
        git("init", "-q", "-b", "main");
    }

    /** Commits everything that stands in the folder. */
    public GitFolder commit(String message) {
        git("add", "-A");
        git(
                "-c",
                "user.name=测试",
                "-c",
                "user.email=test@shili.example",
                "commit",
                "-q",
                "--allow-empty",
                "-m",
                message);
        return this;
    }

    /** Runs git, and wants it to succeed. */
    public String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(root);
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("GIT_AUTHOR_DATE", "2024-06-01T12:00:00+0800");
            builder.environment().put("GIT_COMMITTER_DATE", "2024-06-01T12:00:00+0800");
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + "\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
