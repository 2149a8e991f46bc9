package org.gongkai.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.Films;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where something was taken must not be published in attachments either: not in films, nor in pictures within files. */
@Tag("slow")
class PlacesTest extends FolderFixture {

    private static final Path PLAN = Path.of("src/test/resources/documents/office/plan.doc");
    private static final String STRIP = "请在工作台“要改的问题”里按“去掉拍摄信息”";
    private static final String AGAIN = "请先在工作台去掉照片里的拍摄地点，在原稿里换上，再另存或导出一次";

    private int sites;

    private List<String> problems(String name, byte[] bytes) {
        return SiteFolder.problemsOfAttachment(folder.resolve("site" + ++sites), name, bytes).stream()
                .filter(problem -> problem.contains("E266"))
                .map(problem -> problem.replace("错误 E266 ", ""))
                .toList();
    }

    @Test
    void films() {
        for (byte[] film : List.of(Films.ofAndroid(), Films.ofApple(), Films.of3gpp())) {
            assertThat(problems("b.mp4", film)).containsExactly("影片里记着拍摄地点（GPS）；" + STRIP);
        }
        assertThat(problems("b.mp4", Films.plain())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"word, b.docx", "word, b.wps", "xl, b.xlsx", "ppt, b.pptx"})
    void picturesInOfficeFiles(String program, String name) {
        assertThat(problems(name, Attachments.withPicture(program, Attachments.jpegWithPlace())))
                .containsExactly("文件里的照片记着拍摄地点（GPS）；" + STRIP);
        assertThat(problems(name, Attachments.withPicture(program, Attachments.jpeg())))
                .isEmpty();
        assertThat(problems(name, Attachments.withPicture(program, new byte[] {(byte) 0xFF, (byte) 0xD8, -1, -31, 9})))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Data, b.doc", "Data, b.wps"})
    void picturesInFilesOfOldFormats(String stream, String name) throws IOException {
        assertThat(problems(name, document(stream, Attachments.jpegWithPlace())))
                .containsExactly("文件里的照片记着拍摄地点（GPS）；" + AGAIN);
        assertThat(problems(name, document(stream, Attachments.jpeg()))).isEmpty();
    }

    private static byte[] document(String stream, byte[] picture) throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        pictures.write(new byte[68]);
        pictures.write(picture);
        pictures.write(new byte[5_000]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(Files.readAllBytes(PLAN)))) {
            system.getRoot().createOrUpdateDocument(stream, new ByteArrayInputStream(pictures.toByteArray()));
            system.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    @Test
    void picturesInPdfFiles() {
        assertThat(problems("b.pdf", Attachments.pdfWithPicture(Attachments.jpegWithPlace())))
                .containsExactly("文件里的照片记着拍摄地点（GPS）；" + AGAIN);
        assertThat(problems("b.pdf", Attachments.pdfWithPicture(Attachments.jpeg())))
                .isEmpty();
    }
}
