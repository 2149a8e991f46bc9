package org.gongkai.publish.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.cli.hooks.DirectPush;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.GitServer.Pushed;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names of references and files, and times of commits, that git itself would not write. All tests push to one
 * repository, which is reset after each of them.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddCommitsTest {

    private Path folder;
    private GitServer server;
    private DirectPush hooks;
    private Path clone;
    private String first;

    @BeforeAll
    void aSiteThatStands(@TempDir Path shared) {
        folder = shared;
        server = new GitServer(folder).installed();
        hooks = new DirectPush(server);
        clone = server.clonedWithSite();
        assertThat(hooks.push(clone).status()).isZero();
        first = server.git(clone, "rev-parse", "HEAD").strip();
    }

    @AfterEach
    void asItWas() {
        Path repository = server.repository();
        server.git(clone, "reset", "-q", "--hard", first);
        server.git(repository, "update-ref", "refs/heads/main", first);
        server.git(repository, "for-each-ref", "--format=%(refname)")
                .lines()
                .filter(name -> !name.equals("refs/heads/main"))
                .forEach(name -> server.git(repository, "update-ref", "-d", name));
    }

    /** Runs a script in the clone; what it says. */
    private String shell(String script, String... words) {
        try {
            List<String> command = new ArrayList<>(List.of("sh", "-ec", script, "sh"));
            command.addAll(List.of(words));
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(clone.toFile()).redirectErrorStream(true);
            for (String who : List.of("AUTHOR", "COMMITTER")) {
                builder.environment().put("GIT_" + who + "_NAME", "测试");
                builder.environment().put("GIT_" + who + "_EMAIL", "test@shili.example");
            }
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said.strip();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @Promise("hooks accept branches and tags only")
    @ValueSource(
            strings = {"refs/notes/commits", "refs/gongkai/x", "refs/changes/01/1/1", "refs/stash", "refs/replace/SELF"
            })
    void takesBranchesAndTagsOnly(String name) {
        String at = server.git(clone, "rev-parse", "HEAD").strip();
        String whole = name.replace("SELF", at);

        assertThat(hooks.push(clone, "HEAD", whole))
                .isEqualTo(new Pushed(1, "没有收下这次推送：\n  这个仓库只收分支和标签，不收 " + whole + "。\n仓库和网站都没有变。"));

        server.git(server.repository(), "update-ref", "refs/notes/old", at);
        assertThat(hooks.push(at + " " + "0".repeat(40) + " refs/notes/old").status())
                .isZero();
    }

    /** A commit whose tree has a file of a name that git itself would not put there. */
    private String committed(String name) {
        return shell(
                "blob=$(git rev-parse HEAD:content/a.md);"
                        + "tree=$(printf '100644 blob %s\\t%s\\0' \"$blob\" \"$1\" | git mktree -z);"
                        + "(git ls-tree HEAD; printf '040000 tree %s\\tother\\n' \"$tree\") | git mktree >tree.tmp;"
                        + "git commit-tree -m odd -p HEAD $(cat tree.tmp)",
                name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".git",
                ".GIT",
                ".Git. ",
                "git~1",
                "GIT~2",
                ".g\u200Cit",
                ".git::$INDEX_ALLOCATION",
                "a:b.md",
                "con.md",
                "LPT1",
                "aux.x.md",
                "a. ",
                "a.md.",
                "a?.md",
                "a\\b.md",
                "a\"b"
            })
    void refusesNamesThatLeadElsewhereOrThatWindowsDoesNotHave(String name) {
        String commit = committed(name);

        Pushed pushed = hooks.push(clone, commit, "refs/heads/main");

        assertThat(pushed.status()).isEqualTo(1);
        assertThat(pushed.said()).contains("（odd）：\n  other/" + name + "：").containsPattern("不能作文件名|Windows");
        hooks.assertNothingCameIn();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"con", "console.md", ".gitignore", ".github", "git~", "com.md", "a b.md", "通知。.md", "null.md"})
    void takesNamesThatOnlyLookLikeThem(String name) {
        String commit = committed(name);

        assertThat(hooks.push(clone, commit, "refs/heads/other").status()).isEqualTo(name.equals("con") ? 1 : 0);
    }

    @Test
    void aNameForWindowsThatALaterCommitMendsKeepsNobodyOut() {
        server.git(clone, "reset", "-q", "--hard", committed("a:b.md"));
        server.git(clone, "rm", "-q", "-r", "other");
        server.commit(clone, "mended");

        assertThat(hooks.push(clone).status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808 +0000",
                "9223372036854775807 +0000",
                "4611686018427387904 +0000",
                "253402300800 +0000",
                "-5 +0000",
                "99999999999999999999999999 +0000",
                "1700000000 +zzzz",
                "1700000000 +9900",
                "1700000000",
                "+0000"
            })
    void tellsOfTimesThatCannotBeReadAndReadsThem(String time) {
        String commit = shell(
                "printf 'tree %s\\nparent %s\\nauthor x <x@shili.example> %s\\ncommitter x <x@shili.example> %s\\n\\nodd\\n'"
                        + " $(git rev-parse HEAD^{tree}) $(git rev-parse HEAD) \"$1\" \"$1\""
                        + " | git hash-object -t commit -w --stdin --literally",
                time);

        assertThat(hooks.push(clone, commit, "refs/heads/main").said()).contains("（odd）：\n  提交的时间读不出来，请校准电脑的时钟再提交\n");

        // One that came in before there were hooks.
        shell(
                "git push -q --no-verify \"$1\" \"$2\":refs/heads/main || git --git-dir=\"$1\" update-ref refs/heads/main \"$2\"",
                server.repository().toString(),
                commit);
        server.git(server.repository(), "update-ref", "refs/tags/edition/odd", commit);
        var ran = run("publish", "-s", server.repository(), "--rev", "main", "--to", folder.resolve("to" + commit));
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("提交 " + commit.substring(0, 10) + " 的时间读不出来，按 1970 年 1 月 1 日算")
                .doesNotContain("程序出错");
    }
}
