package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with the names of documents that contain something else: imported, or refused with the right reason. */
@Tag("slow")
class OddDocumentsTest extends SiteFixture {

    private static final String PAGE = "<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><body>甲</body></html>";
    private static final String SAVE = "请在 Word 或 WPS 里打开，另存为 .docx 再导入";

    @BeforeEach
    void aSiteWithACode() {
        site.file("content/_data/site.yml", "机构代码: SLSW01\n");
    }

    /** What the import of a file says first. */
    private String says(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return run("import", file, "-s", site.root())
                .out()
                .lines()
                .findFirst()
                .orElse("")
                .replace(name + "：没有导入，", "");
    }

    private String says(String name, String content) throws IOException {
        return says(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pagesAreToBeSavedAsDocuments() throws IOException {
        assertThat(says("通知.doc", PAGE)).isEqualTo("这是网页，不是 Word 文件；" + SAVE);
        assertThat(says("通知.html", PAGE)).isEqualTo("这是网页，不是 Word 文件；" + SAVE);
    }

    /** As browsers, office programs and scripts of websites write it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?a?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"a\"",
                "Mime-Version: 1.0\nContent-Base: http://www.example.org/a\nContent-Type: Multipart/related;boundary=a\n\n--a",
                "Content-Type: multipart/related\n\n甲"
            })
    void pagesWithTheirPicturesInOneFileAreNamed(String archive) throws IOException {
        String advice = "这是单个文件的网页（.mht）；" + SAVE;

        assertThat(says("a.mht", archive)).isEqualTo(advice);
        assertThat(says("a.doc", archive)).isEqualTo(advice);
    }

    @Test
    void otherFilesAreNamed() throws IOException {
        String picture = "这是图片，不是 Word 文件；请把它放进条目，文字请另外录入";
        String archive = "这是压缩包，不是 Word 文件；请解压后再导入里面的文件";

        assertThat(says("a.doc", Attachments.png())).isEqualTo(picture);
        assertThat(says("a.docx", Attachments.jpeg())).isEqualTo(picture);
        assertThat(says("a.wps", "Rar!\u001A\u0007\0甲")).isEqualTo(archive);
        assertThat(says("a.docx", "7z\u00BC\u00AF".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(archive);
        assertThat(says("a.docx", Attachments.zip(Map.of("a.txt", "甲")))).isEqualTo("这不是 Word 文件，只是一个压缩包，请解压后再导入里面的文件");
        assertThat(says("a.doc", "<office:document xmlns:office=x")).isEqualTo("这是 OpenDocument 文件；" + SAVE);
        assertThat(says("a.doc", new byte[20_000])).isEqualTo("文件里全是零，没有内容，可能没有保存或没有传完整");
    }

    @Test
    void eachDocumentOfAFolderHasItsOwnReason() throws IOException {
        Path documents = Files.createDirectories(folder.resolve("文稿"));
        for (String name : new String[] {"a.rtf", "b.odt", "c.docm", "d.dotx", "e.wpt", "f.mht", "g.xlsx"}) {
            Files.writeString(documents.resolve(name), "%PDF-1.4");
        }

        SiteFolder.Ran ran = run("import", documents, "-s", site.root());

        assertThat(ran.out().lines().filter(line -> line.contains("没有导入，这是 PDF")))
                .hasSize(6);
        assertThat(ran.err()).contains("文件夹里另有 1 个文件不是文稿（xlsx 1 个）");
    }
}
