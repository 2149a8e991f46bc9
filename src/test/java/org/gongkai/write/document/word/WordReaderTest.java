package org.gongkai.write.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.write.document.word.WordFile.field;
import static org.gongkai.write.document.word.WordFile.p;
import static org.gongkai.write.document.word.WordFile.r;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordReaderTest {

    @TempDir
    private Path folder;

    private ImportedDocument read(WordFile file) throws IOException {
        return new WordReader().read(file.write(folder), Set.of());
    }

    private ImportedDocument read(String body) throws IOException {
        return read(WordFile.of(body));
    }

    private static Remark leftOut(String place, String text) {
        return new Remark(place, text, Weight.LEFT_OUT);
    }

    private static Remark leftOut(OptionalContent optional, String text) {
        return new Remark("第1段", text, Weight.LEFT_OUT, Optional.of(optional));
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(List.of(new Run.Text(text, Style.PLAIN, "")), Alignment.LEFT, 0);
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
    void trackedChangesAreTakenAsAccepted() throws IOException {
        ImportedDocument document =
                read(p(r("定于") + "<w:del><w:r><w:delText>三月</w:delText></w:r></w:del><w:ins>" + r("四月") + "</w:ins>")
                        + p("<w:rPr><w:del/></w:rPr>", r("前半"))
                        + p(r("后半")));

        assertThat(DocumentLines.of(document)).containsExactly("定于四月", "前半后半");
        assertThat(document.remarks())
                .containsExactly(
                        leftOut(OptionalContent.DELETED_TEXT, "修订中删除的文字没有导入：“三月”"),
                        new Remark("第1段", "修订中插入的文字1处，按已接受修订导入", Weight.NOTE));
    }

    @Test
    void hiddenTextIsLeftOutUnlessAskedFor() throws IOException {
        WordFile file = WordFile.of(p(r("公开") + r("<w:vanish/>", "内部")));

        ImportedDocument document = read(file);

        assertThat(DocumentLines.of(document)).containsExactly("公开");
        assertThat(document.remarks()).containsExactly(leftOut(OptionalContent.HIDDEN_TEXT, "隐藏文字2字没有导入：“内部”"));
        assertThat(DocumentLines.of(new WordReader().read(file.write(folder), Set.of(OptionalContent.HIDDEN_TEXT))))
                .containsExactly("公开内部");
    }

    @Test
    void textBoxesAreReportedOnceAndLeftOutUnlessAskedFor() throws IOException {
        String box = "<w:txbxContent>" + p(r("框中字")) + "</w:txbxContent>";
        WordFile file = WordFile.of(p(r("正文") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
                + "<wps:txbx>" + box + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
                + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"));

        ImportedDocument document = read(file);

        assertThat(DocumentLines.of(document)).containsExactly("正文");
        assertThat(document.remarks()).containsExactly(leftOut(OptionalContent.TEXT_BOXES, "文本框没有导入，里面的文字是：“框中字”"));
        assertThat(DocumentLines.of(new WordReader().read(file.write(folder), Set.of(OptionalContent.TEXT_BOXES))))
                .containsExactly("正文", "框中字");
    }

    @Test
    void deletedTextIsStruckThroughIfAskedFor() throws IOException {
        WordFile file = WordFile.of(p(r("定于") + "<w:del><w:r><w:delText>三月</w:delText></w:r></w:del>" + r("四月"))
                + p("<w:rPr><w:del/></w:rPr>", "<w:del><w:r><w:delText>整段</w:delText></w:r></w:del>")
                + p(r("后半")));

        ImportedDocument document = new WordReader().read(file.write(folder), Set.of(OptionalContent.DELETED_TEXT));

        assertThat(document.blocks())
                .startsWith(new Block.Paragraph(
                        List.of(
                                new Run.Text("定于", Style.PLAIN, ""),
                                new Run.Text("三月", Style.PLAIN.asStruck(), ""),
                                new Run.Text("四月", Style.PLAIN, "")),
                        Alignment.LEFT,
                        0));
        assertThat(DocumentLines.of(document)).containsExactly("定于三月四月", "整段", "后半");
        assertThat(document.remarks())
                .containsExactly(new Remark("第1段、第2段", "修订中删除的文字2处画着删除线，按要求导入了，请核对能不能公开", Weight.NOTE));
    }

    @Test
    void commentsStandWhereTheyAreIfAskedFor() throws IOException {
        WordFile file = WordFile.of(p(r("三月五日") + "<w:r><w:commentReference w:id=\"4\"/></w:r>" + r("开会")))
                .with("comments", "<w:comment w:id=\"4\" w:author=\"某\">" + p(r("请核对")) + "</w:comment>");

        assertThat(DocumentLines.of(new WordReader().read(file.write(folder), Set.of(OptionalContent.COMMENTS))))
                .containsExactly("三月五日（批注：请核对）开会");
    }

    @Test
    void commentsAndHeadersAreReported() throws IOException {
        ImportedDocument document = read(WordFile.of(p(r("三月五日") + "<w:r><w:commentReference w:id=\"4\"/></w:r>"))
                .with("comments", "<w:comment w:id=\"4\" w:author=\"某\">" + p(r("请核对")) + "</w:comment>")
                .with("header", p(r("内部资料")))
                .with("footer", p(r("第") + field("PAGE", r("3")) + r("页"))));

        assertThat(DocumentLines.of(document)).containsExactly("三月五日");
        assertThat(document.remarks())
                .containsExactly(leftOut(OptionalContent.COMMENTS, "批注没有导入：“请核对”"), leftOut("页眉", "页眉没有导入，文字是：“内部资料”"));
    }

    @Test
    void fieldsShowTheirResultsAndContentsAreLeftOut() throws IOException {
        ImportedDocument document = read(p(field("TOC \\o", r("一、总则") + field("PAGEREF _1", r("1"))))
                + p(r("见第") + field("REF a", r("三")) + r("节，") + field("DATE", r("2024年5月6日")))
                + p("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:checked/></w:checkBox>"
                        + "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + r("同意")
                        + field("EQ \\o\\ac(○,3)", "")));

        assertThat(DocumentLines.of(document)).containsExactly("见第三节，2024年5月6日", "☑同意③");
        assertThat(document.remarks())
                .containsExactly(
                        leftOut("第1段", "自动生成的目录没有导入"), leftOut("第1段", "这里的日期是域，每次打开都会变，导入的是文件里存的“2024年5月6日”，请核对"));
    }

    @Test
    void fieldsThatDoNotEndAreReported() throws IOException {
        ImportedDocument document = read(p(r("前") + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + r("后")));

        assertThat(DocumentLines.of(document)).containsExactly("前");
        assertThat(document.remarks()).containsExactly(leftOut("第1段", "有一个域没有结束，它后面的文字可能没有导入，请对照原文"));
    }

    @Test
    void glyphsOfSymbolFontsBecomeCharacters() throws IOException {
        ImportedDocument document = read(p("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>" + r("是")
                + r("<w:rFonts w:ascii=\"Wingdings\"/>", "¨") + r("否")
                + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0AE\"/><w:sym w:font=\"某字体\" w:char=\"F041\"/></w:r>"));

        assertThat(DocumentLines.of(document)).containsExactly("☑是□否→□");
        assertThat(document.remarks()).containsExactly(leftOut("第1段", "符号字体里的符号不能辨认，用“□”代替了，请对照原文改正"));
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
    void contentControlsAreReadAndPlaceholdersAreReported() throws IOException {
        ImportedDocument document = read("<w:sdt><w:sdtContent>" + p(r("甲")) + "</w:sdtContent></w:sdt>"
                + p("<w:smartTag>" + r("乙") + "</w:smartTag><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                        + r("单击输入") + "</w:sdtContent></w:sdt>"));

        assertThat(DocumentLines.of(document)).containsExactly("甲", "乙");
        assertThat(document.remarks()).containsExactly(leftOut("第2段", "没有填写的内容控件，提示文字没有导入：“单击输入”"));
    }

    @Test
    void formulasAndPronunciationsStayInTheLine() throws IOException {
        ImportedDocument document = read(p("<w:r><w:ruby><w:rt>" + r("hàn") + "</w:rt><w:rubyBase>" + r("汉")
                + "</w:rubyBase></w:ruby></w:r>"
                + "<m:oMath><m:f><m:num><m:r><m:t>a+1</m:t></m:r></m:num>" + "<m:den><m:r><m:t>2</m:t></m:r></m:den>"
                + "</m:f>"
                + "</m:oMath>"));

        assertThat(DocumentLines.of(document)).containsExactly("汉（hàn）(a+1)/2");
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
        ImportedDocument document = read(
                p(r("前") + "<w:r><w:br w:type=\"page\"/></w:r>" + r("后")) + p(r("甲") + "<w:r><w:br/></w:r>" + r("乙")));

        assertThat(document.blocks())
                .containsExactly(paragraph("前"), new Block.Break(), paragraph("后"), paragraph("甲\n乙"));
    }

    @Test
    void partsMayBeginWithAByteOrderMark() throws IOException {
        String body = "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>" + p(r("甲"))
                + "</w:body></w:document>";

        assertThat(DocumentLines.of(read(WordFile.of("").replacing("word/document.xml", "\uFEFF" + body))))
                .containsExactly("甲");
    }
}
