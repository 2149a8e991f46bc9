package org.gongkai.markup.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.markup.Bodies.html;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseMarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\u0001',
            value = {
                "**真。**她 → <strong>真。</strong>她",
                "**重点：**内容 → <strong>重点：</strong>内容",
                "**“引号”**后 → <strong>“引号”</strong>后",
                "*（一）*文 → <em>（一）</em>文",
                "第**（1）**条 → 第<strong>（1）</strong>条",
                "**《文件》**规定 → <strong>《文件》</strong>规定",
                "a**b**c → a<strong>b</strong>c",
                "**100%**的 → <strong>100%</strong>的",
                "**`code`**后 → <strong><code>code</code></strong>后",
                "前**真。**她**假。**他 → 前<strong>真。</strong>她<strong>假。</strong>他",
                "a**“b”**c → a**“b”**c",
                "__真。__她 → __真。__她",
                "前***重点。***后 → 前<em><strong>重点。</strong></em>后",
                "~~删除。~~后 → <del>删除。</del>后",
                "前~~（旧）~~后 → 前<del>（旧）</del>后",
                "2 * 3 * 4 → 2 * 3 * 4",
                "a_b_c → a_b_c",
                "把*快、准、稳*落实 → 把<em>快、准、稳</em>落实",
                "张三*、*李四 → 张三*、*李四",
                "共**12**件，**3**项 → 共<strong>12</strong>件，<strong>3</strong>项",
                "用**.NET**、*.NET*写 → 用<strong>.NET</strong>、<em>.NET</em>写",
                "***张***、**李** → <em><strong>张</strong></em>、<strong>李</strong>",
                "姓张**的**、李**的** → 姓张<strong>的</strong>、李<strong>的</strong>"
            })
    void emphasisNeedsNoBlankBesideChinesePunctuation(String typed, String shown) {
        assertThat(html(typed)).isEqualTo("<p>" + shown + "</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "身份证1101****1234，手机138****5678",
                "尾号****1234、****567X",
                "卡号1101****，1102****",
                "规格20*30*40厘米",
                "张**、李**、王**三人",
                "张*、李*两人，赵*",
                "张*三、李*四等人，王*五（组长）",
                "*.gz，包括*.gz",
                "（*.doc、*.*、*.xls）"
            })
    void asterisksThatMarkNothingAreShown(String typed) {
        assertThat(html(typed)).isEqualTo("<p>" + typed + "</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "上行|下行 → 上行下行",
                "上行，|下行 → 上行，下行",
                "**粗**|下行 → <strong>粗</strong>下行",
                "上行|**粗** → 上行<strong>粗</strong>",
                "他说|“好” → 他说“好”",
                "“好”|他说 → “好”他说",
                "上行|English → 上行|English",
                "one|two → one|two",
                "上行|`码` → 上行<code>码</code>"
            })
    void aLineThatEndsBetweenTwoHanLeavesNoBlank(String typed, String shown) {
        assertThat(html(typed.replace('|', '\n'))).isEqualTo("<p>" + shown.replace('|', '\n') + "</p>");
    }

    @Test
    void aHardBreakStays() {
        assertThat(html("上行  \n下行")).isEqualTo("<p>上行<br>\n下行</p>");
        assertThat(html("上行\\\n下行")).isEqualTo("<p>上行<br>\n下行</p>");
    }

    @Test
    void fullWidthIndentsAreLeftToTheTheme() {
        assertThat(html("　　本周开会。")).isEqualTo("<p>本周开会。</p>");
        assertThat(html("\u00a0\u00a0本周开会。")).isEqualTo("<p>本周开会。</p>");
        assertThat(html("- 　　本周开会。")).isEqualTo("<ul>\n<li>本周开会。</li>\n</ul>");
    }
}
