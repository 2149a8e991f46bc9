package org.gongkai.history.git.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.history.git.work.Desks.Engine;
import org.gongkai.history.git.work.PullResult.Updated;
import org.gongkai.history.git.work.TransferResult.Status;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Settings and states of a repository that are seldom met. */
@Tag("slow")
class UnusualWorkTreeTest extends FolderFixture {

    private static final String NOTICE = "content/通知/开会.md";

    @Test
    void aPullWritesTheLineEndingsOfWindows() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n\n二\n\n三\n");
        Path mine = desks.clone("乙");
        desks.git(mine, "config", "core.autocrlf", "true");
        GitServer.write(mine, NOTICE, "一\r\n\r\n二\r\n\r\n三改\r\n");
        Path theirs = desks.clone("甲");
        GitServer.write(theirs, NOTICE, "一改\n\n二\n\n三\n");
        GitServer.write(theirs, "content/图.png", "\0\n");
        desks.pushed(theirs);
        WorkingCopy copy = desks.open(mine);

        assertThat(copy.pull(Optional.empty())).isInstanceOf(Updated.class);
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("一改\r\n\r\n二\r\n\r\n三改\r\n");
        assertThat(Desks.read(mine, "content/图.png")).isEqualTo("\0\n");
        assertThat(desks.status(mine)).isEqualTo(" M " + NOTICE + "\n");
        copy.commit(List.of(NOTICE), "乙的改动", Optional.empty());
        assertThat(desks.git(mine, "cat-file", "-p", "HEAD:" + NOTICE)).isEqualTo("一改\n\n二\n\n三改\n");
    }

    @Test
    void submodulesAreLeftAlone() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙");
        Path theirs = desks.clone("甲");
        desks.git(
                theirs,
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "add",
                "-q",
                desks.server().repository().toString(),
                "模板");
        GitServer.write(theirs, NOTICE, "一改\n");
        desks.pushed(theirs);
        GitServer.write(theirs, "模板/新.md", "新\n");
        WorkingCopy copy = desks.open(mine);

        assertThat(desks.open(theirs).changes()).isEmpty();
        assertThat(copy.pull(Optional.empty())).isInstanceOf(Updated.class);
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("一改\n");
        GitServer.write(mine, NOTICE, "一再改\n");
        assertThat(copy.commit(List.of(NOTICE), "乙的改动", Optional.empty())).isInstanceOf(CommitResult.Committed.class);
        assertThat(desks.last(mine)).isEqualTo("乙的改动\nM\t" + NOTICE);
        assertThat(desks.git(mine, "ls-tree", "HEAD", "模板")).startsWith("160000 commit");
    }

    @Test
    void withoutABranchNothingIsTransferred() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙");
        desks.git(mine, "checkout", "-q", "--detach");
        WorkingCopy copy = desks.open(mine);

        assertThat(copy.state().branch()).isEmpty();
        assertThat(copy.push().status()).isEqualTo(Status.NOT_POSSIBLE);
        assertThat(copy.pull(Optional.empty())).isEqualTo(new PullResult.NotPossible("现在没有检出任何分支，请先切换到一个分支"));
    }

    @Test
    void aPullDoesNotWriteThroughALinkedFolder() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙");
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(mine.resolve("图"), outside);
        Path theirs = desks.clone("甲");
        GitServer.write(theirs, "图/一.png", "甲\n");
        desks.pushed(theirs);

        assertThat(desks.open(mine).pull(Optional.empty())).isInstanceOf(PullResult.NotPossible.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void longPathsAndManyFilesAreCommitted() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙");
        String deep = "content/" + ("很长的文件夹名称一二三四五六七八九十".repeat(3) + "/").repeat(8) + "开会.md";
        GitServer.write(mine, deep, "新\n");
        for (int i = 0; i < 300; i++) {
            GitServer.write(mine, "content/导入/第" + i + "篇.md", "新" + i + "\n");
        }
        WorkingCopy copy = desks.open(mine);
        List<String> paths =
                copy.changes().stream().map(change -> change.path()).toList();

        assertThat(paths).hasSize(301).contains(deep);
        assertThat(copy.commit(paths, "导入", Optional.empty())).isInstanceOf(CommitResult.Committed.class);
        assertThat(desks.status(mine)).isEmpty();
    }

    @Test
    void aFileBecomesAFolder() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n", "content/旧", "文件\n");
        Path mine = desks.clone("乙");
        Path theirs = desks.clone("甲");
        Files.delete(theirs.resolve("content/旧"));
        GitServer.write(theirs, "content/旧/新.md", "新\n");
        desks.pushed(theirs);

        assertThat(desks.open(mine).pull(Optional.empty())).isInstanceOf(Updated.class);
        assertThat(Desks.read(mine, "content/旧/新.md")).isEqualTo("新\n");
        assertThat(desks.status(mine)).isEmpty();
    }

    @Test
    void aPullThatFailsAtTheLastStepPutsBackTheFiles() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n\n二\n", "content/删/删.md", "删\n");
        Path mine = desks.clone("乙");
        Path theirs = desks.clone("甲");
        GitServer.write(theirs, NOTICE, "一改\n\n二\n");
        GitServer.write(theirs, "content/新/新.md", "新\n");
        Files.delete(theirs.resolve("content/删/删.md"));
        desks.pushed(theirs);
        GitServer.write(mine, NOTICE, "一\n\n二改\n");
        WorkingCopy copy = desks.open(mine);
        // The last step is to move the branch, which writes its log first.
        Path log = mine.resolve(".git/logs/refs/heads/main");
        Files.delete(log);
        GitServer.write(log, "x", "");

        assertThatThrownBy(() -> copy.pull(Optional.empty())).isInstanceOf(IOException.class);
        assertThat(desks.status(mine)).isEqualTo(" M " + NOTICE + "\n");
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("一\n\n二改\n");
        assertThat(mine.resolve("content/新/新.md")).doesNotExist();
        Files.delete(log.resolve("x"));
        Files.delete(log);
        assertThat(copy.pull(Optional.empty())).isInstanceOf(Updated.class);
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("一改\n\n二改\n");
        try (Stream<Path> left = Files.list(mine.resolve(".git"))) {
            assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("gongkai-update"));
        }
    }

    @Test
    void aHookThatDoesNotEndIsEnded() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙");
        Desks.hook(mine.resolve(".git/hooks"), "pre-commit", "sleep 60\n");
        GitServer.write(mine, NOTICE, "一改\n");
        GitEnvironment usual = desks.environment(Map.of());
        GitEnvironment hasty = new GitEnvironment(
                usual.program(), usual.variables(), usual.home(), Duration.ofSeconds(2), usual.network(), true);

        assertThat(WorkingCopy.open(mine, hasty).orElseThrow().commit(List.of(NOTICE), "修改", Optional.empty()))
                .isEqualTo(new CommitResult.Refused(List.of("提交时运行的钩子迟迟没有结束，已经停下。")));
        assertThat(desks.status(mine)).isEqualTo(" M " + NOTICE + "\n");
    }

    @Test
    void aServerThatWantsAPasswordIsNotWaitedFor() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙");
        Path ssh = folder.resolve("ssh");
        Desks.hook(folder, "ssh", "echo 'git@server: Permission denied (publickey,password).' >&2\nexit 255\n");
        desks.setAddress(mine, "git@server:site.git");
        Map<String, String> variables = Map.of("GIT_SSH", ssh.toString());
        WorkingCopy copy = WorkingCopy.open(mine, desks.environment(variables)).orElseThrow();

        assertThat(copy.push().status()).isEqualTo(Status.NEEDS_LOGIN);
        assertThat(copy.push().lines()).contains("git@server: Permission denied (publickey,password).");
    }

    /** As on a share; a program in the place of git says what git would. */
    @Test
    void aFolderOfSomebodyElseIsOneSentence() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙");
        String said = "detected dubious ownership in repository at '$PWD'";
        Desks.hook(
                folder.resolve("bin"),
                "git",
                "case \"$*\" in *config*) exit 0;; esac\necho \"fatal: " + said + "\" >&2\nexit 128\n");
        Map<String, String> variables = Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));

        assertThat(WorkingCopy.open(mine, desks.environment(variables))
                        .orElseThrow()
                        .push())
                .isEqualTo(TransferResult.of(
                        Status.NOT_POSSIBLE,
                        "文件夹 " + mine.toRealPath()
                                + " 属于另一个用户，git 不肯使用；请运行 git config --global --add safe.directory " + mine.toRealPath()
                                + "。"));
    }

    @ParameterizedTest
    @EnumSource
    void settingsOfTheUserAndFiltersAreUsed(Engine engine) throws IOException {
        Desks desks = new Desks(folder, engine).begun(NOTICE, "一\n", ".gitattributes", "*.txt filter=x\n");
        Path mine = desks.clone("乙");
        Path settings = folder.resolve(".gitconfig");
        GitServer.write(
                folder,
                ".gitconfig",
                "[core]\n\tautocrlf = true\n[filter \"x\"]\n\tclean = tr a-z A-Z\n\tsmudge = tr A-Z a-z\n");
        GitServer.write(mine, NOTICE, "一\r\n二\r\n");
        GitServer.write(mine, "content/表.txt", "abc\n");
        WorkingCopy copy = WorkingCopy.open(mine, desks.environment(Map.of("GIT_CONFIG_GLOBAL", settings.toString())))
                .orElseThrow();

        copy.commit(List.of(NOTICE, "content/表.txt"), "修改", Optional.empty());
        for (String path : List.of(NOTICE, "content/表.txt")) {
            GitServer.write(mine, path, "坏\n");
            copy.discard(path, now -> true);
        }

        assertThat(desks.git(mine, "cat-file", "-p", "HEAD:" + NOTICE)).isEqualTo("一\n二\n");
        assertThat(desks.git(mine, "cat-file", "-p", "HEAD:content/表.txt")).isEqualTo("ABC\n");
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("一\r\n二\r\n");
        assertThat(Desks.read(mine, "content/表.txt")).isEqualTo("abc\r\n");
        assertThat(copy.changes()).isEmpty();
    }

    @Test
    void aPullWritesSymbolicLinks() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙");
        Path theirs = desks.clone("甲");
        Files.createSymbolicLink(theirs.resolve("content/链接.md"), Path.of("通知/开会.md"));
        desks.pushed(theirs);

        assertThat(desks.open(mine).pull(Optional.empty())).isInstanceOf(Updated.class);
        assertThat(mine.resolve("content/链接.md")).isSymbolicLink().hasContent("一");
        assertThat(desks.status(mine)).isEmpty();
    }

    // Lock files of git: those of a day ago are removed, later ones are respected.

    private static void age(Path lock, Duration age) throws IOException {
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(age)));
    }

    @Test
    @Promise("A lock file of git that is older than a day")
    void eachLockThatADeskNeedsIsFreed() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙").toRealPath();
        int commits = 0;
        for (String name :
                List.of("index", "HEAD", "refs/heads/main", "config", "packed-refs", "refs/remotes/origin/main")) {
            Path lock = Files.createFile(mine.resolve(".git").resolve(name + ".lock"));
            GitServer.write(mine, NOTICE, "改" + commits++ + "\n");
            try (WorkingCopy copy = desks.open(mine)) {
                age(lock, Duration.ofHours(23));
                copy.commit(List.of(NOTICE), "修改", Optional.empty());
                assertThat(lock).exists();
                age(lock, Duration.ofHours(25));
                copy.identify(Desks.HE.orElseThrow());
                assertThat(lock).doesNotExist();
                GitServer.write(mine, NOTICE, "再改" + commits++ + "\n");
                assertThat(copy.commit(List.of(NOTICE), "修改", Optional.empty()))
                        .isInstanceOf(CommitResult.Committed.class);
                assertThat(copy.push().status().name()).isEqualTo("DONE");
            }
        }
    }
}
