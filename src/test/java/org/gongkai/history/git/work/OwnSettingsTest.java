package org.gongkai.history.git.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.history.git.work.Desks.Engine;
import org.gongkai.history.git.work.engine.GitEnvironment;
import org.gongkai.history.git.work.result.CommitResult;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A folder may come from anybody: its own settings run nothing before its user agrees. */
@Tag("slow")
class OwnSettingsTest {

    private static final String NOTICE = "content/通知/开会.md";

    /** Every setting of git's manual that names a program, or a file with more settings. */
    private static final List<String> PROGRAMS = List.of(
            "alias.status",
            "browser.x.cmd",
            "browser.x.path",
            "core.alternateRefsCommand",
            "core.askPass",
            "core.editor",
            "core.gitProxy",
            "core.hooksPath",
            "core.pager",
            "core.sshCommand",
            "credential.helper",
            "credential.https://a.example.helper",
            "diff.external",
            "diff.x.command",
            "diff.x.textconv",
            "difftool.x.cmd",
            "difftool.x.path",
            "extensions.worktreeConfig",
            "filter.x.clean",
            "filter.x.process",
            "filter.x.smudge",
            "gc.recentObjectsHook",
            "gpg.program",
            "gpg.ssh.program",
            "gpg.ssh.defaultKeyCommand",
            "gpg.x509.program",
            "guitool.x.cmd",
            "hook.x.command",
            "imap.tunnel",
            "include.path",
            "includeIf.gitdir:/.path",
            "instaweb.httpd",
            "interactive.diffFilter",
            "lfs.customtransfer.x.path",
            "lfs.extension.x.clean",
            "man.x.cmd",
            "man.x.path",
            "merge.x.driver",
            "mergetool.x.cmd",
            "mergetool.x.path",
            "pager.diff",
            "protocol.ext.allow",
            "push.recurseSubmodules",
            "remote.origin.proxy",
            "remote.origin.receivepack",
            "remote.origin.uploadpack",
            "remote.origin.vcs",
            "sendemail.smtpServer",
            "sendemail.toCmd",
            "sequence.editor",
            "ssh.x",
            "submodule.x.update",
            "tar.x.command",
            "trailer.x.cmd",
            "trailer.x.command",
            "uploadpack.packObjectsHook",
            "url.ext::sh.insteadOf",
            "web.browser");

    @TempDir
    private Path folder;

    private static String sentence(String setting) {
        return "这个文件夹自己的 git 设置“" + setting + "”可以运行程序，没有打开；是自己或者管理员设的，请加上 --trust-repository 再打开，"
                + "不知道来历的，请从 .git 文件夹里删去它";
    }

    private GitEnvironment strangers(Desks desks) {
        GitEnvironment known = desks.environment(Map.of());
        return new GitEnvironment(
                known.program(), known.variables(), known.home(), known.local(), known.network(), false);
    }

    @ParameterizedTest
    @EnumSource
    @Promise("The desk opens it only if these contain nothing but")
    @Promise("otherwise it names the first and asks for")
    @Promise("It asks git for the settings alone before")
    @Promise("core.fsmonitor is off always")
    @Promise("OwnSettingsTest tries every setting")
    void noSettingThatCanRunAProgramIsUsedUnasked(Engine engine) throws IOException {
        Desks desks =
                new Desks(folder, engine).begun(NOTICE, "一\n", ".gitattributes", "*.md filter=x diff=x merge=x\n");
        Path mine = desks.clone("乙");
        Path config = mine.resolve(".git/config");
        String harmless = Files.readString(config);
        Path marker = folder.resolve("marker");
        GitServer.write(mine, NOTICE, "一改\n");

        for (String setting : PROGRAMS) {
            Files.writeString(config, harmless);
            String value = setting.startsWith("extensions.") ? "true" : "touch '" + marker + "'; cat";
            desks.server().git(mine, "config", "--add", setting, value);

            assertThatThrownBy(() -> WorkingCopy.open(mine, strangers(desks)))
                    .hasMessage(sentence(lowerCaseEnds(setting)));
        }
        assertThat(marker).doesNotExist();
    }

    /** As git writes names: only the part between the first and the last dot keeps its case. */
    private static String lowerCaseEnds(String name) {
        int first = name.indexOf('.');
        int last = name.lastIndexOf('.');
        return name.substring(0, first).toLowerCase(Locale.ROOT)
                + name.substring(first, last)
                + name.substring(last).toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @EnumSource
    @Promise("The desk opens it only if these contain nothing but")
    void neitherIsAHookNorAnAddressThatIsAProgram(Engine engine) throws IOException {
        Desks desks = new Desks(folder, engine).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙");
        for (String address : List.of("ext::sh -c 'touch marker'", "./服务器", "-u", "../服务器")) {
            desks.server().git(mine, "config", "remote.origin.pushurl", address);
            assertThatThrownBy(() -> WorkingCopy.open(mine, strangers(desks)))
                    .hasMessage(sentence("remote.origin.pushurl"));
        }
        desks.server().git(mine, "config", "--unset", "remote.origin.pushurl");
        Desks.hook(mine.resolve(".git/hooks"), "post-index-change", "touch '" + folder.resolve("marker") + "'\n");

        assertThatThrownBy(() -> WorkingCopy.open(mine, strangers(desks)))
                .hasMessage(sentence("hooks/post-index-change"));
        assertThat(folder.resolve("marker")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void theyAreUsedOnceTheUserAgrees(Engine engine) throws IOException {
        Desks desks = new Desks(folder, engine).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙");
        Desks.hook(mine.resolve(".git/hooks"), "pre-commit", "echo 标题没有写 >&2\nexit 1\n");
        GitServer.write(mine, NOTICE, "一改\n");

        try (WorkingCopy copy =
                WorkingCopy.open(mine, strangers(desks).trusting()).orElseThrow()) {
            assertThat(copy.commit(List.of(NOTICE), "修改", Desks.HE))
                    .isEqualTo(new CommitResult.Refused(List.of("标题没有写")));
        }
    }

    @Test
    void whatGitAndEditorsUsuallyWriteThereIsNoReasonToAsk() throws IOException {
        Desks desks = new Desks(folder, Engine.GIT).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙");
        for (String setting : List.of(
                "core.autocrlf=true",
                "core.ignorecase=true",
                "core.fsmonitor=touch marker",
                "core.longpaths=true",
                "branch.main.vscode-merge-base=origin/main",
                "branch.main.rebase=true",
                "pull.rebase=false",
                "push.default=simple",
                "http.proxy=http://127.0.0.1:3128",
                "http.https://a.example.sslVerify=true",
                "gui.wmstate=normal",
                "lfs.repositoryformatversion=0",
                "remote.second.url=git@a.example:party/site.git",
                "remote.third.url=C:\\git\\site.git",
                "remote.fourth.url=ssh://git@a.example:2222/site.git")) {
            desks.server()
                    .git(
                            mine,
                            "config",
                            setting.substring(0, setting.indexOf('=')),
                            setting.substring(setting.indexOf('=') + 1));
        }
        GitServer.write(mine, NOTICE, "一改\n");

        try (WorkingCopy copy = WorkingCopy.open(mine, strangers(desks)).orElseThrow()) {
            assertThat(copy.changes()).hasSize(1);
            assertThat(copy.commit(List.of(NOTICE), "修改", Desks.HE)).isInstanceOf(CommitResult.Committed.class);
        }
        assertThat(mine.resolve("marker")).doesNotExist();
    }

    @Test
    @Promise("All other commands read repositories through JGit")
    void commandsThatOnlyReadRunNothingOfIt() throws IOException {
        Path marker = folder.resolve("marker");
        String program = "touch '" + marker + "'; cat";
        SiteFolder site = new SiteFolder(folder.resolve("site"))
                .file(".gitattributes", "*.md filter=x diff=x\n")
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
        GitFolder git = new GitFolder(site.root());
        git.commit("2024-01-02", "某委员", "开始");
        for (String setting : List.of("core.fsmonitor", "filter.x.smudge", "filter.x.clean", "diff.x.textconv")) {
            git.git("config", setting, program);
        }
        Desks.hook(site.root().resolve(".git/hooks"), "post-checkout", program + "\n");

        for (String command : List.of("check --rev main", "build", "new 文章 乙", "register")) {
            List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
            arguments.addAll(List.of("-s", site.root().toString()));
            assertThat(SiteFolder.run(arguments.toArray(String[]::new)).status())
                    .as(command)
                    .isZero();
        }

        assertThat(marker).doesNotExist();
    }
}
