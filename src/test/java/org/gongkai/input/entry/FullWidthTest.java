package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.Headers.asciidoc;
import static org.gongkai.testing.Headers.jbake;
import static org.gongkai.testing.Headers.listed;
import static org.gongkai.testing.Headers.read;
import static org.gongkai.testing.Headers.right;
import static org.gongkai.testing.Headers.yaml;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Chinese keyboard types is understood where it can mean but one thing, and left alone elsewhere. */
class FullWidthTest {

    @Test
    void colonsAndDigitsAreUnderstoodInEveryForm() {
        for (Entry entry : List.of(
                right(yaml("标题：关于值班的通知", "发布日期：２０２４年１月５日", "年度：２０２３")),
                right(yaml("标题： 关于值班的通知", "发布日期：　２０２４．１．５", "年度:　２０２３年度")),
                right(yaml("ｔｉｔｌｅ：关于值班的通知", "ｄａｔｅ: ２０２４－０１－０５", "year　：２０２３")),
                right(jbake("标题：关于值班的通知", "发布日期＝２０２４／１／５", "ｙｅａｒ = ２０２３")),
                right(asciidoc("＝ 关于值班的通知", "：发布日期：２０２４年１月５日", ":年度：２０２３")),
                right(asciidoc("= 关于值班的通知", "李某", "v１.０，２０２４－１－５", ":年度:　２０２３")))) {
            assertThat(entry.title()).isEqualTo("关于值班的通知");
            assertThat(entry.dates().published().toLocalDate()).isEqualTo(LocalDate.of(2024, 1, 5));
            assertThat(entry.listing().years()).containsExactly(2023);
        }
    }

    @Test
    void groupsAreUnderstoodInBothOfTheirForms() {
        for (Entry entry : List.of(
                right(yaml("标题: 甲", "发布日期: 2024-01-02", "公示：{起：２０２４年１月２日, 止：2024-01-09, 工作日：５}")),
                right(yaml("标题: 甲", "发布日期: 2024-01-02", "公示：", "　　起：２０２４年１月２日", "　　止：2024-01-09", "　　工作日：５")),
                right(jbake("标题：甲", "发布日期：2024-01-02", "公示－起：2024-01-02", "公示－止：2024-01-09", "公示－工作日：５")))) {
            Entry.Notice notice = entry.notice().orElseThrow();
            assertThat(notice.from()).isEqualTo(LocalDate.of(2024, 1, 2));
            assertThat(notice.to()).isEqualTo(LocalDate.of(2024, 1, 9));
            assertThat(notice.workingDays()).contains(5);
        }
    }

    @Test
    void listsOfGroupsAreUnderstood() {
        assertThat(right(yaml("标题: 甲", "发布日期: 2024-01-02", "附件：", "- 文件：a.pdf", "  名称：安排表"))
                        .header()
                        .attachments())
                .extracting(a -> a.path().text() + "|" + a.label())
                .containsExactly("a.pdf|安排表");
    }

    @Test
    void bracketsAndCommasAreUnderstoodInGroups() {
        for (Entry entry : List.of(
                right(yaml("标题: 甲", "发布日期: 2024-01-02", "公示：｛起：2024年1月2日，止：2024年1月9日，工作日：5，结果：没有意见｝")),
                right(yaml("标题: 甲", "发布日期: 2024-01-02", "公示: {起: 2024-01-02，止: 2024-01-09，工作日: 5，结果: 没有意见}")))) {
            Entry.Notice notice = entry.notice().orElseThrow();
            assertThat(notice.from()).isEqualTo(LocalDate.of(2024, 1, 2));
            assertThat(notice.to()).isEqualTo(LocalDate.of(2024, 1, 9));
            assertThat(notice.workingDays()).contains(5);
            assertThat(notice.result().text()).isEqualTo("没有意见");
        }
        assertThat(yaml("标题: 甲", "发布日期: 2024-01-02", "公示：｛起：2024-01-02，止：2024-13-09｝")
                        .problems())
                .containsExactly("content/a.md:4:20: 错误 E123 公示截止日期“2024-13-09”不是有效日期；请写成 2020-01-31 这样的形式");
    }

    @Test
    void wordsAreDividedHoweverTheyAreListed() {
        for (String tags : List.of("[甲, 乙]", "[甲，乙]", "[甲、乙]", "［甲，乙］", "［甲、乙］", "甲、乙", "甲，乙")) {
            assertThat(listed(yaml("标题: 甲", "发布日期: 2024-01-02", "标签: " + tags)).tags())
                    .as(tags)
                    .containsExactly("甲", "乙");
        }
        assertThat(listed(yaml("标题: 甲", "发布日期: 2024-01-02", "标签: ['甲，乙', 1,200户]"))
                        .tags())
                .containsExactly("甲，乙", "1", "200户");
        assertThat(listed(yaml("标题: 甲", "发布日期: 2024-01-02", "标签: 换表1,200只、防汛")).tags())
                .containsExactly("换表1,200只", "防汛");
        assertThat(listed(yaml("标题: 甲", "发布日期: 2024-01-02", "年度: ［２０２３，２０２４］")).years())
                .containsExactly(2023, 2024);
    }

    @Test
    void amountsWithCommasStayWhole() {
        Entry entry = right(yaml(
                "标题: 2024年工作计划",
                "发布日期: 2024-01-02",
                "文种: [工作计划, 党费收缴公示]",
                "状态: 草稿",
                "应交金额: 5，436.00元",
                "任务项: [｛内容：换表1,200只，责任人：组长｝]"));

        assertThat(entry.own())
                .extracting(own -> own.value().toString())
                .anyMatch(value -> value.contains("text=5,436.00元,"))
                .anyMatch(value -> value.contains("text=换表1,200只,"));
    }

    @Test
    void valuesStayAsTheyWereTyped() {
        assertThat(summary("摘要: 时间：三月　第１号")).isEqualTo("时间：三月　第１号");
        assertThat(summary("摘要：时间：三月")).isEqualTo("时间：三月");
        assertThat(summary("摘要: \"时间：三月\"")).isEqualTo("时间：三月");
        assertThat(summary("摘要: 共两项", "  时间：三月", "  地点：会议室")).isEqualTo("共两项 时间：三月 地点：会议室");
        assertThat(summary("摘要: \"共两项", "时间：三月\"")).isEqualTo("共两项 时间：三月");
        assertThat(summary("摘要: |", "  时间：三月", "  　　地点：会议室")).isEqualTo("时间：三月\n　　地点：会议室");
        assertThat(summary("摘要:", "  会议强调：要防汛。")).isEqualTo("会议强调：要防汛。");
        assertThat(summary("摘要:", "  会议开了半天，", "  会议强调：要防汛。")).isEqualTo("会议开了半天， 会议强调：要防汛。");
        assertThat(listed(yaml("标题: 甲", "发布日期: 2024-01-02", "标签: [时间：三月, '地点：会议室']"))
                        .tags())
                .containsExactly("时间：三月", "地点：会议室");
        assertThat(listed(yaml("标题: 甲", "发布日期: 2024-01-02", "标签:", "- 时间：三月", "- 地点：会议室"))
                        .tags())
                .containsExactly("时间：三月", "地点：会议室");
        assertThat(right(jbake("title=甲", "date=2024-01-02", "summary=时间：三月，第１号"))
                        .text(CommonField.SUMMARY))
                .contains("时间：三月，第１号");
        assertThat(right(asciidoc("= 甲", ":date: 2024-01-02", ":summary: 时间：三月：第１号"))
                        .text(CommonField.SUMMARY))
                .contains("时间：三月：第１号");
    }

    @Test
    void columnsAreThoseOfTheFile() {
        assertThat(yaml("标题：甲", "发布日期: 2024-01-02", "状态：草搞").problems())
                .containsExactly("content/a.md:4:4: 错误 E108 没有“草搞”这个状态；您是不是要写“草稿”");
        assertThat(yaml("标题：甲", "发布日期: 2024-01-02", "公示：{起：2024-01-02,止：2024-13-09}")
                        .problems())
                .containsExactly("content/a.md:4:20: 错误 E123 公示截止日期“2024-13-09”不是有效日期；请写成 2020-01-31 这样的形式");
        assertThat(yaml("标题：甲", "发布日期: 2024-01-02", "\u200B状\u200B态\u200B：\u200B草搞")
                        .problems())
                .containsExactly("content/a.md:4:8: 错误 E108 没有“草搞”这个状态；您是不是要写“草稿”");
        assertThat(yaml("标题：甲：乙: 丙", "发布日期: 2024-01-02").problems())
                .containsExactly("content/a.md:2:7: 错误 E101 这里不符合 YAML 的写法；值里含有冒号加空格时，请用英文双引号把整个值括起来；并检查这一行的缩进");
        assertThat(jbake("标题：甲", "发布日期：2024-01-02", "状态　＝　草搞").problems())
                .containsExactly("content/a.md:3:6: 错误 E108 没有“草搞”这个状态；您是不是要写“草稿”");
        assertThat(asciidoc("= 甲", ":date: 2024-01-02", "：状态：草搞").problems())
                .containsExactly("content/a.adoc:3:5: 错误 E108 没有“草搞”这个状态；您是不是要写“草稿”");
    }

    @Test
    void charactersWithoutWidthAndBlanksThatDoNotBreakAreNotThere() {
        Entry entry = right(
                read(
                        "content/a.md",
                        "\uFEFF\uFEFF---\u00A0\n\u200B标题:\u00A0值\u200B班\n发布\uFEFF日期:\u00A02024-01-02\n公开范围: 社会\u00A0\n---\u200B\n正文\n"));

        assertThat(entry.title()).isEqualTo("值班");
        assertThat(entry.publication().scope()).isEqualTo("社会");
        assertThat(right(jbake("\u200Btitle\u00A0=\u00A0值\u200B班", "date=\u00A02024-01-02"))
                        .title())
                .isEqualTo("值班");
        assertThat(right(asciidoc("=\u00A0值\u200B班", ":date:\u00A02024-01-02")).title())
                .isEqualTo("值班");
    }

    @Test
    void accentsAreComposed() {
        assertThat(right(yaml("标题: cafe\u0301", "发布日期: 2024-01-02")).title()).isEqualTo("caf\u00e9");
        assertThat(right(jbake("title=cafe\u0301", "date=2024-01-02")).title()).isEqualTo("caf\u00e9");
        assertThat(right(asciidoc("= cafe\u0301", ":date: 2024-01-02")).title()).isEqualTo("caf\u00e9");
    }

    @Test
    void lineEndsOfOldMacsChangeNothing() {
        assertThat(right(read("content/a.md", "---\r标题：甲\r发布日期：2024-01-02\r---\r正文\r"))
                        .source()
                        .bodyLine())
                .isEqualTo(5);
    }

    @Test
    void asciiDocSeesTheHeaderAsItWasMeant(@TempDir Path folder) {
        SiteFolder site = new SiteFolder(folder)
                .file("content/通知/a.adoc", "＝ 值班\n：发布日期：２０２４年１月５日\n:公开范围：社会\n：company：供水公司\n\n正文由{company}发布。\n");

        assertThat(site.built().page("articles/2024/tong-zhi-a.html"))
                .contains("正文由供水公司发布。")
                .doesNotContain("：发布日期：");
    }

    private static String summary(String... lines) {
        String[] header = new String[lines.length + 2];
        header[0] = "标题: 甲";
        header[1] = "发布日期: 2024-01-02";
        System.arraycopy(lines, 0, header, 2, lines.length);
        return right(yaml(header)).text(CommonField.SUMMARY);
    }
}
