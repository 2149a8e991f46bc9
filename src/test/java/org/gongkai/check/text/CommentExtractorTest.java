package org.gongkai.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CommentExtractor are no text for readers, but they stand in the repository. */
class CommentExtractorTest {

    private static String[] codes(List<String> problems) {
        return problems.stream()
                .map(line -> line.replaceFirst("^(\\d+:\\d+): \\S+ (\\S+) .*", "$1 $2"))
                .toArray(String[]::new);
    }

    private static String[] asciiDoc(String... lines) {
        return codes(Texts.file("content/a.adoc", "= 甲\n:发布日期: 2024-05-01\n\n" + String.join("\n", lines) + "\n"));
    }

    private static String[] markdown(String... lines) {
        return codes(Texts.body(lines));
    }

    @Test
    void linesAndBlocksOfAsciiDocAreNoProse() {
        assertThat(asciiDoc("正文,有半角。", "// 待补,XX局“未完", "正文。", "", "////", "待补,XX局“未完", "////", "", "正文。"))
                .containsExactly("4:3 W226");
    }

    @Test
    void aRemarkDoesNotBreakWhatItStandsIn() {
        assertThat(asciiDoc("他说“第一件事", "// 核对过了", "是这样”。", "", "做好以下两项工作：", "", "* 甲", "// 补上第二项", "* 乙"))
                .isEmpty();
    }

    @Test
    void whatOnlyLooksLikeARemarkIsProse() {
        assertThat(asciiDoc(" // XX局", "", "/// XX局", "", "见 // XX局"))
                .containsExactly("4:5 W220", "6:5 W220", "8:6 W220");
    }

    @Test
    void remarksOfMarkdownAndHtmlAreNoProseOnAnyOfTheirLines() {
        assertThat(markdown("<!-- XX局", "", "20XX年", "-->", "正文。", "<!-- 某某局 -->XX局<!-- 某某局 -->"))
                .containsExactly("11:13 W220");
        assertThat(codes(Texts.file(
                        "content/a.html", "---\n标题: 甲\n发布日期: 2024-05-01\n---\n<p>甲<!-- XX局\nXX局 -->乙XX局</p>\n")))
                .containsExactly("6:9 W220");
    }

    @Test
    void aSignOfARemarkInCodeOrWithoutAnEndIsProse() {
        assertThat(markdown("写成 `<!--` 的XX局", "", "甲 <!-- 乙", "", "XX局")).containsExactly("6:12 W220", "10:1 W220");
    }

    @Test
    void aRemarkWithoutAnEndIsShownAndSoIsProse() {
        assertThat(markdown("<!-- XX局", "", "20XX年")).containsExactly("6:6 W220", "8:1 W220");
        assertThat(markdown("甲 <!-- XX局", "XX局 --> 乙", "", "丙 --> 丁")).isEmpty();
    }

    @Test
    void theShortestRemarksEndAtOnce() {
        assertThat(markdown("<!-->XX局", "", "<!--->XX局", "", "XX局<!-- -->"))
                .containsExactly("6:6 W220", "8:7 W220", "10:1 W220");
    }

    @Test
    void marksOfSecrecyAreLookedForInThem() {
        assertThat(asciiDoc("正文。", "", "// 秘密", "// 原件：机密★10年", "", "////", "内部资料", "////"))
                .containsExactly("6:4 E222", "7:7 E222", "10:1 E223");
        assertThat(markdown("<!-- 秘密 -->", "<!--", "机密★", "--> 正文。", "正文<!-- 内部资料 注意保密 -->。"))
                .containsExactly("6:6 E222", "8:1 E222", "10:8 E223");
    }

    @Test
    void personalDataIsLookedForInThem(@TempDir Path folder) {
        String number = "139" + "1234" + "5678";
        SiteFolder site = new SiteFolder(folder)
                .file("content/a.adoc", "= 甲\n:发布日期: 2024-05-01\n\n正文。\n\n// 电话 " + number + "\n")
                .file("content/b.md", "---\n标题: 乙\n发布日期: 2024-05-01\n---\n\n<!--\n电话 " + number + "\n-->\n正文。\n");

        assertThat(site.build().problems())
                .hasSize(2)
                .allMatch(line -> line.contains("手机号"))
                .anyMatch(line -> line.startsWith("content/a.adoc:6:7: "))
                .anyMatch(line -> line.startsWith("content/b.md:7:4: "));
    }
}
