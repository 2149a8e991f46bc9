package org.gongkai.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A stream of a compound file")
@Tag("slow")
class OleStreamsTest extends FolderFixture {

    private static final Path PLAN = Path.of("src/test/resources/documents/office/plan.doc");
    private static final String VOUCH = "；改不了的，请人逐页看过有没有个人信息和密级标志，在条目的附件后面写上谁在哪天看的：{文件: b.doc, 人工核查: 支部书记 2024-03-01}";

    private List<String> problems(String name, byte[] bytes) {
        return SiteFolder.problemsOfAttachment(folder.resolve(name), name, bytes);
    }

    /** A document with a further stream, or with another content of one. */
    private static byte[] document(String path, byte[] content) throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(Files.readAllBytes(PLAN)))) {
            return written(system, path, content);
        }
    }

    private static byte[] written(POIFSFileSystem system, String path, byte[] content) throws IOException {
        DirectoryEntry place = system.getRoot();
        String[] names = path.split("/");
        for (String name : Arrays.copyOf(names, names.length - 1)) {
            place = place.hasEntry(name) ? (DirectoryEntry) place.getEntry(name) : place.createDirectory(name);
        }
        String last = names[names.length - 1];
        if (place.hasEntry(last)) {
            place.getEntry(last).delete();
        }
        place.createDocument(last, new ByteArrayInputStream(content));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        system.writeFilesystem(out);
        return out.toByteArray();
    }

    private static byte[] file(String kind) {
        return switch (kind) {
            case "docx" -> Attachments.docx(Invented.mobile());
            case "zip" -> Attachments.zip(Map.of("c.txt", Invented.mobile()));
            case "pdf" -> Attachments.pdf(Invented.mobile());
            default -> Invented.mobile().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] opaque() {
        byte[] bytes = new byte[5_000];
        new Random(1).nextBytes(bytes);
        // No text of any encoding.
        bytes[0] = 0;
        return bytes;
    }

    @ParameterizedTest
    @Promise("The files within a file")
    @DisplayName("is read if it holds a file, whatever its name is")
    @CsvSource({
        "Payload, docx, Payload, 正文第 1 段",
        "package, docx, package, 正文第 1 段",
        "\u0001Package, docx, Package, 正文第 1 段",
        "Payload, zip, Payload/c.txt, ''",
        "Payload, pdf, Payload, 第 1 页",
        "Payload, text, Payload, ''",
        "Data, docx, Data, 正文第 1 段",
        "Macros/Payload, docx, Macros/Payload, 正文第 1 段",
        "ObjectPool/_1/Payload, docx, ObjectPool/_1/Payload, 正文第 1 段",
        "MsoDataStore/A/Item, text, MsoDataStore/A/Item, ''"
    })
    void files(String path, String kind, String within, String where) throws IOException {
        assertThat(problems("b.doc", document(path, file(kind)))).anySatisfy(problem -> assertThat(problem)
                .contains("错误 E272 里面嵌入的文件“" + within + "”" + where, "有手机号：130****0000；"));
    }

    @Test
    @DisplayName("is read beside another whose name differs in a control character only")
    void alike() throws IOException {
        byte[] first = document("Package", file("docx"));
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(first))) {
            assertThat(problems("b.doc", written(system, "\u0001Package", Attachments.docx("甲"))))
                    .anySatisfy(problem -> assertThat(problem).contains("E272 里面嵌入的文件“Package”正文第 1 段有手机号"));
        }
    }

    @ParameterizedTest
    @Promise("What cannot be read of a file that an entry names")
    @DisplayName("is refused by name if nobody knows what it holds")
    @ValueSource(
            strings = {
                "Payload",
                "PACKAGE",
                "_1/Workbook",
                "Pictures",
                "Current User",
                "Other/1Table",
                "ObjectPool/_1/WordDocument"
            })
    void unknown(String path) throws IOException {
        assertThat(problems("b.doc", document(path, opaque())))
                .containsExactly("错误 E255 里面的“" + path + "”认不出是什么内容；请删去它；要给读者的，请另作附件" + VOUCH);
    }

    @ParameterizedTest
    @DisplayName("is not suspected if programs write it")
    @ValueSource(
            strings = {
                "Data",
                "0Table",
                "WpsCustomData",
                "\u0001CompObj",
                "\u0001Ole",
                "\u0003ObjInfo",
                "\u0005SummaryInformation",
                "\u0005DocumentSummaryInformation",
                "ObjectPool/_1/\u0001CompObj",
                "ObjectPool/_1/\u0002OlePres000",
                "ObjectPool/_1/\u0003EPRINT",
                "ObjectPool/_1/\u0003META",
                "ObjectPool/_1/\u0003PIC"
            })
    void known(String path) throws IOException {
        assertThat(problems("b.doc", document(path, opaque()))).isEmpty();
    }

    @Test
    @DisplayName("is read in an object of a document in a newer format, too")
    void object() throws IOException {
        byte[] object;
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            object = written(system, "Contents", Attachments.docx(Invented.mobile()));
        }

        assertThat(problems("b.docx", Attachments.docxWith("word/embeddings/oleObject1.bin", object)))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("E272 里面嵌入的文件“word/embeddings/oleObject1.bin/Contents”正文第 1 段有手机号：130****0000；"));
    }

    @Test
    @DisplayName("cannot be the same as another: what is read of a file is no more than its bytes")
    void shared() throws IOException {
        byte[] file;
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            for (String name : List.of("A", "B", "C")) {
                system.createDocument(new ByteArrayInputStream(opaque()), name);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            system.writeFilesystem(out);
            file = out.toByteArray();
        }
        int directory = 512 * (1 + LittleEndian.getInt(file, 48));
        byte[] all = new byte[4];
        LittleEndian.putInt(all, 0, 6_000);
        for (int entry = 1; entry <= 3; entry++) {
            System.arraycopy(file, directory + 128 + 116, file, directory + 128 * entry + 116, 4);
            System.arraycopy(all, 0, file, directory + 128 * entry + 120, 4);
        }

        assertThat(problems("b.wps", file)).containsExactly("错误 E253 文件已损坏，打不开，也检查不了；请从原来的软件重新导出");
    }

    @Test
    @Promise("The files within a file")
    @DisplayName("is read as one, wherever its sectors lie")
    void scattered() throws IOException {
        byte[] text = new byte[5_120];
        byte[] number = Invented.mobile().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(number, 0, text, 1_018, number.length);
        byte[] file = document("Data", text);
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(Invented.mobile());
        int sector = at / 512 - 1;
        int table = 512 * (1 + LittleEndian.getInt(file, 76));
        int before = table;
        while (LittleEndian.getInt(file, before) != sector) {
            before += 4;
        }
        // The sector in which the number begins and the next one change places.
        byte[] moved = Arrays.copyOfRange(file, (sector + 1) * 512, (sector + 2) * 512);
        System.arraycopy(file, (sector + 2) * 512, file, (sector + 1) * 512, 512);
        System.arraycopy(moved, 0, file, (sector + 2) * 512, 512);
        LittleEndian.putInt(file, before, sector + 1);
        LittleEndian.putInt(file, table + 4 * sector, sector + 2);
        LittleEndian.putInt(file, table + 4 * (sector + 1), sector);

        assertThat(problems("b.doc", file))
                .containsExactly(
                        "错误 E272 里面看不见的“Data”有手机号：130****0000；请改写办公电话，或把中间四位换成星号；本就对外公布的号码，写进 content/_data/privacy.yml 的“允许”");
    }
}
