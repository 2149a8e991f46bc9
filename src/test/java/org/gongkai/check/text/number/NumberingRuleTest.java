package org.gongkai.check.text.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.gongkai.check.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingRuleTest {

    private static final String MEND = "；请补上缺的一条，或把后面的编号改成连续的";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    一、甲/二、乙/四、丁         | 8:1: 警告 W224 编号“二、”的后面是“四、”，缺“三、”
                    ## 一、甲/## 五、戊          | 7:4: 警告 W224 编号“一、”的后面是“五、”，缺“二、”到“四、”
                    （一）甲。乙/（三）丙。丁    | 7:1: 警告 W224 编号“（一）”的后面是“（三）”，缺“（二）”
                    1.甲/2.乙/3.丙/5.戊          | 9:1: 警告 W224 编号“3.”的后面是“5.”，缺“4.”
                    1.甲/2.乙/2.丙               | 8:1: 警告 W224 编号“2.”重复了
                    一、甲/二、乙/三、丙/二、丁  | 9:1: 警告 W224 编号“二、”排在“三、”的后面
                    二、乙/三、丙                | 6:1: 警告 W224 编号从“二、”开始，前面没有“一、”
                    第一条 甲/第三条 丙          | 7:1: 警告 W224 编号“第一条”的后面是“第三条”，缺“第二条”
                    # 第一章 甲/# 第三章 丙      | 7:3: 警告 W224 编号“第一章”的后面是“第三章”，缺“第二章”
                    ①甲/③丙                      | 7:1: 警告 W224 编号“①”的后面是“③”，缺“②”
                    1、甲/2、乙/1. 丙/3. 丁      | 9:1: 警告 W224 编号“1.”的后面是“3.”，缺“2.”
                    **一、甲**/**三、丙**        | 7:3: 警告 W224 编号“一、”的后面是“三、”，缺“二、”
                    """)
    void tellsOfANumberThatSkips(String body, String problem) {
        assertThat(Texts.body(body.split("/"))).first().isEqualTo(problem + MEND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一、甲/（一）乙/（二）丙/二、丁/（一）戊",
                "一、甲/1.乙/2.丙/二、丁/3.戊/4.己",
                "一、甲/二、乙/附件1：/名称/一、丙/二、丁",
                "1.甲/2.乙/附件：1.丙/2.丁",
                "1. 甲/1. 乙/1. 丙",
                "1. 甲/   1. 乙/   2. 丙/2. 丁",
                "三、四季度开展了活动。",
                "3.5米高的水塔。",
                "2024.5月的事。",
                "要求如下：1.甲。/2.乙。",
                "1.乙/1．丙/2．丁",
                "第一章 甲/第一条 乙/第二条 丙/第二章 丁/第三条 戊",
                "原文：/第三条 甲/第七条 乙",
                "第一条 甲/第五条规定的情形除外。/第二条 乙",
                "1.甲/2、乙/3.丙",
                "| 1.甲 |/| 3.丙 |"
            })
    void takesNumbersThatGoOn(String body) {
        assertThat(Texts.body(body.split("/"))).noneMatch(problem -> problem.contains("W224"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "### 1. 甲//1. 子/2. 丑/3. 寅//### 2. 乙//1. 子/2. 丑//### 3. 丙",
                "== 1. 甲/. 子/. 丑/== 2. 乙",
                "## 一、甲/### 一、子/### 二、丑/## 二、乙/### 一、寅/## 三、丙",
                "**1. 甲**//1. 子/2. 丑/3. 寅//**2. 乙**//1. 子//**3. 丙**",
                "## （1）甲/（1）子/（2）丑/## （2）乙/（1）寅",
                "### ① 甲/①子；/②丑。/### ② 乙",
                "<h3>1. 甲</h3>/1. 子/2. 丑/<h3>2. 乙</h3>",
                "1. 甲/\t1. 子/\t2. 丑/2. 乙",
                "1. 甲/> 1. 引/> 2. 引/2. 乙",
                "1. 甲/```/7. 码/```/2. 乙",
                "1. 甲/| 3. | 表 |/2. 乙"
            })
    void takesNumbersOfEveryLevelAsASequenceOfItsOwn(String body) {
        assertThat(Texts.body(body.split("/"))).noneMatch(problem -> problem.contains("W224"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    前言/### 1. 甲/1. 子/2. 丑//### 3. 丙     | 11:5: 警告 W224 编号“1.”的后面是“3.”，缺“2.”
                    前言/## 一、甲/1.子/2.丑/4.寅/## 二、乙   | 10:1: 警告 W224 编号“2.”的后面是“4.”，缺“3.”
                    前言/## 一、甲/### 一、子/### 三、丑      | 9:5: 警告 W224 编号“一、”的后面是“三、”，缺“二、”
                    """)
    void tellsOfANumberThatSkipsOnItsLevel(String body, String problem) {
        assertThat(Texts.body(body.split("/"))).containsExactly(problem + MEND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## 一、甲/乙。/二、丙/## 三、丁",
                "**1.甲**/2.乙/**3.丙**",
                "## 一、甲/### 二、乙/## 三、丙",
                "# 第一章 甲/第二章 乙/# 第三章 丙",
                "一、甲/二、乙/## 三、丙/## 四、丁"
            })
    void takesASequenceThatGoesOnOnAnotherLevel(String body) {
        assertThat(Texts.body(body.split("/"))).noneMatch(problem -> problem.contains("W224"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 29. 甲题/## 题目",
                "## 四、乙篇/1. 子/2. 丑",
                "(313) 555-0000",
                "## 596. 甲/## 175. 乙/## 182. 丙/## 183. 丁",
                "丁，两种副刊：1．甲；/2．乙。",
                "1、/甲/2、乙",
                "1、甲/2、乙：1、子；/2、丑"
            })
    void takesNumbersThatAreNames(String body) {
        assertThat(Texts.body(body.split("/"))).noneMatch(problem -> problem.contains("W224"));
    }

    @Test
    void readsNumbersBeyondAHundred() {
        String[] articles = IntStream.rangeClosed(1, 112)
                .filter(number -> number != 111)
                .mapToObj(number -> NumberedLine.Style.ARTICLE.write(number) + " 甲")
                .toArray(String[]::new);

        assertThat(Texts.body(articles)).containsExactly("116:1: 警告 W224 编号“第一百一十条”的后面是“第一百一十二条”，缺“第一百一十一条”" + MEND);
    }

    @Test
    void leavesRoomForWhatIsIncluded() {
        assertThat(Texts.file("content/a.adoc", "= 甲\n:发布日期: 2024-05-01\n\n第一条　甲。\n\ninclude::_附则.adoc[]\n\n第四条　丁。\n"))
                .isEmpty();
    }

    @Test
    void tellsOfAStrayBlank() {
        assertThat(Texts.body("1.甲", "2.乙", "3. 丙", "4.丁"))
                .containsExactly("8:1: 警告 W225 编号“3. ”的后面多了空格，别的编号后面没有；请写成“3.”，否则这一段可能成为列表");
    }

    @Test
    void tellsOfAnAnnexWithoutContent() {
        assertThat(Texts.body("正文。", "", "附件1：", "安排表", "", "1月：学习。", "", "附件2", "活动计划表"))
                .containsExactly(
                        "13:1: 警告 W236 “附件2”只有标题，没有内容；请补上附件的内容，或作为文件列入文件头的“附件”",
                        "13:1: 警告 W237 “附件2”和前面的“附件1：”写法不一致：一个有冒号，一个没有；请都写成“附件1”“附件2”的样子，不加冒号");
    }

    @Test
    void tellsOfLabelsThatAreWrittenInTwoWays() {
        assertThat(Texts.body("## 附件1", "", "甲表。", "乙。", "", "## 附件2：", "", "丙表。", "丁。"))
                .containsExactly("11:4: 警告 W237 “附件2：”和前面的“附件1”写法不一致：一个有冒号，一个没有；请都写成“附件1”“附件2”的样子，不加冒号");
        assertThat(Texts.body("附件：1. 甲表", "2. 乙表", "", "附件1", "", "甲。", "丙。", "", "附件2", "", "乙。", "丁。"))
                .isEmpty();
    }

    @Test
    void takesAnAnnexThatIsAFile() {
        assertThat(Texts.header("标题: 甲", "附件: [表.xlsx]")).isEmpty();
        assertThat(Texts.body("附件1", "", "[活动计划表](表.xlsx)")).isEmpty();
    }
}
