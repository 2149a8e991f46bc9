package org.gongkai.write.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gongkai.io.JsonObject;
import org.gongkai.testing.GitServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk offers to commit. */
@Tag("slow")
class DeskChangesTest {

    private static final String PATH = "content/通知/开会.md";

    @TempDir
    private Path folder;

    private GitServer server;
    private Path clone;

    @AutoClose
    private DeskClient desk;

    @BeforeEach
    void openADesk() {
        server = new GitServer(folder);
        clone = server.cloned("甲");
        GitServer.entry(clone, PATH, "关于开会的通知");
        GitServer.write(clone, "site/index.html", "旧");
        server.commit(clone, "开始");
        server.push(clone);
        desk = new DeskClient(clone);
    }

    private JsonObject changes() {
        return desk.get("api/changes").json();
    }

    @Test
    void whatIsNoPartOfTheSiteIsNotOffered() {
        GitServer.entry(clone, "content/通知/学习.md", "关于学习的通知");
        GitServer.write(clone, "content/通知/~$学习.docx", "x");
        GitServer.write(clone, "content/_data/site.yml", "名称: 示例党支部\n");
        GitServer.write(clone, "templates/post.ftl", "x");
        GitServer.write(clone, "assets/图.svg", "x");
        GitServer.write(clone, "site/index.html", "新");
        GitServer.write(clone, "target/site/index.html", "x");
        GitServer.write(clone, "target/site/a/b.html", "x");
        GitServer.write(clone, "记事.txt", "x");

        assertThat(changes().objects("changes").stream().map(change -> change.text("path")))
                .containsExactly("assets/图.svg", "content/_data/site.yml", "content/通知/学习.md", "templates/post.ftl");
        assertThat(desk.get("api/state").json().objects("changed").get(0).text("path"))
                .isEqualTo("content/通知/学习.md");
    }

    @Test
    void filesGoAlongWithTheEntriesThatNameThem() {
        GitServer.write(clone, PATH, text("请填[报名表](%E6%8A%A5名表.xlsx)。"));
        GitServer.write(clone, "content/通知/报名表.xlsx", "x");
        GitServer.write(clone, "content/通知/表.xlsx", "x");
        GitServer.write(clone, "content/通知/报名表.xls", "x");

        List<JsonObject> changes = changes().objects("changes");
        assertThat(changes.stream().map(change -> change.text("part")))
                .containsExactly("entry", "file", "file", "file");
        assertThat(changes.stream().filter(change -> !change.texts("namedBy").isEmpty()))
                .as("the whole name is meant")
                .singleElement()
                .matches(change -> change.text("path").endsWith("/报名表.xlsx")
                        && change.texts("namedBy").equals(List.of(PATH)));
        desk.post("api/drop", "path", "content/通知/表.xlsx");
        assertThat(clone.resolve("content/通知/表.xlsx")).doesNotExist();
        assertThat(desk.post("api/drop", "path", "content/通知/报名表.xlsx").status())
                .isEqualTo(409);
    }

    @Test
    void whatIsCommittedAndNotSentIsToldByItsTitleWhoeverCommittedIt() {
        Path other = server.cloned("乙");
        GitServer.write(other, PATH, text("乙写的。"));
        server.commit(other, "乙改");
        server.push(other);
        GitServer.write(clone, PATH, text("甲写的。"));
        server.commit(clone, "甲改");
        server.git(clone, "pull", "-q", "--no-rebase", "-Xtheirs", "origin", "main");
        GitServer.entry(clone, "content/通知/学习.md", "关于学习的通知");
        GitServer.write(clone, PATH, text("改。"));
        server.commit(clone, "学习");

        assertThat(changes().objects("unsent"))
                .extracting(paper -> paper.text("title"))
                .containsExactly("关于学习的通知", "关于开会的通知");
        assertThat(desk.get("api/history", "path", PATH).json().objects("revisions"))
                .extracting(revision -> revision.bool("unsent"))
                .containsExactly(true, true, true, false, false);
        assertThat(desk.get("api/state").text()).contains("\"unsent\":3").doesNotContain("关于学习的通知");

        server.push(clone);
        assertThat(changes().objects("unsent")).isEmpty();
    }

    @Test
    void whatGitItselfSaysOfAServerIsForAdministrators() {
        server.git(
                clone, "remote", "set-url", "origin", folder.resolve("no.git").toString());

        assertThat(desk.post("api/pull").json().text("status")).isEqualTo("NOT_FOUND");
        assertThat(desk.post("api/push").json().text("status")).isEqualTo("NOT_FOUND");
    }

    @Test
    void aPageThatWasOpenedAgainWaitsForTheUploadBefore() throws IOException {
        Path hook = Files.writeString(
                server.repository().resolve("hooks/pre-receive"), "#!/bin/sh\necho 收到 >&2\nsleep 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        GitServer.entry(clone, "content/通知/学习.md", "关于学习的通知");
        server.commit(clone, "学习");

        assertThat(Stream.of(1, 2)
                        .map(upload -> CompletableFuture.supplyAsync(
                                () -> desk.post("api/push").text()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .allMatch(answer -> answer.contains("DONE") && answer.contains("收到"));
    }

    @Test
    void anUndoTakesBackNothingThatSomebodyElseSavedMeanwhile() throws IOException {
        GitServer.write(clone, PATH, text("我写的。"));
        JsonObject opened = desk.get("api/entry", "path", PATH).json();
        GitServer.write(clone, PATH, text("别人写的。"));

        JsonObject conflict = undo(opened, opened.text("version"));

        assertThat(conflict.bool("conflict")).isTrue();
        assertThat(conflict.objects("paragraphs"))
                .anySatisfy(paragraph -> assertThat(paragraph.text("ours")).contains("我写的。"))
                .anySatisfy(paragraph -> assertThat(paragraph.text("theirs")).contains("别人写的。"));
        assertThat(Files.readString(clone.resolve(PATH))).isEqualTo(text("别人写的。"));

        JsonObject undone = undo(opened, conflict.text("version"));

        assertThat(undone.bool("conflict")).isFalse();
        assertThat(undone.text("version"))
                .isEqualTo(desk.get("api/entry", "path", PATH).json().text("version"));
        assertThat(server.git(clone, "status", "--porcelain", PATH)).isEmpty();
    }

    @Test
    void anUndoOfAFileThatSomebodyElseRemovedIsAConflictToo() throws IOException {
        JsonObject opened = desk.get("api/entry", "path", PATH).json();
        Files.delete(clone.resolve(PATH));

        JsonObject conflict = undo(opened, opened.text("version"));

        assertThat(conflict.bool("conflict")).isTrue();
        assertThat(clone.resolve(PATH)).doesNotExist();
        assertThat(undo(opened, conflict.text("version")).bool("conflict")).isFalse();
        assertThat(clone.resolve(PATH)).exists();
    }

    private static String text(String body) {
        return "---\n标题: 关于开会的通知\n发布日期: 2024-05-06\n---\n\n" + body + "\n";
    }

    private JsonObject undo(JsonObject opened, String base) {
        return desk.postText("api/undo", PATH, base, opened.text("header"), opened.text("body"))
                .json();
    }

    @Test
    void whoCommitsIsAskedOnceOnAMachine() {
        GitServer.entry(clone, "content/通知/学习.md", "关于学习的通知");
        Object[] commit = {"paths", List.of("content/通知/学习.md"), "message", "甲"};
        assertThat(desk.post("api/commit", commit).json().text("result")).isEqualTo("identity");
        Object[] named = {
            "paths", List.of("content/通知/学习.md"), "message", "甲", "name", "何一鸣", "mail", "he@shili.example"
        };
        assertThat(desk.post("api/commit", named).json().text("result")).isEqualTo("done");
        desk.close();

        desk = new DeskClient(clone);
        GitServer.entry(clone, "content/通知/学习.md", "关于集中学习的通知");
        assertThat(desk.post("api/commit", commit).json().text("result")).isEqualTo("done");
        assertThat(server.git(clone, "log", "-1", "--format=%an <%ae>")).isEqualTo("何一鸣 <he@shili.example>\n");
    }
}
