package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.Unzipped;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@BrowserTest
@DisplayName("On paper")
class PrintTest extends SiteFixture {

    /** Rows of the table of the long entry, which fill four sheets. */
    private static final int ROWS = 30;

    private static final String LONG = "articles/2024/chang.html";
    private static final String SHORT = "articles/2024/duan.html";

    @BeforeEach
    void aSite() {
        site.file("content/_data/site.yml", "名称: 甲支部\n网址: http://a.example/dw/\n")
                .file("content/chang.adoc", "= 长文\n:发布日期: 2024-05-01\n\n" + table(ROWS))
                .entry("content/duan.md", "标题: 短文", "发布日期: 2024-05-02");
    }

    @Test
    @DisplayName("the report of an inspection is in its pack, with the numbers of the catalogue and without links")
    void inspection() throws IOException {
        Path list = Files.writeString(folder.resolve("清单.yml"), "项目:\n- {项目: 短的, 标题含: 短}\n- {项目: 党课, 文种: 党课}\n");
        Path zip = folder.resolve("检查.zip");
        SiteFolder.Ran ran = SiteFolder.run(
                Browser.environment(),
                "archive",
                "2024",
                "--for",
                list,
                "-s",
                site.root(),
                "-o",
                zip,
                "--as-of",
                "2025-01-10");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).doesNotContain("PDF");
        Path pdf = Unzipped.of(zip).folder().resolve("检查清单.pdf");
        try (PrintedPaper paper = PrintedPaper.of(pdf)) {
            assertThat(paper.text(1)).contains("短文（件号1）", "没有找到：2024年", "— 1 —");
            assertThat(paper.links(1)).isZero();
        }
    }

    @Test
    @DisplayName("sheets are numbered in the same places where the browser does not number them")
    void numbersWithoutTheBrowser() throws IOException {
        site.file(
                "assets/print.css",
                Files.readString(Path.of("assets/print.css"))
                        .replaceAll("(?m)^@page :(?:left|right) \\{\n.*\n}\n", ""));

        try (PrintedPaper paper = print(LONG, "--web")) {
            assertThat(paper.foot(1)).containsExactly("", "— 1 —");
            assertThat(paper.foot(2)).containsExactly("— 2 —", "");
        }
    }

    @Test
    @DisplayName(
            "sheets are numbered as GB/T 9704 wants it; a table repeats its head on each, its sum stands once, no row is cut")
    void table() throws IOException {
        try (PrintedPaper paper = print(LONG)) {
            assertThat(paper.sheets()).isEqualTo(4);
            assertThat(paper.foot(1)).containsExactly("", "— 1 —");
            assertThat(paper.foot(2)).containsExactly("— 2 —", "");
            assertThat(paper.foot(3)).containsExactly("", "— 3 —");
            assertThat(paper.size(1)).containsExactly(210, 297);
            assertThat(paper.count("金额表头")).isEqualTo(paper.sheets());
            assertThat(paper.count("合计若干")).isEqualTo(1);
            for (int row = 1; row <= ROWS; row++) {
                String first = "第" + row + "笔头";
                String last = "第" + row + "笔尾";
                assertThat(IntStream.rangeClosed(1, paper.sheets())
                                .filter(sheet -> paper.text(sheet).contains(first))
                                .boxed()
                                .toList())
                        .as(first)
                        .hasSize(1)
                        .isEqualTo(IntStream.rangeClosed(1, paper.sheets())
                                .filter(sheet -> paper.text(sheet).contains(last))
                                .boxed()
                                .toList());
            }
        }
    }

    @Test
    @DisplayName("the table of years and columns is whole, with its sum once")
    void matrix() throws IOException {
        try (PrintedPaper paper = PrintedPaper.of(
                folder.resolve("a.pdf"),
                "years/index.html",
                "-s",
                DemoSite.source().toString(),
                "--as-of",
                DemoSite.DAY)) {
            List<String> sheets = IntStream.rangeClosed(1, paper.sheets())
                    .mapToObj(paper::text)
                    .filter(text -> text.contains("合计"))
                    .toList();
            assertThat(sheets).singleElement().asString().contains("2023", "2024", "2025", "2026");
            assertThat(sheets.get(0).lines().filter(line -> line.startsWith("合计")))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("the sheet for the notice wall is one of A3, with its own address as a QR code")
    void wall() throws IOException {
        try (PrintedPaper paper = PrintedPaper.of(
                folder.resolve("a.pdf"),
                "wall",
                "--month",
                "2024-03",
                "-s",
                DemoSite.source().toString(),
                "--as-of",
                DemoSite.DAY)) {
            assertThat(paper.sheets()).isEqualTo(1);
            assertThat(paper.size(1)).containsExactly(297, 420);
            assertThat(paper.text(1)).contains("2024年3月党务公开栏", "三会一课", "主题党日", "党费");
            assertThat(paper.foot(1)).containsExactly("", "— 1 —");
            assertThat(paper.qrCode(1)).contains(DemoSite.BASE + "registers/wall/2024-03.html");
        }
    }

    @Test
    @DisplayName(
            "the fullest sheet for the notice wall is one too, and so is one in large type with a 公示; each is signed")
    void fullWall() throws IOException {
        for (String month : List.of("2024-06", "2025-12")) {
            try (PrintedPaper paper = PrintedPaper.of(
                    folder.resolve("a.pdf"),
                    "wall",
                    "--month",
                    month,
                    "-s",
                    DemoSite.source().toString(),
                    "--as-of",
                    "2026-01-15")) {
                assertThat(paper.sheets()).as(month).isEqualTo(1);
                assertThat(paper.text(1)).contains("公示期", "监督：纪检委员");
            }
        }
    }

    @Test
    @DisplayName("printed as its page, an entry carries its address as a QR code, if the site has one")
    void qrCode() throws IOException {
        try (PrintedPaper paper = print(SHORT, "index.html", "--web")) {
            assertThat(paper.qrCode(1)).contains("http://a.example/dw/" + SHORT);
            assertThat(paper.text(1)).contains("http://a.example/dw/" + SHORT);
            assertThat(paper.qrCode(2)).isEmpty();
        }
        site.file("content/_data/site.yml", "名称: 甲支部\n");
        try (PrintedPaper paper = print(SHORT, "--web")) {
            assertThat(paper.qrCode(1)).isEmpty();
            assertThat(paper.text(1)).contains("网页地址：" + SHORT);
        }
    }

    @Test
    @DisplayName("no sheet is needed for the address and the day of printing, however long the text is")
    void noSheetForTheAddress() throws IOException {
        List<String> pages = new ArrayList<>();
        // 22 lines fill a sheet.
        for (int lines : List.of(21, 22, 23, 44)) {
            pages.add("content/" + lines + ".md");
            site.file(
                    pages.get(pages.size() - 1),
                    "---\n标题: 共" + lines + "行\n发布日期: 2024-05-03\n---\n\n" + "一行正文。\n\n".repeat(lines));
        }
        pages.add("--web");
        try (PrintedPaper paper = print(pages.toArray(String[]::new))) {
            assertThat(IntStream.rangeClosed(1, paper.sheets()).mapToObj(paper::text))
                    .allSatisfy(text -> assertThat(text).contains("一行正文。"));
            assertThat(paper.count("网页地址：http://a.example/dw/articles/2024/")).isEqualTo(pages.size() - 1);
            assertThat(paper.text(1)).startsWith("网页地址：");
        }
    }

    @Test
    @DisplayName("several pages stand in one file in the order in which they are named, each with its own numbers")
    void several() throws IOException {
        site.entry("content/cao.md", "标题: 草稿", "发布日期: 2024-05-03", "状态: 草稿");

        try (PrintedPaper paper = print("content/duan.md", LONG, "content/cao.md", "--drafts")) {
            assertThat(paper.bookmarks()).containsExactly("短文", "长文", "草稿");
            assertThat(paper.title()).isEqualTo("短文");
            assertThat(paper.foot(1)).containsExactly("", "— 1 —");
            assertThat(paper.foot(2)).containsExactly("", "— 1 —");
            assertThat(paper.text(2)).contains("长文");
            assertThat(paper.text(paper.sheets())).contains("草稿");
        }
    }

    @Test
    @DisplayName("the same pages give the same bytes")
    void sameBytes() throws IOException {
        print(SHORT, LONG).close();
        byte[] first = Files.readAllBytes(folder.resolve("a.pdf"));
        print(SHORT, LONG).close();

        assertThat(folder.resolve("a.pdf")).hasBinaryContent(first);
    }

    @Test
    @Promise("No port is opened")
    @Promise("They are files without their scripts")
    @Promise("the browser has a proxy and names")
    @DisplayName(
            "nothing of a page runs, nothing is asked for from any other machine or this one, and nobody listens on a port")
    void noNetwork() throws IOException {
        Listeners listeners = new Listeners();
        Trap trap = new Trap();
        String there = trap.address() + "/";
        String template =
                """
                <!DOCTYPE html><html><head><title>自己的模板</title><link rel="stylesheet" href="THEREa.css">
                <script src="THEREa.js"></script></head>
                <body onload="document.body.textContent = '换掉了'"><p>没有换掉</p>
                <img src="THEREa.png" alt="" onerror="document.body.textContent = '换掉了'"><iframe src="THEREa.html"></iframe>
                <script>document.body.textContent = '换掉了';</script></body></html>
                """
                        .replace("THERE", there);
        site.file("templates/post.ftl", template).file("templates/paper.ftl", template);

        try (trap;
                listeners;
                // That which users have: the one without windows has no settings of its own to ask for anything.
                PrintedPaper paper = PrintedPaper.of(
                        folder.resolve("a.pdf"),
                        System.getenv(),
                        SHORT,
                        "-s",
                        site.root().toString());
                PrintedPaper page = print(SHORT, "--web")) {
            assertThat(paper.text(1)).contains("没有换掉").doesNotContain("换掉了");
            assertThat(page.text(1)).contains("没有换掉").doesNotContain("换掉了");
            assertThat(listeners.programs()).anyMatch(program -> program.contains("--print-to-pdf="));
            assertThat(listeners.sockets()).as("that of the test").hasSize(1);
            assertThat(trap.calls()).isEmpty();
        }
    }

    private PrintedPaper print(String... pages) throws IOException {
        List<String> args = new ArrayList<>(List.of(pages));
        args.addAll(List.of("-s", site.root().toString()));
        return PrintedPaper.of(folder.resolve("a.pdf"), args.toArray(String[]::new));
    }

    /** A table with a head and a sum; its rows have three lines. */
    private static String table(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> "|第" + row + "笔头 +\n中间 +\n第" + row + "笔尾 |" + row)
                .collect(Collectors.joining(
                        "\n", "[%header%footer,cols=\"3,1\"]\n|===\n|事项 |金额表头\n\n", "\n|合计若干 |" + rows + "\n|===\n"));
    }
}
