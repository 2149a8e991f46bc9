package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Installs the hooks of a bare repository, and removes them. */
public final class HookInstallation {

    private final Path repository;

    public HookInstallation(Path repository) {
        this.repository = repository;
    }

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
}
