package org.gongkai.cli.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.cli.option.ListedSites;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.SiteOption.SharedOption;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.history.git.GitRepository;
import org.gongkai.io.InstalledProgram;
import org.gongkai.publish.hooks.HookInstallation;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.HookSettings.RepositoryIdentity;
import org.gongkai.publish.push.PushCheck.RefUpdate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hooks install}: installs the hooks that publish on a push, or removes them. */
@Command(name = "install", description = "装上钩子：有错误的推送不收，收下的自动发布。可以反复运行；原来的钩子留着，先运行它。")
public final class HooksInstallCommand extends ReportingCommand {

    /** Git runs the hooks of a bare repository in its folder. */
    private static final String CURRENT_FOLDER = ".";

    @Mixin
    private HookRepository repository;

    @Option(names = "--to", paramLabel = "文件夹", description = "发布到哪里")
    private Path to;

    @Option(names = "--branch", paramLabel = "分支", description = "发布哪个分支（默认：仓库的 HEAD 分支；它还没有的，第一个推送的就是）")
    private String branch;

    @Option(names = "--background", description = "推送的人不等网站做好，服务器在后台发布")
    private boolean background;

    @Option(names = "--key", paramLabel = "文件", description = "给发布记录签名的私钥（Ed25519 或 SM2，PEM 格式）")
    private Path key;

    @Mixin
    private SharedOption shared;

    @Option(names = "--uninstall", description = "去掉钩子，原来的钩子放回去；已经发布的不动")
    private boolean uninstall;

    @Mixin
    private ListedSites sites;

    @Override
    protected int run() throws IOException {
        Path folder = repository.folder();
        HookInstallation installation = new HookInstallation(folder);
        if (uninstall) {
            installation.uninstall();
            done("repository", folder, "installed", false);
            terminal.print("钩子已去掉：" + folder);
            return ended(0);
        }
        HookSettings settings = settings(folder);
        OutputCheck.refuse(folder, settings.to());
        refuseOtherFolder(installation);
        installation.install(settings, name -> context.java().installed("hooks", name, "--repo", CURRENT_FOLDER));
        report(settings, folder);
        String owner = Files.getOwner(folder).getName();
        Path hook = HookInstallation.folder(folder).resolve(HookInstallation.NAMES.get(0));
        String user = Files.getOwner(hook).getName();
        if (!user.equals(owner)) {
            terminal.note("提示：仓库的主人是 " + owner + "，装钩子的是 " + user + "，推送时会没有权限；请运行 chown -R " + owner + " "
                    + InstalledProgram.typed(folder) + "，以后用 " + owner + " 的身份装。");
        }
        OutputCheck.warnIfClosed(settings.to(), terminal);
        return ended(0);
    }

    private static void refuseOtherFolder(HookInstallation installation) throws IOException {
        Optional<Path> other = installation.otherFolder();
        if (other.isPresent()) {
            boolean isLink = other.get().equals(HookInstallation.folder(installation.repository()));
            throw new WrongUsage("git 在 " + other.get() + " 里找这个仓库的钩子，"
                    + (isLink
                            ? "那是一个链接；请先把它换成仓库自己的文件夹"
                            : "不在仓库自己的 hooks 文件夹里；请先在仓库里运行 git config core.hooksPath hooks，再装一次"));
        }
    }

    private HookSettings settings(Path folder) throws IOException {
        if (to == null) {
            throw new WrongUsage("请用 --to 写明发布到哪里");
        }
        return new HookSettings(
                to.toAbsolutePath().normalize(),
                branch == null ? defaultBranch(folder) : "refs/heads/" + branch.replaceFirst("^refs/heads/", ""),
                branch == null,
                background,
                Optional.ofNullable(key).map(file -> file.toAbsolutePath().normalize()),
                shared.folder(),
                RepositoryIdentity.of(folder));
    }

    /** The full name of the default branch; if nobody has pushed that one, the only one there is becomes it. */
    private static String defaultBranch(Path folder) throws IOException {
        try (GitRepository git = GitRepository.containing(folder).orElseThrow()) {
            String head = git.headBranch().orElseThrow(() -> new WrongUsage("这个仓库没有默认分支，请用 --branch 写明发布哪个分支"));
            List<String> branches = git.branches();
            if (branches.isEmpty() || branches.contains(head)) {
                return head;
            }
            if (branches.size() > 1) {
                throw new WrongUsage("仓库的默认分支 " + RefUpdate.shortName(head) + " 还没有，已有的分支是 "
                        + branches.stream().map(RefUpdate::shortName).collect(Collectors.joining("、"))
                        + "；请用 --branch 写明发布哪个分支");
            }
            git.setHeadBranch(branches.get(0));
            return branches.get(0);
        }
    }

    private static boolean isThere(String branch, Path folder) throws IOException {
        try (GitRepository git = GitRepository.containing(folder).orElseThrow()) {
            return git.reference(branch).isPresent();
        }
    }

    private void report(HookSettings settings, Path folder) throws IOException {
        Optional<String> published = settings.isDefaultBranch() && !isThere(settings.branch(), folder)
                ? Optional.empty()
                : Optional.of(RefUpdate.shortName(settings.branch()));
        String timer = context.java().typed("server", "systemd", "--repo", folder.toString());
        done(
                "repository",
                folder,
                "installed",
                true,
                "branch",
                published,
                "to",
                settings.to(),
                "shared",
                settings.shared(),
                "timer",
                timer);
        terminal.print("钩子已装好：" + folder);
        terminal.print("发布的分支：" + published.orElse("第一个推送的分支"));
        terminal.print("发布到：" + settings.to());
        settings.shared().ifPresent(path -> terminal.print("共用文件夹：" + path));
        terminal.print("还要一个定时任务，到期的内容才会自己变：" + timer);
    }
}
