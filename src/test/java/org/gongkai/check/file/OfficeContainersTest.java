package org.gongkai.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of office programs that are locked, cut off or of another kind than their name says. */
@Tag("slow")
class OfficeContainersTest extends FolderFixture {

    private static final Path PLAN = Path.of("src/test/resources/documents/office/plan.doc");
    private static final String VOUCH = "；改不了的，请人逐页看过有没有个人信息和密级标志，在条目的附件后面写上谁在哪天看的：{文件: %s, 人工核查: 支部书记 2024-03-01}";
    private static final String TABLE = "错误 E255 是旧格式的表格，单元格里的数字检查不到；请另存为 .xlsx" + VOUCH;
    private static final String SLIDES = "错误 E255 是旧格式的演示文稿，检查不全；请另存为 .pptx" + VOUCH;
    private static final String LOCKED = "错误 E254 文件加了密码，读者打不开，也检查不了；请去掉密码再公开";

    private int sites;

    private List<String> problems(String name, byte[] bytes) {
        return SiteFolder.problemsOfAttachment(folder.resolve("site" + ++sites), name, bytes);
    }

    @AfterEach
    void forgetThePassword() {
        Biff8EncryptionKey.setCurrentUserPassword(null);
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.to(out);
        return out.toByteArray();
    }

    private static byte[] document() throws IOException {
        try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(Files.readAllBytes(PLAN)))) {
            return written(document::write);
        }
    }

    private static byte[] workbook() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("表").createRow(0).createCell(0).setCellValue("经费使用情况一览");
            return written(workbook::write);
        }
    }

    private static byte[] slides() throws IOException {
        try (HSLFSlideShow slides = new HSLFSlideShow()) {
            slides.createSlide().addTitle().setText("党课提纲和学习资料");
            return written(slides::write);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"agile", "standard"})
    void documentsOfNewFormatsThatNeedAPassword(EncryptionMode mode) throws Exception {
        Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
        encryptor.confirmPassword("test");
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            try (OutputStream out = encryptor.getDataStream(system)) {
                out.write(Attachments.docx("甲"));
            }
            byte[] locked = written(system::writeFilesystem);

            assertThat(problems("b.docx", locked)).containsExactly(LOCKED);
            assertThat(problems("b.wps", locked)).containsExactly(LOCKED);
        }
    }

    @Test
    void documentsOfOldFormatsThatNeedAPassword() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("test");

        assertThat(problems("b.doc", document())).containsExactly(LOCKED);
        assertThat(problems("b.wps", document())).containsExactly(LOCKED);
        assertThat(problems("b.xls", workbook())).containsExactly(TABLE.formatted("b.xls"));
        assertThat(problems("b.ppt", slides())).containsExactly(SLIDES.formatted("b.ppt"));
    }

    @Test
    void documentsOfOldFormatsThatAreCutOff() throws IOException {
        for (byte[] whole : List.of(document(), workbook())) {
            assertThat(problems("b.wps", Arrays.copyOf(whole, whole.length / 2)))
                    .containsExactly("错误 E253 文件已损坏，打不开，也检查不了；请从原来的软件重新导出");
        }
    }

    @Test
    void otherKindsThanTheirNamesSay() throws IOException {
        String hint = "；它其实是 .%s 文件；请用原来的软件另存，不要只改扩展名";

        assertThat(problems("b.doc", workbook())).containsExactly("错误 E251 内容不是 .doc 文件" + hint.formatted("xls"));
        assertThat(problems("b.et", document())).containsExactly("错误 E251 内容不是 .et 文件" + hint.formatted("doc"));
        assertThat(problems("b.docx", document())).containsExactly("错误 E251 内容不是 .docx 文件" + hint.formatted("doc"));
        assertThat(problems("b.doc", slides())).containsExactly("错误 E251 内容不是 .doc 文件" + hint.formatted("ppt"));
    }

    @Test
    void rightFilesOfOldFormats() throws IOException {
        assertThat(problems("b.doc", document())).isEmpty();
        assertThat(problems("b.wps", document())).isEmpty();
        assertThat(problems("b.wps", Attachments.docx("甲"))).isEmpty();
    }

    @Test
    @Promise("What cannot be read of a file that an entry names")
    void tablesAndSlidesOfOldFormats() throws IOException {
        assertThat(problems("b.xls", workbook())).containsExactly(TABLE.formatted("b.xls"));
        assertThat(problems("b.ppt", slides())).containsExactly(SLIDES.formatted("b.ppt"));
        assertThat(problems("b.dps", slides())).containsExactly(SLIDES.formatted("b.dps"));
    }

    @Test
    void filesWithMacros() throws IOException {
        byte[] container;
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(document()))) {
            system.createDirectory("Macros").createDocument("VBA", new ByteArrayInputStream(new byte[5000]));
            container = written(system::writeFilesystem);
        }
        String problem = "错误 E260 文件里有宏，打开时会运行程序；请另存为不带宏的 .docx、.xlsx 或 .pptx";

        assertThat(problems("b.doc", container)).containsExactly(problem);
        assertThat(problems(
                        "b.docx", Attachments.zip(Map.of("word/document.xml", "<a>甲</a>", "word/vbaProject.bin", ""))))
                .contains(problem);
    }
}
