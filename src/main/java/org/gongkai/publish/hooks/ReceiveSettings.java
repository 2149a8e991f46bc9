package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What git is to see to in a repository to which people push: that no object is malformed or has a name that leads into what
 * git keeps ({@code receive.fsckObjects}), and that nothing is read in the place of something else
 * ({@code core.useReplaceRefs}), which this program would not know of.
 */
public final class ReceiveSettings {

    private final Path repository;

    public ReceiveSettings(Path repository) {
        this.repository = repository;
    }

    /**
     * Settles it; what the repository settles otherwise stays.
     *
     * @throws IOException if there is no git, or it cannot write its settings
     */
    public void apply() throws IOException {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("receive.fsckObjects", "true");
        wanted.put("core.useReplaceRefs", "false");
        for (Map.Entry<String, String> setting : wanted.entrySet()) {
            if (git("--get", setting.getKey()) != 0 && git(setting.getKey(), setting.getValue()) != 0) {
                throw new IOException("git 的设置写不进去：" + repository.resolve("config"));
            }
        }
    }

    /** Runs {@code git config} for the repository alone; returns its exit status. */
    private int git(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "--git-dir=.", "config", "--local"));
        command.addAll(List.of(words));
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
