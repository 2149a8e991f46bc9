package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.hooks.HookSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which repository a command is about. */
@Command
final class HookRepository {

    @Option(names = "--repo", required = true, paramLabel = "仓库", description = "服务器上的 git 裸仓库，如 /srv/git/gongkai.git")
    private Path repository;

    Path folder() {
        Path folder = repository.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder.resolve("objects")) || !Files.isRegularFile(folder.resolve("HEAD"))) {
            throw new WrongUsage("这里不是 git 裸仓库（用 git init --bare 建一个）：" + folder);
        }
        return folder;
    }

    /** What was settled when the hooks were installed. */
    HookSettings settings() throws IOException {
        Path folder = folder();
        return HookSettings.read(folder).orElseThrow(() -> new WrongUsage("这个仓库还没有装钩子，请先运行 hooks install：" + folder));
    }
}
