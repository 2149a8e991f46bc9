package org.gongkai.write.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.apache.poi.hwpf.model.NoteType;
import org.gongkai.write.document.ImportedDocument;
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

    @Test
    void notesWithoutText() throws IOException {
        Path binary = BinaryDamage.toTables(
                BINARY.resolve("notes.doc"),
                folder,
                (tables, places) -> tables.putInt(places.getNotesDescriptorsOffset(NoteType.FOOTNOTE), 0));

        assertThat(DocumentLines.andRemarks(read(binary)))
                .containsExactly("引文，又引[1]。[2]", "- 第1段：注释1处在文件里找不到，没有导入，请对照原文补上");
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

    private static final Path RESTARTS = Path.of("src/test/resources/documents/word/binary-restarts.doc");

    /** Size of the entry of a list (LFO), and of its number within the table. */
    private static final int LIST = 16;

    private static final int COUNT = 4;

    private ImportedDocument damaged(BinaryDamage.Of damage) throws IOException {
        return new WordReader().read(BinaryDamage.toTables(RESTARTS, folder, damage), Set.of());
    }

    @Test
    void listsThatLeadToNoDefinition() throws IOException {
        ImportedDocument document = damaged((table, places) -> table.putInt(places.getFcPlfLfo() + COUNT, 0x12345678));

        assertThat(DocumentLines.andRemarks(document))
                .containsExactly(
                        "甲",
                        "乙",
                        "1. 另起一",
                        "1. 另起二",
                        "再接甲",
                        "5. 从五起",
                        "1. 六",
                        "1. 同一抽象无覆盖",
                        "- 第1段、第2段、第5段：自动编号3处读不出（文件里的编号定义损坏或缺失），没有导入，请对照原文补上");
    }

    @Test
    void fewerListsThanAreUsed() throws IOException {
        ImportedDocument document = damaged((table, places) -> {
            table.putInt(places.getFcPlfLfo(), 1);
            // The overrides of the only list that remains follow it directly.
            table.putInt(places.getFcPlfLfo() + COUNT + LIST, -1);
        });

        assertThat(DocumentLines.andRemarks(document))
                .contains("1. 甲", "2. 乙", "另起一", "从五起")
                .endsWith("- 第3段、第4段、第6段、第7段、第8段：自动编号5处读不出（文件里的编号定义损坏或缺失），没有导入，请对照原文补上");
    }
}
