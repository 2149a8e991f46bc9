package org.gongkai.input.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.gongkai.input.attachment.AttachmentContent.Trouble;
import org.gongkai.io.HeapBudget;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.Films;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttachmentTextExtractorTest {

    private static final long TIME = 9_999_999_999L;
    private static final HeapBudget HEAP = new HeapBudget(1L << 30);

    private final AttachmentTextExtractor inspector = new AttachmentTextExtractor();

    @Test
    void readsTablesOfAnyEncodingByCell() {
        byte[] csv = "姓名,\"路,号\"\n某甲,二\n".getBytes(Charset.forName("GB18030"));

        assertThat(inspector.inspect("csv", csv).pieces())
                .extracting(piece -> piece.line() + ":" + piece.column() + " " + piece.cell() + " " + piece.text())
                .containsExactly("1:1 1 姓名", "1:4 2 \"路,号\"", "2:1 1 某甲", "2:4 2 二");
    }

    @Test
    void readsCommentsOfSheetsAndAuthorsOfFiles() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/workbook.xml", "<workbook><sheets><sheet name=\"名单\" id=\"r1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", "<r><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></r>");
        parts.put("xl/worksheets/sheet1.xml", "<worksheet/>");
        parts.put(
                "xl/worksheets/_rels/sheet1.xml.rels", "<r><Relationship Id=\"r1\" Target=\"../comments1.xml\"/></r>");
        parts.put("xl/comments1.xml", "<c><comment ref=\"C3\"><text><r><t>旧</t></r></text></comment></c>");
        parts.put("docProps/core.xml", "<p><creator>某甲</creator></p>");

        assertThat(inspector.inspect("xlsx", Attachments.zip(parts)).pieces())
                .extracting(piece -> piece.nature() + " " + piece.where() + " " + piece.line() + ":" + piece.column()
                        + " " + piece.text())
                .containsExactly(
                        "STORED xl/workbook.xml 1:1 名单",
                        "SHOWN 工作表名称 1:1 名单",
                        "COMMENT 批注 3:3 旧",
                        "AUTHOR 文档属性 1:1 某甲");
    }

    @Test
    void readsWorkbooksWhoseEntriesHaveTheirSizesBehindThemInEightBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(out, "a", "1.0")) {
            workbook.newWorksheet("名单").value(0, 0, "某甲");
        }

        AttachmentContent found = inspector.inspect("xlsx", out.toByteArray());
        assertThat(found.trouble()).isEmpty();
        assertThat(found.pieces()).extracting(TextPiece::text).contains("某甲");
    }

    @Test
    void countsThePagesOfWhatItCanRead() {
        byte[] pdf = Attachments.pdf("1", "2", "3");

        assertThat(inspector.pages(pdf)).hasValue(3);
        assertThat(inspector.pages(Attachments.lockedPdf("p", "1"))).isEmpty();
        assertThat(inspector.pages("%PDF-1.4 and nothing else".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(inspector.pages(Attachments.docx("1"))).isEmpty();
        assertThat(new AttachmentTextExtractor(new ReadingLimits(99, 99, 99, 200, 99, 99, TIME), HEAP).pages(pdf))
                .isEmpty();
    }

    @Test
    @Promise("XML without document types")
    void neverAsksForWhatADocumentTypeDeclares() {
        String xml = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><p><t>&b;</t></p>";

        AttachmentContent found = inspector.inspect("docx", Attachments.zip(Map.of("word/document.xml", xml)));

        assertThat(found.trouble()).contains(Trouble.DECLARED);
        assertThat(found.pieces()).isEmpty();
    }

    @Test
    @Promise("Files are read with limits on bytes")
    void stopsAtItsLimits() {
        Map<String, String> twenty = new LinkedHashMap<>();
        IntStream.range(0, 20).forEach(i -> twenty.put("word/" + i + ".xml", "<p/>"));
        byte[] parts = Attachments.zip(twenty);
        byte[] tenCharacters = Attachments.docx("一二三四五六七八九十");

        assertThat(trouble(new ReadingLimits(1 << 20, 19, 1 << 20, 200, 99, 9, TIME), parts))
                .isEqualTo(Trouble.TOO_MUCH);
        assertThat(trouble(new ReadingLimits(1 << 20, 99, 70, 200, 99, 9, TIME), parts))
                .isEqualTo(Trouble.TOO_MUCH);
        assertThat(trouble(new ReadingLimits(1 << 20, 99, 1 << 20, 200, 9, 9, TIME), tenCharacters))
                .isEqualTo(Trouble.TOO_MUCH);
        assertThat(trouble(new ReadingLimits(1 << 20, 99, 1 << 20, 200, 99, 9, -1), tenCharacters))
                .isEqualTo(Trouble.TOO_MUCH);
        assertThat(trouble(new ReadingLimits(1 << 20, 99, 1 << 20, 200, 99, 1, TIME), Attachments.pdf("1", "2")))
                .isEqualTo(Trouble.TOO_MUCH);
    }

    @Test
    void endsWithAResultWhateverStandsInAFile() {
        Random random = new Random(1);
        List<byte[]> files = List.of(
                Attachments.docx("一", "二"),
                Attachments.xlsx("一"),
                Attachments.pdf("1"),
                Attachments.png(),
                Attachments.jpegWithPlace(),
                "一,\"二".getBytes(StandardCharsets.UTF_8));
        for (byte[] file : files) {
            for (int i = 0; i < 150; i++) {
                byte[] damaged = Arrays.copyOf(file, 1 + random.nextInt(file.length + 9));
                for (int j = random.nextInt(8); j > 0; j--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertThat(inspector.inspect("csv", damaged)).isNotNull();
            }
        }
    }

    private static Trouble trouble(ReadingLimits limits, byte[] file) {
        return new AttachmentTextExtractor(limits, HEAP)
                .inspect("", file)
                .trouble()
                .orElseThrow();
    }

    static List<byte[]> films() {
        return List.of(Films.ofAndroid(), Films.ofApple(), Films.of3gpp());
    }

    /** What another reader finds in a film. */
    private static List<String> seen(byte[] film) throws Exception {
        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(film));
        return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                .flatMap(directory -> directory.getTags().stream())
                .map(Tag::toString)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("films")
    void placesAreFoundAndRemovedWithoutMovingAnything(byte[] film) {
        byte[] clean = FilmPlaces.removedFrom(film);

        assertThat(FilmPlaces.isIn(film)).isTrue();
        assertThat(FilmPlaces.isIn(clean)).isFalse();
        assertThat(clean).hasSameSizeAs(film);
        int tail = film.length - 33;
        assertThat(Arrays.copyOfRange(clean, tail, film.length)).isEqualTo(Arrays.copyOfRange(film, tail, film.length));
    }

    @Test
    void anotherReaderSeesThePlaceBeforeAndTheRestAfterwards() throws Exception {
        byte[] film = Films.ofApple();

        assertThat(seen(film)).anyMatch(tag -> tag.contains("+30.1234"));
        assertThat(seen(FilmPlaces.removedFrom(film)))
                .noneMatch(tag -> tag.contains("30.1234"))
                .anyMatch(tag -> tag.contains("Duration"));
        assertThat(seen(FilmPlaces.removedFrom(Films.ofAndroid()))).noneMatch(tag -> tag.contains("30.1"));
    }

    @Test
    void otherFilmsRemainAsTheyAre() {
        assertThat(FilmPlaces.isIn(Films.plain())).isFalse();
        assertThat(FilmPlaces.removedFrom(Films.plain())).isEqualTo(Films.plain());
    }

    @Test
    void damagedFilmsAreReadAsFarAsTheyGo() {
        for (byte[] film : films()) {
            for (int length = 0; length < film.length; length++) {
                byte[] cut = Arrays.copyOf(film, length);
                assertThat(FilmPlaces.removedFrom(cut)).hasSize(length);
            }
            for (int i = 0; i < film.length; i++) {
                byte[] changed = film.clone();
                changed[i] ^= (byte) 0xFF;
                assertThat(FilmPlaces.removedFrom(changed)).hasSameSizeAs(film);
            }
        }
    }
}
