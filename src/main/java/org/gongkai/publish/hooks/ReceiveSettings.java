package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of git for a repository that is pushed to: malformed objects and dangerous file names are rejected
 * ({@code receive.fsckObjects}), and replacement objects, which this program does not support, are ignored
 * ({@code core.useReplaceRefs}).
 */
public final class ReceiveSettings {

    private final Path repository;

    public ReceiveSettings(Path repository) {
        this.repository = repository;
    }

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
