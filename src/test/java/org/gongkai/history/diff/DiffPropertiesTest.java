package org.gongkai.history.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.gongkai.history.diff.BodyDiff.MarkedBody;
import org.gongkai.markup.html.HtmlGrid;
import org.gongkai.testing.HtmlChecker;
import org.jsoup.nodes.Element;

/** Whatever two versions hold: the marks tell both texts, and what is marked is as sound as what came in. */
@Tag("slow")
class DiffPropertiesTest {
    private static final HtmlChecker CHECKER = checker();

    private static final String[] BLOCKS = {
        "各党小组每月底前把学习记录交到组织委员处，缺席的要在下个月补学。",
        "党员活动室**每周三下午**开放，由[第二党小组](a.md)负责打扫和登记。",
        "会议应到18人，实到17人，1人请假。会议审议了换水改造方案，一致同意。",
        "特此通知。",
        "## 一、值班安排",
        "## 二、值班安排",
        "### （一）交接",
        "- 清点沙袋\n- 检查闸门\n- 核对电话",
        "- 清点沙袋\n    - 登记造册\n    - 上报\n- 核对电话",
        "3. 个人自评\n4. 小组推荐\n5. 支部审定",
        "| 时间 | 内容 |\n|---|---|\n| 3月5日 | 党课 |\n| 4月9日 | 义务巡渠 |",
        "| 时间 | 内容 | 人数 |\n|---|---|---|\n| 3月5日 | 党课 | 18 |\n| 5月9日 | 党员大会 | 17 |",
        "| 时间 | 内容 |\n|---|---|\n| 合计 {colspan=2} |\n| 4月9日 | 巡渠 |",
        "| 时间 | 内容 |\n|---|---|\n| 4月9日 | 巡渠 | 16 |\n| 5月9日 |",
        "> 引用的话要有出处。",
        "术语\n: 解释一句",
        "    值班 电话\n    抢修 电话",
        "甲~~乙~~丙，English words 2024-03-05，占35.5%。",
        "---"
    };

    @Property(tries = 1000)
    void theMarksTellBothTexts(@ForAll("versions") List<String> versions) {
        String before = Marked.markdown(versions.get(0));
        String now = Marked.markdown(versions.get(1));
        MarkedBody marked = new BodyDiff().compare(before, now);
        assertThat(Marked.now(marked.html())).isEqualTo(plain(now));
        assertThat(sorted(Marked.old(marked.html()))).isEqualTo(sorted(plain(before)));
        if (marked.amount().moved() == 0) {
            assertThat(inOrder(Marked.old(marked.html()), plain(before))).isTrue();
        }
        assertSound(marked.html());
        assertThat(Marked.parse(marked.html())
                        .select(":is(ul, ol, dl, table, thead, tbody, tr) > :is(ins, del, p, span)"))
                .isEmpty();
    }

    @Property(tries = 1000)
    void anyHtmlIsComparedAndStaysSound(@ForAll("html") String before, @ForAll("html") String now) {
        assertSound(new BodyDiff().compare(before, now).html());
    }

    @Example
    void anItemInAHeadingOfAnItemStaysThere() {
        assertSound(new BodyDiff()
                .compare("<ul><li><h2><li><img src=\"i\" alt=\"图\"></li></h2></li></ul>", "")
                .html());
        assertSound(new BodyDiff()
                .compare("<dl><dt>甲<h2><dt>乙</dt></h2></dt></dl>", "<p>丙</p>")
                .html());
    }

    @Property(tries = 150)
    void theCheckerFindsNoErrorInTheMarks(@ForAll("versions") List<String> versions) throws Exception {
        String before = Marked.markdown(versions.get(0));
        String now = Marked.markdown(versions.get(1));
        assumeThat(errors(before)).isEmpty();
        assumeThat(errors(now)).isEmpty();
        assertThat(errors(new BodyDiff().compare(before, now).html())).isEmpty();
    }

    @Property(tries = 500)
    void allRowsOfATableHaveItsColumns(@ForAll("tables") String before, @ForAll("tables") String now) {
        String marked = new BodyDiff().compare(before, now).html();
        for (Element table : Marked.parse(marked).select("table")) {
            assertThat(HtmlGrid.of(table).rows().stream()
                            .mapToInt(row -> row.cells().stream()
                                    .mapToInt(HtmlGrid.Cell::columns)
                                    .sum())
                            .distinct())
                    .as(marked)
                    .hasSize(1);
        }
    }

    /** Tables without blanks between their cells; some have a cell over two columns. */
    @Provide
    Arbitrary<String> tables() {
        Arbitrary<String> words = Arbitraries.of("时间", "党课", "巡渠", "18", "合计", "");
        return Arbitraries.integers().between(2, 4).flatMap(width -> {
            Arbitrary<String> plain =
                    words.list().ofSize(width).map(row -> "<tr><td>" + String.join("</td><td>", row) + "</td></tr>");
            Arbitrary<String> wide = words.list()
                    .ofSize(width - 1)
                    .map(row -> "<tr><td colspan=\"2\">" + String.join("</td><td>", row) + "</td></tr>");
            return Arbitraries.frequencyOf(Tuple.of(4, plain), Tuple.of(1, wide))
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(5)
                    .map(rows -> "<table><tbody>" + String.join("", rows) + "</tbody></table>");
        });
    }

    private static HtmlChecker checker() {
        try {
            return new HtmlChecker();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> errors(String body) throws Exception {
        String page = "<!DOCTYPE html><html lang=\"zh\"><title>甲</title><h1>甲</h1>" + body;
        return CHECKER.errors(page.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 200)
    void theSameTextHasNoMarks(@ForAll("versions") List<String> versions) {
        String body = Marked.markdown(versions.get(0));
        MarkedBody marked = new BodyDiff().compare(body, body);
        assertThat(marked.amount().isNone()).isTrue();
        assertThat(Marked.parse(marked.html()).select("ins, del, .change-note")).isEmpty();
    }

    private static void assertSound(String html) {
        assertThat(Marked.parse(html).body().html())
                .as("what a browser makes of it")
                .isEqualTo(html);
        assertThat(Marked.parse(html).select("ins ins, del del, ins del, del ins"))
                .isEmpty();
        assertThat(Marked.ids(html)).doesNotHaveDuplicates();
    }

    private static String plain(String html) {
        return Marked.parse(html).body().wholeText().replaceAll("\\s", "");
    }

    private static String sorted(String text) {
        char[] letters = text.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    /** Cells of columns that differ stand beside each other, so that rows of them are read in another order. */
    private static boolean inOrder(String told, String text) {
        return told.equals(text) || text.contains("人数") || text.contains("内容");
    }

    @Provide
    Arbitrary<List<String>> versions() {
        Arbitrary<List<String>> texts = Arbitraries.of(BLOCKS).list().ofMaxSize(9);
        Arbitrary<List<Integer>> edits =
                Arbitraries.integers().between(0, 1_000_000).list().ofMaxSize(8);
        return Combinators.combine(texts, edits).as((text, numbers) -> {
            List<String> edited = new ArrayList<>(text);
            numbers.forEach(number -> edit(edited, number));
            return List.of(String.join("\n\n", text), String.join("\n\n", edited));
        });
    }

    private static void edit(List<String> blocks, int number) {
        int at = number / 8;
        if (blocks.isEmpty() || number % 8 == 0 || blocks.contains("")) {
            blocks.add(at % (blocks.size() + 1), BLOCKS[at % BLOCKS.length]);
            return;
        }
        int block = at % blocks.size();
        String text = blocks.get(block);
        int place = text.offsetByCodePoints(0, at / 7 % text.length());
        switch (number % 8) {
            case 1 -> blocks.remove(block);
            case 2 -> blocks.add(at / 3 % blocks.size(), blocks.remove(block));
            case 3 -> blocks.set(block, text.replaceFirst("。(?=.)", "。\n\n"));
            case 4 -> blocks.set(block, text.replaceFirst("\\d+", String.valueOf(at % 100)));
            case 5 -> blocks.set(block, text.substring(0, place) + "新添" + text.substring(place));
            case 6 -> blocks.set(block, text.substring(0, place) + text.substring(Math.min(text.length(), place + 3)));
            default -> blocks.set(block, text.replace("党", "团"));
        }
    }

    @Provide
    Arbitrary<String> html() {
        return Arbitraries.of(("<p>‖</p>‖<ul>‖<li>‖</li>‖</ul>‖<ol>‖</ol>‖<table>‖<tr>‖<td>‖<td rowspan=\"2\">‖"
                                + "<td colspan=\"2\">‖</table>‖<thead>‖<tbody>‖<caption>‖<h2 id=\"a\">‖</h2>‖<ins>‖</ins>‖"
                                + "<del>‖</del>‖<a href=\"b\" id=\"c\">‖</a>‖<strong>‖</strong>‖<img src=\"i\" alt=\"图\">‖"
                                + "<br>‖<hr>‖<dl>‖<dt>‖<dd>‖</dl>‖<div>‖<div class=\"paragraph\">‖</div>‖<details>‖"
                                + "<summary>‖</details>‖<figure>‖<figcaption>‖</figure>‖<pre>‖</pre>‖"
                                + "<sup class=\"footnote-ref\">‖</sup>‖<input type=\"checkbox\" disabled>‖<ruby>‖<rt>‖"
                                + "</ruby>‖甲乙丙丁戊己庚辛壬癸‖值班‖12‖ ‖&amp;&lt;‖会议审议了方案，一致同意。‖\ud83d\ude00‖<!-- 注 -->")
                        .split("‖"))
                .list()
                .ofMaxSize(24)
                // As a browser reads it, so that what comes in is sound; no id twice.
                .map(parts -> Marked.parse(String.join("", parts)).body().html().replaceAll(" id=\"[ac]\"", ""))
                .map(text -> Marked.parse(text).body().html())
                .filter(text -> Marked.parse(text).body().html().equals(text));
    }
}
