package org.gongkai.markup.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.gongkai.markup.Markup;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a writer evidently typed to be read is shown or reported, even where Asciidoctor leaves it out. */
@Tag("slow")
class AsciiDocHiddenTest {
    private static Body body(String text) {
        return Bodies.ASCIIDOC.convert(new Markup("content/甲.adoc", text, 11), new Bodies.Recorder());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "按 `+` 键放大，再按 `+` 键还原 → 按 <code>+</code> 键放大，再按 <code>+</code> 键还原",
                "按`+`或`+`键 → 按<code>+</code>或<code>+</code>键",
                "`++` 和 `++`，`**` 和 `**` → <code>++</code> 和 <code>++</code>，<code>**</code> 和 <code>**</code>",
                "`*.doc` 和 `*.xls`，`_a` 和 `b_` → <code>*.doc</code> 和 <code>*.xls</code>，<code>_a</code> 和 <code>b_</code>",
                "`#` 和 `#`、`^`、`^`、`~`、`~` → <code>#</code> 和 <code>#</code>、<code>^</code>、<code>^</code>、<code>~</code>、<code>~</code>",
                "`((` 和 `))`，`$$` 和 `$$` → <code>((</code> 和 <code>))</code>，<code>$$</code> 和 <code>$$</code>",
                "*注意：`*.doc` 和 `a*` 文件* → <strong>注意：<code>*.doc</code> 和 <code>a*</code> 文件</strong>",
                "C++ 和 D++，C++和D++、A++级 → C++ 和 D++，C++和D++、A++级",
                "甲[注]*重点*乙，[1]#丙#，甲[12]**丁** → 甲[注]<strong>重点</strong>乙，[1]<mark>丙</mark>，甲[12]<strong>丁</strong>",
                "一行{set:甲!} → 一行",
                "约3~5天，7~9天，10%~20%、30%~40% → 约3~5天，7~9天，10%~20%、30%~40%",
                "3月~5月和7月~9月，1~2,3~4，2^10和2^8，周一~周三，周五~周日 → 3月~5月和7月~9月，1~2,3~4，2^10和2^8，周一~周三，周五~周日",
                "身份证1101****1234，手机138****5678，规格2**3**4 → 身份证1101****1234，手机138****5678，规格2**3**4",
                "张**、李**、王**三人，张*、李*两人，赵* → 张**、李**、王**三人，张*、李*两人，赵*",
                "张*三、李*四等人，王*五（组长） → 张*三、李*四等人，王*五（组长）",
                "*.gz，包括*.gz → *.gz，包括*.gz",
                "姓名：____ 年龄：______（____） → 姓名：____ 年龄：______（____）",
                "`+*a*+`、`+{x}+`、`+`+`、`+a`b+` → <code>*a*</code>、<code>{x}</code>、<code>`</code>、<code>a`b</code>",
                "`*粗*`、`+a+`、`a_b` → <code><strong>粗</strong></code>、<code>a</code>、<code>a_b</code>",
                "+a*b*c+ 和 a++*b*++ 后 → a*b*c 和 a*b* 后",
                "[.x]*甲* [#y]*乙* [z1]#丙# → <strong class=\"own-x\">甲</strong> <strong id=\"y\">乙</strong> <span class=\"own-z1\">丙</span>",
                "`<<a.adoc#甲,乙>>` → <code><a href=\"a.adoc#甲\">乙</a></code>",
                "H~2~O、CO~2~，x^2^3，V~出水~和V~进水~ → H<sub>2</sub>O、CO<sub>2</sub>，x<sup>2</sup>3，V<sub>出水</sub>和V<sub>进水</sub>",
                "把*快、准、稳*落实，**12**件，https://a.cn/b____c[甲] → 把<strong>快、准、稳</strong>落实，<strong>12</strong>件，<a href=\"https://a.cn/b____c\">甲</a>"
            })
    void signsThatCannotBeMarksAreShownAndMarksThatAreMeantStay(String typed, String shown) {
        Body body = body(typed);
        assertThat(Jsoup.parse(body.html()).select("p").html()).isEqualTo(shown);
        assertThat(body.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "2 +3+ 4 → 1:3 → +3+ → 要显示加号，请写成 {plus}；确实要照原样的，可以不写加号",
                "正文¶[附件]¶名单 → 2:1 → [附件] → 要显示方括号，请在前面加上 {empty}，或改用全角【】",
                "[附件=名单]¶正文 → 1:1 → [附件=名单] → 要显示方括号，请在前面加上 {empty}，或改用全角【】",
                "正文¶¶[2024]¶正文 → 3:1 → [2024] → 要显示方括号，请在前面加上 {empty}，或改用全角【】",
                ":时间:¶¶正文 → 1:1 → :时间: → 要显示这行文字，请把半角冒号改成全角“：”；确实是属性的，请在正文里用到它",
                ".甲¶++++¶乙¶++++ → 1:1 → .甲 → 下面要有内容，才是它的小标题；要显示这行文字，请在前面加上 {empty}",
                "正文¶¶:时间: 三月¶¶正文 → 3:1 → :时间: 三月 → 要显示这行文字，请把半角冒号改成全角“：”；确实是属性的，请在正文里用到它",
                "= 题¶¶正文 → 1:1 → = 题 → 标题和作者写在文件头里；正文中的标题用两个等号，后面空一行",
                "文件题目¶====¶¶正文 → 1:1 → 文件题目 → 标题和作者写在文件头里；正文中的标题用两个等号，后面空一行",
                ":leveloffset: -1¶¶== 题¶¶正文 → 3:1 → == 题 → 标题和作者写在文件头里；正文中的标题用两个等号，后面空一行",
                "正文¶¶.5亿元¶ → 3:1 → .5亿元 → 下面要有内容，才是它的小标题；要显示这行文字，请在前面加上 {empty}",
                ".甲¶.乙¶正文 → 1:1 → .甲 → 下面要有内容，才是它的小标题；要显示这行文字，请在前面加上 {empty}",
                "|===¶a|.甲¶|=== → 2:3 → .甲 → 下面要有内容，才是它的小标题；要显示这行文字，请在前面加上 {empty}",
                "支部(((支部, 党员)))会 → 1:3 → 支部, 党员 → 索引词只供排索引用；要显示这些文字，请把半角括号改成全角（）",
                "link:b.adoc[一张表, 第2页=附件] → 1:18 → 第2页=附件 → 要显示这些文字，请给方括号里的整段文字加上半角双引号，或把半角逗号改成全角",
                "image::合影.jpg[张三, 李四, 王五] → 1:19 → 李四, 王五 → 要显示这些文字，请给方括号里的整段文字加上半角双引号，或把半角逗号改成全角",
                "= 题 → 1:1 → = 题 → 标题和作者写在文件头里；正文中的标题用两个等号，后面空一行",
                "[法制, 教育]¶正文 → 1:1 → [法制, 教育] → 要显示方括号，请在前面加上 {empty}，或改用全角【】",
                "[𠮷野]¶正文 → 1:1 → [𠮷野] → 要显示方括号，请在前面加上 {empty}，或改用全角【】",
                "[NOTE, 张三]¶正文 → 1:1 → [NOTE, 张三] → 要显示方括号，请在前面加上 {empty}，或改用全角【】",
                "[a=这样]¶正文 → 1:1 → [a=这样] → 要显示方括号，请在前面加上 {empty}，或改用全角【】",
                "[quote, 张三, 《书》, 第三章]¶正文 → 1:1 → [quote, 张三, 《书》, 第三章] → 要显示方括号，请在前面加上 {empty}，或改用全角【】",
                "正文，¶[#这样]¶正文 → 2:1 → [#这样] → 要显示方括号，请在前面加上 {empty}，或改用全角【】",
                "甲::¶[这样]¶ → 2:1 → [这样] → 要显示方括号，请在前面加上 {empty}，或改用全角【】",
                "正文¶¶[[这样的一行]]¶¶正文 → 3:1 → [[这样的一行]] → 没有链接通到这个位置；要显示方括号，请在前面加上反斜线，或改用全角【】",
                "正文¶[[这样的一行]]¶正文 → 2:1 → [[这样的一行]] → 没有链接通到这个位置；要显示方括号，请在前面加上反斜线，或改用全角【】",
                "* 甲¶[[这样]] → 2:1 → [[这样]] → 没有链接通到这个位置；要显示方括号，请在前面加上反斜线，或改用全角【】",
                "[[a, 这样]]¶正文 → 1:1 → [[a, 这样]] → 没有链接通到这个位置；要显示方括号，请在前面加上反斜线，或改用全角【】",
                "|===¶a|[[这样]]¶¶乙¶|=== → 2:3 → [[这样]] → 没有链接通到这个位置；要显示方括号，请在前面加上反斜线，或改用全角【】",
                "详见[[附件一]]。 → 1:3 → [[附件一]] → 没有链接通到这个位置；要显示方括号，请在前面加上反斜线，或改用全角【】",
                "详见anchor:a[附件一]。 → 1:3 → anchor:a[附件一] → 没有链接通到这个位置；要显示方括号，请在前面加上反斜线，或改用全角【】",
                "```java 说明¶甲¶``` → 1:1 → ```java 说明 → 三个反引号后面写代码的语言；说明请写在上面单独一行，前面加一个点",
                "* 甲¶+¶``` java, 说明¶甲¶``` → 3:1 → ``` java, 说明 → 三个反引号后面写代码的语言；说明请写在上面单独一行，前面加一个点",
                "icon:a[登记表] → 1:8 → 登记表 → 要显示这些文字，请给方括号里的整段文字加上半角双引号，或把半角逗号改成全角",
                "正文¶¶.甲¶<<<¶ → 3:1 → .甲 → 下面要有内容，才是它的小标题；要显示这行文字，请在前面加上 {empty}"
            })
    void wordsThatAsciidoctorTakesForMarksAreReported(String typed, String place, String what, String hint) {
        int line = 10 + Integer.parseInt(place.substring(0, 1));
        assertThat(body(typed.replace('¶', '\n')).problems())
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.code() + " "
                        + problem.message() + "；" + problem.hint())
                .containsExactly(line + place.substring(1) + " W169 “" + what + "”是 AsciiDoc 的标记，网页上不会照样显示；" + hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[附件]]\n[#名单]\n正文",
                "[[附件]]\n== 附件\n\n[[甲]]正文\n\n* [[乙]]正文",
                "正文[[附件]]。\n\n[[名单]]\n\n见<<附件>>和xref:名单[单子]",
                "\\[[这样的一行]]，正文\\[[这样]]文",
                "[bibliography]\n* [[[a,《书》]]] 张三著",
                "[link=附件.pdf]\nimage::a.png[合影]",
                "```java\n说明\n```",
                "----\n```java 说明\n----",
                ".甲\n* 乙\n+\n.丙\n丁\n\n.戊\n== 己\n\n庚\n\n|===\na|.辛\n壬\n|===",
                "[quote, 张三, 《书》]\n正文",
                "[.提示]\n正文",
                "{empty}[附件]\n正文",
                ":时间: 三月\n\n正文{时间}",
                ":内部:\n\nifdef::内部[正文]",
                "[quote]\n[.x]\n正文",
                ":name: value\n\n正文",
                "----\n[附件]\n:时间: 三月\n2 +3+ 4\n----",
                "pass:[+3+] 和 `+3+`"
            })
    void marksThatAreMeantAreNotReported(String typed) {
        assertThat(body(typed).problems()).isEmpty();
    }

    @Test
    void theHeaderOfAnEntryIsNotReported() {
        Markup whole = new Markup("content/甲.adoc", "= 题\n支部\n:date: 2025-01-02\n\n正文", 1);
        assertThat(Bodies.ASCIIDOC.convert(whole, new Bodies.Recorder()).problems())
                .isEmpty();
        assertThat(body("= 题\n支部\nv1\n\n正文").problems())
                .extracting(problem -> problem.line() + " " + problem.message().split("”")[0])
                .containsExactly("11 “= 题", "12 “支部", "13 “v1");
        assertThat(body("题目\n===\n支部\nv1\n\n正文").problems())
                .extracting(problem -> problem.line() + " " + problem.message().split("”")[0])
                .containsExactly("11 “题目", "13 “支部", "14 “v1");
    }
}
