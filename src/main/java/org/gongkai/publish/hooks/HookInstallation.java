package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
}
