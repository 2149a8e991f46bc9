package org.gongkai.write.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.ImportedDocument.Picture;
import org.gongkai.write.document.OptionalContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents in the binary format, written by LibreOffice. */
class BinaryWordTest {

    private static final Path FOLDER = Path.of("src/test/resources/documents");

    @TempDir
    private Path folder;

    private static ImportedDocument read(String name) throws IOException {
        return new WordReader().read(FOLDER.resolve(name), Set.of());
    }

    @Test
    void headingsAreThoseOfStylesAndTheirAncestors() throws IOException {
        List<Block> headings = read("word/binary-plan.doc").blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .toList();

        assertThat(headings)
                .extracting(heading ->
                        ((Block.Heading) heading).level() + " " + DocumentLines.text(((Block.Heading) heading).text()))
                .containsExactly(
                        "0 柳湾社区党支部2025年学习计划",
                        "1 一、学习内容",
                        "2 （一）必学篇目",
                        "2 （二）选学篇目",
                        "1 二、时间安排",
                        "1 三、工作要求",
                        "2 （一）加强领导",
                        "2 （二）严格考勤");
    }

    @Test
    void paragraphsThatBeginWithAPageBreakRetainTheirStyle() throws IOException {
        Path file = BinaryDamage.toCharacter('＃', '\f', FOLDER.resolve("binary/breaks.doc"), folder);

        assertThat(new WordReader().read(file, Set.of()).blocks())
                .filteredOn(Block.Heading.class::isInstance)
                .extracting(heading ->
                        ((Block.Heading) heading).level() + " " + DocumentLines.text(((Block.Heading) heading).text()))
                .containsExactly("1 总则", "1 附则", "2 细则");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/binary-chapters",
                "word/binary-plan",
                "word/binary-restarts",
                "binary/breaks",
                "binary/notes"
            })
    void documentsInPiecesAreTheSame(String name) throws IOException {
        Path pieces = BinaryDamage.inPieces(FOLDER.resolve(name + ".doc"), folder);

        assertThat(new WordReader().read(pieces, Set.of()).blocks())
                .isEqualTo(read(name + ".doc").blocks());
    }

    @Test
    void tablesHaveTheSameCellsInBothFormats() throws IOException {
        assertThat(tables("word/binary-plan.doc")).isNotEmpty().isEqualTo(tables("word/plan.docx"));
        assertThat(tables("word/binary-table.doc")).isNotEmpty().isEqualTo(tables("word/table-of-odt.docx"));
    }

    private static List<String> tables(String name) throws IOException {
        return read(name).blocks().stream()
                .flatMap(block -> block instanceof Block.Table table
                        ? table.rows().stream().flatMap(List::stream)
                        : Stream.empty())
                .map(cell -> cell.column() + " " + cell.columns() + "x" + cell.rows() + " "
                        + DocumentLines.of(cell.content()))
                .toList();
    }

    @Test
    void trackedChangesAreTakenAsAccepted() throws IOException {
        assertThat(DocumentLines.andRemarks(read("binary/revisions.doc")))
                .startsWith("保留新加结尾", "合并之后", "原处", "新处搬走")
                .contains("- 第1段：修订中删除的文字没有导入：“旧字”", "+ 第1段、第4段：修订中插入的文字2处，按已接受修订导入");
    }

    @Test
    void whatIsNoPartOfTheTextIsReported() throws IOException {
        assertThat(DocumentLines.andRemarks(read("binary/hidden.doc")))
                .containsExactly("看得见的", "末段", "- 第1段（隐藏文字）隐藏文字3字没有导入：“看不见”", "- 第2段（隐藏文字）隐藏文字4字没有导入：“全部隐藏”");
        assertThat(DocumentLines.andRemarks(read("binary/textbox.doc")))
                .containsExactly("前后", "二段", "- 文本框（文本框）文本框没有导入，里面的文字是：“框里的字 旧式框”");
        assertThat(DocumentLines.andRemarks(read("binary/comments.doc")))
                .endsWith("- 批注：批注的文字：“日期要核对”", "- 第1段：批注1处没有导入");
        assertThat(DocumentLines.andRemarks(read("binary/headers.doc"))).endsWith("- 页眉：页眉没有导入，文字是：“内部资料”");
        assertThat(DocumentLines.andRemarks(read("binary/headerpicture.doc"))).endsWith("- 页眉或页脚：页眉或页脚里的图片没有导入");
        assertThat(DocumentLines.andRemarks(read("binary/headerbox.doc")))
                .endsWith("- 页眉：页眉没有导入，文字是：“页眉”", "- 页眉或页脚的文本框：页眉或页脚的文本框没有导入，文字是：“框在页眉里”");
    }

    @Test
    void whatIsNoPartOfTheTextIsTakenOverIfAskedFor() throws IOException {
        assertThat(lines("hidden", OptionalContent.HIDDEN_TEXT)).containsExactly("看得见看不见的", "全部隐藏", "末段");
        assertThat(lines("textbox", OptionalContent.TEXT_BOXES)).containsExactly("前后", "二段", "框里的字", "旧式框");
    }

    private static List<String> lines(String name, OptionalContent wanted) throws IOException {
        return DocumentLines.of(new WordReader().read(FOLDER.resolve("binary/" + name + ".doc"), Set.of(wanted)));
    }

    @Test
    void notesPicturesAndSymbolsAreRead() throws IOException {
        assertThat(DocumentLines.of(read("binary/notes.doc"))).containsExactly("引文[1]，又引[2]。[3]");
        assertThat(read("binary/notes.doc").footnotes())
                .extracting(DocumentLines::text)
                .containsExactly("第一个注。", "第二个注。\n第二段。", "尾注。");
        assertThat(DocumentLines.andRemarks(read("binary/pictures.doc")))
                .containsExactly(
                        "[image1.png]", "文中[image2.png]图", "[image3.png]", "- 第3段：EMF 图浏览器显示不了，没有导入，请另存为 PNG 再插入");
        assertThat(read("binary/pictures.doc").pictures())
                .extracting(Picture::name)
                .containsExactly("image1.png", "image2.png", "image3.png");
        assertThat(DocumentLines.of(read("binary/symbols.doc"))).contains("✓是→");
    }

    @Test
    void documentsOfWpsAreReadByTheirBytes() throws IOException {
        Path wps = Files.copy(FOLDER.resolve("word/binary-plan.doc"), folder.resolve("计划.wps"));

        assertThat(DocumentLines.of(new WordReader().read(wps, Set.of())))
                .isEqualTo(DocumentLines.of(read("word/binary-plan.doc")));
    }

    @Test
    void namesOfStreamsMayBeInCapitalLetters() throws IOException {
        Path file = folder.resolve("计划.doc");
        try (InputStream in = Files.newInputStream(FOLDER.resolve("word/binary-plan.doc"));
                POIFSFileSystem system = new POIFSFileSystem(in);
                OutputStream out = Files.newOutputStream(file)) {
            for (String name : List.copyOf(system.getRoot().getEntryNames())) {
                system.getRoot().getEntryCaseInsensitive(name).renameTo(name.toUpperCase(Locale.ROOT));
            }
            system.writeFilesystem(out);
        }

        assertThat(DocumentLines.of(new WordReader().read(file, Set.of())))
                .isEqualTo(DocumentLines.of(read("word/binary-plan.doc")));
    }

    @Test
    void protectedAndForeignFilesAreRefused() throws IOException {
        refuses("EncryptedPackage", "文件设了打开密码，请在 Word 或 WPS 里去掉密码再导入");
        refuses("Workbook", "这是 Excel 表格，不是 Word 文件；请把表格粘贴到条目里，或者作为附件添加");
        refuses("PowerPoint Document", "这是演示文稿，不是 Word 文件；请作为附件添加");
        refuses("CONTENTS", "这不是 Word 文件，也不是能读的 WPS 文件；请在 Word 或 WPS 里打开，另存为 .docx 再导入");
    }

    /** Otherwise POI prints traces of damaged documents to the console. */
    @Test
    void nothingIsLogged() {
        assertThat(LogManager.getLogger(HWPFDocument.class).isFatalEnabled()).isFalse();
    }

    @Test
    void documentsWithAPasswordAreRefused() throws IOException {
        byte[] encrypted = new byte[5_000];
        encrypted[11] = 1;

        refuses("WordDocument", encrypted, "文件设了打开密码，请在 Word 或 WPS 里去掉密码再导入");
    }

    private void refuses(String stream, String message) throws IOException {
        refuses(stream, new byte[5_000], message);
    }

    private void refuses(String stream, byte[] content, String message) throws IOException {
        Path file = folder.resolve("文件.doc");
        try (POIFSFileSystem system = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            system.createDocument(new ByteArrayInputStream(content), stream);
            system.writeFilesystem(out);
        }
        assertThatThrownBy(() -> new WordReader().read(file, Set.of()))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage(message);
    }
}
