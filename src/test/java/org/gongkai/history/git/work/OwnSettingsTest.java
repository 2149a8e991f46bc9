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
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A folder may come from anybody: its own settings run nothing before its user agrees. */
@Tag("slow")
class OwnSettingsTest extends SiteFixture {

    private static final String NOTICE = "content/通知/开会.md";

    /** Every setting of git's manual that names a program, or a file with more settings. */
    private static final List<String> PROGRAMS = List.of(
            """
            alias.status branch.main.mergeOptions browser.x.cmd browser.x.path core.alternateRefsCommand
            core.askPass core.editor core.gitProxy core.hooksPath core.pager core.sshCommand credential.helper
            credential.https://a.example.helper diff.external diff.x.command diff.x.textconv difftool.x.cmd
            difftool.x.path extensions.worktreeConfig filter.x.clean filter.x.process filter.x.smudge
            gc.recentObjectsHook gpg.program gpg.ssh.program gpg.ssh.defaultKeyCommand gpg.x509.program
            guitool.x.cmd hook.x.command imap.tunnel include.path includeIf.gitdir:/.path instaweb.httpd
            interactive.diffFilter lfs.customtransfer.x.path lfs.extension.x.clean man.x.cmd man.x.path
            merge.x.driver mergetool.x.cmd mergetool.x.path pager.diff protocol.ext.allow push.recurseSubmodules
            remote.origin.proxy remote.origin.receivepack remote.origin.uploadpack remote.origin.vcs
            sendemail.smtpServer sendemail.toCmd sequence.editor ssh.x submodule.x.update tar.x.command
            trailer.x.cmd trailer.x.command uploadpack.packObjectsHook url.ext::sh.insteadOf web.browser
            """
                    .split("\\s+"));

    /** Each is a program, an option of one, or a folder that may have come along. */
    private static final List<String> ADDRESSES = List.of(
            "ext::sh -c 'touch marker'",
            "fd::17/foo",
            "foo::https://a.example/site.git",
            "ssh::ssh://a.example/site.git",
            "./服务器",
            "../服务器",
            "服务器",
            "-u",
            "--upload-pack=touch marker",
            "-oProxyCommand=touch marker:site.git",
            "ssh://-oProxyCommand=touch marker/site.git",
            "ssh://git@-oProxyCommand=touch marker/site.git",
            "ssh://-oProxyCommand=touch marker@a.example/site.git",
            "ssh://%2DoProxyCommand=touch marker/site.git",
            "git@-oProxyCommand=touch marker:site.git",
            "-oProxyCommand=touch marker@a.example:site.git",
            "[-oProxyCommand=touch marker]:site.git",
            "git@[-oProxyCommand=touch marker:22]:site.git",
            "a.example:-oProxyCommand=touch marker",
            "git@a.example:--upload-pack=touch marker",
            "git://-a.example/site.git",
            "https://-a.example/site.git",
            "http://",
            "file://a.example/share/site.git",
            "file://./服务器",
            "file://-a/site.git",
            "ssh://a.example/\ntouch marker");

    private static String sentence(String setting) {
        return "这个文件夹自己的 git 设置“" + setting + "”可以运行程序，没有打开；是自己或者管理员设的，请加上 --trust-repository 再打开，"
                + "不知道来历的，请从 .git 文件夹里删去它";
    }

    private GitEnvironment strangers(Desks desks) {
        GitEnvironment known = desks.environment(Map.of());
        return new GitEnvironment(
                known.program(), known.variables(), known.home(), known.local(), known.network(), false);
    }

    @Test
    @Promise("The desk opens it only if these contain nothing but")
    @Promise("otherwise it names the first and asks for")
    @Promise("It reads the settings alone before")
    @Promise("core.fsmonitor is off always")
    @Promise("OwnSettingsTest tries every setting")
    void noSettingThatCanRunAProgramIsUsedUnasked() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n", ".gitattributes", "*.md filter=x diff=x merge=x\n");
        Path mine = desks.clone("乙");
        Path config = mine.resolve(".git/config");
        String harmless = Files.readString(config);
        Path marker = folder.resolve("marker");
        GitServer.write(mine, NOTICE, "一改\n");

        for (String setting : PROGRAMS) {
            Files.writeString(config, harmless);
            String value = setting.startsWith("extensions.") ? "true" : "touch '" + marker + "'; cat";
            desks.git(mine, "config", "--add", setting, value);

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

    @Test
    @Promise("The desk opens it only if these contain nothing but")
    @Promise("With a server that is a relative path it opens")
    void neitherIsAHookNorAnAddressThatIsAProgram() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙");
        for (String address : ADDRESSES) {
            for (String setting : List.of(
                    "remote.origin.pushurl",
                    "remote.origin.url",
                    "remote.second.url",
                    "branch.main.remote",
                    "branch.main.pushremote",
                    "branch.其他.remote",
                    "extensions.partialclone")) {
                String config = Files.readString(mine.resolve(".git/config"));
                Files.writeString(mine.resolve(".git/config"), config + written(setting, address));
                if (setting.endsWith(".url") && address.startsWith(".")) {
                    try (WorkingCopy copy =
                            WorkingCopy.open(mine, strangers(desks)).orElseThrow()) {
                        assertThat(copy.push().lines().toString().contains("服务器的地址“" + address + "”不完整，不能取回，也不能上传；"))
                                .isEqualTo(setting.contains("origin"));
                    }
                } else {
                    assertThatThrownBy(() -> WorkingCopy.open(mine, strangers(desks)))
                            .as(setting + "=" + address)
                            .hasMessage(sentence(setting));
                }
                Files.writeString(mine.resolve(".git/config"), config);
            }
        }
        for (String name : List.of("--upload-pack=touch marker", "ext::sh -c 'touch marker'", "服务器")) {
            String config = Files.readString(mine.resolve(".git/config"));
            Files.writeString(mine.resolve(".git/config"), config + written("remote." + name + ".promisor", "true"));
            assertThatThrownBy(() -> WorkingCopy.open(mine, strangers(desks)))
                    .hasMessage(sentence("remote." + name + ".promisor"));
            Files.writeString(mine.resolve(".git/config"), config);
        }
        Desks.hook(mine.resolve(".git/hooks"), "post-index-change", "touch '" + folder.resolve("marker") + "'\n");

        assertThatThrownBy(() -> WorkingCopy.open(mine, strangers(desks)))
                .hasMessage(sentence("hooks/post-index-change"));
        assertThat(folder.resolve("marker")).doesNotExist();
    }

    /** A setting as a line of the file, where git's own command would take some values for options. */
    private static String written(String setting, String value) {
        String first = setting.substring(0, setting.indexOf('.'));
        String middle = setting.indexOf('.') == setting.lastIndexOf('.')
                ? ""
                : " \"" + setting.substring(setting.indexOf('.') + 1, setting.lastIndexOf('.')) + "\"";
        return "[" + first + middle + "]\n\t" + setting.substring(setting.lastIndexOf('.') + 1) + " = \""
                + value.replace("\\", "\\\\").replace("\n", "\\n") + "\"\n";
    }

    @Test
    void theyAreUsedOnceTheUserAgrees() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
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
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
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
                "branch.main.pushRemote=second",
                "branch.draft.remote=.",
                "branch.pr.remote=https://u:p@a.example:8443/party/site.git",
                "remote.second.promisor=true",
                "extensions.partialClone=second",
                "remote.fifth.url=git@[a.example:2222]:party/site.git",
                "remote.sixth.url=ssh://[::1]:2222/site.git",
                "remote.seventh.url=file:///srv/git/site.git",
                "remote.eighth.url=服务器.example:~git/site.git",
                "remote.third.url=C:\\git\\site.git",
                "remote.fourth.url=ssh://git@a.example:2222/site.git")) {
            String[] parts = setting.split("=", 2);
            desks.git(mine, "config", parts[0], parts[1]);
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
        site.file(".gitattributes", "*.md filter=x diff=x\n").entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
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
