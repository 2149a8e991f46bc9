package org.gongkai.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about punctuation and blanks. */
class MarksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    坚持学习,抓好落实。        | 6:5: 警告 W226 “学习,抓好”里的“,”是半角标点；汉字之间请用全角的“，”
                    坚持学习, 抓好;落实。      | 6:5: 警告 W226 “学习, 抓”里的“,”是半角标点（这一段共2处）；汉字之间请用全角的“，”
                    做到:                      | 6:3: 警告 W226 “做到:”里的“:”是半角标点；汉字之间请用全角的“：”
                    为什么?                    | 6:4: 警告 W226 “什么?”里的“?”是半角标点；汉字之间请用全角的“？”
                    他说"抓落实"三个字。       | 6:3: 警告 W226 “他说"抓落”里的“"”是半角标点（这一段共2处）；汉字之间请用全角的引号
                    全体党员按时参加本次会议.  | 6:13: 警告 W226 “会议.”里的“.”是半角标点；汉字之间请用全角的“。”
                    条例(试行)施行。           | 6:3: 警告 W226 “条例(试行”里的“(”是半角标点；汉字之间请用全角的“（”和“）”
                    """)
    void tellOfHalfWidthPunctuation(String body, String problem) {
        assertThat(Texts.body(body)).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "共1,380件，9:30开始。",
                "见[计划](计划(一).md)。",
                "水泵(DN200)检修。",
                "发送到 mailto:a@b.cn 即可。",
                "用`a,b`分隔：`标题:甲`。",
                "[名单](a.md \"名单\")与<a title=\"名单\">名单</a>。",
                "附件名.",
                "由 Control Plane (控制平面)、`etcd` (数据库)和 **Node** (节点)组成。",
                "The end; really?"
            })
    void takeHalfWidthMarksOutsideOfChinese(String body) {
        assertThat(Texts.body(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    落实“三会一课制度。      | 6:3: 警告 W227 “落实“三会一课”里的““”后面没有“””；请补上“””或删去““”
                    落实三会一课”制度。      | 6:7: 警告 W227 “三会一课”制度。”里的“””前面没有““”；请补上““”或删去“””
                    学习《条例和《办法》。   | 6:3: 警告 W227 “学习《条例和《”里的“《”后面没有“》”；请补上“》”或删去“《”
                    会议（含视频会召开。     | 6:3: 警告 W227 “会议（含视频会”里的“（”后面没有“）”；请补上“）”或删去“（”
                    抓好‘关键’少数’。        | 6:9: 警告 W227 “键’少数’。”里的“’”前面没有“‘”；请补上“‘”或删去“’”
                    印发《关于学习《条例》的通知》。       | 6:8: 警告 W228 书名号里又用了“《条例》”；里层请写成“〈条例〉”
                    印发《关于学习<条例>的通知》。         | 6:8: 警告 W228 书名号里又用了“<条例>”；里层请写成“〈条例〉”
                    """)
    void tellOfMarksWithoutPartner(String body, String problem) {
        assertThat(Texts.body(body)).containsExactly(problem);
    }

    @Test
    void takePairsOverTheLinesOfAParagraphButNotOverParagraphs() {
        assertThat(Texts.body("他说“第一件事", "要办好”。")).isEmpty();
        assertThat(Texts.body("> 他说“第一件事", "> 要办好”。")).isEmpty();
        assertThat(Texts.body("他说“第一件事。", "", "要办好”。"))
                .containsExactly(
                        "6:3: 警告 W227 “他说“第一件事”里的““”后面没有“””；请补上“””或删去““”",
                        "8:4: 警告 W227 “要办好”。”里的“””前面没有““”；请补上““”或删去“””");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“他说‘好’。”（见《条例（试行）》）",
                "1）甲；2）乙。",
                "it’s fine",
                "《关于学习〈条例〉的通知》",
                "《<b>条例</b>》",
                "条例（试行)与（1）",
                "代码 `“` 不算。"
            })
    void takeMarksWithTheirPartners(String body) {
        assertThat(Texts.body(body)).noneMatch(problem -> problem.contains("W227") || problem.contains("W228"));
    }

    @Test
    void takeAQuotationInParagraphs() {
        assertThat(Texts.body("“第一段。", "", "“第二段。”")).isEmpty();
        assertThat(Texts.body("将第三条修改为：“第三条 甲：", "", "（一）乙；", "", "（二）丙。”", "", "四、丁。"))
                .isEmpty();
        assertThat(Texts.body("- “第一段。", "", "  第二段。”", "- 丙")).isEmpty();
    }

    @Test
    void tellOfAQuotationThatNeitherItsParagraphNorALaterOneCloses() {
        assertThat(Texts.body("将第三条修改为：“第三条 甲：", "", "（一）乙；", "", "## 后记", "", "丙。”"))
                .containsExactly(
                        "6:9: 警告 W227 “修改为：“第三条”里的““”后面没有“””；请补上“””或删去““”",
                        "12:3: 警告 W227 “丙。””里的“””前面没有““”；请补上““”或删去“””");
        assertThat(Texts.body("“甲。", "", "乙。")).containsExactly("6:1: 警告 W227 ““甲。”里的““”后面没有“””；请补上“””或删去““”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "（[甲](a.md \"题\")）",
                "见（[甲](a.md \"题（一)\")）。",
                "见（[甲](a.md '题“一')）。",
                "见（[甲](<乙（一.md>)）。",
                "[甲]: a.md \"题（一\"",
                "见<a href=\"a（一.md\" title='“'>甲</a>。",
                "<img src=\"a.png\" alt=\"图（一\">",
                "代码`f(“a`与``（``。",
                "取值在（0, 1]之间。",
                "他说：“某文写道，‘那“区区”二字，不必再提’。”",
                "《夏日》（Ｅｖｅ’ｓ Ｄａｙ）",
                "《关于修改〈某市实施《水法》办法〉的决定》"
            })
    void takeMarksThatAreNoProseOrDeeperNested(String body) {
        assertThat(Texts.body(body)).noneMatch(problem -> problem.contains("W227") || problem.contains("W228"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image::a.png[甲]\n\n见link:乙（一.html[乙]与xref:b“.adoc[丙]。", "见<<甲（一,乙>>。", "include::_共用/甲（一.adoc[]"
            })
    void takeMarksInMacros(String body) {
        assertThat(Texts.file("content/a.adoc", "= 甲\n:发布日期: 2024-05-01\n\n" + body + "\n"))
                .noneMatch(problem -> problem.contains("W227"));
    }

    @Test
    void tellOfBlanksOncePerEntry() {
        assertThat(Texts.body("抓好 学习， 再抓落实。", "从严\u00a0治党。", "到此。\u3000", "", "", "", "", "完。"))
                .containsExactly(
                        "6:7: 警告 W232 汉字之间有1处空格，第一处是“习， 再抓”；请删去空格",
                        "7:3: 警告 W233 有1个看不见的特殊空格，是从网页或 Word 带来的；请删去，或换成普通空格",
                        "8:4: 警告 W234 有1行的行尾是全角空格；请删去行尾的空格",
                        "9:1: 警告 W235 这里连续空了4行；段落之间空一行就够了");
        assertThat(Texts.body("全面 从严治党，抓好 支部建设。")).containsExactly("6:3: 警告 W232 汉字之间有2处空格，第一处是“全面 从严”；请删去空格");
    }

    @ParameterizedTest
    @ValueSource(strings = {"“全面 从严治党”，抓好落实。", "全体党员 都应参加，不得缺席。", "各党小组 要认真落实，按时上报。"})
    void tellOfBlanksThatPartNothing(String body) {
        assertThat(Texts.body(body)).hasSize(1).allMatch(problem -> problem.contains("W232"));
    }

    @Test
    void takeEmptyLinesAtTheEndOfAFile() {
        assertThat(Texts.body("完。", "", "", "", "", "", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "第三条 党员应当参加，不得缺席。",
                "地点：活动室 时间：三点，自备纸笔。",
                "甲一 乙二 丙三，共三人。",
                "共 36 户，用 PDF 格式。",
                "| 一 二 | 三 |",
                "　　首行缩进的段落。",
                "参加人员：甲乙丙 丁戊己 庚辛壬，共三人。",
                "甲乙丙 丁戊己，共两人。",
                "以“不忘入党初心 牢记时代使命”为主题，开展活动。",
                "学习《向标杆看齐 为群众服务》一文，交流体会。",
                "💡 注意，先看条例。",
                "今天看完了，明天再看条例 😀"
            })
    void takeBlanksThatPartThings(String body) {
        assertThat(Texts.body(body)).isEmpty();
    }
}
