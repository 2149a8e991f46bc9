package org.gongkai.history.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.history.diff.BodyDiff.MarkedBody;
import org.gongkai.history.diff.write.ChangeSize;
import org.gongkai.history.diff.write.ChangedPart;
import org.gongkai.history.diff.write.ChangedSentence;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class BodyDiffTest {

    private static String changed(String before, String now) {
        return ChangedPart.words(new BodyDiff().compare(before, now).parts());
    }

    @Test
    void namesTheSectionsThatChanged() {
        String one = "<p>开头。</p><h2>一、目的</h2><p>为了方便大家。</p><h3>（一）范围</h3><p>全体党员。</p>";
        String two = "<h2>二、监督</h2><p>由纪检委员负责监督。</p>";
        String three = "<h2>三、附则</h2><p>自印发之日起施行。</p>";

        assertThat(changed(one + two, one + two)).isEmpty();
        assertThat(changed(one + two, one.replace("全体党员", "全体在职党员") + two)).isEqualTo("补充了“一、目的”");
        assertThat(changed(one + two, one + two.replace("纪检委员", "群众"))).isEqualTo("修改了“二、监督”");
        assertThat(changed(one + two, one + two + three)).isEqualTo("增加了“三、附则”");
        assertThat(changed(one + two + three, one + two)).isEqualTo("删去了“三、附则”");
        assertThat(changed(one + two, one.replace("开头。", "") + two)).isEqualTo("删减了开头部分");
        assertThat(changed("<p>甲。</p>", "<p>乙。</p>")).isEqualTo("修改了正文");
        assertThat(changed(one + two, one.replace("开头", "引言").replace("方便", "服务") + two.replace("负责", "") + three))
                .isEqualTo("修改了开头部分、“一、目的”，删减了“二、监督”等多处");
    }

    @Test
    void tellsWhatChangedInWholeSentences() {
        String before = "<h2>一、值班</h2><p>由水务站党支部安排。每班两人。</p><table><thead><tr><th>组</th><th>人数</th></tr></thead>"
                + "<tbody><tr><td>厂区组</td><td>9</td></tr></tbody></table>";
        String now = before.replace("水务站党支部安排", "市水务站党支部委员会安排")
                .replace(">9<", ">10<")
                .replace("<table", "<p>节假日另排。</p><table");

        assertThat(new BodyDiff().compare(before, now).sentences())
                .containsExactly(
                        new ChangedSentence("一、值班", "由水务站党支部安排。", "由市水务站党支部委员会安排。"),
                        new ChangedSentence("一、值班", "", "节假日另排。"),
                        new ChangedSentence("厂区组：人数", "9", "10"));
    }

    @Test
    void aParagraphIsLookedForInItsOwnSectionOnly() {
        String before = "<h2>一、交纳</h2><p>组织委员每季度核对一次，登记在册。</p><h2>二、公开</h2><p>每年公布一次合计数，张贴在公开栏。</p>";
        String now = "<h2>一、公开</h2><p>组织委员每半年核对一次，登记在册。</p><h2>二、交纳</h2><p>每年公布两次合计数，张贴在公开栏。</p>";

        Document marked =
                Jsoup.parseBodyFragment(new BodyDiff().compare(before, now).html());
        marked.select(".vh").remove();
        assertThat(marked.select("p.removed").eachText()).contains("组织委员每季度核对一次，登记在册。", "每年公布一次合计数，张贴在公开栏。");
        assertThat(marked.select("p.added").eachText()).contains("组织委员每半年核对一次，登记在册。", "每年公布两次合计数，张贴在公开栏。");
    }

    @Test
    void namesTheArticlesOfARuleThatChanged() {
        String one = "<p>第一条　为了管好党费，制定本办法。</p>";
        String two = "<p>第二条　党员每季度交纳一次党费。</p>";

        assertThat(changed(one + two, one + two.replace("季度", "月"))).isEqualTo("修改了第二条");
        assertThat(changed(one, one + two)).isEqualTo("增加了第二条");
        assertThat(changed(one + two, one)).isEqualTo("删去了第二条");
        assertThat(changed(one + two, one + "<p>第二条　由组长登记，由书记签字，年底一起归档。</p>")).isEqualTo("修改了第二条");
    }

    private static List<String> rows(String before, String now) {
        Document table =
                Jsoup.parseBodyFragment(new BodyDiff().columns(before, now).html());
        table.select(".vh, .change-no").remove();
        return table.select(".versus > tbody > tr").stream()
                .map(row -> String.join(" | ", row.children().eachText()))
                .toList();
    }

    @Test
    void articlesStandSideBySide() {
        String before = "<h2>第一章 总则</h2><p>第一条　为了管好党费，制定本办法。</p><p>第二条　党员每季度交纳一次党费。</p>"
                + "<h2>第二章 其他</h2><p>第三条　登记簿由组长保管。</p>";
        String now = "<h2>第一章 总则</h2><p>第一条　为了管好党费，制定本办法。</p><p>第二条　党员每个月交纳一次党费。</p><p>第三条　困难的可以申请少交。</p>"
                + "<h2>第二章 附则</h2><p>第四条　本办法自印发之日起施行。</p><p>组长保管登记簿。</p>";

        assertThat(rows(before, now))
                .containsExactly(
                        "第一章 总则 第一条　为了管好党费，制定本办法。 | 第一章 总则 第一条　为了管好党费，制定本办法。",
                        "第二条　党员每季度交纳一次党费。 | 第二条　党员每个月交纳一次党费。",
                        "第三条　困难的可以申请少交。",
                        "第二章 其他 第三条　登记簿由组长保管。",
                        "第二章 附则 第四条　本办法自印发之日起施行。 组长保管登记簿。");
    }

    @Test
    void notesOfEditorsBeforeTheTextAreNotCompared() {
        String before = "<blockquote><p>本办法已经废止。</p></blockquote><p>第一条　每季度交纳。</p><blockquote><p>引文。</p></blockquote>";

        assertThat(rows(before, "<p>第一条　每月交纳。</p><blockquote><p>引文。</p></blockquote>"))
                .containsExactly("第一条　每季度交纳。 引文。 | 第一条　每月交纳。 引文。");
    }

    @Test
    void sectionsStandSideBySideAndAreNumberedWhereTheyDiffer() {
        String before = "<p>引言。</p><h2>一、时间</h2><p>每周三。</p><h2>二、地点</h2><ul><li>三楼</li></ul>";
        String now = "<p>引言。</p><h2>一、时间</h2><p>每周五。</p><h2>二、地点</h2><ul><li>三楼</li><li>四楼</li></ul>";

        assertThat(rows(before, now)).containsExactly("引言。 | 引言。", "一、时间 每周三。 | 一、时间 每周五。", "二、地点 三楼 | 二、地点 三楼 四楼");
        MarkedBody marked = new BodyDiff().columns(before, now);
        assertThat(marked.places()).isEqualTo(2);
        assertThat(Jsoup.parse(marked.html()).select("tbody .change-no").eachText())
                .containsExactly("1", "2");
        assertThat(rows(before, before)).allMatch(row -> row.split(" \\| ")[0].equals(row.split(" \\| ")[1]));
    }

    @Test
    void namesTheTablesOfTheHeaderWithTheColumnThatWasFilled() {
        String table =
                "<div class=\"table-wrap\"><table><caption>办理情况</caption><thead><tr><th>意见</th><th>答复</th><th>状态</th></tr></thead>"
                        + "<tbody><tr><td>夜班学习怎么补</td><td></td><td>在办</td></tr></tbody></table></div><p>正文。</p>";

        assertThat(changed(table, table.replace("<td></td>", "<td>录音放进值班室</td>")))
                .isEqualTo("补记了办理情况的答复");
        assertThat(changed(table, table.replace("在办", "已答复"))).isEqualTo("更新了办理情况的状态");
        assertThat(changed(table, table.replace("</tbody>", "<tr><td>灯不亮</td><td>已换</td><td>已答复</td></tr></tbody>")))
                .isEqualTo("补充了办理情况");
        assertThat(changed("<p>正文。</p>", table)).isEqualTo("增加了办理情况");
        assertThat(changed(table, "<p>正文。</p>")).isEqualTo("删去了办理情况");
    }

    private static String brief(String before, String now) {
        return Marked.brief(Marked.compare(before, now).html());
    }

    @Test
    void wholeNumbersDatesAndWordsAreMarked() {
        assertThat(brief("实收1,280.50元，占35.5%。", "实收1,380.50元，占36.5%。"))
                .isEqualTo("实收[-1,280.50-][+1,380.50+]元，占[-35.5%-][+36.5%+]。");
        assertThat(brief("定于2024年3月5日开会。", "定于2024年3月8日开会。")).isEqualTo("定于[-2024年3月5日-][+2024年3月8日+]开会。");
        assertThat(brief("第二十三条 使用Word格式。", "第二十四条 使用Excel格式。")).isEqualTo("第[-二十三-][+二十四+]条 使用[-Word-][+Excel+]格式。");
    }

    @Test
    void definitionsThatBecomeAListKeepToTheirOwn() {
        String html = new BodyDiff()
                .compare("<dl><dt>党费</dt><dd>每季度交一次</dd></dl>", "<ul><li>党费</li><li>每季度交一次</li></ul>")
                .html();
        assertThat(org.jsoup.Jsoup.parseBodyFragment(html).select("ul > dt, ul > dd, dl > li"))
                .isEmpty();
        assertThat(html).contains("每季度交一次");
    }

    @Test
    void marksAreNotDividedByACharacterThatHappensToStay() {
        assertThat(brief("本季度由第一党小组清扫活动室并整理图书，请按时到场。", "本季度由第一党小组检修值班室并登记图书，请按时到场。"))
                .isEqualTo("本季度由第一党小组[-清扫活动室并整理-][+检修值班室并登记+]图书，请按时到场。");
    }

    @Test
    void marksHoldWholeClausesAndWholeTitles() {
        assertThat(brief("要值班，要巡检，要报告，不得漏报。", "要值班，要登记，要巡检，要报告，不得漏报。")).isEqualTo("要值班，[+要登记，+]要巡检，要报告，不得漏报。");
        assertThat(brief("学习《党章》和有关文件精神。", "学习《党章》《准则》和有关文件精神。")).isEqualTo("学习《党章》[+《准则》+]和有关文件精神。");
    }

    @Test
    void aParagraphWrittenAnewIsShownAsItWasAndAsItIs() {
        assertThat(brief("开头一段没有改动。\n\n党员活动室每周三下午开放，由专人登记。", "开头一段没有改动。\n\n今后借阅图书，请到传达室领取钥匙并签名。"))
                .isEqualTo("开头一段没有改动。\n[-党员活动室每周三下午开放，由专人登记。-]\n[+今后借阅图书，请到传达室领取钥匙并签名。+]");
    }

    @Test
    void marksStandInsideOrAroundElementsAndLinksStayLinks() {
        assertThat(Marked.compare("见**重点工作**安排。", "见**重点项目工作**安排。").html())
                .isEqualTo(
                        "<p>见<strong>重点<ins><span class=\"vh\">〔新增：</span>项目<span class=\"vh\">〕</span></ins>工作</strong>安排。</p>");
        assertThat(Marked.compare("请看[旧表](旧.xlsx)后填报。", "请看后填报。").html()).doesNotContain("href");
        assertThat(Marked.compare("请看后填报。", "请看[新表](新.xlsx)后填报。").html()).contains("<a href=\"新.xlsx\"><ins>");
    }

    @Test
    void picturesThatAreGoneAreNamed() {
        assertThat(brief("现场如图：![泵房](a.png)完工。", "现场如图：完工。")).isEqualTo("现场如图：[-〔图：泵房〕-]完工。");
        assertThat(brief("开工。\n\n![泵房](a.png)\n", "开工。\n")).isEqualTo("开工。\n[-〔图：泵房〕-]");
    }

    @Test
    void idsOfWhatIsGoneAreGone() {
        MarkedBody marked = Marked.compare("## 甲乙丙丁\n\n文。\n\n## 值班\n", "## 值班\n\n文。\n");
        assertThat(Marked.ids(marked.html())).containsExactly("值班");
    }

    @Test
    void whatWritersStruckOutIsNoMark() {
        MarkedBody marked = Marked.compare("旧~~价~~价。", "旧~~价~~价！");
        assertThat(marked.html()).contains("<s>价</s>").contains("<del>").doesNotContain("<del>价");
    }

    @Test
    void itemsThatAreGoneTakeNoNumber() {
        assertThat(Marked.compare("1. 清点沙袋\n2. 检查闸门\n3. 核对电话", "1. 清点沙袋\n2. 核对电话")
                        .html())
                .contains("<li class=\"removed\">", "<li value=\"2\">核对电话</li>");
    }

    @Test
    void rowsOfTablesTypedInOneLineHaveNoCellTwice() {
        String before = "<table><tr><th>时间</th><th>内容</th></tr><tr><td>一月</td><td>党课</td></tr>"
                + "<tr><td>二月</td><td>巡渠</td></tr></table>";
        String now = "<table><tr><th>时间</th><th>内容</th></tr><tr><td>二月</td><td>巡渠</td></tr></table>";
        assertThat(Marked.brief(new BodyDiff().compare(before, now).html()))
                .isEqualTo("时间|内容|\n[-一月-]|[-党课-]|\n二月|巡渠|");
    }

    @Test
    void tablesBuiltDifferentlyAreShownOneAfterTheOther() {
        String before = "| 甲 | 乙 |\n|---|---|\n| 合计 {colspan=2} |";
        String now = "| 甲 | 乙 | 丙 |\n|---|---|---|\n| 合计 {colspan=3} |";
        assertThat(brief(before, now)).isEqualTo("[-甲-]|[-乙-]|\n[-合计-]|\n[+甲+]|[+乙+]|[+丙+]|\n[+合计+]|");
    }

    @Test
    void theAmountIsToldInOneLine() {
        assertThat(Marked.compare("甲乙，丙。", "甲乙，丙。").amount().description()).isEqualTo("没有文字改动");
        assertThat(Marked.compare("请于三月报名参加。", "请于三月前报名参加。").amount().description())
                .isEqualTo("增加 1 字");
        assertThat(Marked.compare("", "甲乙，丙 12。").amount()).isEqualTo(new ChangeSize(5, 0, 1, 0, 0, 0, 0, true));
        assertThat(Marked.compare("甲乙，丙丁。", "甲乙。丙丁。").amount().description()).isEqualTo("改动标点或图示");
    }

    @Test
    void boxesOfAsciiDocKeepWhatIsAddedToThem() {
        String box =
                "<div class=\"sidebarblock\"><div class=\"content\"><div class=\"paragraph\"><p>注意防火。</p></div>%s</div></div><p>完。</p>";
        String more = "<div class=\"paragraph\"><p>离开时关好门窗电闸。</p></div>";
        assertThat(new BodyDiff()
                        .compare(box.formatted(more), box.formatted(""))
                        .html())
                .contains("<div class=\"paragraph\"><p>注意防火。</p></div>\n<p class=\"removed\">");
    }

    /** Far beyond what anybody writes: marks get coarse, but both texts are told. */
    @Test
    void hugeTextsAreToldCoarsely() {
        for (List<String> pair : List.of(
                List.of("值班".repeat(100_000), "巡检班".repeat(60_000)),
                List.of("甲".repeat(200_000), "甲".repeat(199_000) + "乙"),
                List.of(paragraphs(0, 3000), paragraphs(3000, 6000)))) {
            String before = "<p>" + pair.get(0) + "</p>";
            String now = "<p>" + pair.get(1) + "</p>";
            String html = new BodyDiff().compare(before, now).html();
            assertThat(Marked.old(html).length()).isEqualTo(Marked.old(before).length());
            assertThat(Marked.now(html)).isEqualTo(Marked.now(now));
        }
    }

    private static String paragraphs(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "第" + i + "号台账" + Integer.toString(i * 7919, 36) + "已归档")
                .reduce((a, b) -> a + "</p><p>" + b)
                .orElseThrow();
    }

    private static Map<String, String> header(String... labelsAndTexts) {
        Map<String, String> header = new LinkedHashMap<>();
        for (int i = 0; i < labelsAndTexts.length; i += 2) {
            header.put(labelsAndTexts[i], labelsAndTexts[i + 1]);
        }
        return header;
    }

    @Test
    void onlyFieldsThatChangedAreTold() {
        assertThat(new FieldDiff()
                        .compare(
                                header("标题", "关于值班的通知", "责任人", "组织委员", "文种", "通知", "标签", "值班"),
                                header("标题", "关于汛期值班的通知", "文种", "通知", "失效日期", "2025年9月30日", "标签", "值班")))
                .extracting(change -> change.name() + " " + change.before() + "→" + change.now())
                .containsExactly("标题 关于值班的通知→关于汛期值班的通知", "责任人 组织委员→", "失效日期 →2025年9月30日");
    }

    @Test
    void aNumberOfAnyLengthIsOneToken() {
        assertThat(MarkUnits.of("1,".repeat(30_000) + "1")).hasSize(1);
    }
}
