package org.gongkai.write.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.gongkai.io.JsonObject;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;
import org.gongkai.write.desk.DeskClient.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renaming, removing and withdrawing entries that are committed. */
@Tag("slow")
class EntryFilesTest {

    private static final String PUBLIC = "content/通知/开会.md";
    private static final String DRAFT = "content/通知/草稿.md";

    @TempDir
    private Path root;

    private SiteFolder site;
    private GitFolder git;

    @AutoClose
    private DeskClient desk;

    @BeforeEach
    void aRepository() {
        site = new SiteFolder(root)
                .published(PUBLIC, "标题: 关于开会的通知", "文种: 通知", "发布日期: 2024-05-06", "成文日期: 2024-05-06")
                .entry(DRAFT, "标题: 没写完", "文种: 通知", "发布日期: 2024-05-06", "状态: 草稿")
                .entry("content/文章/会后.md", "标题: 会后", "发布日期: 2024-05-07");
        site.file("content/文章/会后.md", "---\n标题: 会后\n发布日期: 2024-05-07\n---\n\n见[通知](../通知/开会.md)。\n");
        git = new GitFolder(root).commit("2024-05-06", "张三", "开始");
        desk = new DeskClient(root);
    }

    private void rename(String from, String to) throws IOException {
        Files.move(root.resolve(from), root.resolve(to));
    }

    private Answer remove(String path) {
        return desk.post("api/remove", "path", path, "window", DeskClient.WINDOW);
    }

    @Test
    void aRenamedEntryKeepsItsHistoryAndItsFormerAddress() throws IOException {
        String path = "content/通知/召开党员大会.md";
        rename(PUBLIC, path);

        assertThat(desk.get("api/changes").json().objects("changes"))
                .extracting(change -> change.text("kind") + " " + change.text("path"))
                .containsExactly("RENAMED " + path);
        JsonObject committed = desk.post(
                        "api/commit",
                        "paths",
                        List.of(path),
                        "message",
                        "改名",
                        "name",
                        "组织委员",
                        "mail",
                        "z@shili.example")
                .json();
        assertThat(committed.text("result")).isEqualTo("done");
        assertThat(desk.get("api/history", "path", path).json().objects("revisions"))
                .extracting(revision -> revision.text("subject"))
                .containsExactly("改名", "开始");
        site.built();
        assertThat(site.page("notices/2024/kai-hui.html")).contains("zhao-kai-dang-yuan-da-hui.html");
        assertThat(site.page("articles/2024/hui-hou.html")).contains("zhao-kai-dang-yuan-da-hui.html");
    }

    @Test
    void aCommittedDraftIsRemovedAndItsTextCanBeTakenBack() throws IOException {
        String text = Files.readString(root.resolve(DRAFT));
        assertThat(desk.get("api/removal", "path", DRAFT).json().bool("public")).isFalse();

        assertThat(remove(DRAFT).status()).isEqualTo(200);

        assertThat(root.resolve(DRAFT)).doesNotExist();
        assertThat(desk.get("api/changes").json().objects("changes"))
                .extracting(change -> change.text("kind") + " " + change.text("path"))
                .containsExactly("DELETED " + DRAFT);
        assertThat(desk.get("api/entry", "path", DRAFT).json().objects("drafts"))
                .singleElement()
                .satisfies(draft ->
                        assertThat(draft.text("header") + draft.text("body")).isEqualTo(text));
    }

    @Test
    void anEntryThatWasPublicIsNotRemovedUnderAnyNameButWithdrawnWithAReason() throws IOException {
        String refusal = "409 这一条公开过，不能删去；要撤下请把状态改成“已撤回”，写上日期和原因。";
        assertThat(desk.get("api/removal", "path", PUBLIC).json().bool("public"))
                .isTrue();
        assertThat(remove(PUBLIC)).hasToString(refusal);
        String renamed = "content/通知/大会.md";
        rename(PUBLIC, renamed);
        assertThat(remove(renamed)).hasToString(refusal);
        JsonObject opened = desk.get("api/entry", "path", renamed).json();
        Function<String, Answer> withdraw = reason -> desk.postText(
                "api/withdraw",
                renamed,
                opened.text("version"),
                opened.text("header"),
                opened.text("body"),
                "reason",
                reason);

        assertThat(withdraw.apply(" ")).hasToString("409 请写明为什么撤下，读者会在原来的网址上看到。");
        assertThat(withdraw.apply("会议取消").json().text("header"))
                .contains("状态: 已撤回\n", "撤回日期: 2024-06-01\n", "撤回原因: 会议取消\n");
    }

    @Test
    void whatWasEverPublicRemainsSoAsADraft() throws IOException {
        String text = Files.readString(root.resolve(PUBLIC)).replace("---\n\n", "状态: 草稿\n---\n\n");
        Files.writeString(root.resolve(PUBLIC), text);
        git.commit("2024-05-07", "张三", "退回草稿");

        assertThat(remove(PUBLIC).status()).isEqualTo(409);
    }
}
