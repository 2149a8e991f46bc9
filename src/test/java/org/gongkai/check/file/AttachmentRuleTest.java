package org.gongkai.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class AttachmentRuleTest extends SiteFixture {

    private static final String MOBILE = Invented.mobile();
    private static final String MOBILE_HINT = "；请改写办公电话，或把中间四位换成星号；本就对外公布的号码，写进 content/_data/privacy.yml 的“允许”";

    private int sites;

    @Test
    void takesRightFilesOfEveryType() {
        site.entry(
                        "content/a.md",
                        "标题: 甲",
                        "发布日期: 2024-01-02",
                        "附件: [b.docx, b.xlsx, b.pdf, b.txt, b.csv, b.png, b.jpg]")
                .file("content/b.docx", Attachments.docx("一"))
                .file("content/b.xlsx", Attachments.xlsx("一"))
                .file("content/b.pdf", Attachments.pdf("1"))
                .file("content/b.txt", "一")
                .file("content/b.csv", "一,二")
                .file("content/b.png", Attachments.png())
                .file("content/b.jpg", Attachments.jpeg());

        assertThat(site.build().problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    b.exe  | E250 .exe 文件不能公开；可以用 docx、xlsx、pptx、wps、et、pdf、ofd、txt、csv、png、jpg、mp4 等类型
                    b.zip  | E250 .zip 文件不能公开；请解开后逐个作附件：读者不用先下载再解压，里面的内容也检查得到
                    b      | E250 没有扩展名的文件不能公开；可以用 docx、xlsx、pptx、wps、et、pdf、ofd、txt、csv、png、jpg、mp4 等类型
                    b.svg  | E250 .svg 文件不能公开；请用绘图软件或办公软件导出为 .png；SVG 里能带程序
                    b.docm | E260 .docm 是带宏的文件，打开时会运行程序；请另存为 .docx、.xlsx 或 .pptx
                    """)
    @Promise("SVG is refused")
    void refusesOtherTypes(String name, String problem) {
        assertThat(problems(name, "x".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("content/" + name + ":1:1: 错误 " + problem);
    }

    @Test
    @Promise("Types of files are determined by their content")
    void refusesFilesThatAreNotWhatTheirEndingSays() {
        assertThat(problems("b.docx", Attachments.pdf("1")))
                .containsExactly("content/b.docx:1:1: 错误 E251 内容不是 .docx 文件；它其实是 .pdf 文件；请用原来的软件另存，不要只改扩展名");
        assertThat(problems("b.png", Attachments.jpeg()))
                .containsExactly("content/b.png:1:1: 错误 E251 内容不是 .png 文件；它其实是 .jpg 文件；请用原来的软件另存，不要只改扩展名");
        assertThat(problems("b.pdf", new byte[] {0, 1, 2}))
                .containsExactly("content/b.pdf:1:1: 错误 E251 内容不是 .pdf 文件；请用办公软件重新另存，不要只改扩展名");
    }

    @Test
    void refusesMarksOfSecrecyInFiles() {
        String secret = "是密级标志；涉密文件不得公开；确非密件的，请按程序解密并删去这个标志";
        assertThat(problems("b.txt", "名单\n😀机密★5年\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("content/b.txt:2:2: 错误 E222 这里的“机密★5年”" + secret);
        assertThat(problems("b.docx", Attachments.docx("名单", "内部资料 禁止外传")))
                .containsExactly(
                        "content/b.docx:2:1: 错误 E223 正文第 2 段的“内部资料 禁止外传”说明这份材料不能公开；不宜公开的材料不要放进本站；可以公开的，请删去这句话");
        assertThat(problems("b.xlsx", Attachments.xlsx("绝密★长期")))
                .hasSize(1)
                .first()
                .asString()
                .contains("错误 E222 工作表“表”单元格 A1 的“绝密★长期”" + secret);
        assertThat(problems("b.xlsx", Attachments.xlsx("秘密", "保守国家秘密"))).isEmpty();
    }

    @Test
    @Promise("Files are read with limits on bytes")
    void saysThatAFileIsTooLargeToBeLookedInto() throws IOException {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "附件: [b.mp4]");
        try (RandomAccessFile file =
                new RandomAccessFile(site.root().resolve("content/b.mp4").toFile(), "rw")) {
            file.setLength(101L << 20);
        }

        assertThat(SiteFolder.run("check", "-s", site.root().toString()).out())
                .contains(
                        "content/b.mp4:1:1: 错误 E255 文件有 101 MB，超过 100 MB，里面的内容没有检查；请压缩，或拆成几个小的文件"
                                + "；改不了的，请人逐页看过有没有个人信息和密级标志，在条目的附件后面写上谁在哪天看的：{文件: b.mp4, 人工核查: 支部书记 2024-03-01}",
                        "content/b.mp4:1:1: 警告 W258 附件太大：101 MB；");
    }

    @Test
    void refusesEmptyFiles() {
        String hint = "；请换成有内容的文件，或删去这个附件";

        assertThat(problems("b.pdf", new byte[0])).containsExactly("content/b.pdf:1:1: 错误 E252 文件是空的（0 字节）" + hint);
        assertThat(problems("b.txt", " \n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("content/b.txt:1:1: 错误 E252 文件里没有文字" + hint);
        assertThat(problems("b.docx", Attachments.docx(" ")))
                .containsExactly("content/b.docx:1:1: 错误 E252 文件里没有文字" + hint);
        assertThat(problems("b.xlsx", Attachments.xlsx("")))
                .containsExactly("content/b.xlsx:1:1: 错误 E252 文件里没有文字" + hint);
        assertThat(problems("b.pdf", Attachments.pdf(""))).containsExactly("content/b.pdf:1:1: 错误 E252 文件里没有文字" + hint);
    }

    @Test
    void refusesFilesThatDoNotOpen() {
        byte[] whole = Attachments.docx("一");

        assertThat(problems("b.docx", Attachments.docx(Map.of("word/document.xml", "<w:p>"))))
                .containsExactly("content/b.docx:1:1: 错误 E253 文件已损坏，打不开，也检查不了；请从原来的软件重新导出");
        assertThat(problems("b.docx", Attachments.zip(Map.of("word/document.xml", "<!DOCTYPE p><p/>"))))
                .containsExactly("content/b.docx:1:1: 错误 E253 里面有文档类型声明（DOCTYPE），办公软件不会写，检查不了；请从原来的软件重新导出");
        assertThat(problems("b.docx", Arrays.copyOf(whole, whole.length / 2)))
                .containsExactly("content/b.docx:1:1: 错误 E253 文件已损坏，打不开，也检查不了；请从原来的软件重新导出");
        assertThat(problems("b.pdf", "%PDF-1.7 ".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("content/b.pdf:1:1: 错误 E253 文件已损坏，打不开，也检查不了；请从原来的软件重新导出");
        assertThat(problems("b.pdf", Attachments.lockedPdf("1234", "1")))
                .containsExactly("content/b.pdf:1:1: 错误 E254 文件加了密码，读者打不开，也检查不了；请去掉密码再公开");
    }

    @Test
    @Promise("Files are read with limits on bytes")
    void givesUpOnFilesThatUnpackToTooMuch() {
        assertThat(problems("b.docx", Attachments.zip(Map.of("word/document.xml", " ".repeat(20_000_000)))))
                .containsExactly("content/b.docx:1:1: 错误 E255 文件太大或太复杂，没有检查完；请拆成几个文件"
                        + "；改不了的，请人逐页看过有没有个人信息和密级标志，在条目的附件后面写上谁在哪天看的：{文件: b.docx, 人工核查: 支部书记 2024-03-01}");
    }

    @Test
    void refusesMacros() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("word/document.xml", "<w:p xmlns:w=\"w\"><w:t>一</w:t></w:p>");
        parts.put("word/vbaProject.bin", "x");

        assertThat(problems("b.docx", Attachments.zip(parts)))
                .containsExactly("content/b.docx:1:1: 错误 E260 文件里有宏，打开时会运行程序；请另存为不带宏的 .docx、.xlsx 或 .pptx");
    }

    @Test
    void refusesPhotographsThatSayWhereTheyWereTaken() {
        assertThat(problems("b.jpg", Attachments.jpegWithPlace()))
                .containsExactly("content/b.jpg:1:1: 错误 E266 照片里记着拍摄地点（GPS）；请在工作台“要改的问题”里按“去掉拍摄信息”");
    }

    @Test
    void refusesPicturesWhoseMetadataCannotBeRemoved() {
        byte[] webp = "RIFF\40\0\0\0WEBPVP8 \2\0\0\0abEXIF\177\0\0\0cut off here".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problems("b.webp", webp))
                .containsExactly("content/b.webp:1:1: 错误 E267 图片的结构不完整，里面的拍摄信息去不掉；请用看图软件打开，另存为 JPG 或 PNG 再换上");
    }

    @Test
    void warnsOfLargePictures() {
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        large.writeBytes(Attachments.png());
        large.writeBytes(new byte[6 << 20]);

        assertThat(problems("b.png", large.toByteArray()))
                .containsExactly("content/b.png:1:1: 警告 W257 图片太大：6.1 MB；请缩小到 2 MB 以内，一般宽 1600 像素就够");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void warnsOfPicturesWithMorePixelsThanAScreenShows(String format) throws IOException {
        ByteArrayOutputStream wide = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4001, 2, BufferedImage.TYPE_INT_RGB), format, wide);

        assertThat(problems("b." + format, wide.toByteArray()))
                .containsExactly("content/b." + format + ":1:1: 警告 W257 图片太大：4001×2 像素；请缩小到长边 4000 像素以内，一般宽 1600 像素就够");
    }

    @Test
    void looksForPersonalDataInEveryPartOfADocument() {
        Map<String, String> parts = new LinkedHashMap<>();
        String cut = "<w:p><w:r><w:t>" + MOBILE.substring(0, 5) + "</w:t></w:r><w:r><w:t>" + MOBILE.substring(5)
                + "</w:t></w:r></w:p>";
        parts.put(
                "word/document.xml",
                "<w:p><w:t>一</w:t></w:p>" + cut + "<w:p><w:delText>" + MOBILE + "</w:delText></w:p>");
        parts.put("word/header1.xml", cut);
        parts.put("word/footnotes.xml", cut);
        parts.put("word/comments.xml", cut);

        assertThat(problems("b.docx", Attachments.docx(parts)))
                .containsExactly(
                        "content/b.docx:1:1: 错误 E272 批注第 1 段有手机号：130****0000" + MOBILE_HINT,
                        "content/b.docx:1:1: 错误 E272 脚注第 1 段有手机号：130****0000" + MOBILE_HINT,
                        "content/b.docx:1:1: 错误 E272 页眉第 1 段有手机号：130****0000" + MOBILE_HINT,
                        "content/b.docx:1:1: 警告 W264 文件里留有批注或备注 1 处、删去而未接受的修订 1 处；读者看得到它们；请接受全部修订，删去批注和隐藏的内容",
                        "content/b.docx:2:1: 错误 E272 正文第 2 段有手机号：130****0000" + MOBILE_HINT,
                        "content/b.docx:3:1: 错误 E272 正文已删去的第 3 段有手机号：130****0000" + MOBILE_HINT);
    }

    @Test
    void looksIntoHiddenSheetsRowsAndColumns() {
        String number = "<v>" + MOBILE + "</v>";
        byte[] workbook = Attachments.xlsx(
                "<sheet name=\"名单\" r:id=\"r1\"/><sheet name=\"底稿\" state=\"hidden\" r:id=\"r2\"/>",
                Map.of(
                        "sheet1.xml",
                        "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\">"
                                + number
                                + "</c><c r=\"C1\">" + number
                                + "</c></row><row r=\"7\" hidden=\"1\"><c r=\"B7\"><v>1.3E10</v></c></row>"
                                + "</sheetData>",
                        "sheet2.xml",
                        "<sheetData><row r=\"2\"><c r=\"AA2\">" + number + "</c></row></sheetData>"));

        assertThat(problems("b.xlsx", workbook))
                .containsExactly(
                        "content/b.xlsx:1:1: 错误 E272 工作表“名单”单元格 A1 有手机号：130****0000" + MOBILE_HINT,
                        "content/b.xlsx:1:1: 警告 W264 文件里留有隐藏的内容 4 处；读者看得到它们；请接受全部修订，删去批注和隐藏的内容",
                        "content/b.xlsx:1:3: 错误 E272 工作表“名单”隐藏的单元格 C1 有手机号：130****0000" + MOBILE_HINT,
                        "content/b.xlsx:2:27: 错误 E272 工作表“底稿”隐藏的单元格 AA2 有手机号：130****0000" + MOBILE_HINT,
                        "content/b.xlsx:7:2: 错误 E272 工作表“名单”隐藏的单元格 B7 有手机号：130****0000" + MOBILE_HINT);
    }

    @Test
    void looksForDaysBelowAHeadingOfBirth() {
        String rows = "<row r=\"1\"><c t=\"str\"><v>出生日期</v></c><c t=\"str\"><v>入党日期</v></c></row>"
                + "<row r=\"2\"><c><v>32875</v></c><c><v>45000</v></c></row><row r=\"3\"><c><v>32874</v></c></row>";

        assertThat(problems(
                        "b.xlsx",
                        Attachments.xlsx(
                                "<sheet name=\"名单\" r:id=\"r1\"/>",
                                Map.of("sheet1.xml", "<sheetData>" + rows + "</sheetData>"))))
                .containsExactly("content/b.xlsx:2:1: 错误 E274 工作表“名单”单元格 A2 有出生年月日：1990****；请只写到年月");
        assertThat(problems("b.csv", "姓名,出生日期\n某甲,1990-01-02\n某乙,1990-01\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("content/b.csv:2:4: 错误 E274 这里有出生年月日：1990****；请只写到年月");
    }

    @Test
    void looksIntoPdfByPage() {
        assertThat(problems("b.pdf", Attachments.pdf("one", "Tel. " + MOBILE)))
                .containsExactly("content/b.pdf:2:1: 错误 E272 第 2 页有手机号：130****0000" + MOBILE_HINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void looksIntoTextsOfAnyEncoding(String charset) {
        assertThat(problems("b.txt", ("名单\n电话 " + MOBILE).getBytes(Charset.forName(charset))))
                .containsExactly("content/b.txt:2:4: 错误 E272 这里有手机号：130****0000" + MOBILE_HINT);
    }

    @Test
    void looksIntoFilesThatNobodyNames() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02")
                .file("content/_底稿/b.txt", MOBILE)
                .file("content/_data/site.yml", "联系: " + MOBILE + "\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/_data/site.yml:1:5: 错误 E272 这里有手机号：130****0000" + MOBILE_HINT,
                        "content/_底稿/b.txt:1:1: 错误 E272 这里有手机号：130****0000" + MOBILE_HINT);
    }

    @Test
    void looksAtNamesOfFiles() {
        String path = "content/某甲-" + MOBILE + "/_b.txt";

        assertThat(site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02")
                        .file(path, "一")
                        .build()
                        .problems())
                .containsExactly(path + ":1:1: 错误 E272 文件名里有手机号：130****0000" + MOBILE_HINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content/绝密★1年.md",
                "content/名单（秘密）.txt",
                "content/机密.txt",
                "content/内部资料 不得外传/b.txt",
                "content/绝密/b.txt"
            })
    void looksForMarksOfSecrecyInNames(String path) {
        assertThat(site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02")
                        .entry(path, "标题: 乙", "发布日期: 2024-01-02")
                        .build()
                        .problems())
                .anyMatch(problem -> problem.startsWith(path + ":1:1: 错误 E22") && problem.contains("文件名里的“"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[表](https://a.example/ \"绝密★1年\")",
                "![图](https://a.example/ '绝密★1年')",
                "[表]\n\n[表]: https://a.example/ \"绝密★1年\"",
                "[表]\n\n[表]: <https://a.example/> (绝密★1年)"
            })
    void looksForMarksOfSecrecyInTitlesOfLinks(String body) {
        assertThat(site.file("content/a.md", "---\n标题: 甲\n发布日期: 2024-01-02\n---\n\n" + body + "\n")
                        .build()
                        .problems())
                .anyMatch(problem -> problem.contains("错误 E222 “绝密★1年”是密级标志"));
    }

    private List<String> problems(String name, byte[] bytes) {
        return new SiteFolder(folder.resolve("site" + ++sites))
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "附件: " + name)
                .file("content/" + name, bytes)
                .build()
                .problems();
    }
}
