package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.PlainFailure;
import org.gongkai.io.TextResource;

/**
 * Installs the hooks of a bare repository, and removes them. A hook that was there before is renamed and runs first,
 * with the same input; a push that it rejects is rejected.
 */
public record HookInstallation(Path repository) {

    /** The names of the hooks. */
    public static final List<String> NAMES = List.of("pre-receive", "post-receive");

    public static Path folder(Path repository) {
        return repository.resolve("hooks");
    }

    private static final String MARK = "# gongkai hooks install";
    private static final String ORIGINAL_SUFFIX = ".before-gongkai";

    /**
     * Installs the hooks in the folder of the repository.
     *
     * @param command the commands that hooks start, word by word, the repository last: by the name of the hook, and run
     * @throws IOException if something cannot be written, there is no git, or an original hook would be overwritten;
     *     the same call completes what was begun
     */
    public void install(HookSettings settings, Function<String, List<String>> command) throws IOException {
        settings.write(repository);
        // Malformed objects and dangerous file names are rejected; replacement objects, which this program does not
        // support, are ignored.
        set("receive.fsckObjects", "true");
        set("core.useReplaceRefs", "false");
        for (String name : NAMES) {
            installScript(folder(repository), name, settings.background(), command);
        }
    }

    /** Removes the hooks and their settings, and restores the hooks that were there before. */
    public void uninstall() throws IOException {
        Path folder = folder(repository);
        for (String name : NAMES) {
            Path hook = folder.resolve(name);
            Path original = folder.resolve(name + ORIGINAL_SUFFIX);
            if (isOurs(hook)) {
                Files.delete(hook);
                if (Files.exists(original, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(original, hook);
                }
            }
        }
        HookSettings.delete(repository);
    }

    /**
     * Runs a hook as git does, except that it only starts the program; root runs it as its owner, and nobody else what
     * is another's.
     *
     * @return what the hook says last if the program does not start
     * @throws IOException if the hook cannot be read or run
     */
    public Optional<String> fault() throws IOException {
        Path hook = folder(repository).resolve(NAMES.get(0));
        String owner = Files.getOwner(hook).getName();
        String user = System.getProperty("user.name");
        if (!owner.equals(user) && !user.equals("root")) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(owner.equals(user) ? List.of() : List.of("runuser", "-u", owner, "--"));
        command.addAll(List.of(hook.toString(), "--version"));
        Answer answer = answer(
                new ProcessBuilder(command).directory(repository.toFile()).redirectErrorStream(true));
        String last = answer.text().lines().reduce("程序没有启动", (earlier, line) -> line);
        return answer.status() == 0 ? Optional.empty() : Optional.of(last.replaceFirst("。$", ""));
    }

    /** Sets an option of git for the repository, unless the repository has it already. */
    private void set(String name, String value) throws IOException {
        if (git("config", "--local", "--get", name).isEmpty()
                && git("config", "--local", name, value).isEmpty()) {
            throw new IOException("git 的设置写不进去：" + repository.resolve("config"));
        }
    }

    /**
     * The folder in which git looks for the hooks, if that is not the one of the repository: {@code core.hooksPath} may
     * name another one, which other repositories may use too, or a link may lead there. Git is asked, for the setting
     * may be one of the user or of the system, whose files only git can find.
     *
     * @throws IOException if there is no git, or it does not answer
     */
    public Optional<Path> otherFolder() throws IOException {
        String answer = git("rev-parse", "--git-path", "hooks")
                .filter(path -> !path.isEmpty())
                .orElseThrow(() -> new IOException("git 说不出这个仓库的钩子放在哪里，请在仓库里运行 git rev-parse --git-path hooks 看看"));
        Path looked = repository.resolve(answer.replaceFirst("\n$", "")).normalize();
        boolean isOwn = looked.equals(folder(repository)) && !Files.isSymbolicLink(looked);
        return isOwn ? Optional.empty() : Optional.of(looked);
    }

    /** Runs git for the repository; returns what it writes, or nothing if it fails. */
    private Optional<String> git(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("git", "--git-dir=."), Stream.of(arguments))
                        .toList())
                .directory(repository.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Answer answer;
        try {
            answer = answer(builder);
        } catch (IOException e) {
            throw new PlainFailure("这台机器上没有 git，没有它就收不了推送；请管理员安装 git", e);
        }
        return answer.status() == 0 ? Optional.of(answer.text()) : Optional.empty();
    }

    /** What a process that was given no input wrote, and its exit status. */
    private record Answer(int status, String text) {}

    private static Answer answer(ProcessBuilder builder) throws IOException {
        // The caller, perhaps a hook, may have set another repository.
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") && !name.startsWith("GIT_CONFIG"));
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Answer(process.waitFor(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("被中断了", e);
        }
    }

    /**
     * Writes a hook, replacing one that this program has written.
     *
     * @param name the name of the hook
     * @param background whether a push is not to wait for its publication
     * @param command the commands that it starts, word by word, by their names
     */
    static void installScript(Path folder, String name, boolean background, Function<String, List<String>> command)
            throws IOException {
        Path hook = folder.resolve(name);
        Path original = folder.resolve(name + ORIGINAL_SUFFIX);
        Files.createDirectories(folder);
        if (Files.exists(hook, LinkOption.NOFOLLOW_LINKS) && !isOurs(hook)) {
            if (Files.exists(original, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(original.toString(), null, "这里已经保存着一个原来的钩子，请先看看还要不要");
            }
            Files.move(hook, original);
        }
        AtomicFile.put(hook, script(name, background, command));
        // Without asking what the file system can: in a root folder of its own, Java does not find which one it is.
        hook.toFile().setReadable(true, false);
        hook.toFile().setExecutable(true, false);
    }

    private static boolean isOurs(Path hook) throws IOException {
        return Files.isRegularFile(hook, LinkOption.NOFOLLOW_LINKS)
                && Files.readString(hook, StandardCharsets.ISO_8859_1).lines().anyMatch(MARK::equals);
    }

    /**
     * The script sets a locale, for Java determines the encoding of file names at its start and git servers often
     * have none. It does not name the repository, so that in a copy it is about the copy. Before a check it waits for
     * that of another push, and ends if that push has set a branch which this one is about to set: the program makes
     * sure of both, but of many who push at once all but one would start it in vain. A publication in the background is
     * started without the variables that git sets for a hook, and outlives the connection of the user.
     */
    private static String script(String name, boolean background, Function<String, List<String>> command) {
        boolean checks = name.equals("pre-receive");
        List<String> run = command.apply("run");
        String own = checks ? "wait.sh" : background ? "received.sh" : "";
        return TextResource.of(HookInstallation.class, "hook.sh")
                .replace("@MARK@", MARK)
                .replace("@SUFFIX@", quoted(ORIGINAL_SUFFIX))
                .replace("@OWN@", own.isEmpty() ? "" : TextResource.of(HookInstallation.class, own))
                .replace("@COMMAND@", quoted(command.apply(name)))
                // Who looks at the processes of a server sees which repository is published.
                .replace("@RUN@", quoted(run.subList(0, run.size() - 1)) + " \"$PWD\"");
    }

    private static String quoted(List<String> command) {
        return command.stream().map(HookInstallation::quoted).collect(Collectors.joining(" "));
    }

    /** A word as a shell reads it, whatever is in it. */
    private static String quoted(Object word) {
        return "'" + word.toString().replace("'", "'\\''") + "'";
    }
}
