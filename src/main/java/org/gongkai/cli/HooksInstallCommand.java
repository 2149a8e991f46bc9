package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongkai.history.GitRepository;
import org.gongkai.hooks.HookScripts;
import org.gongkai.hooks.HookSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hooks install}: makes a push publish, or no longer. */
@Command(
        name = "install",
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n",
        descriptionHeading = "%n",
        description = "装上钩子：有错误的推送不收，收下的自动发布。可以反复运行；原来的钩子留着，先运行它。")
final class HooksInstallCommand implements Callable<Integer> {

    private final Terminal terminal;

    HooksInstallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Mixin
    private HookRepository repository;

    @Option(names = "--to", paramLabel = "文件夹", description = "发布到哪里")
    private Path to;

    @Option(names = "--branch", paramLabel = "分支", description = "发布哪个分支（默认：仓库的 HEAD 分支）")
    private String branch;

    @Option(names = "--background", description = "推送的人不等网站做好，服务器在后台发布")
    private boolean background;

    @Option(names = "--key", paramLabel = "文件", description = "给发布记录签名的私钥（Ed25519，PEM 格式）")
    private Path key;

    @Option(names = "--uninstall", description = "去掉钩子，原来的钩子放回去；已经发布的不动")
    private boolean uninstall;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        Path folder = repository.folder();
        try (GitRepository git = GitRepository.holding(folder).orElseThrow()) {
            HookScripts scripts = new HookScripts(git.hooksFolder());
            if (uninstall) {
                for (String name : HookScripts.NAMES) {
                    scripts.uninstall(name);
                }
                HookSettings.delete(folder);
                terminal.out().println("钩子已去掉：" + folder);
                return 0;
            }
            HookSettings settings = settings(git);
            OutputPlace.refuse(folder, settings.to());
            settings.write(folder);
            for (String name : HookScripts.NAMES) {
                scripts.install(name, new Worker().alone("hooks", name, "--repo", folder.toString()));
            }
            tell(settings, folder);
        }
        return 0;
    }

    private HookSettings settings(GitRepository git) throws IOException {
        if (to == null) {
            throw new WrongUsage("请用 --to 写明发布到哪里");
        }
        String name = branch != null
                ? "refs/heads/" + branch.replaceFirst("^refs/heads/", "")
                : git.headBranch().orElseThrow(() -> new WrongUsage("这个仓库没有默认分支，请用 --branch 写明发布哪个分支"));
        return new HookSettings(
                to.toAbsolutePath().normalize(),
                name,
                background,
                Optional.ofNullable(key).map(file -> file.toAbsolutePath().normalize()));
    }

    private void tell(HookSettings settings, Path folder) {
        terminal.out().println("钩子已装好：" + folder);
        terminal.out().println("发布的分支：" + settings.branch().replaceFirst("^refs/heads/", ""));
        terminal.out().println("发布到：" + settings.to());
        terminal.out().println("还要一个定时任务，到期的内容才会自己变：server systemd --repo " + folder);
    }
}
