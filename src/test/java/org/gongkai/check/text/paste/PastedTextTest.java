package org.gongkai.check.text.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.check.text.Texts.body;
import static org.gongkai.check.text.Texts.file;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pasting from Word damages, and what only looks like it. The first line of a body is line 6. */
class PastedTextTest {

    @Test
    void tablesOfTabs() {
        assertThat(body("名单如下：", "", "姓名\t时间\t地点", "张三\t三月\t会议室"))
                .containsExactly("8:1: 警告 W241 这里2行用制表符隔开，像是从 Word 粘贴来的表格，网页上会连在一起；"
                        + "请改成表格：每行写成 | 姓名 | 时间 |，第二行写 | --- | --- |");
        assertThat(body("姓名\t时间\t地点")).hasSize(1);
    }

    @Test
    void tablesOfBars() {
        assertThat(body("| 姓名 | 时间 |", "| 甲 | 三月 |", "", "正文。"))
                .containsExactly("6:1: 警告 W242 这里2行用竖线隔开，却没有分隔行，网页上不是表格；" + "请在第一行的下面加一行 | --- | --- |，有几列写几个 ---");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| 姓名 | 时间 |\n| --- | :-: |\n| 甲 | 三月 |",
                "|姓名|时间|\n|-|-|\n|甲|三月|",
                "时间：\t三月",
                "```\n甲\t乙\t丙\n丁\t戊\t己\n```",
                "成绩是|甲|和|乙|两档。",
                "- 甲\n\n\t乙，第二段\n\n\t丙，第三段"
            })
    void noTables(String text) {
        assertThat(body(text.split("\n"))).isEmpty();
    }

    @Test
    void tablesOfAsciiDocHaveNoDivider() {
        assertThat(file("content/a.adoc", "= 甲\n:date: 2024-01-02\n\n|===\n| 姓名 | 时间\n\n| 甲 | 三月\n|===\n"))
                .isEmpty();
    }

    @Test
    void symbolsThatOnlyWordHas() {
        assertThat(body("\uF06C学习文件"))
                .containsExactly("6:1: 警告 W243 这里有符号字体的字符（U+F06C），别的电脑上显示成方框或者空白；请换成普通的字；是列表的，每项前面写“- ”");
    }

    @Test
    void drawnBullets() {
        assertThat(body("●学习文件", "", "　　● 讨论"))
                .containsExactly("6:1: 警告 W243 有2段用“●”开头，网页上不是列表；请把每段开头的“●”换成“- ”（减号和一个空格）");
        assertThat(body("●注意防汛")).isEmpty();
        assertThat(body("用●表示完成，用■表示没有完成。", "", "另有●一处。")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"    支部召开会议，研究工作。", "\t支部召开会议，研究工作。", "  \t支部召开会议，研究工作。"})
    void indentsThatBecomeCode(String line) {
        assertThat(body("正文。", "", line))
                .containsExactly("8:1: 警告 W244 这一段前面有空格或制表符，网页上会变成代码框；请删去段首的空格和制表符；段首缩进两字由程序来排");
    }

    @Test
    void indentsThatBecomeCodeAreCounted() {
        assertThat(body("    支部召开会议。", "", "    会议决定。", "", "正文。"))
                .containsExactly("6:1: 警告 W244 有2段前面有空格或制表符，网页上会变成代码框；请删去段首的空格和制表符；段首缩进两字由程序来排");
        assertThat(file("content/a.adoc", "= 甲\n:date: 2024-01-02\n\n 支部召开会议。\n"))
                .containsExactly("4:1: 警告 W244 这一段前面有空格或制表符，网页上会变成代码框；请删去段首的空格和制表符；段首缩进两字由程序来排");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "　　支部召开会议。",
                "正文，\n    接着上一行。",
                "- 甲\n\n    列表里的一段。\n\n    又一段。",
                "1. 甲\n\n    列表里的一段。",
                "[^1]: 注\n\n    注的第二段。",
                "    java -jar gongkai.jar 命令",
                "<table>\n\n    <tr><td>甲乙丙丁戊己庚辛</td></tr>\n</table>",
                "```\n\n    支部召开会议。\n```"
            })
    void indentsThatAreMeant(String text) {
        assertThat(body(text.split("\n"))).isEmpty();
    }

    @Test
    void signaturesThatStandTwice() {
        assertThat(body("正文。", "", "第一党支部", "2024年1月2日", "", "　　第一党支部", "2024年1月2日"))
                .containsExactly("11:1: 警告 W245 落款“第一党支部”连着写了两遍；请删去一遍");
        assertThat(body("正文。", "", "第一党支部", "", "第一党支部", "2024年1月2日"))
                .containsExactly("10:1: 警告 W245 落款的单位“第一党支部”连着写了两遍；请删去一遍");
        assertThat(body("正文。", "", "第一党支部", "2024年1月2日", "2024年1月2日"))
                .containsExactly("10:1: 警告 W245 落款的日期“2024年1月2日”连着写了两遍；请删去一遍");
    }

    @Test
    void signaturesOfAnnexesAreTheirOwn() {
        assertThat(body("正文。", "", "第一党支部", "2024年1月2日", "", "办法全文如下。", "", "第一党支部", "2024年1月2日"))
                .isEmpty();
        assertThat(body("一组组长", "二组组长", "2024年1月2日")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1. 1、学习", "1、1.学习", "一、一、学习", "（一）（一）学习", "## 二、二、讨论", "①①学习"})
    void numbersThatStandTwice(String line) {
        assertThat(body(line)).anyMatch(told -> told.contains(" W246 编号“"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1版发布", "1.1、学习", "一、（一）学习", "（一）1.学习", "1.（1）学习", "一、一季度学习", "1. 1.5倍", "一、一、二季度学习"})
    void numbersOfTwoLevels(String line) {
        assertThat(body(line)).noneMatch(told -> told.contains(" W246 "));
    }

    @Test
    void remainsOfWord() {
        String delete = "；请删去；从 Word 复制时，先粘贴到记事本，再从记事本复制过来";
        assertThat(body("正文。<!--[if gte mso 9]><xml></xml><![endif]-->"))
                .hasSize(1)
                .allMatch(told -> told.contains(" W247 这里有 Word 留下的代码“[if gte mso”" + delete));
        assertThat(body("<p class=\"MsoNormal\">正文。</p>"))
                .containsExactly("6:4: 警告 W247 这里有 Word 留下的样式“class=\"MsoN”" + delete);
        assertThat(body("&nbsp;&nbsp;&nbsp;&nbsp;正文。"))
                .containsExactly("6:1: 警告 W247 这里用网页代码凑空格“&nbsp;&nbsp;&nbsp;&nbsp;”；请删去；段首缩进和对齐由程序来排");
        assertThat(body("[图片]", "", "【截图2】"))
                .containsExactly(
                        "6:1: 警告 W247 这里只有图片的位置，没有图片“[图片]”；请把图片存到条目旁边，写成 ![图片的说明](文件名.png)；不要图片的，删去这一行",
                        "8:1: 警告 W247 这里只有图片的位置，没有图片“【截图2】”；请把图片存到条目旁边，写成 ![图片的说明](文件名.png)；不要图片的，删去这一行");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[图片](a.png)的说明",
                "![图片](a.png)",
                "见`&nbsp;&nbsp;`的写法",
                "张三&nbsp;李四",
                "如果[图片]打不开，请另存。",
                "<!-- 待补 -->\n正文。"
            })
    void nothingOfWord(String text) {
        assertThat(body(text.split("\n"))).isEmpty();
    }

    @Test
    void hyphensThatNobodySees() {
        assertThat(body("支部\u00ad工作和\u200c学习"))
                .isEqualTo(List.of("6:3: 警告 W233 有2个看不见的特殊空格，是从网页或 Word 带来的；请删去，或换成普通空格"));
    }
}
