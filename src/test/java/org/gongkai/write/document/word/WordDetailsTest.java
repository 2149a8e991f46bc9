package org.gongkai.write.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.write.document.word.WordFile.p;
import static org.gongkai.write.document.word.WordFile.r;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What documents of several programs contain and other tests of .docx do not. */
class WordDetailsTest {

    private static final String LIST = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr>";
    private static final String NUMBERING = "<w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\">"
            + "<w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
            + "</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num>";

    @TempDir
    private Path folder;

    private ImportedDocument read(WordFile file) throws IOException {
        return new WordReader().read(file.write(folder), Set.of());
    }

    private List<String> lines(String body) throws IOException {
        return DocumentLines.of(read(WordFile.of(body).with("numbering", NUMBERING)));
    }

    @Test
    void headingsInATableOfContentsCount() throws IOException {
        String contents = "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
                + "</w:docPartObj></w:sdtPr><w:sdtContent>" + p(LIST, r("目录")) + p(r("一、目录 1"))
                + "</w:sdtContent></w:sdt>";

        assertThat(lines(contents + p(LIST, r("总则")))).containsExactly("二、总则");
    }

    @Test
    void aHeadingInWhichATableOfContentsEndsHasItsNumber() throws IOException {
        String begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        String end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

        assertThat(lines(p(LIST, r("目录")) + p(begin + r("二、总则 1")) + p(LIST, end + r("总则"))))
                .containsExactly("一、目录", "二、总则");
    }

    @Test
    void blanksOfFormsCount() throws IOException {
        String blank = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p(LIST, r("请填写"))
                + "</w:sdtContent></w:sdt>";

        assertThat(lines(p(LIST, r("总则")) + blank + p(LIST, r("附则")))).containsExactly("一、总则", "三、附则");
    }

    @Test
    void symbolsBeyondTheBasicPlaneAreRead() throws IOException {
        String symbol = "<mc:AlternateContent><mc:Choice Requires=\"w16se\"><w16se:symEx"
                + " xmlns:w16se=\"http://schemas.microsoft.com/office/word/2015/wordml/symex\""
                + " w16se:font=\"Segoe UI Emoji\" w16se:char=\"1F4D6\"/></mc:Choice>"
                + "<mc:Fallback><w:t>□</w:t></mc:Fallback></mc:AlternateContent>";

        assertThat(lines(p("<w:r>" + symbol + "</w:r>"))).containsExactly("📖");
    }

    @Test
    void blanksInASymbolFontAreBlanks() throws IOException {
        String latin = "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Symbol\"/>";
        String symbol = "<w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/>";

        assertThat(lines(p(r(latin, "甲\u00A0乙a") + r(symbol, "\u00A0a")))).containsExactly("甲\u00A0乙a\u00A0α");
    }

    @Test
    void zerosBeforeANumberRemainIfAllLevelsAreShownInDigits() throws IOException {
        String numbering = "<w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                + "<w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1\"/></w:lvl><w:lvl w:ilvl=\"1\">"
                + "<w:start w:val=\"1\"/><w:isLgl/><w:numFmt w:val=\"decimalZero\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl>"
                + "</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num>";
        String level = LIST.replace("<w:ilvl w:val=\"0\"/>", "<w:ilvl w:val=\"1\"/>");

        assertThat(DocumentLines.of(
                        read(WordFile.of(p(LIST, r("章")) + p(level, r("节"))).with("numbering", numbering))))
                .containsExactly("I 章", "1.01 节");
    }

    @Test
    void picturesInHeadersAndFootersAreReported() throws IOException {
        String picture = "<w:r><w:drawing><a:blip r:embed=\"r1\"/></w:drawing></w:r>";

        assertThat(read(WordFile.of(p(r("甲"))).with("header", p(picture)).with("footer", p(r("1")))))
                .satisfies(document -> assertThat(document.remarks())
                        .containsExactly(new Remark("页眉", "页眉里的图片没有导入", Remark.Weight.LEFT_OUT)));
    }

    @Test
    void movedTextThatIsNowhereIsReported() throws IOException {
        String from = "<w:moveFrom w:id=\"1\">" + r("原处") + "</w:moveFrom>";
        String to = "<w:moveTo w:id=\"2\">" + r("原") + r("处") + "</w:moveTo>";

        assertThat(read(WordFile.of(p(r("甲") + from) + p(r("乙") + to))).remarks())
                .containsExactly(new Remark("第2段", "修订中移动的文字1处，按移动后的位置导入", Remark.Weight.NOTE));
        assertThat(read(WordFile.of(p(r("甲") + from))).remarks())
                .containsExactly(new Remark("第1段", "修订中移走的文字没有新的位置，没有导入：“原处”", Remark.Weight.LEFT_OUT));
    }

    @Test
    void allBodiesAreRead() throws IOException {
        assertThat(lines(p(r("甲")) + "</w:body><w:body>" + p(r("乙")))).containsExactly("甲", "乙");
    }
}
