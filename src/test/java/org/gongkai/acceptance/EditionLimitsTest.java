package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gongkai.testing.GitFixture;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder.Ran;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept from readers today is kept from them in editions of earlier commits, too. */
@Tag("slow")
class EditionLimitsTest extends GitFixture {

    private static final String FOR_TWO = "名称: 示例支部\n网址: http://xin.shili.example/\n受众:\n- {名称: 群众, 范围: [社会]}\n"
            + "- {名称: 党员, 范围: [社会, 全党], 目录: dang}\n";

    private Path store;
    private int month = 1;

    @BeforeEach
    void aSiteUnderGit() {
        store = folder.resolve("store");
    }

    /** Writes an entry that nobody could mistake for another. */
    private void entry(String path, String name, String... more) {
        List<String> lines = new ArrayList<>(List.of("标题: 关于" + name + "事项的说明", "发布日期: 2024-01-02", "栏目: 制度"));
        lines.addAll(List.of(more));
        site.file(
                "content/制度/" + path + ".md",
                "---\n" + String.join("\n", lines) + "\n---\n\n这里写着" + name + "这一条独有的一段话，别处都没有。\n");
    }

    private void commit(String message) {
        git.commit("2024-0" + month++ + "-10", "甲委员", message);
    }

    private Ran publish() {
        return run("publish", "-s", site.root().toString(), "--to", store.toString());
    }

    private void published() {
        Ran ran = publish();
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).doesNotContain("没有做成年度存档");
    }

    private TreeMap<String, String> edition(String audience, String name) throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        Path edition = store.resolve(audience).resolve("current/editions").resolve(name);
        try (var all = Files.walk(edition)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                texts.put(
                        edition.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static void holdsNothingOf(TreeMap<String, String> files, String... names) {
        files.forEach((path, text) -> {
            for (String name : names) {
                assertThat(text).as(path).doesNotContain(name);
            }
        });
    }

    @Test
    @Promise("DisclosedVersions and PublicHistory apply")
    void whatWasWithdrawnNarrowedOrDeletedSinceIsNotBroughtBack() throws IOException {
        site.file("content/_data/site.yml", "名称: 旧的支部\n网址: http://jiu.shili.example/\n");
        entry("stays", "一直都公开的", "公开范围: 社会");
        entry("withdrawn", "后来撤回了的", "公开范围: 社会");
        entry("narrowed", "后来收窄了的", "公开范围: 社会", "附件: 收窄名单.txt");
        site.file("content/制度/收窄名单.txt", "名单里的字\n");
        entry("moved", "收窄又移走的", "公开范围: 社会");
        entry("deleted", "收窄又删掉的", "公开范围: 社会");
        entry("gone", "撤回又删掉的", "公开范围: 社会");
        entry("anew", "换处重写过的", "公开范围: 社会", "索引号: A1/2024-00009");
        entry("titled", "无号重写过的", "公开范围: 社会");
        entry("widened", "当时还很窄的", "公开范围: 本单位");
        entry("visible", "公开着删掉的", "公开范围: 社会");
        entry("reused", "删后占了位的", "公开范围: 社会");
        entry("expired", "已经到了期的", "公开范围: 社会", "失效日期: 2024-05-01");
        entry("draft", "退回成草稿的", "公开范围: 社会");
        entry("later", "改到以后发的", "公开范围: 社会");
        site.file(
                "content/制度/links.md",
                "---\n标题: 链接着别处的一条\n发布日期: 2024-01-02\n栏目: 制度\n公开范围: 社会\n---\n\n见[那一条](narrowed.md)和[这一条](stays.md)。\n");
        commit("第一次");
        git.git("tag", "edition/2024-01");

        site.file("content/_data/site.yml", FOR_TWO);
        entry("withdrawn", "后来撤回了的", "公开范围: 社会", "状态: 已撤回", "撤回日期: 2024-02-03");
        entry("narrowed", "后来收窄了的", "公开范围: 全党", "附件: 收窄名单.txt");
        entry("moved", "收窄又移走的", "公开范围: 全党");
        entry("deleted", "收窄又删掉的", "公开范围: 本单位");
        entry("gone", "撤回又删掉的", "公开范围: 社会", "状态: 已撤回");
        entry("reused", "删后占了位的", "公开范围: 本单位");
        entry("widened", "当时还很窄的", "公开范围: 社会");
        entry("draft", "退回成草稿的", "公开范围: 社会", "状态: 草稿");
        entry("later", "改到以后发的", "公开范围: 社会", "发布日期: 2030-01-02");
        site.file(
                "content/制度/later.md",
                Files.readString(site.root().resolve("content/制度/later.md")).replace("发布日期: 2024-01-02\n", ""));
        List.of("anew", "titled").forEach(name -> site.delete("content/制度/" + name + ".md"));
        entry("otherwise", "换处重写过的", "公开范围: 本单位", "索引号: A1/2024-00009");
        commit("第二次");
        git.git("mv", "content/制度/moved.md", "content/制度/elsewhere.md");
        List.of("deleted", "gone", "visible", "reused").forEach(name -> site.delete("content/制度/" + name + ".md"));
        entry("untitled", "无号重写过的", "公开范围: 本单位");
        commit("第三次");
        entry("reused", "占位的另一件", "公开范围: 社会");
        commit("第四次");

        published();

        TreeMap<String, String> qun = edition("qun-zhong", "2024-01");
        holdsNothingOf(
                qun,
                "后来撤回了的",
                "后来收窄了的",
                "收窄名单",
                "名单里的字",
                "收窄又移走的",
                "收窄又删掉的",
                "撤回又删掉的",
                "换处重写过的",
                "无号重写过的",
                "当时还很窄的",
                "删后占了位的",
                "占位的另一件",
                "已经到了期的",
                "退回成草稿的",
                "改到以后发的",
                "jiu.shili.example");
        assertThat(qun.get("zhi-du/2024/stays.html")).contains("一直都公开的");
        assertThat(qun.get("zhi-du/2024/visible.html")).contains("公开着删掉的");
        assertThat(qun.get("zhi-du/2024/withdrawn.html")).contains("本条已撤回", "2024年2月3日");
        assertThat(Jsoup.parse(qun.get("zhi-du/2024/links.html"))
                        .select("main a[href$=.html]")
                        .eachText())
                .contains("这一条")
                .doesNotContain("那一条");
        TreeMap<String, String> dang = edition("dang", "2024-01");
        assertThat(dang.get("zhi-du/2024/narrowed.html")).contains("后来收窄了的");
        assertThat(dang.get("zhi-du/2024/moved.html")).contains("收窄又移走的");
        holdsNothingOf(dang, "后来撤回了的", "收窄又删掉的", "换处重写过的", "当时还很窄的");
        assertThat(run("verify", store.toString(), "--all").status()).isZero();
    }

    @Test
    void aCommitOfADayToComeBringsNothingOutBeforeItsDay() throws IOException {
        entry("now", "早就公开了的");
        entry("later", "很久以后才公开的", "失效日期: 2040-01-01");
        site.file(
                "content/制度/later.md",
                Files.readString(site.root().resolve("content/制度/later.md")).replace("2024-01-02", "2030-01-02"));
        git.commit("2032-01-01", "甲委员", "钟走快了");
        git.git("tag", "edition/2032");

        published();

        TreeMap<String, String> edition = edition("", "2032");
        holdsNothingOf(edition, "很久以后才公开的");
        assertThat(edition.get("manifest.json")).contains("\"asOf\": \"2024-06-01\"");
        assertThat(edition.get("zhi-du/2024/now.html")).contains("早就公开了的");
    }

    @Test
    void aCommitThatNeverWasOnTheBranchIsTold() {
        entry("now", "早就公开了的");
        commit("第一次");
        git.git("checkout", "-q", "-b", "side");
        entry("side", "别的分支上的");
        commit("旁边的");
        git.git("tag", "edition/side");
        git.git("checkout", "-q", "main");

        Ran ran = publish();

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("注意：标签 edition/side 的提交不在发布的分支上，没有做成年度存档。");
        assertThat(store.resolve("current/editions")).doesNotExist();
    }

    @Test
    void aPageThatWasTakenDownUnderALaterAddressLeavesANoticeUnderTheEarlierOne() throws IOException {
        entry("now", "早就公开了的");
        entry("bad", "后来撤下了的", "附件: 撤下名单.txt");
        site.file("content/制度/撤下名单.txt", "名单里的字\n");
        entry("other", "提到过别人的");
        commit("第一次");
        git.git("tag", "edition/2024-01");
        git.git("mv", "content/制度/bad.md", "content/制度/moved.md");
        entry("moved", "后来撤下了的", "附件: 撤下名单.txt", "索引号: A1/2024-00003");
        commit("编号");
        git.git("tag", "-d", "edition/2024-01");
        published();
        done("takedown", "zhi-du/2024/a1-2024-00003.html", "--to", store, "--reason", "含有个人信息");
        site.delete("content/制度/moved.md").delete("content/制度/撤下名单.txt");
        commit("删去");
        git.git("tag", "edition/2024-01", "main~2");

        published();

        TreeMap<String, String> edition = edition("", "2024-01");
        holdsNothingOf(edition, "后来撤下了的", "撤下名单", "名单里的字");
        assertThat(Jsoup.parse(edition.get("zhi-du/2024/bad.html")).text()).contains("本页已撤下", "含有个人信息");
        assertThat(run("verify", store.toString(), "--all").status()).isZero();
    }

    @Test
    void whatTheSettingsTemplatesOrFilesOfTheTimeSayOfHiddenEntriesStopsTheEdition() {
        entry("now", "早就公开了的", "附件: 通用名单.txt");
        site.file("content/制度/通用名单.txt", "后来只有内部才能看的名单\n");
        site.file("assets/old.txt", "关于内部才知道事项的说明\n");
        commit("第一次");
        git.git("tag", "edition/assets");
        site.delete("assets/old.txt");
        commit("第二次");
        git.git("tag", "edition/files");
        entry("now", "早就公开了的");
        entry("inner", "内部才知道", "状态: 草稿", "附件: 通用名单.txt");
        commit("第三次");

        Ran ran = publish();

        assertThat(ran.status()).isZero();
        assertThat(ran.err())
                .contains(
                        "标签 edition/assets 有 3 个错误，没有做成年度存档；第一个是 content/制度/inner.md",
                        "标签 edition/files 有 1 个错误，没有做成年度存档；第一个是 content/制度/inner.md:1:1: 错误 E305");
        assertThat(store.resolve("current/editions")).doesNotExist();
    }

    @Test
    void anEditionThatFailedIsNotBuiltAgainBeforeSomethingHasChanged() throws IOException {
        entry("now", "早就公开了的");
        site.entry("content/错.md", "标题: 错", "发布日期: 2024-13-01");
        commit("错");
        git.git("tag", "edition/wrong");
        String wrong = git.git("rev-parse", "HEAD:content/错.md").strip();
        site.delete("content/错.md");
        commit("改正");
        String note = "注意：标签 edition/wrong 有 1 个错误，没有做成年度存档；第一个是 content/错.md:3:7";
        assertThat(publish().err()).contains(note);
        // Without this file the edition cannot be built.
        Path object = site.root().resolve(".git/objects/" + wrong.substring(0, 2) + "/" + wrong.substring(2));
        Path away = folder.resolve("object");
        Files.move(object, away);
        entry("more", "后来添上去的");
        commit("添");

        Ran again = publish();

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.err()).contains(note);
        assertThat(store.resolve("current/zhi-du/2024/more.html")).exists();
        Files.move(away, object);
        git.git("tag", "-f", "edition/wrong", "main");
        published();
        assertThat(store.resolve("current/editions/wrong/index.html")).exists();
    }
}
