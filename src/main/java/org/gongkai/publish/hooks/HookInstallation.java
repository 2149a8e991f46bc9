package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Installs the hooks of a bare repository, and removes them. */
public record HookInstallation(Path repository) {

    /**
     * Installs the hooks where the settings say; those in another folder are removed.
     *
     * @param command the command that a hook ends with, word by word, by the name of the hook
     * @throws IOException if something cannot be written; the same call completes what was begun
     */
    public void install(HookSettings settings, Function<String, List<String>> command) throws IOException {
        if (!installedFolder().equals(settings.hooks())) {
            removeHooks();
        }
        settings.write(repository);
        new ReceiveSettings(repository).apply();
        HookScripts scripts = new HookScripts(repository.resolve(settings.hooks()));
        for (String name : HookScripts.NAMES) {
            scripts.install(name, command.apply(name));
        }
    }

    /** Removes the hooks and their settings, and restores the hooks that were there before. */
    public void uninstall() throws IOException {
        removeHooks();
        HookSettings.delete(repository);
    }

    private void removeHooks() throws IOException {
        HookScripts scripts = new HookScripts(repository.resolve(installedFolder()));
        for (String name : HookScripts.NAMES) {
            scripts.uninstall(name);
        }
    }

    /** The folder that the hooks were installed in, whatever folder git uses now. */
    private Path installedFolder() throws IOException {
        return HookSettings.read(repository).map(HookSettings::hooks).orElse(HooksFolder.DEFAULT);
    }

    /**
     * The settings of git for a repository that is pushed to: malformed objects and dangerous file names are rejected
     * ({@code receive.fsckObjects}), and replacement objects, which this program does not support, are ignored
     * ({@code core.useReplaceRefs}).
     */
    private record ReceiveSettings(Path repository) {

        /**
         * Adds the settings; those that the repository already has are left as they are.
         *
         * @throws IOException if there is no git, or it cannot write its settings
         */
        public void apply() throws IOException {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("receive.fsckObjects", "true");
            settings.put("core.useReplaceRefs", "false");
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                if (git("--get", setting.getKey()) != 0 && git(setting.getKey(), setting.getValue()) != 0) {
                    throw new IOException("git 的设置写不进去：" + repository.resolve("config"));
                }
            }
        }

        /** Runs {@code git config} for the repository only; returns its exit status. */
        private int git(String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of("git", "--git-dir=.", "config", "--local"));
            command.addAll(List.of(arguments));
            Process git = HooksFolder.start(new ProcessBuilder(command)
                    .directory(repository.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD));
            git.getOutputStream().close();
            try {
                return git.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("等 git 时被打断", e);
            }
        }
    }

    /** The folder in which git looks for the hooks of a bare repository: its own one, or that of {@code core.hooksPath}. */
    public static final class HooksFolder {

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
            Path real =
                    existing.toRealPath().resolve(existing.relativize(folder)).normalize();
            Path root = repository.toRealPath();
            return real.startsWith(root) ? Optional.of(root.relativize(real)) : Optional.empty();
        }
    }
}
