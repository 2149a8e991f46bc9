package org.gongkai.markup.markdown.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.markup.Bodies.body;
import static org.gongkai.markup.Bodies.html;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents pasted from a word processor, one paragraph a line, and Markdown that must not be taken for them. */
class PlainTextParagraphsTest {
    private static final String LONG = "支部召开了专题会议，逐项研究了重点任务。会后各小组分头落实，每周汇总一次进度，遇到困难随时沟通，确保各项工作按期完成、不留尾巴。";

    private static List<String> tags(String text) {
        return Arrays.stream(html(text).split("\n"))
                .map(line -> line.replaceAll("^<(\\w+).*", "$1"))
                .toList();
    }

    @Test
    void everyLineOfADocumentTypedLineByLineIsAParagraph() {
        String text = "第三党小组2021年工作小结\n\u00a0\n" + LONG + "\n一、主要做法\n（一）抓好学习\n一是定时间。" + LONG + "\n二是定内容。" + LONG
                + "\n（二）抓好服务\n" + LONG + "\n下面是几点打算。\n二、明年打算\n1.继续学。" + LONG + "\n2.继续干。" + LONG + "\n";
        assertThat(tags(text)).containsExactly("p", "p", "h2", "h3", "p", "p", "h3", "p", "p", "h2", "p", "p");
        assertThat(body(text).outline())
                .extracting(heading -> heading.level() + heading.text())
                .containsExactly("2一、主要做法", "3（一）抓好学习", "3（二）抓好服务", "2二、明年打算");
    }

    @Test
    void aNumberWithABlankAmongNumbersWithoutStaysANumber() {
        String text = "11.改进作风。" + LONG + "\n12. 严明纪律。" + LONG + "\n二、下一步\n13.建好阵地。" + LONG + "\n";
        assertThat(tags(text)).containsExactly("p", "p", "h2", "p");
        assertThat(html(text)).contains("<p>12. 严明纪律。");
    }

    @Test
    void annexesAndTheirListsStandApart() {
        String text = LONG + "\n附件：1.学习安排表\n2.活动安排表\n附件1：\n学习安排表\n一、要求\n" + LONG + "\n";
        assertThat(tags(text)).containsExactly("p", "p", "p", "p", "p", "h2", "p");
    }

    @Test
    void aNoticeKeepsSalutationSignatureAndDateApart() {
        String text = "各党小组：\n定于3月5日下午三点在二楼会议室开会，请准时参加。\n第一党支部\n2021年3月1日\n";
        assertThat(html(text))
                .isEqualTo("<p>各党小组：</p>\n<p>定于3月5日下午三点在二楼会议室开会，请准时参加。</p>\n<p>第一党支部</p>\n<p>2021年3月1日</p>");
    }

    @Test
    void wrappedMarkdownStaysOneParagraph() {
        String wrapped = "今年以来支部按照年初的计划稳步推进各项工作，\n先后组织了六次集中学习和三次现场教学活动。\n"
                + "大家普遍反映内容实在、形式活泼，愿意参加的\n人越来越多，下一步要把好的做法坚持下去，再把\n不足的地方补上来。\n";
        assertThat(tags(wrapped)).containsExactly("p");
        assertThat(tags("这件事情怎样办理已经讲得很清楚了，请见前述第\n一、二款的规定，这里不再重复说明理由，\n照此办理即可。")).hasSize(1);
        assertThat(tags("- 这一条写得比较长，写到这里就换\n  行继续写完。\n- 第二条")).startsWith("ul");
    }

    @Test
    void linesWrappedAtAFullStopByChanceDoNotSplit() {
        String wrapped = "支部按照年初的计划稳步推进各项工作，先后组织了六次集中学习。\n大家普遍反映内容实在，愿意参加的人越来越多。";
        assertThat(tags(wrapped)).containsExactly("p");
    }

    @Test
    void oneSentenceALineStaysOneParagraph() {
        String lines = "支部在第一季度组织全体党员参观了革命旧址并开展了讨论。\n支部在第二季度邀请老党员讲述了亲身经历的建设故事。\n支部在第三季度走访慰问了困难群众。";
        assertThat(tags(lines)).containsExactly("p");
    }

    @Test
    void numberedLinesInWrappedTextBeginParagraphsOnlyAfterASentence() {
        assertThat(tags("要做好下面几件事。\n一、把学习抓紧，\n二、把服务做细。\n")).containsExactly("p", "p", "p");
        assertThat(tags("第一条　为了规范管理，制定本办法。\n第二条　本办法适用于全体党员。")).containsExactly("p", "p");
    }

    @Test
    void headingsAreOnlyMadeWhereTheTextHasNone() {
        assertThat(tags("## 总则\n\n一、概况\n\n正文")).containsExactly("h2", "p", "p");
        assertThat(tags("一、概况\n\n正文")).containsExactly("h2", "p");
        assertThat(tags("（一）先做什么\n\n正文")).containsExactly("h2", "p");
        assertThat(tags("（一）先做什么\n\n（二）再做什么\n\n一、打算\n\n（一）补课\n\n（二）走访")).containsExactly("h2", "h2", "h2", "h3", "h3");
        assertThat(tags("（一）参加人员\n\n一、二组党员\n\n（二）时间\n\n（一）补课")).containsExactly("h2", "h2", "h2", "h3");
        assertThat(tags("一、打算\n\n（一）补课。要补。\n\n二、走访\n\n（二）时间")).containsExactly("h2", "p", "h2", "h3");
        assertThat(tags("一、时间：3月5日\n\n二、地点：会议室")).containsExactly("p", "p");
        assertThat(tags("一、把学习抓好。\n\n正文")).containsExactly("p", "p");
    }

    @Test
    void aPartEndsAList() {
        assertThat(html("一、要求\n1. 按时\n2. 签到\n二、其他\n"))
                .isEqualTo(
                        "<h2 id=\"一-要求\">一、要求</h2>\n<ol>\n<li>按时</li>\n<li>签到</li>\n</ol>\n<h2 id=\"二-其他\">二、其他</h2>");
    }

    @Test
    void codeTablesAndHardBreaksAreLeftAlone() {
        String code = "```\n" + LONG + "\n一、不是标题\n" + LONG + "\n```\n\n" + LONG + "\n" + LONG;
        assertThat(html(code)).contains("\n一、不是标题\n");
        assertThat(html("甲  \n一、乙")).isEqualTo("<p>甲<br>\n一、乙</p>");
        assertThat(html("一、项 | 数\n---|---\n甲 | 2")).contains("<table>");
    }

    @Test
    void linksEmphasisAndCodeOverTwoLinesAreNeverCut() {
        assertThat(html(LONG + "\n详见[通\n知](a.md)。" + LONG + "\n" + LONG)).contains("<a href=\"a.md\">通知</a>");
        assertThat(html(LONG + "\n详见[通知](a.md\n\"题\")。" + LONG)).contains("<a href=\"a.md\" title=\"题\">通知</a>");
        assertThat(html(LONG + "\n**各小组要高度重视。\n抓好落实。**" + LONG)).contains("<strong>各小组要高度重视。抓好落实。</strong>");
        assertThat(html(LONG + "\n运行`git\ncommit`即可。" + LONG)).contains("<code>git commit</code>");
        assertThat(html(LONG + "\n~~作废的\n内容~~" + LONG)).contains("<del>作废的内容</del>");
        assertThat(tags(LONG + "\n甲\\*乙\n丙*丁\n" + LONG + "\n一`与\n二\n" + LONG)).hasSize(7);
    }

    @Test
    void textOfOtherLanguagesIsMarkdownOnly() {
        String english =
                "The branch met on Monday. It went through the plan of the year, line by line, and agreed on it.\n";
        assertThat(tags(english.repeat(3))).startsWith("p").hasSize(3);
        assertThat(html(english.repeat(3)).split("<p>", -1)).hasSize(2);
    }
}
