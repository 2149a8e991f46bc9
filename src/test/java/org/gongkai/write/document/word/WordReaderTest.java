package org.gongkai.write.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.write.document.word.WordFile.field;
import static org.gongkai.write.document.word.WordFile.p;
import static org.gongkai.write.document.word.WordFile.r;

import java.awt.Polygon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.FolderFixture;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordReaderTest extends FolderFixture {

    private static final String BOX = "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>"
            + "<w:txbxContent>" + p(r("框中字"))
            + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            + "<v:textbox><w:txbxContent>" + p(r("框中字")) + "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
            + "</mc:AlternateContent></w:r>";

    private static final WordFile COMMENTED = WordFile.of(
                    p(r("三月五日") + "<w:r><w:commentReference w:id=\"4\"/></w:r>" + r("开会")))
            .with("comments", "<w:comment w:id=\"4\" w:author=\"某\">" + p(r("请核对")) + "</w:comment>");

    private ImportedDocument read(WordFile file) throws IOException {
        return new WordReader().read(file.write(folder), Set.of());
    }

    private ImportedDocument read(String body) throws IOException {
        return read(WordFile.of(body));
    }

    private static Remark leftOut(String place, String text) {
        return new Remark(place, text, Weight.LEFT_OUT);
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(List.of(new Run.Text(text, Style.PLAIN, "")), Alignment.LEFT, 0);
    }

    private static final String LIST = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr>";

    private static WordFile numbered(String levels, String body) {
        return WordFile.of(body)
                .with(
                        "numbering",
                        "<w:abstractNum w:abstractNumId=\"3\">" + levels
                                + "</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num>");
    }

    private static WordFile chinese(String body) {
        return numbered(
                "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>"
                        + "<w:lvlText w:val=\"%1、\"/></w:lvl>",
                body);
    }

    private static Arguments of(String what, WordFile file, String... told) {
        return Arguments.of(what, file, List.of(told));
    }

    private static Arguments of(String what, String body, String... told) {
        return of(what, WordFile.of(body), told);
    }

    static Stream<Arguments> documents() {
        String lost = "处读不出（文件里的编号定义损坏或缺失），没有导入，请对照原文补上";
        return Stream.of(
                of(
                        "tracked changes are taken as accepted",
                        p(r("定于") + "<w:del><w:r><w:delText>三月</w:delText></w:r></w:del><w:ins>" + r("四月") + "</w:ins>")
                                + p("<w:rPr><w:del/></w:rPr>", r("前半"))
                                + p(r("后半")),
                        "定于四月",
                        "前半后半",
                        "- 第1段：修订中删除的文字没有导入：“三月”",
                        "+ 第1段：修订中插入的文字1处，按已接受修订导入"),
                of(
                        "moved text is at its new place",
                        p(r("甲") + "<w:moveFrom w:id=\"1\">" + r("原处") + "</w:moveFrom>")
                                + p(r("乙") + "<w:moveTo w:id=\"2\">" + r("原") + r("处") + "</w:moveTo>"),
                        "甲",
                        "乙原处",
                        "+ 第2段：修订中移动的文字1处，按移动后的位置导入"),
                of("hidden text is left out", p(r("公开") + r("<w:vanish/>", "内部")), "公开", "- 第1段（隐藏文字）隐藏文字2字没有导入：“内部”"),
                of("text boxes are reported once", p(r("正文") + BOX), "正文", "- 第1段（文本框）文本框没有导入，里面的文字是：“框中字”"),
                of(
                        "comments and headers are reported",
                        COMMENTED
                                .with("header", p(r("内部资料")))
                                .with("footer", p(r("第") + field("PAGE", r("3")) + r("页"))),
                        "三月五日开会",
                        "- 第1段：批注没有导入：“请核对”",
                        "- 页眉：页眉没有导入，文字是：“内部资料”"),
                of(
                        "pictures in headers are reported",
                        WordFile.of(p(r("甲")))
                                .with("header", p("<w:r><w:drawing><a:blip r:embed=\"r1\"/></w:drawing></w:r>"))
                                .with("footer", p(r("1"))),
                        "甲",
                        "- 页眉：页眉里的图片没有导入"),
                of(
                        "fields show their results, and contents are left out",
                        p(field("TOC \\o", r("一、总则") + field("PAGEREF _1", r("1"))))
                                + p(r("见第") + field("REF a", r("三")) + r("节，") + field("DATE", r("2024年5月6日")))
                                + p(
                                        "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:checked/></w:checkBox>"
                                                + "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
                                                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + r("同意")
                                                + field("EQ \\o\\ac(○,3)", "")),
                        "见第三节，2024年5月6日",
                        "☑同意③",
                        "- 第1段：自动生成的目录没有导入（在“一、总则1”一段）",
                        "- 第1段：这里的日期是域，每次打开都会变，导入的是“2024年5月6日”，请核对"),
                of(
                        "fields that do not end are reported",
                        p(r("前") + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + r("后")),
                        "前",
                        "- 第1段：有一个域没有结束，它后面的文字可能没有导入，请对照原文（在“前后”一段）"),
                of(
                        "glyphs of symbol fonts become characters",
                        p(
                                "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>" + r("是")
                                        + r("<w:rFonts w:ascii=\"Wingdings\"/>", "¨") + r("否")
                                        + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0AE\"/><w:sym w:font=\"某字体\" w:char=\"F041\"/></w:r>"),
                        "☑是□否→□",
                        "- 第1段：符号字体里的符号不能辨认，用“□”代替了，请对照原文改正"),
                of(
                        "blanks in a symbol font are blanks",
                        p(r(
                                        "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Symbol\"/>",
                                        "甲\u00A0乙a")
                                + r("<w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/>", "\u00A0a")),
                        "甲\u00A0乙a\u00A0α"),
                of(
                        "symbols beyond the basic plane are read",
                        p("<w:r><mc:AlternateContent><mc:Choice Requires=\"w16se\"><w16se:symEx"
                                + " xmlns:w16se=\"http://schemas.microsoft.com/office/word/2015/wordml/symex\""
                                + " w16se:font=\"Segoe UI Emoji\" w16se:char=\"1F4D6\"/></mc:Choice>"
                                + "<mc:Fallback><w:t>□</w:t></mc:Fallback></mc:AlternateContent></w:r>"),
                        "📖"),
                of(
                        "symbols without a character are reported",
                        p(r("甲") + "<w:r><w:sym w:font=\"Wingdings\"/></w:r>"),
                        "甲",
                        "- 第1段：符号1个读不出，没有导入，请对照原文补上"),
                of(
                        "pronunciations stay in the line, and formulas are blanks",
                        p("<w:r><w:ruby><w:rt>" + r("hàn") + "</w:rt><w:rubyBase>" + r("汉")
                                + "</w:rubyBase></w:ruby></w:r>"
                                + "<m:oMath><m:f><m:num><m:r><m:t>a+1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den>"
                                + "</m:f></m:oMath>"),
                        "汉（hàn）＿＿（待补：公式“a+12”）",
                        "- 第1段：公式1个没有导入，正文里标着位置"),
                of(
                        "parts may begin with a byte order mark",
                        WordFile.of("")
                                .replacing(
                                        "word/document.xml",
                                        "\uFEFF<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>"
                                                + p(r("甲")) + "</w:body></w:document>"),
                        "甲"),
                of("all bodies are read", p(r("甲")) + "</w:body><w:body>" + p(r("乙")), "甲", "乙"),
                of(
                        "tables within tables are read deep down",
                        "<w:tbl><w:tr><w:tc>".repeat(100) + p(r("底")) + "</w:tc></w:tr></w:tbl>".repeat(100),
                        "底"),
                of(
                        "headings in a table of contents count",
                        chinese("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
                                + "</w:docPartObj></w:sdtPr><w:sdtContent>" + p(LIST, r("目录")) + p(r("一、目录 1"))
                                + "</w:sdtContent></w:sdt>" + p(LIST, r("总则"))),
                        "二、总则",
                        "- ：自动生成的目录没有导入"),
                of(
                        "a heading in which a table of contents ends has its number",
                        chinese(p(LIST, r("目录"))
                                + p(
                                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>"
                                                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + r("二、总则 1"))
                                + p(LIST, "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + r("总则"))),
                        "一、目录",
                        "二、总则",
                        "- 第2段：自动生成的目录没有导入（在“总则”一段）"),
                of(
                        "blanks of forms count",
                        chinese(p(LIST, r("总则")) + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                                + p(LIST, r("请填写")) + "</w:sdtContent></w:sdt>" + p(LIST, r("附则"))),
                        "一、总则",
                        "三、附则",
                        "- 第1段：没有填写的内容控件，提示文字没有导入：“请填写”"),
                of(
                        "zeros before a number remain if all levels are shown in digits",
                        numbered(
                                "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1\"/></w:lvl>"
                                        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:isLgl/><w:numFmt w:val=\"decimalZero\"/>"
                                        + "<w:lvlText w:val=\"%1.%2\"/></w:lvl>",
                                p(LIST, r("章"))
                                        + p(LIST.replace("<w:ilvl w:val=\"0\"/>", "<w:ilvl w:val=\"1\"/>"), r("节"))),
                        "I 章",
                        "1.01 节"),
                of(
                        "a list that the document does not define is reported",
                        p(LIST, r("甲")) + p("<w:numPr><w:numId w:val=\"0\"/></w:numPr>", r("乙")) + p(LIST, r("丙")),
                        "甲",
                        "乙",
                        "丙",
                        "- 第1段、第3段：自动编号2" + lost),
                of(
                        "a list whose levels are missing is reported",
                        WordFile.of(p(LIST, r("甲")) + p(LIST, ""))
                                .with("numbering", "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num>"),
                        "甲",
                        "- 第1段：自动编号1" + lost),
                of(
                        "a note without text is reported",
                        WordFile.of(p(r("引文") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))
                                .with("footnotes", "<w:footnote w:id=\"1\">" + p(r("注")) + "</w:footnote>"),
                        "引文",
                        "- 第1段：注释1处在文件里找不到，没有导入，请对照原文补上"),
                of(
                        "parts that are missing are reported",
                        WordFile.of(p("<w:pStyle w:val=\"1\"/>", r("甲")))
                                .with("styles", "")
                                .with("header", p(r("页眉")))
                                .without("word/styles.xml", "word/header.xml"),
                        "甲",
                        "- ：文件里缺少样式，标题可能没有认出来，请对照原文",
                        "- 页眉：页眉1处在文件里找不到，没有导入，请对照原文补上"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void documentsAreReadAndWhatIsLeftOutIsReported(String what, WordFile file, List<String> told) throws IOException {
        assertThat(DocumentLines.andRemarks(read(file))).containsExactlyElementsOf(told);
    }

    @Test
    void whatIsLeftOutIsTakenOverIfAskedFor() throws IOException {
        assertThat(read(WordFile.of(p(r("公开") + r("<w:vanish/>", "内部"))), OptionalContent.HIDDEN_TEXT))
                .containsExactly("公开内部");
        assertThat(read(WordFile.of(p(r("正文") + BOX)), OptionalContent.TEXT_BOXES))
                .containsExactly("正文", "框中字");
    }

    private List<String> read(WordFile file, OptionalContent wanted) throws IOException {
        return DocumentLines.of(new WordReader().read(file.write(folder), Set.of(wanted)));
    }

    @Test
    void headingsComeFromStylesAndTheirAncestorsAndFromOutlineLevels() throws IOException {
        ImportedDocument document = read(WordFile.of(p("<w:pStyle w:val=\"t\"/>", r("关于读书会的通知"))
                        + p("<w:pStyle w:val=\"1\"/>", r("总则"))
                        + p("<w:pStyle w:val=\"own\"/>", r("细则"))
                        + p("<w:outlineLvl w:val=\"2\"/>", r("附则"))
                        + p("<w:pStyle w:val=\"own\"/><w:outlineLvl w:val=\"9\"/>", r("正文")))
                .with(
                        "styles",
                        "<w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"Title\"/></w:style>"
                                + "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/>"
                                + "</w:style>"
                                + "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"标题 2\"/></w:style>"
                                + "<w:style w:type=\"paragraph\" w:styleId=\"own\"><w:name w:val=\"节\"/>"
                                + "<w:basedOn w:val=\"2\"/></w:style>"));

        assertThat(document.blocks())
                .containsExactly(
                        new Block.Heading(0, List.of(new Run.Text("关于读书会的通知", Style.PLAIN, ""))),
                        new Block.Heading(1, List.of(new Run.Text("总则", Style.PLAIN, ""))),
                        new Block.Heading(2, List.of(new Run.Text("细则", Style.PLAIN, ""))),
                        new Block.Heading(3, List.of(new Run.Text("附则", Style.PLAIN, ""))),
                        paragraph("正文"));
    }

    @Test
    void notesStandInTheOrderOfTheirReferences() throws IOException {
        ImportedDocument document = read(WordFile.of(p(r("甲") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + r("乙")
                        + "<w:r><w:endnoteReference w:id=\"1\"/></w:r>"))
                .with(
                        "footnotes",
                        "<w:footnote w:id=\"1\">" + p(r("没有引用")) + "</w:footnote><w:footnote w:id=\"2\">" + p(r("脚注。"))
                                + p(r("又一段。")) + "</w:footnote>")
                .with(
                        "endnotes",
                        "<w:endnote w:id=\"1\">" + p(r("尾注") + "<w:r><w:endnoteReference w:id=\"1\"/></w:r>")
                                + "</w:endnote>"));

        assertThat(DocumentLines.of(document)).containsExactly("甲[1]乙[2]");
        assertThat(document.footnotes()).extracting(DocumentLines::text).containsExactly("脚注。\n又一段。", "尾注[2]");
    }

    @Test
    void picturesAreNamedByTheirBytesAndThoseThatNoBrowserShowsAreReported() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1};
        ImportedDocument document =
                read(WordFile.of(p(picture("r1", "读书会合影")) + p(r("又") + picture("r1", "")) + p(picture("r2", "")))
                        .related("r1", "image", "media/x.jpeg", png)
                        .related("r2", "image", "media/y.png", new byte[] {'I', 'I', '*', 0}));

        assertThat(document.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.name()).isEqualTo("image1.png");
            assertThat(picture.bytes()).isEqualTo(png);
        });
        assertThat(document.blocks().get(0))
                .isEqualTo(new Block.Paragraph(List.of(new Run.Image("image1.png", "读书会合影")), Alignment.LEFT, 0));
        assertThat(DocumentLines.of(document)).containsExactly("[image1.png]", "又[image1.png]");
        assertThat(document.remarks()).containsExactly(leftOut("第3段", "TIFF 图浏览器显示不了，没有导入，请另存为 PNG 再插入"));
    }

    @Test
    void aDamagedPictureIsMissingWithoutTheRest() throws IOException {
        WordFile document = WordFile.of(p(r("甲") + picture("r1", ""))).related("r1", "image", "x.png", new byte[99]);
        Path file = document.write(folder);
        byte[] bytes = Files.readAllBytes(file);
        int content = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("x.png") + "x.png".length();
        Arrays.fill(bytes, content, content + 9, (byte) 0xFF);
        ImportedDocument read = new WordReader().read(Files.write(file, bytes), Set.of());

        assertThat(DocumentLines.of(read)).containsExactly("甲");
        assertThat(read.remarks()).containsExactly(leftOut("第1段", "图片1处在文件里找不到，没有导入，请对照原文补上"));
    }

    @Test
    void sealsAndSignaturesStayOnPaperUnlessTheyAreAskedFor() throws IOException {
        WordFile file = WordFile.of(p(picture("r1", ""))
                        + p(picture("r2", ""))
                        + p(picture("r3", ""))
                        + p(floating("r4", 900_000))
                        + p(floating("r5", 9_000_000))
                        + p(floating("r4", 900_000).replace("/><wp:wrapNone", " cy=\"400000\"")))
                .related("r1", "image", "media/a.png", Attachments.drawn(in -> in.drawOval(8, 8, 184, 184)))
                .related("r2", "image", "media/b.png", Attachments.drawn(in -> in.fillRect(0, 0, 200, 200)))
                .related(
                        "r3",
                        "image",
                        "media/c.png",
                        Attachments.drawn(
                                in -> in.fillPolygon(new Polygon(new int[] {100, 160, 5}, new int[] {5, 190, 70}, 3))))
                .related("r4", "image", "media/d.png", Attachments.drawn(in -> in.drawLine(20, 90, 180, 110)))
                .related("r5", "image", "media/e.png", Attachments.drawn(in -> in.drawLine(20, 110, 180, 90)));

        ImportedDocument plain = read(file);
        assertThat(DocumentLines.of(plain)).containsExactly("[image1.png]", "[image2.png]", "[image3.png]");
        assertThat(plain.remarks()).hasSize(3).allMatch(remark -> remark.text().startsWith("像印章或签名的图片没有导入"));
        assertThat(new WordReader()
                        .read(file.write(folder), Set.of(OptionalContent.SEALS))
                        .pictures())
                .hasSize(5);
    }

    private static String floating(String id, int width) {
        return "<w:r><w:drawing><wp:anchor><wp:extent cx=\"" + width + "\"/><wp:wrapNone/><a:blip r:embed=\"" + id
                + "\"/></wp:anchor></w:drawing></w:r>";
    }

    private static String picture(String id, String description) {
        return "<w:r><w:drawing><wp:inline><wp:docPr descr=\"" + description + "\"/><a:blip r:embed=\"" + id
                + "\"/></wp:inline></w:drawing></w:r>";
    }

    @Test
    void linksThatOthersCannotFollowKeepTheirTextOnly() throws IOException {
        ImportedDocument document = read(WordFile.of(p("<w:hyperlink r:id=\"a\">" + r("网站") + "</w:hyperlink>"
                        + "<w:hyperlink r:id=\"b\">" + r("本机") + "</w:hyperlink>"))
                .leading("a", "hyperlink", "https://example.org/a")
                .leading("b", "hyperlink", "file:///C:/a.doc"));

        assertThat(document.blocks())
                .containsExactly(new Block.Paragraph(
                        List.of(
                                new Run.Text("网站", Style.PLAIN, "https://example.org/a"),
                                new Run.Text("本机", Style.PLAIN, "")),
                        Alignment.LEFT,
                        0));
        assertThat(document.remarks()).containsExactly(leftOut("第1段", "链接的地址别人打不开，只留下了文字：“file:///C:/a.doc”"));
    }

    @Test
    void mergedCellsStandOnceWithWhatTheySpan() throws IOException {
        ImportedDocument document = read("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
                + cell("<w:gridSpan w:val=\"2\"/>", "时间") + cell("<w:vMerge w:val=\"restart\"/>", "人") + "</w:tr><w:tr>"
                + cell("", "上午") + cell("", "下午") + cell("<w:vMerge/>", "") + "</w:tr></w:tbl>");

        assertThat(document.blocks())
                .containsExactly(new Block.Table(
                        List.of(
                                List.of(
                                        new Block.Cell(List.of(paragraph("时间")), 0, 2, 1),
                                        new Block.Cell(List.of(paragraph("人")), 2, 1, 2)),
                                List.of(
                                        new Block.Cell(List.of(paragraph("上午")), 0, 1, 1),
                                        new Block.Cell(List.of(paragraph("下午")), 1, 1, 1))),
                        1));
    }

    private static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text.isEmpty() ? "" : r(text)) + "</w:tc>";
    }

    @Test
    void pageBreaksDivideParagraphs() throws IOException {
        ImportedDocument document = read(p(r("前") + "<w:r><w:br w:type=\"page\"/></w:r>" + r("后"))
                + p(r("甲") + "<w:r><w:br/></w:r><w:r><w:t> 　　名 </w:t></w:r>"));

        assertThat(document.blocks())
                .containsExactly(paragraph("前"), new Block.Break(), paragraph("后"), paragraph("甲\n　　名"));
    }
}
