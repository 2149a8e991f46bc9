package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gongkai.testing.Bombs;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Program;
import org.gongkai.testing.Promise;
import org.gongkai.testing.RunningDesk;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.gongkai.write.desk.DeskClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("In a heap of 128 MB, files that would take many times as much")
@Tag("slow")
class SmallHeapTest extends FolderFixture {

    private static final String HEAP = "128m";

    @Test
    @DisplayName("are each told by name in one check, and none of them ends it")
    @Promise("none takes more than a share of the memory")
    void check() {
        SiteFolder site = new SiteFolder(folder);
        Bombs bombs = new Bombs(site.root().resolve("content"));
        List<String> attached = attached(bombs);
        bombs.entries();
        site.entry("content/a.md", "标题: 有附件的", "发布日期: 2024-01-02", "附件: " + attached);

        Ran ran = Program.runIn(HEAP, "check", "--all", "-s", site.root().toString());

        String tooMuch = "错误 E255 读它要用的内存超过一个文件可以用的 30 MB，没有检查完；请拆成几个文件，或用 java -Xmx 给程序多一些内存";
        String tooComplex = "错误 E255 文件太大或太复杂，没有检查完；请拆成几个文件";
        assertThat(ran.status()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out().lines())
                .contains(
                        told("text.docx", tooMuch),
                        told("many.xlsx", tooMuch),
                        told("attribute.ofd", tooMuch),
                        told("strings.xlsx", tooMuch),
                        told("text.doc", tooMuch),
                        told("operators.pdf", tooMuch),
                        told("line.txt", tooMuch),
                        told("cells.csv", tooMuch),
                        told("deep.pptx", tooMuch),
                        told("parts.docx", tooComplex),
                        told("sparse.txt", "错误 E255 文件有 95 MB，超过 10 MB，里面的内容没有检查；请压缩，或拆成几个小的文件"),
                        told("heads.md", "错误 E403 文件太大：1.6 MB；最多 1 MB；大的表格和图片请作为附件，也可以用 java -Xmx 给程序多一些内存"),
                        told("line.adoc", "错误 E403 文件太大：4.3 MB；最多 1 MB；大的表格和图片请作为附件，也可以用 java -Xmx 给程序多一些内存"),
                        told("sparse.md", "错误 E403 文件太大：700 MB；最多 1 MB；大的表格和图片请作为附件，也可以用 java -Xmx 给程序多一些内存"),
                        "content/numbers.txt:1001:1: 错误 E272 这样的问题超过 1000 处，从这里起没有列出；请改好前面的再检查一次");
        assertThat(ran.out().lines())
                .filteredOn(line -> line.startsWith("content/numbers.txt"))
                .hasSize(1001);
    }

    @Test
    @DisplayName("are each told by name in one import, and leave nothing behind")
    void imports() throws Exception {
        SiteFolder site = new SiteFolder(folder.resolve("site"));
        Bombs bombs = new Bombs(folder.resolve("in"));
        bombs.documents();
        bombs.legacy();
        bombs.texts();
        bombs.entries();

        Ran ran = Program.runIn(
                HEAP,
                "import",
                folder.resolve("in").toString(),
                "-s",
                site.root().toString());

        assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(1);
        assertThat(ran.out() + ran.err())
                .contains("text.docx", "parts.docx", "text.doc", "line.txt", "sparse.txt")
                .contains("heads.md", "line.adoc", "attributes.html", "sparse.md")
                .doesNotContain("内存不够");
        try (Stream<Path> files = Files.walk(site.root())) {
            // The only file of an ordinary size.
            assertThat(files.filter(file -> Files.isRegularFile(file) && !file.endsWith("writing.lock"))
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("13912341000.md");
        }
    }

    @Test
    @DisplayName("are taken by the desk in parts, or refused with what is allowed")
    void desk() throws Exception {
        SiteFolder site = new SiteFolder(folder.resolve("site")).entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
        Bombs bombs = new Bombs(folder);
        bombs.photograph();
        bombs.sparse("large.pdf", 11L << 20);

        try (DeskClient desk = new DeskClient(RunningDesk.in(HEAP, site.root()))) {
            assertThat(upload(desk, "large.jpg"))
                    .startsWith("{\"picture\":true,")
                    .contains("原图 4000×15000 像素、", "已缩小为长边 2000 像素、");
            assertThat(upload(desk, "large.pdf")).isEqualTo("发送的内容太大，最多 10 MB。\n");
            site.file("content/large.mp4", Files.readAllBytes(folder.resolve("large.pdf")));
            assertThat(desk.post("api/strip", "path", "content/large.mp4").text())
                    .isEqualTo("文件有 11 MB，最多 10.4 MB；用 java -Xmx 给程序多一些内存，可以读更大的。\n");
            for (String name : new Bombs(site.root().resolve("content")).photographed()) {
                assertThat(desk.post("api/strip", "path", "content/" + name).text())
                        .isEqualTo("文件太大或太复杂，没有读完；请在原稿里换上去掉了拍摄信息的照片。\n");
            }
        }
    }

    private String upload(DeskClient desk, String name) throws Exception {
        return desk.upload(
                        "api/upload", BodyPublishers.ofFile(folder.resolve(name)), "path", "content/a.md", "name", name)
                .text();
    }

    @Test
    @DisplayName("are each told by name in one build, and published if nothing is wrong but their size")
    @Promise("Of pictures only JPEG photographs")
    void build() throws Exception {
        SiteFolder site = new SiteFolder(folder);
        Bombs bombs = new Bombs(site.root().resolve("content"));
        List<String> attached = new ArrayList<>(bombs.pictures());
        attached.addAll(bombs.legacy());
        bombs.photograph();
        site.file(
                "content/a.md",
                "---\n标题: 有附件的\n发布日期: 2024-01-02\n附件:\n"
                        + attached.stream()
                                .map(name -> "- {文件: " + name + ", 人工核查: 支部书记 2024-01-01}")
                                .collect(Collectors.joining("\n"))
                        + "\n---\n\n![照片](large.jpg)\n\n![照片](pixels.jpg)\n\n![照片](exif.jpg)\n");

        Ran ran = Program.runIn(HEAP, "build", "-s", site.root().toString());

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("exif.jpg", "pixels.jpg", "long.mp4").doesNotContain("内存不够", "\tat ", "E255");
        Path published = site.output().resolve("articles/2024/a");
        attached.forEach(name -> assertThat(published.resolve(name)).isNotEmptyFile());
        // 60 million pixels would take 180 MB.
        assertThat(ImageIO.read(published.resolve("large-1280w.jpg").toFile()))
                .extracting(BufferedImage::getWidth, BufferedImage::getHeight)
                .containsExactly(1280, 4800);
    }

    private static List<String> attached(Bombs bombs) {
        return Stream.of(bombs.documents(), bombs.legacy(), bombs.pdf(), bombs.texts(), bombs.pictures())
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }

    private static String told(String name, String problem) {
        String examined = problem.contains("E255")
                ? "；改不了的，请人逐页看过有没有个人信息和密级标志，在条目的附件后面写上谁在哪天看的：{文件: " + name + ", 人工核查: 支部书记 2024-03-01}"
                : "";
        return "content/" + name + ":1:1: " + problem + examined;
    }
}
