package org.gongkai.check.text.blank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody has written yet is not published by mistake. */
class UnwrittenEntryTest extends SiteFixture {

    private static final String HEADER = "---\n标题: 甲\n发布日期: 2024-01-02\n---\n";
    private static final String HINT = "；请写上正文；还没有写好的，在文件头里写 状态: 草稿";

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n \n", "\n<!-- 待写 -->\n"})
    void anEmptyBodyIsAnError(String body) {
        int line = Math.min(5, (int) (HEADER + body).lines().count());

        assertThat(problems(HEADER + body)).containsExactly("content/a.md:" + line + ":1: 错误 E180 没有正文" + HINT);
    }

    @Test
    void anEmptyBodyOfAsciiDocIsAnErrorToo() {
        site.file("content/a.adoc", "= 甲\n:date: 2024-01-02\n\n// 待写\n");

        assertThat(site.build().problems()).containsExactly("content/a.adoc:1:1: 错误 E180 没有正文" + HINT);
    }

    @Test
    void theSampleTextIsAnError() {
        assertThat(problems(HEADER + "\n（在这里写正文。）\n"))
                .containsExactly("content/a.md:6:1: 错误 E180 正文里还留着样例“（在这里写正文。）”" + HINT);
        assertThat(problems(HEADER + "\n一、主要工作\n\n  （请在这里写主要工作。）\n"))
                .containsExactly("content/a.md:8:1: 错误 E180 正文里还留着样例“（请在这里写主要工作。）”" + HINT);
    }

    @Test
    void aParagraphEndsWithASentence() {
        String wrapped =
                "河边的树都挂上了牌子，牌子上写着树名和栽树的人，\n一共三十二块，下个月再挂二十块。\n\n" + "一、先挂河东，再挂河西，最后挂码头和桥头两处\n\n1. 谁挂的谁登记，登记的当天交齐，月底核对一次";

        assertThat(problems(HEADER + "\n" + wrapped + "\n\n## 挂牌之后怎样浇水、怎样修剪、怎样认养\n\n- 浇水，修剪，认养，由各组轮流，一周一次\n"))
                .isEmpty();
        assertThat(problems(HEADER + "\n河边的树都挂上了牌子，牌子上写着树名，一共三十二块，下个月再\n\n第二天下雨。\n"))
                .singleElement()
                .asString()
                .contains("W237 这一段到“下个月再”就完了，没有句号");
    }

    @Test
    void theSampleTitleIsAnError() {
        assertThat(problems("---\n标题: 2024年通知（请改标题）\n发布日期: 2024-01-02\n---\n\n正文。\n"))
                .containsExactly("content/a.md:2:5: 错误 E181 标题“2024年通知（请改标题）”还是样例；请改成本条的标题；还没有写好的，在文件头里写 状态: 草稿");
    }

    @ParameterizedTest
    @ValueSource(strings = {"草稿", "已撤回"})
    void whatIsNotPublishedMayBeUnwritten(String status) {
        assertThat(problems("---\n标题: 甲（请改标题）\n发布日期: 2024-01-02\n状态: " + status + "\n---\n\n（在这里写正文。）\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n```\n命令\n```\n",
                "\n![图](图.png)\n",
                "\n一\n",
                "\n| 甲 |\n| - |\n| 乙 |\n",
                "\n请把感想写在这里（在这里写正文也行）。\n"
            })
    void whateverReadersSeeIsABody(String body) {
        site.file("content/图.png", "");

        assertThat(problems(HEADER + body)).noneMatch(line -> line.contains("E180"));
    }

    @Test
    void attachmentsAndTablesOfTheHeaderNeedNoBody() {
        site.file("content/表.txt", "一");

        assertThat(problems("---\n标题: 甲\n发布日期: 2024-01-02\n附件: 表.txt\n---\n")).isEmpty();
    }

    @Test
    void whatNewWritesMustBeFilledInBeforeItIsPublished() {
        assertThat(SiteFolder.run("new", "通知", "-s", site.root().toString()).status())
                .isZero();
        String path = SiteFolder.files(site.root()).keySet().stream()
                .filter(name -> name.endsWith(".md"))
                .findFirst()
                .orElseThrow();
        String draft = new String(
                SiteFolder.files(site.root()).get(path).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        site.file(path, draft.replace("状态: 草稿", "状态: 已发布"));

        assertThat(site.build().problems())
                .extracting(line -> line.replaceFirst(".* 错误 (E\\d+) .*", "$1"))
                .contains("E180", "E181");
    }

    private List<String> problems(String text) {
        return site.file("content/a.md", text).build().problems();
    }
}
