package org.gongkai.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file that cannot be checked")
@Tag("slow")
class ManualExaminationsTest extends SiteFixture {

    private static final String EXAMPLE = "；请写成 人工核查: 支部书记 2024-03-01，写上谁在哪天逐页看过";

    private SiteFolder site(String header, String name, byte[] file) {
        return site.entry("content/通知/a.md", "标题: 甲", "发布日期: 2024-01-02", header)
                .file("content/通知/附件/" + name, file);
    }

    /** A document with a thumbnail, saved on a day. */
    private static byte[] unreadable(String day) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("word/document.xml", "<w:p xmlns:w=\"w\"><w:t>甲</w:t></w:p>");
        parts.put("docProps/thumbnail.jpeg", "x");
        String modified = "<d:modified>" + day + "T02:00:00Z</d:modified>";
        parts.put("docProps/core.xml", "<c:coreProperties xmlns:c=\"c\">" + modified + "</c:coreProperties>");
        return Attachments.zip(parts);
    }

    @ParameterizedTest
    @Promise("It is published only if")
    @DisplayName("is published if the entry says who looked through it and when, and says it in its cure")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    附件: [{文件: 附件/b.docx, 人工核查: 支部书记 2024-03-01}]
                    附件: {文件: ./附件/b.docx, 名称: 乙, 人工核查: 支部书记 2024年3月1日}
                    attachments: [{file: 附件/b.docx, examined: {examiner: 支部书记, date: 2024-03-01}}]
                    附件: [{文件: 附件/b.docx, 人工核查: {核查人: 支部书记, 日期: 2024-03-01}}]
                    """)
    void examined(String header) {
        SiteFolder.Ran ran = site(header, "b.docx", unreadable("2024-03-01")).build();

        assertThat(ran.problems()).isEmpty();
        assertThat(ran.status()).isZero();
    }

    @ParameterizedTest
    @Promise("It is published only if")
    @DisplayName("is refused if that does not say who and when, or was before the file was saved, or is to come")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    人工核查: 已核查            | 没有写谁核查
                    人工核查: 2024-03-01       | 没有写谁核查
                    人工核查: 支部书记          | 没有写日期
                    人工核查: 支部书记 2024-02-30 | 的日期不是有效日期
                    人工核查: 支部书记 2024-06-02 | 的日期2024-06-02还没有到
                    """)
    void wrong(String statement, String fault) {
        String hint = fault.contains("还没有到") ? "；" : EXAMPLE;

        assertThat(site("附件: [{文件: 附件/b.docx, " + statement + "}]", "b.docx", unreadable("2024-03-01"))
                        .build()
                        .problems())
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("content/通知/a.md:4:").contains("错误 E256 “人工核查”" + fault + hint));
    }

    @Test
    @Promise("It is published only if")
    @DisplayName("is refused if it was saved later than somebody looked through it")
    void saved() throws IOException {
        String header = "附件: [{文件: 附件/b.docx, 人工核查: 支部书记 2024-03-01}]";
        byte[] pdf;
        try (PDDocument document = Loader.loadPDF(Attachments.pdf(""))) {
            try (PDPageContentStream content = new PDPageContentStream(document, document.getPage(0))) {
                content.addRect(9, 9, 9, 9);
                content.fill();
            }
            document.getDocumentInformation()
                    .setModificationDate(
                            GregorianCalendar.from(ZonedDateTime.of(2024, 3, 2, 9, 0, 0, 0, ZoneOffset.ofHours(8))));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            pdf = out.toByteArray();
        }

        assertThat(site(header, "b.docx", unreadable("2024-03-02")).build().problems())
                .contains("content/通知/a.md:4:28: 错误 E256 “人工核查”的日期2024-03-01早于文件最后保存的日期2024-03-02；文件后来改动过；请再看一遍，改写日期")
                .anySatisfy(problem -> assertThat(problem).contains("错误 E255 里面的“docProps/thumbnail.jpeg”"));
        assertThat(site(header.replace("docx", "pdf"), "b.pdf", pdf).build().problems())
                .contains("content/通知/a.md:4:27: 错误 E256 “人工核查”的日期2024-03-01早于文件最后保存的日期2024-03-02；文件后来改动过；请再看一遍，改写日期");
    }

    @Test
    @DisplayName("is not excused from anything else that is found in it")
    void othersProblems() {
        byte[] file = Attachments.zip(Map.of(
                "word/document.xml",
                "<w:p xmlns:w=\"w\"><w:t>" + Invented.mobile() + "</w:t></w:p>",
                "docProps/thumbnail.jpeg",
                "x"));

        List<String> problems = site("附件: [{文件: 附件/b.docx, 人工核查: 支部书记 2024-03-01}]", "b.docx", file)
                .build()
                .problems();

        assertThat(problems).hasSize(1).first().asString().contains("E272 正文第 1 段有手机号：130****0000");
    }
}
