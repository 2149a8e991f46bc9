package org.gongkai.write.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.write.document.word.WordFile.p;
import static org.gongkai.write.document.word.WordFile.r;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.apache.poi.hwpf.model.NoteType;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a damaged document refers to and does not contain is reported; the rest is imported. */
class DamagedPartsTest {

    private static final char CELL = 7;
    private static final Path BINARY = Path.of("src/test/resources/documents/binary");

    @TempDir
    private Path folder;

    private static ImportedDocument read(Path file) throws IOException {
        return new WordReader().read(file, Set.of());
    }

    private static Remark leftOut(String place, String text) {
        return new Remark(place, text, Weight.LEFT_OUT);
    }

    @Test
    void notesWithoutText() throws IOException {
        Path binary = BinaryDamage.toTables(
                BINARY.resolve("notes.doc"),
                folder,
                (tables, places) -> tables.putInt(places.getNotesDescriptorsOffset(NoteType.FOOTNOTE), 0));

        assertThat(DocumentLines.of(read(binary))).containsExactly("引文，又引[1]。[2]");
        assertThat(read(binary).remarks()).containsExactly(leftOut("第1段", "注释1处在文件里找不到，没有导入，请对照原文补上"));
        ImportedDocument document = read(WordFile.of(p(r("引文") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))
                .with("footnotes", "<w:footnote w:id=\"1\">" + p(r("注")) + "</w:footnote>")
                .write(folder));
        assertThat(document.remarks()).containsExactly(leftOut("第1段", "注释1处在文件里找不到，没有导入，请对照原文补上"));
    }

    @Test
    void picturesWithoutContent() throws IOException {
        Path binary = BinaryDamage.toPictures(
                BINARY.resolve("pictures.doc"), folder, (data, places) -> Arrays.fill(data.array(), (byte) 0));

        assertThat(DocumentLines.of(read(binary))).contains("文中图");
        assertThat(read(binary).remarks())
                .anySatisfy(remark -> assertThat(remark.text()).matches("图片\\d处在文件里找不到，没有导入，请对照原文补上"));
    }

    @Test
    void marksOfCells() throws IOException {
        Path binary = BinaryDamage.toText(BINARY.resolve("../word/binary-table.doc"), folder, (text, places) -> {
            for (int at = 0; at + 3 < text.capacity(); at += 2) {
                if (text.getChar(at) == CELL && text.getChar(at + 2) == CELL) {
                    text.putChar(at, '※');
                }
            }
        });
        ImportedDocument whole = read(BINARY.resolve("../word/binary-table.doc"));

        String told = DocumentLines.of(read(binary)) + " " + read(binary).remarks();
        assertThat(DocumentLines.of(whole)).isNotEmpty().allSatisfy(line -> assertThat(told)
                .contains(line));
    }

    @Test
    void symbolsWithoutACharacter() throws IOException {
        ImportedDocument document = read(WordFile.of(p(r("甲") + "<w:r><w:sym w:font=\"Wingdings\"/></w:r>"))
                .write(folder));

        assertThat(document.remarks()).containsExactly(leftOut("第1段", "符号1个读不出，没有导入，请对照原文补上"));
    }

    @Test
    void partsThatAreMissing() throws IOException {
        WordFile file = WordFile.of(p("<w:pStyle w:val=\"1\"/>", r("甲")))
                .with("styles", "")
                .with("header", p(r("页眉")));
        file.parts().remove("word/styles.xml");
        file.parts().remove("word/header.xml");

        assertThat(read(file.write(folder)).remarks())
                .containsExactly(leftOut("", "文件里缺少样式，标题可能没有认出来，请对照原文"), leftOut("页眉", "页眉1处在文件里找不到，没有导入，请对照原文补上"));
    }
}
