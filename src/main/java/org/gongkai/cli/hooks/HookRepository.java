package org.gongkai.cli.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.pipeline.cache.SharedParts;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.publish.Publisher.ProgramIdentity;
import org.gongkai.publish.hooks.HookPublisher;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.HookSettings.RepositoryMismatch;
import org.gongkai.publish.hooks.PublicationRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that names a repository. */
@Command
final class HookRepository {

    @Option(names = "--repo", required = true, paramLabel = "仓库", description = "服务器上的 git 裸仓库，如 /srv/git/gongkai.git")
    private Path repository;

    /**
     * The folder of the repository.
     *
     * @throws WrongUsage if it is not a bare repository
     */
    Path folder() {
        Path folder = repository.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder.resolve("objects")) || !Files.isRegularFile(folder.resolve("HEAD"))) {
            throw new WrongUsage("这里不是 git 裸仓库（用 git init --bare 建一个）：" + folder);
        }
        return folder;
    }

    /**
     * The settings of the hooks.
     *
     * @throws RepositoryMismatch if the hooks were installed in another repository
     */
    HookSettings settings() throws IOException {
        Path folder = folder();
        HookSettings settings =
                HookSettings.read(folder).orElseThrow(() -> new WrongUsage("这个仓库还没有装钩子，请先运行 hooks install：" + folder));
        settings.verifyInstalledIn(folder);
        if (settings.branch().isEmpty()) {
            throw new WrongUsage("这个仓库没有默认分支，请管理员用 hooks install --branch 写明发布哪个分支：" + folder);
        }
        return settings;
    }

    /**
     * The program with what it reads besides the repository, so that a check or a publication before a change of the
     * shared folder is not taken for one of today.
     */
    static ProgramIdentity program(HookSettings settings) throws IOException {
        ProgramIdentity program = ProgramVersion.identity();
        String shared = SiteSource.sharedDigest(settings.shared());
        return new ProgramIdentity(program.version(), (program.fingerprint() + " " + shared).strip());
    }

    /** What publishes the repository. */
    PublicationRunner runner(HookSettings settings, Clock clock, SharedParts shared) throws IOException {
        return new PublicationRunner(
                HookSettings.folder(folder()),
                clock,
                new HookPublisher(folder(), settings, program(settings), clock, new AttemptReport(), shared));
    }
}
