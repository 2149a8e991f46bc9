package org.gongkai.history.git.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.history.git.work.PullResult.Conflicts;
import org.gongkai.history.git.work.PullResult.FileConflict;
import org.gongkai.history.git.work.PullResult.NotPossible;
import org.gongkai.history.git.work.PullResult.PendingMerge;
import org.gongkai.history.git.work.PullResult.Updated;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two secretaries change the same site. */
@Tag("slow")
class PullTest extends FolderFixture {

    private static final String NOTICE = "content/通知/开会.md";
    private static final String TEXT = "第一段\n\n第二段\n\n第三段\n";

    /** 甲 has pushed a text; 乙 does not have it yet. */
    private Path behind(Desks desks, String path, String text) {
        Path mine = desks.clone("乙");
        pushed(desks, path, text);
        return mine;
    }

    private void pushed(Desks desks, String path, String text) {
        Path theirs = folder.resolve("甲");
        if (!Files.exists(theirs)) {
            desks.clone("甲");
        }
        GitServer.write(theirs, path, text);
        desks.pushed(theirs);
    }

    private static PendingMerge pending(PullResult result) {
        assertThat(result).isInstanceOf(Conflicts.class);
        return ((Conflicts) result).merge();
    }

    private String graph(Desks desks, Path clone) {
        return desks.git(clone, "log", "-1", "--format=%s %p").strip().replaceAll("[0-9a-f]{7,}", "*");
    }

    /** A filter runs between the comparison of a pull and its writing. */
    @Test
    @Promise("and a pull compares once more after filters")
    void whatAnEditorWritesDuringAPullIsNotOverwritten() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n", ".gitattributes", "*.md filter=late\n");
        Path mine = behind(desks, NOTICE, "二\n");
        desks.git(mine, "config", "filter.late.smudge", "cat; echo 编辑器写的 > '" + mine.resolve(NOTICE) + "'");

        PullResult result = desks.open(mine).pull(Optional.empty());

        assertThat(Desks.read(mine, NOTICE)).isEqualTo("编辑器写的\n");
        assertThat(result).isInstanceOf(PullResult.Conflicts.class);
    }

    @Test
    void whatTheServerHasComesWithoutAMerge() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT, "content/删/删.md", "删\n");
        Path mine = behind(desks, NOTICE, "改\n");
        desks.git(folder.resolve("甲"), "rm", "-q", "content/删/删.md");
        pushed(desks, "content/-新.md", "新\n");
        WorkingCopy copy = desks.open(mine);

        assertThat(copy.pull(Optional.empty()))
                .isEqualTo(new Updated(List.of("content/-新.md", "content/删/删.md", NOTICE)));
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("改\n");
        assertThat(mine.resolve("content/删")).doesNotExist();
        assertThat(desks.status(mine)).isEmpty();
        assertThat(copy.pull(Optional.empty())).isEqualTo(new PullResult.UpToDate());
    }

    @Test
    void changesThatAreNotCommittedStay() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT, "content/别.md", "别\n");
        Path mine = behind(desks, NOTICE, TEXT.replace("第一段", "第一段改"));
        GitServer.write(mine, NOTICE, TEXT.replace("第三段", "第三段改"));
        GitServer.write(mine, "content/别.md", "别改\n");
        GitServer.write(mine, "content/新.md", "新\n");

        assertThat(desks.open(mine).pull(Optional.empty())).isEqualTo(new Updated(List.of(NOTICE)));
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("第一段改\n\n第二段\n\n第三段改\n");
        assertThat(desks.status(mine)).isEqualTo(" M content/别.md\n M " + NOTICE + "\n?? content/新.md\n");
        assertThat(desks.git(mine, "show", "HEAD:" + NOTICE)).startsWith("第一段改").endsWith("第三段\n");
    }

    @Test
    void aChangeThatIsNotCommittedCollides() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT);
        Path mine = behind(desks, NOTICE, TEXT.replace("第一段", "甲写的"));
        GitServer.write(mine, NOTICE, TEXT.replace("第一段", "乙写的"));
        WorkingCopy copy = desks.open(mine);

        PendingMerge merge = pending(copy.pull(Optional.empty()));

        assertThat(merge.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.path()).isEqualTo(NOTICE);
            assertThat(conflict.ours()).contains(Desks.bytes(TEXT.replace("第一段", "乙写的")));
        });
        assertThat(desks.status(mine)).isEqualTo(" M " + NOTICE + "\n");
        assertThat(copy.resolve(merge, Map.of(NOTICE, Optional.of(Desks.bytes("两人写的\n"))), Optional.empty()))
                .isEqualTo(new Updated(List.of(NOTICE)));
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("两人写的\n");
        assertThat(desks.status(mine)).isEqualTo(" M " + NOTICE + "\n");
        assertThat(graph(desks, mine)).isEqualTo("甲的改动 *");
    }

    @Test
    void aNewFileCollidesEvenIfItIsIgnored() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT);
        Path mine = behind(desks, "content/新.md", "甲的\n");
        GitServer.write(mine, "content/新.md", "乙的\n");
        Files.writeString(mine.resolve(".git/info/exclude"), "新.md\n");

        PendingMerge merge = pending(desks.open(mine).pull(Optional.empty()));

        assertThat(merge.conflicts()).extracting(FileConflict::base).containsExactly(Optional.empty());
        assertThat(Desks.read(mine, "content/新.md")).isEqualTo("乙的\n");
    }

    @Test
    void twoCommitsAreMerged() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT);
        Path mine = behind(desks, NOTICE, TEXT.replace("第一段", "第一段改"));
        GitServer.write(mine, NOTICE, TEXT.replace("第三段", "第三段改"));
        desks.server().commit(mine, "乙的改动");
        GitServer.write(mine, "暂存.md", "暂存\n");
        desks.git(mine, "add", "暂存.md");
        WorkingCopy copy = desks.open(mine);

        assertThat(copy.pull(Optional.empty())).isEqualTo(new Updated(List.of(NOTICE)));
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("第一段改\n\n第二段\n\n第三段改\n");
        assertThat(graph(desks, mine)).isEqualTo("合并服务器上的改动 * *");
        assertThat(desks.status(mine)).isEqualTo("A  暂存.md\n");

        assertThat(copy.undoCommit()).isEmpty();
        assertThat(desks.status(mine)).isEqualTo(" M " + NOTICE + "\nA  暂存.md\n");
        assertThat(copy.state().unsent()).isEmpty();
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("第一段改\n\n第二段\n\n第三段改\n");
    }

    @Test
    void conflictsAreDecidedAndBecomeOneCommit() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT, "content/二.md", TEXT, "content/三.md", TEXT);
        Path mine = behind(desks, NOTICE, TEXT.replace("第一段", "甲写的"));
        pushed(desks, "content/二.md", TEXT.replace("第二段", "甲写的"));
        GitServer.write(mine, NOTICE, TEXT.replace("第一段", "乙写的"));
        Files.delete(mine.resolve("content/二.md"));
        GitServer.write(mine, "content/三.md", "乙写的\n");
        desks.server().commit(mine, "乙的改动");
        WorkingCopy copy = desks.open(mine);
        String head = desks.git(mine, "rev-parse", "HEAD");

        PendingMerge merge = pending(copy.pull(Optional.empty()));

        assertThat(merge.conflicts()).extracting(FileConflict::path).containsExactly("content/二.md", NOTICE);
        assertThat(merge.conflicts().get(0).ours()).isEmpty();
        assertThat(merge.conflicts().get(1).base()).contains(Desks.bytes(TEXT));
        assertThat(merge.conflicts().get(1).theirs()).contains(Desks.bytes(TEXT.replace("第一段", "甲写的")));
        assertThat(desks.status(mine)).isEmpty();
        assertThat(desks.git(mine, "rev-parse", "HEAD")).isEqualTo(head);
        assertThat(copy.state().unfinished()).isEmpty();

        PullResult half = copy.resolve(merge, Map.of("content/二.md", Optional.empty()), Optional.empty());
        assertThat(pending(half).conflicts()).hasSize(2);
        PullResult whole = copy.resolve(
                merge,
                Map.of("content/二.md", Optional.empty(), NOTICE, Optional.of(Desks.bytes("都要\n"))),
                Optional.empty());
        assertThat(whole).isInstanceOf(Updated.class);
        assertThat(graph(desks, mine)).isEqualTo("合并服务器上的改动 * *");
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("都要\n");
        assertThat(mine.resolve("content/二.md")).doesNotExist();
        assertThat(desks.status(mine)).isEmpty();
        assertThat(copy.push().status().name()).isEqualTo("DONE");
    }

    @Test
    void whatIsEditedWhileOneDecidesIsAskedAgain() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT);
        Path mine = behind(desks, NOTICE, "甲写的\n");
        GitServer.write(mine, NOTICE, "乙写的\n");
        desks.server().commit(mine, "乙的改动");
        WorkingCopy copy = desks.open(mine);
        PendingMerge merge = pending(copy.pull(Optional.empty()));
        Map<String, Optional<byte[]>> choices = Map.of(NOTICE, Optional.of(Desks.bytes("甲写的\n")));
        GitServer.write(mine, NOTICE, "乙又写的\n");

        PendingMerge again = pending(copy.resolve(merge, choices, Optional.empty()));

        assertThat(again.conflicts().get(0).ours()).contains(Desks.bytes("乙又写的\n"));
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("乙又写的\n");
        assertThat(copy.resolve(again, choices, Optional.empty())).isInstanceOf(Updated.class);
        assertThat(Desks.read(mine, NOTICE)).isEqualTo("甲写的\n");
    }

    @Test
    void aFileRenamedOnOneSideKeepsTheChangesOfTheOther() throws IOException {
        Desks desks = new Desks(folder).begun("content/一.md", TEXT, "content/二.md", TEXT + "另一篇\n");
        Path mine = desks.clone("乙");
        desks.clone("甲");
        desks.git(folder.resolve("甲"), "mv", "content/一.md", "content/一改名.md");
        pushed(desks, "content/二.md", TEXT + "另一篇改\n");
        desks.git(mine, "mv", "content/二.md", "content/二改名.md");
        GitServer.write(mine, "content/一.md", TEXT.replace("第一段", "第一段改"));
        desks.server().commit(mine, "乙的改动");

        assertThat(desks.open(mine).pull(Optional.empty())).isInstanceOf(Updated.class);
        assertThat(desks.git(mine, "ls-files")).isEqualTo("content/一改名.md\ncontent/二改名.md\n");
        assertThat(Desks.read(mine, "content/一改名.md")).startsWith("第一段改");
        assertThat(Desks.read(mine, "content/二改名.md")).endsWith("另一篇改\n");
        assertThat(desks.status(mine)).isEmpty();
    }

    @Test
    void anInterruptedPullIsFinishedByTheNext() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT, "content/二.md", "二\n");
        Path mine = behind(desks, NOTICE, TEXT.replace("第一段", "第一段改"));
        GitServer.write(mine, "content/二.md", "乙的\n");
        desks.server().commit(mine, "乙的改动");
        // The machine stopped after the files were written, before the branch was moved.
        GitServer.write(mine, NOTICE, TEXT.replace("第一段", "第一段改"));
        desks.git(mine, "add", NOTICE);

        assertThat(desks.open(mine).pull(Optional.empty())).isEqualTo(new Updated(List.of()));
        assertThat(desks.status(mine)).isEmpty();
        assertThat(graph(desks, mine)).isEqualTo("合并服务器上的改动 * *");
    }

    @Test
    void aFolderThatCannotBeWrittenLeavesEverythingAsItWas() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT, "content/二/二.md", "二\n");
        Path mine = behind(desks, "content/一.md", "甲的\n");
        pushed(desks, "content/二/二.md", "甲的\n");
        Files.delete(mine.resolve("content/二/二.md"));
        Files.createDirectories(mine.resolve("content/二/二.md/里面"));
        Files.writeString(mine.resolve("content/二/二.md/里面/文件"), "乙的\n");

        assertThat(desks.open(mine).pull(Optional.empty()))
                .isEqualTo(new NotPossible("“content/二/二.md”在一边是文件、在另一边是文件夹，或者名称不能使用；请先改名或移走"));
        assertThat(mine.resolve("content/一.md")).doesNotExist();
        assertThat(Desks.read(mine, "content/二/二.md/里面/文件")).isEqualTo("乙的\n");
    }

    @Test
    void otherHistoriesAreNotMerged() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT);
        Path mine = desks.fresh("main");
        GitServer.write(mine, "别.md", "别\n");
        WorkingCopy copy = desks.open(mine);

        assertThat(copy.changes()).extracting(FileChange::path).containsExactly("别.md");
        desks.server().commit(mine, "另一个开始");
        assertThat(copy.pull(Desks.HE)).isEqualTo(new NotPossible("本地与服务器上的提交没有共同的起点，不能合并；请确认服务器地址没有写错"));
    }

    @Test
    void theFirstPullFillsAnEmptyWorkTree() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT);
        Path mine = desks.fresh("main");

        assertThat(desks.open(mine).pull(Optional.empty())).isEqualTo(new Updated(List.of(NOTICE)));
        assertThat(desks.status(mine)).isEmpty();
        assertThat(graph(desks, mine)).isEqualTo("开始");
    }

    @Test
    void aShallowCloneIsMerged() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT);
        pushed(desks, NOTICE, TEXT + "尾\n");
        Path mine = folder.resolve("shallow");
        desks.git(
                folder,
                "clone",
                "-q",
                "--depth=1",
                "file://" + desks.server().repository().toUri().getRawPath(),
                mine.toString());
        pushed(desks, "content/新.md", "新\n");
        GitServer.write(mine, "content/我.md", "我\n");
        desks.server().commit(mine, "我的改动");

        assertThat(desks.open(mine).pull(Desks.HE)).isEqualTo(new Updated(List.of("content/新.md")));
        assertThat(desks.status(mine)).isEmpty();
    }

    @Test
    void aMergeNeedsAName() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, TEXT);
        Path mine = behind(desks, "content/新.md", "新\n");
        GitServer.write(mine, "content/我.md", "我\n");
        desks.server().commit(mine, "我的改动");
        desks.git(mine, "config", "--unset", "user.email");
        WorkingCopy copy = desks.open(mine);

        assertThat(copy.pull(Optional.empty())).isEqualTo(new PullResult.NeedsIdentity());
        assertThat(copy.pull(Desks.HE)).isInstanceOf(Updated.class);
        assertThatThrownBy(() -> copy.contentAt(".git/config", "HEAD")).isInstanceOf(IllegalArgumentException.class);
    }
}
