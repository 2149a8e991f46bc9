package org.gongkai.cli.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.RepositoryIdentity;
import org.gongkai.publish.hooks.RepositoryMismatch;
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

    /**
     * What was settled when the hooks were installed.
     *
     * @throws RepositoryMismatch if that was another repository
     */
    HookSettings settings() throws IOException {
        Path folder = folder();
        HookSettings settings =
                HookSettings.read(folder).orElseThrow(() -> new WrongUsage("这个仓库还没有装钩子，请先运行 hooks install：" + folder));
        RepositoryIdentity now = RepositoryIdentity.of(folder);
        if (!settings.installedIn().equals(Optional.of(now))) {
            throw new RepositoryMismatch(sentence(settings.installedIn(), now.path()));
        }
        return settings;
    }

    private static String sentence(Optional<RepositoryIdentity> installed, Path now) {
        String why = installed.isEmpty()
                ? "这个仓库的钩子是早先的程序装的，没有记下是哪个仓库"
                : installed.get().path().equals(now)
                        ? "这个仓库不是装钩子时的那一个，是后来复制或恢复到这里的"
                        : "这个仓库是从 " + installed.get().path() + " 复制或移动来的";
        return why + "，所以不收推送，也不发布；请管理员在服务器上再运行一次 hooks install --repo " + now + " --to 发布到的文件夹";
    }
}
