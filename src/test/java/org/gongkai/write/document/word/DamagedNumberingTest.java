package org.gongkai.write.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.write.document.word.WordFile.p;
import static org.gongkai.write.document.word.WordFile.r;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Automatic numbers whose definition is damaged or missing are reported, because the text alone does not show that. */
class DamagedNumberingTest {

    private static final Path RESTARTS = Path.of("src/test/resources/documents/word/binary-restarts.doc");

    /** Size of the entry of a list (LFO), and of its number within the table. */
    private static final int LIST = 16;

    private static final int COUNT = 4;

    @TempDir
    private Path folder;

    private static Remark lost(String places, int count) {
        return new Remark(places, "自动编号" + count + "处读不出（文件里的编号定义损坏或缺失），没有导入，请对照原文补上", Weight.LEFT_OUT);
    }

    private ImportedDocument damaged(BinaryDamage.Of damage) throws IOException {
        return new WordReader().read(BinaryDamage.toTables(RESTARTS, folder, damage), Set.of());
    }

    @Test
    void ofABinaryListThatLeadsToNoDefinition() throws IOException {
        ImportedDocument document = damaged((table, places) -> table.putInt(places.getFcPlfLfo() + COUNT, 0x12345678));

        assertThat(DocumentLines.of(document))
                .containsExactly("甲", "乙", "1. 另起一", "1. 另起二", "再接甲", "5. 从五起", "1. 六", "1. 同一抽象无覆盖");
        assertThat(document.remarks()).containsExactly(lost("第1段、第2段、第5段", 3));
    }

    @Test
    void ofABinaryDocumentWithFewerListsThanItUses() throws IOException {
        ImportedDocument document = damaged((table, places) -> {
            table.putInt(places.getFcPlfLfo(), 1);
            // The overrides of the only list that remains follow it directly.
            table.putInt(places.getFcPlfLfo() + COUNT + LIST, -1);
        });

        assertThat(DocumentLines.of(document)).contains("1. 甲", "2. 乙", "另起一", "从五起");
        assertThat(document.remarks()).containsExactly(lost("第3段、第4段、第6段、第7段、第8段", 5));
    }

    @Test
    void ofAListThatADocumentDoesNotDefine() throws IOException {
        String list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr>";
        String none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>";

        ImportedDocument document = new WordReader()
                .read(
                        WordFile.of(p(list, r("甲")) + p(none, r("乙")) + p(list, r("丙")))
                                .write(folder),
                        Set.of());

        assertThat(DocumentLines.of(document)).containsExactly("甲", "乙", "丙");
        assertThat(document.remarks()).containsExactly(lost("第1段、第3段", 2));
    }

    @Test
    void ofAListWhoseLevelsAreMissing() throws IOException {
        String list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr>";

        ImportedDocument document = new WordReader()
                .read(
                        WordFile.of(p(list, r("甲")) + p(list, ""))
                                .with("numbering", "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num>")
                                .write(folder),
                        Set.of());

        assertThat(DocumentLines.of(document)).containsExactly("甲");
        assertThat(document.remarks()).containsExactly(lost("第1段", 1));
    }
}
