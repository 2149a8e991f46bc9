package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.acceptance.PrintedLines.Line;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

@BrowserTest
@DisplayName("An entry as a paper to be signed (GB/T 9704)")
class OfficialPaperTest extends SiteFixture {

    private static final int CHARACTERS = 28;
    private static final int LINES = 22;

    private static final String NOTICE = "content/通知/2024/带班.md";

    @BeforeEach
    void aSite() {
        site.file("content/_data/site.yml", "名称: 甲支部\n单位: 中共甲站支部委员会\n网址: http://a.example/dw/\n")
                .file(
                        NOTICE,
                        """
                        ---
                        标题: 关于做好汛期党员带班值守和管网巡查工作的通知
                        文种: 通知
                        发布日期: 2024-05-20
                        成文日期: 2024-05-18
                        发文字号: 甲支〔2024〕3号
                        发布机构: 中共甲站支部委员会
                        主送: 一组、二组
                        联系人: 组织委员
                        公开范围: 本单位
                        保密审查: {审查人: 宣传委员, 日期: 2024-05-19}
                        审批: {审批人: 支部书记, 日期: 2024-05-19}
                        附件: {文件: 附件/路线.txt, 名称: 巡查路线}
                        ---

                        为了做好汛期值守，现将有关事项通知如下。

                        ## 一、值守安排

                        | 班次 | 时间 | 带班 | 说明 |
                        | :-- | :-- | :-- | :-- |
                        | 早班 | 2024年6月1日8时至16时 | 一组组长 | 交接班当面进行，写清水位、流量和正在处理的事情，两人签字以后接班 |

                        ## 附件1 分组表

                        这是分组。

                        ## 附件2：填写办法

                        这是办法。
                        """)
                .file("content/通知/2024/附件/路线.txt", "一号井\n");
    }

    @Test
    @DisplayName(
            "a full sheet from a user's browser has 22 lines of 28 characters, 37 mm below its edge and 28 mm beside it")
    void grid() throws IOException {
        site.file("content/长.md", "---\n标题: 长文\n发布日期: 2024-05-02\n---\n\n" + "甲乙丙丁戊己庚辛壬癸子丑寅卯".repeat(150) + "\n");

        List<Line> lines = PrintedLines.of(print(System.getenv(), "content/长.md"), 2);

        assertThat(lines).hasSize(LINES + 1);
        List<Line> text = lines.subList(0, LINES);
        assertThat(text).allSatisfy(line -> {
            assertThat(line.text()).hasSize(CHARACTERS);
            assertThat(line.left()).isCloseTo(28, within(1.0));
            assertThat(line.right()).isCloseTo(210 - 26, within(1.0));
        });
        assertThat(text.get(0).top()).isCloseTo(37, within(1.0));
        assertThat(text.get(LINES - 1).bottom()).isCloseTo(297 - 35, within(1.0));
        Line number = lines.get(LINES);
        assertThat(number.text()).isEqualTo("—2—");
        assertThat(number.top()).isCloseTo(297 - 35 + 7, within(1.0));
        assertThat(number.left()).isCloseTo(28 + 5, within(1.0));
    }

    @Test
    @DisplayName("written as OFD it has the same sheets, looks, text and order, and always the same bytes")
    void ofd() throws Exception {
        Path source = site.root().resolve(NOTICE);
        site.file(NOTICE, SiteFolder.read(source) + "\n![图](图.png)\n\n## 二、胶管8时～9时送到用户\n");
        ImageIO.write(
                new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB),
                "png",
                source.resolveSibling("图.png").toFile());
        Path pdf = print(NOTICE);
        Path ofd = folder.resolve("a.ofd");

        print(NOTICE, "--ofd", "-o", ofd.toString());

        try (OFDReader reader = new OFDReader(ofd);
                PDDocument paper = Loader.loadPDF(pdf.toFile())) {
            assertThat(reader.getNumberOfPages()).isEqualTo(paper.getNumberOfPages());
            assertThat(String.join("", new ContentExtractor(reader).extractAll())
                            .replaceAll("\\s", ""))
                    .isEqualTo(new PDFTextStripper().getText(paper).replaceAll("\\s", ""))
                    .contains("关于做好汛期党员带班值守和管网巡查工作的通知", "胶管8时～9时送到用户");
        }
        assertThat(PaintedOfd.cellsUnlike(ofd, pdf)).isZero();
        byte[] first = Files.readAllBytes(ofd);
        print(NOTICE, "--ofd", "-o", ofd.toString());
        assertThat(ofd).hasBinaryContent(first);
        try (FileSystem parts = FileSystems.newFileSystem(ofd)) {
            Path sheet = parts.getPath("Doc_0/Pages/Page_0/Content.xml");
            Files.writeString(sheet, Files.readString(sheet).replaceFirst("(?s)(.*<ofd:TextCode X=\")0", "$11"));
        }
        assertThat(PaintedOfd.cellsUnlike(ofd, pdf))
                .as("with a line that is 1 mm away")
                .isPositive();
    }

    @Test
    @DisplayName(
            "it has its letterhead, recipients, annexes named below the text, signature, and each annex on a sheet")
    void order() throws IOException {
        Path pdf = print(NOTICE);

        List<Line> first = PrintedLines.of(pdf, 1);
        assertThat(first.stream().map(Line::text))
                .containsSubsequence("中共甲站支部委员会文件", "甲支〔2024〕3号", "一组、二组：", "联系人：组织委员", "为了做好汛期值守，现将有关事项通知如下。", "—1—");
        List<Line> second = PrintedLines.of(pdf, 2);
        assertThat(second.stream().map(Line::text))
                .startsWith("一、值守安排")
                .containsSubsequence("附件：1．分组表", "2．填写办法", "3．巡查路线", "中共甲站支部委员会", "2024年5月18日", "—2—");
        assertThat(first.get(0).top()).as("35 mm below the edge of the text").isCloseTo(37 + 35, within(1.0));
        Line name = line(second, "中共甲站支部委员会");
        Line day = line(second, "2024年5月18日");
        double character = 15.75 * 25.4 / 72;
        assertThat(day.left() - name.left()).isCloseTo(2 * character, within(1.0));
        assertThat(name.right()).isCloseTo(210 - 26 - 2 * character, within(1.0));
        assertThat(line(first, "一组、二组：").left()).isCloseTo(28, within(1.0));
        assertThat(PrintedLines.of(pdf, 3).stream().map(Line::text)).containsExactly("附件1", "分组表", "这是分组。", "—3—");
        List<Line> last = PrintedLines.of(pdf, 4);
        assertThat(last.stream().map(Line::text))
                .containsExactly("附件2", "填写办法", "这是办法。", "中共甲站支部委员会2024年5月20日印发", "—4—");
        assertThat(last.get(3).bottom()).as("at the end of the last sheet").isBetween(255.0, 262.0);

        List<String> lines =
                Stream.concat(first.stream(), second.stream()).map(Line::text).toList();
        assertThat(String.join("\n", lines))
                .as("nothing of the web page")
                .doesNotContain("首页", "发布时间", "来源", "网页", "打印", "http", "索引号", "txt", "本单位")
                .contains("2024年6月1日8时至16时", "一组组长");
        assertThat(lines).as("no word is divided").containsSequence("关于做好汛期党员", "带班值守和管网巡查工作的通知");
    }

    @Test
    @DisplayName(
            "a heading with a word that begins like 附件 is none of an annex, and a template of the site's own needs no article")
    void notAnAnnex() {
        site.file("content/下载.md", "---\n标题: 下载\n发布日期: 2024-05-02\n---\n\n## 附件下载\n\n在大厅。\n\n## 附件 名单\n\n一人。\n");
        Path pdf = print("content/下载.md");
        assertThat(lines(pdf, 1)).containsSequence("下载", "附件下载", "在大厅。").doesNotContain("一人。");
        assertThat(lines(pdf, 2)).startsWith("附件", "名单", "一人。");

        site.file(
                "templates/paper.ftl",
                "<h1>${content.title}</h1><div class=\"prose\">${content.text.body?no_esc}</div>");
        assertThat(lines(print("content/下载.md"), 1)).isNotEmpty();
    }

    @Test
    @DisplayName("it is a valid PDF/A-2u, the same bytes each time")
    void archival() throws Exception {
        Path pdf = print(NOTICE);
        byte[] bytes = Files.readAllBytes(pdf);

        conforms(pdf);
        assertThat(print(NOTICE)).hasBinaryContent(bytes);

        site.file("content/学习/图.png", Attachments.png());
        site.file(
                "content/学习/各种.md",
                "---\n标题: 各种样式\n栏目: 学习\n发布日期: 2024-04-02\n---\n\n## 一、表\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n### （一）图\n\n"
                        + "![一张图](图.png \"图题\")\n\n- 项\n- 项\n\n> 引文\n\n见[通知](https://a.example/)[^1]。\n\n---\n\n[^1]: 注。\n\n"
                        + "```\n代码\n```\n\n## 附件1\n\n一段。\n");
        conforms(print("content/学习/各种.md"));
    }

    private static void conforms(Path pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.PDFA_2_U;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(Files.newInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 5, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
            assertThat(result.getTotalAssertions()).isGreaterThan(100);
        }
    }

    private static Line line(List<Line> lines, String text) {
        return lines.stream()
                .filter(line -> line.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(Path pdf, int sheet) {
        return PrintedLines.of(pdf, sheet).stream().map(Line::text).toList();
    }

    private Path print(String... pages) {
        return print(Browser.environment(), pages);
    }

    private Path print(Map<String, String> environment, String... pages) {
        List<String> args = new ArrayList<>(List.of("print", "-s", site.root().toString()));
        args.addAll(List.of(pages));
        if (!args.contains("-o")) {
            args.addAll(List.of("-o", folder.resolve("a.pdf").toString()));
        }
        Ran ran = SiteFolder.run(environment, args.toArray(String[]::new));
        assertThat(ran.status()).as(ran.err()).isZero();
        return folder.resolve("a.pdf");
    }
}
