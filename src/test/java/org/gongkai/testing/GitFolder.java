package org.gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder under git, committed to with the git of the machine: by authors and at times that are given, or always the same. */
public final class GitFolder {

    private final Path root;

    public GitFolder(Path root) {
        this.root = root;
        git("init", "-q", "-b", "main");
    }

    /** Commits everything that stands in the folder. */
    public GitFolder commit(String message) {
        return commit("2024-06-01", "测试", message);
    }

    /** Commits everything as somebody did at noon of a day in China. */
    public GitFolder commit(String day, String author, String message) {
        git("add", "-A");
        run(day, author, "commit", "-q", "--allow-empty", "-m", message);
        return this;
    }

    /** Merges a branch into the one that is checked out. */
    public GitFolder merge(String day, String author, String branch) {
        run(day, author, "merge", "-q", "--no-ff", "-m", "合并" + branch, branch);
        return this;
    }

    /** Runs git, and wants it to succeed. */
    public String git(String... arguments) {
        return run("2024-06-01", "测试", arguments);
    }

    private String run(String day, String author, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=" + author, "-c", "user.email=test@shili.example"));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(root);
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("GIT_AUTHOR_DATE", day + "T12:00:00+0800");
            builder.environment().put("GIT_COMMITTER_DATE", day + "T12:00:00+0800");
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
