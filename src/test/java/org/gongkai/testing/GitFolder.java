package org.gongkai.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
        root.toFile().mkdirs();
        String moment = day + "T12:00:00+0800";
        GitServer.Pushed ran = GitServer.run(
                root, author, Map.of("GIT_AUTHOR_DATE", moment, "GIT_COMMITTER_DATE", moment), List.of(arguments));
        if (ran.status() != 0) {
            throw new AssertionError(String.join(" ", arguments) + "\n" + ran.said());
        }
        return ran.said();
    }
}
