package org.gongkai.write.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.io.InstalledProgram;
import org.gongkai.testing.FolderFixture;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.junit.jupiter.api.Test;

/** What no document can be made of ends in one sentence. */
class UnreadableWordTest extends FolderFixture {

    private static final Path BINARY = Path.of("src/test/resources/documents/office/plan.doc");
    private static final String SAVE = "请在 Word 或 WPS 里打开，另存为 .docx 再导入";
    private static final Path PLAN = Path.of("src/test/resources/documents/word/plan.docx");

    private void refuses(Path file, String message) {
        refuses(new WordReader(), file, message);
    }

    private static void refuses(WordReader reader, Path file, String message) {
        assertThatThrownBy(() -> reader.read(file, Set.of()))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage(message);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theBytesDecideNotTheName() throws IOException {
        Path other = file("计划.doc", Files.readAllBytes(PLAN));

        assertThat(DocumentLines.of(new WordReader().read(other, Set.of())))
                .isEqualTo(DocumentLines.of(new WordReader().read(PLAN, Set.of())));
    }

    @Test
    void saysWhatAFileIsThatOnlyHasTheName() throws IOException {
        refuses(file("a.docx", ""), "文件是空的（0 字节），可能没有保存或没有传完整");
        refuses(file("a.doc", "<html><body>甲</body></html>"), "这是网页，不是 Word 文件；请在 Word 或 WPS 里打开，另存为 .docx 再导入");
        refuses(file("a.docx", "%PDF-1.4"), "这是 PDF，不是 Word 文件；请导入原来的 Word 文件，PDF 可以作为附件添加");
        refuses(file("a.docx", "甲乙"), "这是纯文本或别的格式，不是 Word 文件；纯文本请把文件名改成 .txt 再导入");
        refuses(
                WordFile.of("").replacing("word/document.xml", "<workbook/>").write(folder),
                "这是 Excel 表格，不是 Word 文件；请把表格粘贴到条目里，或者作为附件添加");
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] plan = Files.readAllBytes(PLAN);
        byte[] binary = Files.readAllBytes(BINARY);

        refuses(file("a.docx", Arrays.copyOf(plan, plan.length / 2)), "文件已损坏或没有传完整，请在 Word 或 WPS 里打开后另存一份");
        refuses(file("a.doc", Arrays.copyOf(binary, binary.length / 2)), "文件已损坏，或者是读不了的旧格式；" + SAVE);
        refuses(
                WordFile.of("").replacing("word/document.xml", "<w:document").write(folder),
                "文件已损坏或没有传完整，请在 Word 或 WPS 里打开后另存一份");
    }

    @Test
    void otherFormatsNeedLibreOffice() throws IOException {
        String missing = "，要由 LibreOffice 转换，这台电脑上没有找到；请装上 LibreOffice，或者" + SAVE.substring(1);
        WordReader without = new WordReader(new LibreOffice(Optional.empty()));
        Path silent = file("soffice", "#!/bin/sh\nexit 0\n");
        assertThat(silent.toFile().setExecutable(true)).isTrue();

        refuses(without, file("a.docx", Files.readAllBytes(BINARY)), "这是旧格式的 Word 文件" + missing);
        refuses(without, file("a.doc", "{\\rtf1 a}"), "这是 RTF 文件" + missing);
        refuses(
                new WordReader(new LibreOffice(Optional.of(new InstalledProgram(silent)))),
                BINARY,
                "LibreOffice 打不开这个文件，可能已经损坏，或者设了打开密码；" + SAVE);
    }

    @Test
    void filesInTheContainerOfOldDocumentsAreNamed() throws IOException {
        String locked = "文件设了打开密码，请在 Word 或 WPS 里去掉密码再导入";
        byte[] encrypted = new byte[5_000];
        encrypted[11] = 1;

        refuses(old("EncryptedPackage", new byte[5_000]), locked);
        refuses(old("WordDocument", encrypted), locked);
        refuses(old("Workbook", new byte[5_000]), "这是 Excel 表格，不是 Word 文件；请把表格粘贴到条目里，或者作为附件添加");
        refuses(old("PowerPoint Document", new byte[5_000]), "这是演示文稿，不是 Word 文件；请作为附件添加");
        refuses(old("CONTENTS", new byte[5_000]), "这不是 Word 文件，也不是能读的 WPS 文件；" + SAVE);
    }

    private Path old(String stream, byte[] content) throws IOException {
        Path file = folder.resolve("文件.doc");
        try (POIFSFileSystem system = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            system.createDocument(new ByteArrayInputStream(content), stream);
            system.writeFilesystem(out);
        }
        return file;
    }

    @Test
    void hostileFilesAreRefused() throws IOException {
        refuses(
                WordFile.of("")
                        .replacing(
                                "word/document.xml",
                                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hosts\">]><a>&e;</a>")
                        .write(folder),
                "没有读这个文件：里面有文档类型声明，正常的 Word 文件没有");
        refuses(WordFile.of("<w:sdt>".repeat(1_000) + "</w:sdt>".repeat(1_000)).write(folder), "没有读这个文件：内容嵌套过深");
        refuses(WordFile.of(" ".repeat(30 << 20)).write(folder), "没有读这个文件：解压后大得不正常");
        // Entries that say of themselves that they need a password are looked for no more often than there may be
        // entries.
        String beginning = "PK\3\4\24\0\1\0\10" + "\0".repeat(17) + "\1\0\0\0a";
        refuses(file("b.docx", beginning.repeat(6_000).getBytes(StandardCharsets.ISO_8859_1)), "没有读这个文件：里面的部件过多");
        Path large = folder.resolve("large.docx");
        try (RandomAccessFile bytes = new RandomAccessFile(large.toFile(), "rw")) {
            bytes.setLength(200L << 20);
        }
        refuses(large, "文件有 200 MB，超过了 100 MB，没有读；请先在 Word 里压缩图片，或者分成几个文件");
    }
}
