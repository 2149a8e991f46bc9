package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.testing.Bombs;
import org.gongkai.testing.Program;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In a heap of 128 MB, files that would take many times as much")
@Tag("slow")
class SmallHeapTest {

    private static final String HEAP = "128m";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("are each told by name in one check, and none of them ends it")
    @Promise("none takes more than a share of the memory")
    void check() {
        SiteFolder site = new SiteFolder(folder);
        Bombs bombs = new Bombs(site.root().resolve("content"));
        List<String> attached = Stream.of(
                        bombs.documents(), bombs.legacy(), bombs.pdf(), bombs.texts(), bombs.pictures())
                .flatMap(List::stream)
                .toList();
        bombs.entries();
        site.entry("content/a.md", "标题: 有附件的", "发布日期: 2024-01-02", "附件: [" + String.join(", ", attached) + "]");

        Ran ran = Program.runIn(HEAP, "check", "--all", "-s", site.root().toString());

        String tooMuch = "警告 W255 读它要用的内存超过一个文件可以用的 30 MB，没有检查完；请自己逐页核对有没有个人信息，或拆成几个文件，或用 java -Xmx 给程序多一些内存";
        String tooComplex = "警告 W255 文件太大或太复杂，没有检查完；请自己逐页核对有没有个人信息，或拆成几个文件";
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
                        told("deep.pptx", tooComplex),
                        told("parts.docx", tooComplex),
                        told("sparse.txt", "警告 W255 文件有 95 MB，超过 10 MB，里面的内容没有检查；请自己逐页核对有没有个人信息和密级标志，或拆成几个小的文件"),
                        told("deep.svg", "错误 E259 SVG 图片里有套了 400 层以上的元素；请用绘图软件另存为“普通 SVG”，或换成 .png"),
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

    private static String told(String name, String problem) {
        return "content/" + name + ":1:1: " + problem;
    }
}
