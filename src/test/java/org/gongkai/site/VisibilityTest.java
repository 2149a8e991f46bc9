package org.gongkai.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not out leaves no trace anywhere in the site. */
@Promise("What readers of an output see")
class VisibilityTest extends SiteFixture {

    @BeforeEach
    void aSiteForEverybody() {
        site.file("content/_data/site.yml", "受众: [{名称: 群众, 范围: [社会]}]\n")
                .entry("content/公开.md", "标题: 公开的", "发布日期: 2024-05-02", "公开范围: 社会", "标签: 节水", "栏目: 通知", "目录项: 7")
                .entry("content/又一.md", "标题: 又一条", "发布日期: 2024-04-02", "公开范围: 社会", "标签: 节水", "栏目: 公告", "目录项: 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    公开范围: 社会   | 状态: 草稿
                    公开范围: 社会   | 发布日期: 2024-06-02
                    公开范围: 本单位 | 状态: 已发布
                    公开范围: 全党   | 状态: 已发布
                    公开范围: 特定对象 | 状态: 草稿
                    """)
    void leavesNoTrace(String scope, String held) {
        hidden(scope, held);

        site.built();

        assertThat(site.files()).allSatisfy((address, bytes) -> assertThat(address + text(bytes))
                .doesNotContain("暗号", "an-hao", "mimi"));
        assertThat(site.html("years/index.html")
                        .select("table.matrix td.sum")
                        .last()
                        .text())
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"状态: 已撤回", "失效日期: 2024-06-01"})
    void leavesNothingButAnAddressOfWhatWasOutBefore(String held) {
        hidden("公开范围: 社会", held);

        site.built();

        assertThat(site.files())
                .allSatisfy((address, bytes) -> assertThat(text(bytes)).doesNotContain("暗号"));
        assertThat(site.page("notices/2024/mimi-2024-00001.html")).contains("这里的内容已");
    }

    @ParameterizedTest
    @CsvSource({"状态: 草稿, true", "发布日期: 2024-06-02, true", "状态: 已撤回, false", "失效日期: 2024-06-01, false", "公开范围: 全党, false"
    })
    void draftsAndWhatIsNotDueMayBeLookedAt(String held, boolean shown) {
        hidden(held);

        site.built("--drafts");

        assertThat(site.page("index.html").contains("暗号")).isEqualTo(shown);
    }

    @Test
    void anEntryIsOutFromItsDayOnAndNoLongerOnTheDayOnWhichItExpires() {
        site.entry("content/限时.md", "标题: 限时的", "发布日期: 2024-05-10 15:00", "失效日期: 2024-05-20", "公开范围: 社会");

        for (Map.Entry<String, Boolean> day : Map.of(
                        "2024-05-09", false, "2024-05-10", true, "2024-05-19", true, "2024-05-20", false)
                .entrySet()) {
            site.built("--as-of", day.getKey());
            assertThat(site.page("index.html").contains("限时的")).as(day.getKey()).isEqualTo(day.getValue());
        }
    }

    @Test
    void aLinkToWhatIsNotOutBecomesItsText() {
        hidden("公开范围: 社会", "状态: 草稿");
        site.file("content/链接.md", "---\n标题: 链接\n发布日期: 2024-05-02\n公开范围: 社会\n---\n\n见[这一篇](暗号.md)。\n");

        assertThat(site.build().errors())
                .containsExactly(
                        "content/链接.md:7:8: 警告 W205 链接“暗号.md”指向的条目现在不公开（草稿），只显示文字；等它公开后链接会自动生效",
                        "有 1 个警告，站点照常生成。",
                        SiteFolder.NO_HISTORY);
        assertThat(site.page("articles/2024/lian-jie.html")).contains("见这一篇。");
    }

    @Test
    void theSourceOfAnEntryIsNoAttachment() {
        hidden("公开范围: 全党", "状态: 已发布");
        site.entry("content/链接.md", "标题: 链接", "发布日期: 2024-05-02", "公开范围: 社会", "附件: 暗号.md");

        assertThat(site.build().problems())
                .containsExactly("content/链接.md:5:5: 错误 E204 附件“暗号.md”是一条条目，不能作附件；请在正文里写成链接，或在文件名前加 _ 使它不是条目");
    }

    @Test
    void mistakesInWhatComesLaterAreToldToday() {
        site.file("content/以后.md", "---\n标题: 以后\n发布日期: 2024-07-01\n公开范围: 社会\n---\n\n![图](没有.png)\n");

        assertThat(site.build().problems())
                .containsExactly("content/以后.md:7:6: 错误 E202 图片“没有.png”不存在；请把图片放在条目旁边，路径从条目所在的文件夹写起");
    }

    @Test
    void eachAudienceHasItsOwnFolderWithItsOwnEntries() {
        site.file(
                "content/_data/site.yml", "受众:\n- {名称: 支部党员, 范围: [社会, 全党, 本单位]}\n- {名称: 群众, 范围: [社会], 目录: qunzhong}\n");
        hidden("公开范围: 本单位", "状态: 已发布");

        site.built();

        assertThat(site.page("index.html")).contains("暗号标题", "公开的");
        assertThat(SiteFolder.files(site.root().resolve("target/site-qunzhong")))
                .allSatisfy(
                        (address, bytes) -> assertThat(address + text(bytes)).doesNotContain("暗号", "an-hao", "mimi"));
        assertThat(site.root().resolve("target/site-qunzhong/index.html"))
                .content()
                .contains("公开的");
    }

    @Test
    void oneAudienceAloneMayBeBuilt() {
        site.file(
                "content/_data/site.yml", "受众:\n- {名称: 支部党员, 范围: [社会, 全党, 本单位]}\n- {名称: 群众, 范围: [社会], 目录: qunzhong}\n");

        site.built("--audience", "群众");

        assertThat(site.output()).doesNotExist();
        assertThat(Files.isDirectory(site.root().resolve("target/site-qunzhong")))
                .isTrue();
    }

    @Test
    void theNarrowestScopeIsRefused() {
        site.entry("content/一人.md", "标题: 一人", "发布日期: 2024-05-02", "公开范围: 特定对象");

        assertThat(site.build().problems())
                .containsExactly("content/一人.md:4:7: 错误 E304 公开范围是“特定对象”的内容不能进入共用的站点；请用其他方式送达，或把状态写成“草稿”");
    }

    /** An entry that shows up in every view of the site if it is out. */
    private void hidden(String... lines) {
        Map<String, String> header = new LinkedHashMap<>();
        for (String line : List.of(
                "标题: 暗号标题",
                "发布日期: 2024-05-01",
                "公开范围: 社会",
                "标签: [暗号标签, 节水]",
                "栏目: [通知, 暗号栏目]",
                "附件: 暗号附件.txt",
                "目录项: 7",
                "旧址: old/an-hao.html",
                "索引号: MIMI/2024-00001")) {
            header.put(line.substring(0, line.indexOf(':')), line);
        }
        for (String line : lines) {
            header.put(line.substring(0, line.indexOf(':')), line);
        }
        site.entry("content/暗号.md", header.values().toArray(String[]::new)).file("content/暗号附件.txt", "暗号附件");
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
