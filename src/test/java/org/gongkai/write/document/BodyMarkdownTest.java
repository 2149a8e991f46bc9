package org.gongkai.write.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.write.document.Documents.document;
import static org.gongkai.write.document.Documents.paragraph;
import static org.gongkai.write.document.Documents.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.markdown.MarkdownConverter;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.FolderFixture;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.ImportedDocument.Picture;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.markdown.BodyMarkdown;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyMarkdownTest extends FolderFixture {

    private static final Style BOLD = new Style(true, false, false, false, false, false);
    private static final Style UNDERLINED = new Style(false, false, true, false, false, false);

    private static String markdown(Block... blocks) {
        return new BodyMarkdown(Map.of()).of(List.of(blocks), List.of());
    }

    private static Document page(String markdown) {
        LinkResolver links = (kind, destination, line, column) -> new LinkResolver.Target(destination, "");
        return Jsoup.parseBodyFragment(new MarkdownConverter()
                .convert(new Markup("content/a.md", markdown, 1), links)
                .html());
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s\u3000\u00a0]+", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 不是标题",
                "> 不是引用",
                "- 不是列表",
                "+ 也不是",
                "* 也不是",
                "1. 第一",
                "12) Second",
                "1. 2024年的事",
                "3. 第三，从三开始",
                "| 竖线 |",
                "---",
                "***",
                "___",
                "===",
                "~~~",
                "```",
                ": 冒号开头",
                "[附件]: 名单",
                "[^1]: 脚注",
                "见[附件](名单)和![图](a.png)",
                "甲*乙*丙**丁**戊_己_庚",
                "20____年__月__日",
                "价格<100>元，a<b>c</b>",
                "<script>alert(1)</script>",
                "A&amp;B &lt; &#8212; AT&T",
                "`代码`和``两个``",
                "反斜杠\\*和\\n",
                "~~删~~和~波浪~",
                "{{计数: 文种=通知}}",
                "末尾{.right}",
                "{#id .class}",
                "^[脚注]",
                "https://example.com/a_b_c 和 a@b.cn",
                "    四个空格",
                "\t一个制表符",
                "　　全角空格",
                "甲\n# 乙\n- 丙",
                "（一）学习",
                "一、学习",
                "http://a.cn/\\\n一、",
                "1.加强",
                "附件1"
            })
    void whatWasTypedIsShownAsItWas(String typed) {
        String markdown = markdown(paragraph("前文。"), paragraph(typed), paragraph("后文。"));

        assertThat(letters(page(markdown).text())).isEqualTo(letters("前文。" + typed + "后文。"));
    }

    @Property(tries = 300)
    void anyTextIsShownAsItWas(@ForAll("lines") List<String> lines) {
        Block[] blocks = lines.stream().map(Documents::paragraph).toArray(Block[]::new);

        assertThat(letters(page(markdown(blocks)).text())).isEqualTo(letters(String.join("", lines)));
    }

    @Provide
    Arbitrary<List<String>> lines() {
        String pieces = "一、 （一） 1. 第一条 附件1 学习 党员。 2024年 ， ： * ** _ __ ____ ` ``` ~~ # "
                + "| [ ] ( ) ](a) < > <b> </b> <!-- & &amp; { } {{ }} ^[ ! ![ "
                + "\\ $ : = --- a B 1 http://a.cn/ a@b.cn";
        List<String> blanks = List.of("1. ", "# ", "- ", "> ", "+ ", " ", "\t", "　", "\n", " #");
        Arbitrary<String> piece = Arbitraries.of(
                Stream.concat(Stream.of(pieces.split(" ")), blanks.stream()).toList());
        return piece.list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(all -> String.join("", all))
                .filter(line -> !line.isBlank())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Test
    void typedHeadingsBecomeHeadingsOfTheirLevel() {
        assertThat(markdown(
                        paragraph("一、工作情况"),
                        paragraph("（一）学习教育"),
                        paragraph("1. 领学原文。"),
                        paragraph("（二）开展得好，效果明显。"),
                        new Block.Heading(1, List.of(text("二、打算")))))
                .isEqualTo("## 一、工作情况\n\n### （一）学习教育\n\n1.领学原文。\n\n（二）开展得好，效果明显。\n\n## 二、打算\n");
        assertThat(markdown(paragraph("（一）学习教育"))).isEqualTo("## （一）学习教育\n");
        assertThat(markdown(
                        paragraph("（一）学习教育"),
                        paragraph("（二）组织生活"),
                        paragraph("（三）联系群众"),
                        paragraph("一、打算"),
                        paragraph("（一）补课"),
                        paragraph("（二）走访")))
                .isEqualTo("## （一）学习教育\n\n## （二）组织生活\n\n## （三）联系群众\n\n## 一、打算\n\n### （一）补课\n\n### （二）走访\n");
        assertThat(markdown(
                        paragraph("（一）学习教育"),
                        new Block.Heading(1, List.of(text("说明"))),
                        paragraph("（二）组织生活"),
                        paragraph("附件1"),
                        paragraph("（一）补课")))
                .isEqualTo("## （一）学习教育\n\n## 说明\n\n## （二）组织生活\n\n## 附件1\n\n### （一）补课\n");
        assertThat(markdown(paragraph("（一）参加人员"), paragraph("一、二组党员"), paragraph("（二）时间")))
                .isEqualTo("## （一）参加人员\n\n## 一、二组党员\n\n## （二）时间\n");
        assertThat(markdown(new Block.Heading(2, List.of(text("背景"))), new Block.Heading(3, List.of(text("由来")))))
                .isEqualTo("## 背景\n\n### 由来\n");
    }

    @Test
    void stylesLinksAndNotesAreMarkup() {
        Block line = new Block.Paragraph(
                List.of(
                        new Run.Text("一是快。", BOLD, ""),
                        text("今年换表"),
                        new Run.Footnote(0),
                        text("，见"),
                        new Run.Text("公告", Style.PLAIN, "https://example.com/a(1)"),
                        text("，签名："),
                        new Run.Text("      ", UNDERLINED, "")),
                Alignment.LEFT,
                0);

        assertThat(new BodyMarkdown(Map.of()).of(List.of(line), List.of(List.of(text("含应急更换的。")))))
                .isEqualTo("**一是快。**今年换表[^1]，见[公告](https://example.com/a%281%29)，签名：＿＿＿＿\n\n[^1]: 含应急更换的。\n");
    }

    @Test
    void aNoteWithoutReferenceIsStillShown() {
        assertThat(new BodyMarkdown(Map.of()).of(List.of(paragraph("甲")), List.of(List.of(text("乙")))))
                .isEqualTo("甲\n\n注1：乙\n");
    }

    @Test
    void blanksThatFollowNumbersAreDropped() {
        assertThat(markdown(paragraph("一、\t工作"), paragraph("（一） 学习"), paragraph("1.\t领学；"), paragraph("第一条　党员")))
                .isEqualTo("## 一、工作\n\n### （一）学习\n\n1.领学；\n\n第一条　党员\n");
        assertThat(markdown(paragraph("第二章　附则"))).isEqualTo("## 第二章　附则\n");
    }

    @Test
    void aSealIsNoPictureOfTheText() throws Exception {
        byte[] picture = Attachments.png();
        Block unit = new Block.Paragraph(List.of(text("第一党支部"), new Run.Image("image1.png", "")), Alignment.RIGHT, 0);
        Block day = paragraph("2024年3月5日", Alignment.RIGHT);
        ImportedDocument document = new ImportedDocument(
                Map.of(),
                List.of(paragraph("关于学习的通知"), paragraph("自带教材", Alignment.CENTER), paragraph("请参加。"), unit, day),
                List.of(),
                List.of(new Picture("image1.png", "", picture)),
                List.of());

        var entry = Documents.imported(folder, document);

        assertThat(entry.files()).isEmpty();
        assertThat(Documents.body(entry)).isEqualTo("自带教材\n\n请参加。\n");
        assertThat(entry.remarks()).extracting(Remark::text).contains("正文以外（标题、落款等处）的一张图片没有导入");
        assertThat(entry.remarks()).extracting(Remark::text).contains("“自带教材”原来居中或靠右，网页上从左边起排");
    }

    @Test
    void bulletsKeepTheirDepth() {
        assertThat(markdown(
                        new Block.Paragraph(List.of(text("甲")), Alignment.LEFT, 1),
                        new Block.Paragraph(List.of(text("乙")), Alignment.LEFT, 2),
                        paragraph("丙")))
                .isEqualTo("- 甲\n  - 乙\n\n丙\n");
        assertThat(markdown(
                        paragraph("1.甲"),
                        new Block.Paragraph(List.of(text("乙")), Alignment.LEFT, 3),
                        new Block.Paragraph(List.of(text("丙")), Alignment.LEFT, 3),
                        new Block.Paragraph(List.of(text("丁")), Alignment.LEFT, 1)))
                .isEqualTo("1.甲\n\n- 乙\n- 丙\n- 丁\n");
    }

    @Test
    void makesAListOfAFewWordsThatAreNumbered() {
        assertThat(markdown(
                        paragraph("安排如下："),
                        paragraph("1.学原文"),
                        paragraph("2. 谈体会"),
                        paragraph("会后散发。"),
                        paragraph("3.写笔记")))
                .isEqualTo("安排如下：\n\n1. 学原文\n2. 谈体会\n\n会后散发。\n\n3.写笔记\n");
        assertThat(markdown(paragraph("1.领学原文。"), paragraph("2.谈体会。"))).isEqualTo("1.领学原文。\n\n2.谈体会。\n");
    }

    @Test
    void mergedCellsKeepTheirSpans() {
        Block.Table table = new Block.Table(
                List.of(
                        List.of(cell("月份", 0, 1, 1), cell("人数", 1, 2, 1)),
                        List.of(cell("1月", 0, 1, 2), cell("3", 1, 1, 1), cell("2", 2, 1, 1)),
                        List.of(cell("4", 1, 1, 1), cell("5", 2, 1, 1))),
                1);

        String markdown = markdown(table);

        assertThat(markdown)
                .isEqualTo("| 月份 | 人数 {colspan=2} |\n| --- | --- |\n| 1月 {rowspan=2} | 3 | 2 |\n| 4 | 5 |\n");
        assertThat(page(markdown).select("td[rowspan=2]").text()).isEqualTo("1月");
        assertThat(page(markdown).select("tr").eachText()).containsExactly("月份 人数", "1月 3 2", "4 5");
    }

    @Test
    void aHeadOfSeveralRowsIsWrittenInHtml() {
        Block.Table table = new Block.Table(
                List.of(
                        List.of(cell("班组", 0, 1, 2), cell("人<数>", 1, 2, 1)),
                        List.of(cell("白班", 1, 1, 1), cell("夜班", 2, 1, 1)),
                        List.of(cell("甲", 0, 1, 1), cell("3", 1, 1, 1), cell("2", 2, 1, 1))),
                0);

        Document page = page(markdown(paragraph("如下："), table, paragraph("以上。")));

        assertThat(page.select("thead tr").eachText()).containsExactly("班组 人<数>", "白班 夜班");
        assertThat(page.select("th[rowspan=2]").text()).isEqualTo("班组");
        assertThat(page.select("tbody tr").eachText()).containsExactly("甲 3 2");
    }

    @Test
    void picturesLieBesideTheEntryAndAskForTheirText() throws Exception {
        byte[] picture = Attachments.png();
        ImportedDocument read = document(
                paragraph("关于学习的通知"),
                new Block.Paragraph(List.of(new Run.Image("image1.png", "")), Alignment.CENTER, 0),
                paragraph("会场", Alignment.CENTER),
                new Block.Paragraph(List.of(new Run.Image("image2.emf", "")), Alignment.CENTER, 0));
        ImportedDocument document = new ImportedDocument(
                Map.of(),
                read.blocks(),
                List.of(),
                List.of(new Picture("image1.png", "", picture), new Picture("image2.emf", "", new byte[] {1, 0, 0, 0})),
                List.of());

        var entry = Documents.imported(folder, document);

        assertThat(Documents.body(entry)).isEqualTo("![＿＿（待填：图上有什么）](关于学习的通知-图1.png \"会场\")\n\n＿＿（待补：图片）\n");
        assertThat(entry.files()).containsOnlyKeys("content/通知/2024/关于学习的通知-图1.png");
        assertThat(entry.remarks()).extracting(Remark::text).contains("第2张图片 的格式浏览器不能显示，没有导入；请另存为 PNG 或 JPG");
        assertThat(entry.blanks()).extracting(blank -> blank.question()).contains("正文里有 2 处“＿＿（待……）”，请补上或删去");
    }

    private static Block.Cell cell(String text, int column, int columns, int rows) {
        return new Block.Cell(List.of(paragraph(text)), column, columns, rows);
    }
}
