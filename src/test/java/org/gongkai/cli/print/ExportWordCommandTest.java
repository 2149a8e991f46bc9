package org.gongkai.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("export docx")
class ExportWordCommandTest extends SiteFixture {

    private static final String ENTRY = "content/值班.md";

    @BeforeEach
    void aSite() throws IOException {
        site.file("content/_data/site.yml", "名称: 甲支部\n")
                .file(
                        ENTRY,
                        """
                        ---
                        标题: 汛期值班安排
                        文种: 文章
                        发布日期: 2024-05-20
                        发布机构: 甲支部
                        ---

                        第一段有**着重**的字。

                        ## 一、安排

                        3. 第三项
                        4. 第四项

                        | 班次 | 人数 |
                        | :-- | --: |
                        | 早班 | 2 |

                        ![泵房](附件/泵房.png)

                        ## 附件 值班电话

                        内线6022
                        """);
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", picture);
        site.file("content/附件/泵房.png", picture.toByteArray());
    }

    @Test
    @DisplayName("writes what an import of the file reads again: title, headings, lists, tables, pictures, signature")
    void whole() throws IOException {
        Ran ran = run(ENTRY, "-o", file());

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("已写成 " + file() + "\n");
        SiteFolder other = new SiteFolder(folder.resolve("other")).file("content/_data/site.yml", "名称: 乙支部\n");
        SiteFolder.done("import", file(), "-s", other.root(), "--kind", "文章");
        Path imported;
        try (var files = Files.walk(other.root().resolve("content"))) {
            imported = files.filter(path -> path.toString().endsWith(".md"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(Files.readString(imported))
                .contains(
                        "标题: 汛期值班安排",
                        "成文日期: 2024-05-20",
                        "第一段有**着重**的字。",
                        "## 一、安排",
                        "3．第三项",
                        "| 班次 | 人数 |",
                        "| 早班 | 2 |",
                        "![泵房]",
                        "值班电话",
                        "内线6022");
    }

    @Test
    @DisplayName("gives the same bytes each time, every part of them well-formed")
    void sameBytes() throws Exception {
        run(ENTRY, "-o", file());
        byte[] first = Files.readAllBytes(file());
        run(ENTRY, "-o", file());

        assertThat(file()).hasBinaryContent(first);
        try (ZipFile zip = new ZipFile(file().toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .startsWith("[Content_Types].xml")
                    .contains("word/document.xml", "word/media/picture1.png");
            for (var entry : zip.stream().toList()) {
                if (!entry.getName().endsWith(".png")) {
                    DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(
                                    zip.getInputStream(entry).readAllBytes()));
                }
            }
        }
    }

    @Test
    @DisplayName("says how many pictures Word cannot show, and what is no entry")
    void notShown() {
        site.file("content/附件/泵房.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                .file("content/附件/图.webp", "RIFF\16\0\0\0WEBPVP8 \2\0\0\0ab".getBytes(StandardCharsets.ISO_8859_1))
                .file("content/图.md", "---\n标题: 有图\n发布日期: 2024-05-20\n---\n\n![示意](附件/图.webp)\n");

        assertThat(run("content/图.md", "-o", file()).out()).endsWith("；1张图 Word 不能显示，留了说明文字\n");
        assertThat(run("index.html", "-o", file()).err()).isEqualTo("只有条目能这样导出：index.html。\n");
        assertThat(run("content/没有.md", "-o", file()).status()).isEqualTo(2);
    }

    @Test
    @DisplayName("web: the text with its styles at its elements, its pictures beside it, and nothing else")
    void web() throws IOException {
        Path made = folder.resolve("公众号 稿");

        Ran ran = SiteFolder.run("export", "web", ENTRY, "-s", site.root(), "-o", made);

        assertThat(ran.out()).isEqualTo("已写成 " + made + "\n");
        String page = Files.readString(made.resolve("index.html"));
        assertThat(page)
                .contains("<title>汛期值班安排</title>", "text-indent: 2em;", "<img src=\"图1.png\" alt=\"泵房\" style=\"")
                .contains("border-collapse: collapse;", "内线6022")
                .doesNotContain("<h1", "class=", "<script", "<style", "<link");
        assertThat(made.resolve("图1.png")).hasSameBinaryContentAs(site.root().resolve("content/附件/泵房.png"));
        assertThat(SiteFolder.run("export", "web", ENTRY, "-s", site.root(), "-o", made)
                        .err())
                .startsWith("已经有了，不是空的文件夹：");
    }

    @Test
    @DisplayName("writes nothing of a site with errors")
    void errors() {
        site.entry(ENTRY, "标题: 值班");

        Ran ran = run(ENTRY, "-o", file());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).endsWith("改好以后才能写；什么也没有写。\n");
        assertThat(file()).doesNotExist();
    }

    private Path file() {
        return folder.resolve("a.docx");
    }

    private Ran run(Object... args) {
        return SiteFolder.run("export", "docx", args, "-s", site.root());
    }
}
