package org.gongkai.history.git.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongkai.history.git.work.FileChange.Kind;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a secretary does in a work tree without asking the server. */
@Tag("slow")
class WorkingCopyTest extends FolderFixture {

    private static final String NOTICE = "content/通知/开会.md";
    private static final String PLAN = "content/计划/全年.md";

    @Test
    void tellsWhatIsCheckedOut() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path clone = desks.clone("甲");

        WorkingCopyState state = desks.open(clone).state();

        assertThat(state.branch()).contains("main");
        assertThat(state.unsent()).isEmpty();
        assertThat(state.unfinished()).isEmpty();
    }

    @Test
    void aRepositoryWithoutACommitOrAServerIsOne() throws IOException {
        Desks desks = new Desks(folder);
        Path fresh = folder.resolve("fresh");
        desks.git(folder, "init", "-q", "-b", "main", fresh.toString());
        GitServer.write(fresh, NOTICE, "一\n");
        WorkingCopy copy = desks.open(fresh);

        assertThat(copy.state().head()).isEmpty();
        assertThat(copy.changes()).containsExactly(new FileChange(Kind.NEW, NOTICE, Optional.empty()));
        assertThat(copy.commit(List.of(NOTICE), "第一次", Optional.empty())).isEqualTo(new CommitResult.NeedsIdentity());
        assertThat(copy.commit(List.of(NOTICE), "第一次", Desks.HE)).isInstanceOf(CommitResult.Committed.class);
        assertThat(desks.last(fresh)).isEqualTo("第一次\nA\t" + NOTICE);
        assertThat(copy.changes()).isEmpty();
        assertThat(copy.undoCommit()).contains("第一次提交不能撤销");
    }

    @Test
    void aFolderWithoutGitIsNone() throws IOException {
        Desks desks = new Desks(folder);
        Path plain = Files.createDirectory(folder.resolve("plain"));

        assertThat(WorkingCopy.open(plain, desks.environment(Map.of()))).isEmpty();
    }

    @Test
    void listsChangesAgainstTheCommitWhateverIsStaged() throws IOException {
        Desks desks = new Desks(folder)
                .begun(
                        NOTICE,
                        "一\n",
                        PLAN,
                        "二\n",
                        "content/旧.md",
                        "一样的内容\n第二行\n",
                        "content/删.md",
                        "四\n",
                        ".gitignore",
                        "*.tmp\n");
        Path clone = desks.clone("甲");
        GitServer.write(clone, NOTICE, "一改\n");
        GitServer.write(clone, PLAN, "二改\n");
        desks.git(clone, "add", PLAN);
        Files.move(clone.resolve("content/旧.md"), clone.resolve("content/é新.md"));
        Files.delete(clone.resolve("content/删.md"));
        GitServer.write(clone, "content/-n.md", "新\n");
        GitServer.write(clone, "content/x.tmp", "不算\n");
        GitServer.write(clone, "staged.md", "暂存后又删\n");
        desks.git(clone, "add", "staged.md");
        Files.delete(clone.resolve("staged.md"));

        assertThat(desks.open(clone).changes())
                .containsExactly(
                        new FileChange(Kind.NEW, "content/-n.md", Optional.empty()),
                        new FileChange(Kind.RENAMED, "content/é新.md", Optional.of("content/旧.md")),
                        new FileChange(Kind.DELETED, "content/删.md", Optional.empty()),
                        new FileChange(Kind.MODIFIED, PLAN, Optional.empty()),
                        new FileChange(Kind.MODIFIED, NOTICE, Optional.empty()));
    }

    /** A file that was deleted must not be thought to be one of thousands that were built beside the contents. */
    @Test
    void doesNotLookForRenamesInOtherFolders() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n", "content/删.md", "四\n");
        Path clone = desks.clone("甲");
        Files.delete(clone.resolve("content/删.md"));
        GitServer.write(clone, "target/site/删.md", "四\n");

        assertThat(desks.open(clone).changes())
                .containsExactly(
                        new FileChange(Kind.DELETED, "content/删.md", Optional.empty()),
                        new FileChange(Kind.NEW, "target/site/删.md", Optional.empty()));
    }

    @Test
    void commitsExactlyTheFilesThatAreGiven() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n", PLAN, "二\n", "content/删.md", "四\n");
        Path clone = desks.clone("甲");
        GitServer.write(clone, PLAN, "二改\n");
        desks.git(clone, "add", PLAN);
        GitServer.write(clone, "别的.md", "暂存\n");
        desks.git(clone, "add", "别的.md");
        GitServer.write(clone, NOTICE, "一改\n");
        GitServer.write(clone, "content/-n.md", "新\n");
        Files.delete(clone.resolve("content/删.md"));

        CommitResult result =
                desks.open(clone).commit(List.of(NOTICE, "content/-n.md", "content/删.md"), "修改通知\n\n# 一行\n", Desks.HE);

        assertThat(result)
                .isEqualTo(new CommitResult.Committed(
                        desks.git(clone, "rev-parse", "HEAD").strip()));
        assertThat(desks.last(clone)).isEqualTo("修改通知\nA\tcontent/-n.md\nD\tcontent/删.md\nM\t" + NOTICE);
        assertThat(desks.git(clone, "log", "-1", "--format=%an <%ae> %cn%n%b"))
                .isEqualTo("何一鸣 <he@shili.example> 何一鸣\n# 一行\n\n");
        assertThat(desks.status(clone)).isEqualTo("M  " + PLAN + "\nA  别的.md\n");
    }

    @Test
    void aHookThatRefusesLeavesTheIndexAsItWas() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n", PLAN, "二\n");
        Path clone = desks.clone("甲");
        Desks.hook(clone.resolve(".git/hooks"), "pre-commit", "read answer\necho 标题没有写 >&2\nexit 1\n");
        GitServer.write(clone, NOTICE, "一改\n");
        desks.git(clone, "add", NOTICE);
        GitServer.write(clone, NOTICE, "一再改\n");
        GitServer.write(clone, "content/新.md", "新\n");
        String before = desks.status(clone);

        CommitResult result = desks.open(clone).commit(List.of(NOTICE, "content/新.md"), "修改", Optional.empty());

        assertThat(result).isEqualTo(new CommitResult.Refused(List.of("标题没有写")));
        assertThat(before).isEqualTo("MM " + NOTICE + "\n?? content/新.md\n");
        assertThat(desks.status(clone)).isEqualTo(before);
        assertThat(desks.last(clone)).startsWith("开始");
    }

    @Test
    void nothingIsCommittedIfNothingChanged() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path clone = desks.clone("甲");

        assertThat(desks.open(clone).commit(List.of(NOTICE), "修改", Optional.empty()))
                .isEqualTo(new CommitResult.NothingChanged());
        assertThat(desks.last(clone)).startsWith("开始");
    }

    @Test
    void variablesOfTheCallerDoNotLeadElsewhere() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path clone = desks.clone("甲");
        Path other = desks.clone("乙");
        GitServer.write(clone, NOTICE, "一改\n");
        Map<String, String> variables = Map.of(
                "GIT_DIR", other.resolve(".git").toString(),
                "GIT_WORK_TREE", other.toString(),
                "GIT_INDEX_FILE", folder.resolve("index").toString(),
                "GIT_AUTHOR_NAME", "别人");

        WorkingCopy.open(clone, desks.environment(variables))
                .orElseThrow()
                .commit(List.of(NOTICE), "修改", Optional.empty());

        assertThat(desks.last(clone)).startsWith("修改");
        assertThat(desks.git(clone, "log", "-1", "--format=%an")).isEqualTo("甲\n");
        assertThat(desks.last(other)).startsWith("开始");
    }

    @Test
    @Promise("a younger one is named")
    void aLockThatWasLeftIsOneSentence() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path clone = desks.clone("甲");
        GitServer.write(clone, NOTICE, "一改\n");
        Path lock = Files.createFile(clone.resolve(".git/index.lock"));
        String sentence = "另一个程序正在使用这个 git 仓库，或者上次没有正常结束（有文件 " + lock.toRealPath() + "）；请等它结束后再试，确认没有程序在用时可以删除这个文件";
        WorkingCopy copy = desks.open(clone);

        assertThat(copy.commit(List.of(NOTICE), "修改", Optional.empty()))
                .isEqualTo(new CommitResult.NotPossible(sentence));
        assertThatThrownBy(() -> copy.discard(NOTICE, now -> true))
                .isInstanceOf(IOException.class)
                .hasMessage(sentence);
        assertThat(copy.changes()).hasSize(1);
    }

    @Test
    void aMergeBegunElsewhereIsLeftAlone() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path clone = desks.clone("甲");
        desks.git(clone, "branch", "另一个");
        GitServer.write(clone, NOTICE, "甲\n");
        desks.server().commit(clone, "甲");
        desks.git(clone, "checkout", "-q", "另一个");
        GitServer.write(clone, NOTICE, "乙\n");
        desks.server().commit(clone, "乙");
        assertThat(desks.server().run(clone, List.of("merge", "-q", "main")).status())
                .isEqualTo(1);
        WorkingCopy copy = desks.open(clone);

        assertThat(copy.state().unfinished()).contains("有一次合并没有完成");
        assertThat(copy.commit(List.of(NOTICE), "修改", Optional.empty()))
                .isEqualTo(new CommitResult.NotPossible("有一次合并没有完成，请先用开始它的程序完成或放弃"));
    }

    @Test
    void theSiteMayBeAFolderOfTheRepository() throws IOException {
        Desks desks = new Desks(folder).begun("网站/" + NOTICE, "一\n", "别处.txt", "二\n");
        Path clone = desks.clone("甲");
        GitServer.write(clone, "网站/" + NOTICE, "一改\n");
        GitServer.write(clone, "别处.txt", "二改\n");
        WorkingCopy copy = desks.open(clone.resolve("网站"));

        assertThat(copy.changes()).containsExactly(new FileChange(Kind.MODIFIED, NOTICE, Optional.empty()));
        copy.commit(List.of(NOTICE), "修改", Optional.empty());
        assertThat(desks.last(clone)).isEqualTo("修改\nM\t网站/" + NOTICE);
        String head = desks.git(clone, "rev-parse", "HEAD").strip();
        assertThat(copy.contentAt(NOTICE, head)).contains(Desks.bytes("一改\n"));
        assertThat(copy.contentAt(NOTICE, "--help")).isEmpty();
        assertThat(copy.contentAt("没有.md", head)).isEmpty();
        assertThatThrownBy(() -> copy.discard("../../外面.txt", now -> true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> copy.discard("../.git/config", now -> true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasNotCommittedIsDiscardedIfItIsWhatTheUserSaw() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path clone = desks.clone("甲");
        GitServer.write(clone, NOTICE, "一改\n");
        desks.git(clone, "add", NOTICE);
        GitServer.write(clone, "content/新/新.md", "新\n");
        WorkingCopy copy = desks.open(clone);

        assertThat(copy.discard(NOTICE, saw("一改过\n"))).isFalse();
        assertThat(copy.discard("content/新/新.md", Optional::isEmpty)).isFalse();
        assertThat(desks.status(clone)).isEqualTo("M  " + NOTICE + "\n?? content/新/新.md\n");

        assertThat(copy.discard(NOTICE, saw("一改\n"))).isTrue();
        assertThat(copy.discard("content/新/新.md", saw("新\n"))).isTrue();
        assertThat(desks.status(clone)).isEmpty();
        assertThat(clone.resolve("content/新")).doesNotExist();
    }

    private static Predicate<Optional<byte[]>> saw(String text) {
        return now ->
                now.filter(bytes -> Arrays.equals(bytes, Desks.bytes(text))).isPresent();
    }

    @Test
    void commitsThatWereNotPushedCanBeUndone() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path clone = desks.clone("甲");
        WorkingCopy copy = desks.open(clone);
        GitServer.write(clone, NOTICE, "一改\n");
        copy.commit(List.of(NOTICE), "修改", Optional.empty());
        GitServer.write(clone, PLAN, "新\n");
        copy.commit(List.of(PLAN), "新增", Optional.empty());

        assertThat(copy.state().unsent()).hasSize(2);
        assertThat(copy.undoCommit()).isEmpty();
        assertThat(copy.undoCommit()).isEmpty();
        assertThat(copy.undoCommit()).contains("最近一次提交已经推送到服务器，推送过的提交不能撤销");
        assertThat(desks.last(clone)).startsWith("开始");
        assertThat(desks.status(clone)).isEqualTo(" M " + NOTICE + "\n?? " + PLAN + "\n");
    }

    @Test
    void lineEndingsOfWindowsStayOnTheDisk() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n二\n");
        Path clone = desks.clone("甲");
        desks.git(clone, "config", "core.autocrlf", "true");
        GitServer.write(clone, NOTICE, "一\r\n二改\r\n");
        WorkingCopy copy = desks.open(clone);

        copy.commit(List.of(NOTICE), "修改", Optional.empty());
        GitServer.write(clone, NOTICE, "坏\r\n");
        copy.discard(NOTICE, now -> true);

        assertThat(desks.git(clone, "cat-file", "-p", "HEAD:" + NOTICE)).isEqualTo("一\n二改\n");
        assertThat(Desks.read(clone, NOTICE)).isEqualTo("一\r\n二改\r\n");
        assertThat(copy.changes()).isEmpty();
    }

    @Test
    void aLinkedWorkTreeIsOne() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path clone = desks.clone("甲");
        Path linked = folder.resolve("linked");
        desks.git(clone, "worktree", "add", "-q", "-b", "第二", linked.toString());
        GitServer.write(linked, NOTICE, "一改\n");
        WorkingCopy copy = desks.open(linked);

        assertThat(copy.state().branch()).contains("第二");
        assertThat(copy.commit(List.of(NOTICE), "修改", Optional.empty())).isInstanceOf(CommitResult.Committed.class);
        assertThat(desks.last(linked)).isEqualTo("修改\nM\t" + NOTICE);
        assertThat(desks.status(linked)).isEmpty();
        assertThat(desks.last(clone)).startsWith("开始");
    }
}
