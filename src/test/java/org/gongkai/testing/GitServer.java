package org.gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A bare repository to which clones push with the git of the machine, and where its site is published. */
public final class GitServer {

    private final Path folder;
    private final Path disk;

    /** What came of a push: its exit status, and what the server said, without git's own word before each line. */
    public record Pushed(int status, String said) {}

    public GitServer(Path folder) {
        this(folder, folder);
    }

    /**
     * A repository on a disk of its own.
     *
     * @param folder where clones and the site are
     * @param disk where the repository is
     */
    public GitServer(Path folder, Path disk) {
        this.folder = folder;
        this.disk = disk;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        git(folder, "init", "-q", "--bare", "-b", "main", repository().toString());
    }

    /** A name that scripts have to quote. */
    public Path repository() {
        return disk.resolve("仓库 \"一\"'s $PATH.git");
    }

    public Path to() {
        return folder.resolve("网站");
    }

    public Path current() {
        return to().resolve("current");
    }

    /** Installs the hooks, so that they run in the process of the tests, one at a time. */
    public GitServer installed(String... more) {
        return installed(install(more)).hooksRunHere();
    }

    /** Installs the hooks, and returns what is said. */
    public SiteFolder.Ran install(String... more) {
        return SiteFolder.run(installation(more));
    }

    /** Lets hooks that are installed run in the process of the tests. */
    public GitServer hooksRunHere() {
        String hooks = git(repository(), "rev-parse", "--git-path", "hooks").strip();
        HookHost.ofThisProcess().take(repository().resolve(hooks));
        return this;
    }

    /** Installs the hooks as users do: each runs in a process of its own. */
    public GitServer installedForProcesses(String... more) {
        return installed(Program.run(installation(more)));
    }

    private String[] installation(String... more) {
        return SiteFolder.words("hooks", "install", "--repo", repository(), "--to", to(), more);
    }

    private GitServer installed(SiteFolder.Ran ran) {
        if (ran.status() != 0) {
            throw new AssertionError(ran.out() + ran.err());
        }
        return this;
    }

    /** Makes a clone and gives its folder. */
    public Path cloned(String name) {
        Path clone = folder.resolve(name);
        git(folder, "clone", "-q", repository().toString(), clone.toString());
        return clone;
    }

    /** Makes a clone in which a site with one entry is committed. */
    public Path clonedWithSite() {
        Path clone = cloned("甲");
        write(clone, "content/_data/site.yml", "名称: 示例支部\n");
        entry(clone, "content/a.md", "第一条内容");
        commit(clone, "first");
        return clone;
    }

    /** Commits everything that stands in a clone. */
    public void commit(Path clone, String message) {
        git(clone, "add", "-A");
        git(clone, "commit", "-q", "--allow-empty", "-m", message);
    }

    /** Pushes from a clone. */
    public Pushed push(Path clone, String... what) {
        List<String> words = new ArrayList<>(List.of("push", "origin"));
        words.addAll(what.length == 0 ? List.of("HEAD:main") : List.of(what));
        Pushed pushed = run(clone, words);
        return new Pushed(
                pushed.status(),
                pushed.said()
                        .lines()
                        .filter(line -> line.startsWith("remote:"))
                        .map(line -> line.substring("remote:".length()).stripTrailing())
                        .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                        .collect(Collectors.joining("\n")));
    }

    /** Writes a file of a clone. */
    public static void write(Path clone, String path, String text) {
        try {
            Files.createDirectories(clone.resolve(path).getParent());
            Files.writeString(clone.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an entry of a clone. */
    public static void entry(Path clone, String path, String title, String... more) {
        write(
                clone,
                path,
                "---\n标题: " + title + "\n发布日期: 2024-05-06\n"
                        + List.of(more).stream().map(line -> line + "\n").collect(Collectors.joining())
                        + "---\n\n正文。\n");
    }

    /** Runs git, and wants it to succeed. */
    public String git(Path at, String... words) {
        Pushed ran = run(at, List.of(words));
        if (ran.status() != 0) {
            throw new AssertionError(String.join(" ", words) + "\n" + ran.said());
        }
        return ran.said();
    }

    /** Runs git. */
    public Pushed run(Path at, List<String> words) {
        return run(at, "测试", Map.of(), words);
    }

    /** Runs git for an author, with variables of its environment. */
    static Pushed run(Path at, String author, Map<String, String> variables, List<String> words) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=" + author));
        command.addAll(List.of("-c", "user.email=test@shili.example", "-c", "core.quotePath=false"));
        command.addAll(words);
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(at.toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("LC_"));
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("LC_ALL", "C");
            builder.environment().putAll(variables);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Pushed(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
