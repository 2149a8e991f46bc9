package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.Program;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The error stream of the program holds what the program says, and nothing that libraries print by themselves. */
@Tag("slow")
class SilentLibrariesTest {

    @TempDir
    private Path folder;

    /** A site whose files make XML parsers, the PDF reader and Ruby complain. */
    private SiteFolder site() {
        return new SiteFolder(folder.resolve("site"))
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "附件: [文.docx, 表.xlsx, 图.svg, 外.svg, 页.pdf]")
                .file("content/文.docx", Attachments.docx(Map.of("word/document.xml", "<w:document><w:p></w:document>")))
                .file("content/表.xlsx", Attachments.xlsx("<workbook", Map.of("xl/worksheets/sheet1.xml", "<a>&b;</a>")))
                .file("content/图.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>")
                .file(
                        "content/外.svg",
                        "<!DOCTYPE svg [<!ENTITY a \"&b;\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>")
                .file("content/页.pdf", "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>>\nstartxref\n9999\n%%EOF\n")
                .file("content/b.adoc", "= 乙\n:发布日期: 2024-01-02\n\nstem:[x]\n\n[source,ruby]\n----\nputs 1\n----\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "check"})
    void errorsAreThoseOfTheProgram(String command) {
        String[] arguments = {
            command, "--as-of", "2024-06-01", "-s", site().root().toString()
        };

        SiteFolder.Ran alone = Program.run(arguments);

        SiteFolder.Ran here = SiteFolder.run(arguments);
        assertThat(here.out() + here.err()).contains("文.docx", "图.svg", "页.pdf");
        assertThat(alone.err()).isEqualTo(here.err());
        assertThat(alone.status()).isEqualTo(here.status());
    }
}
