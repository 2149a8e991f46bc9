package org.gongkai.check.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.check.file.Invented;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers between whose digits something stands that readers do not see. */
@Tag("slow")
class HiddenDataTest extends SiteFixture {

    /** The beginning, the middle and the end of a number that is made when the test runs. */
    private static final String A = Invented.mobile().substring(0, 3);

    private static final String B = Invented.mobile().substring(3, 5);
    private static final String C = Invented.mobile().substring(5);
    private static final String MOBILE = Invented.mobile();

    /** What one text of each line brings, one file for each. */
    private List<String> problems(String ending, List<String> lines) {
        SiteFolder site = new SiteFolder(folder.resolve(ending));
        for (int i = 0; i < lines.size(); i++) {
            String header = ending.equals("adoc")
                    ? "= 甲\n:发布日期: 2024-01-02\n:own: " + B + "\n\n"
                    : "---\n标题: 甲\n发布日期: 2024-01-02\n---\n\n";
            site.file(
                    "content/" + String.format("%02d", i) + "." + ending,
                    header + "找" + lines.get(i) + "。\n\n[a]: b\n");
        }
        return site.build().problems().stream()
                .filter(line -> line.matches(".* [EW]27\\d .*"))
                .toList();
    }

    private static void allTell(List<String> problems, List<String> lines, int line) {
        for (int i = 0; i < lines.size(); i++) {
            String place = "/" + String.format("%02d", i) + ".";
            assertThat(problems.stream()
                            .filter(problem -> problem.contains(place))
                            .toList())
                    .as(lines.get(i))
                    .hasSize(1)
                    .allMatch(problem -> problem.contains(":" + line + ":2: 错误 E272 这里有手机号：130****0000"));
        }
    }

    private static String references(String digits, String form) {
        StringBuilder text = new StringBuilder();
        digits.chars().forEach(digit -> text.append(String.format(form, digit)));
        return text.toString();
    }

    @Test
    void areFoundInMarkdownAndHtml() {
        List<String> both = new ArrayList<>(List.of(
                A + references(B, "&#%d;") + C,
                references(MOBILE, "&#x%X;"),
                references(MOBILE, "&#0%d;"),
                A + "&nbsp;" + MOBILE.substring(3, 7) + "&#45;" + MOBILE.substring(7),
                A + "&shy;" + B + "&zwnj;" + C,
                A + "<b>" + B + "</b>" + C,
                A + "<span class='x'>" + B + "</span><!-- -->" + C,
                A + "<wbr>" + B + C,
                A + "<a href='b'>" + B + "</a>" + C));
        for (String unseen : List.of("\u00ad", "\u200b", "\u200d", "\u2060", "\ufe0f", "\u034f")) {
            both.add(A + unseen + B + unseen + C);
        }
        both.add(MOBILE.replace('1', '\u0661').replace("3", "\u0663"));
        both.add(MOBILE.replace("1", "\ud835\udfcf").replace("3", "\ud835\udfd1"));
        both.add(MOBILE.replace("1", "①").replace("3", "③"));
        both.add(MOBILE.replace('0', '零').replace('1', '一').replace('3', '三'));
        List<String> markdown = new ArrayList<>(both);
        markdown.addAll(List.of(
                A + "**" + B + "**" + C,
                A + "*" + B + "*" + C,
                A + "***" + B + "***" + C,
                A + "~~" + B + "~~" + C,
                A + "`" + B + "`" + C,
                A + "[" + B + "](a.md '甲')" + C,
                A + "[" + B + "][a]" + C,
                A + "[" + B + "](<a b.md>)" + C,
                A + "[^1]" + B + C,
                A + "\\-" + MOBILE.substring(3, 7) + "\\-" + MOBILE.substring(7)));

        allTell(problems("md", markdown), markdown, 6);
        allTell(problems("html", both), both, 6);
    }

    @Test
    void areFoundInAsciiDoc() {
        List<String> lines = List.of(
                A + "**" + B + "**" + C,
                A + "__" + B + "__" + C,
                A + "##" + B + "##" + C,
                A + "[.x]##" + B + "##" + C,
                A + "{empty}" + B + C,
                A + "{zwsp}" + B + "{wj}" + C,
                A + "{own}" + C,
                A + "pass:[" + B + "]" + C,
                A + "+++" + B + "+++" + C,
                A + "link:a.adoc[" + B + "]" + C,
                A + "https://a.example[" + B + "]" + C,
                A + "<<甲," + B + ">>" + C,
                A + "footnote:[甲]" + B + C,
                A + "&#48;" + B.substring(1) + C);

        allTell(problems("adoc", lines), lines, 5);
    }

    @Test
    void areFoundInHeadersTitlesNamesAndFiles() {
        site.file(
                        "content/a.md",
                        "---\n标题: \"找" + A + "\\x30" + MOBILE.substring(4) + "\"\n发布日期: 2024-01-02\n摘要: 找" + A
                                + "\u200b" + B
                                + C + "\n附件: [a.txt, b.txt]\n---\n\n## 找" + A + "*" + B + "*" + C
                                + "\n\n| 甲 |\n|---|\n| "
                                + A + "&#48;" + MOBILE.substring(4) + " |\n\n[甲](a.txt \"" + A + "&#48;"
                                + MOBILE.substring(4)
                                + "\")\n\n![" + A + "\u200b" + B + C + "](c.png)\n")
                .file("content/a.txt", "找" + A + "\u200b" + B + C + "\n")
                .file("content/" + MOBILE.replace('0', '零').replace('1', '一').replace('3', '三') + ".txt", "甲\n")
                .file(
                        "content/b.txt",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"><text><tspan>" + A + "</tspan><tspan>" + B + C
                                + "</tspan></text>\n<text>找&#49;" + MOBILE.substring(1) + "</text></svg>\n");

        assertThat(site.build().problems())
                .filteredOn(problem -> problem.contains("E272"))
                .map(problem -> problem.replaceFirst(" 错误.*", "").replaceFirst("content/[一三零]*", "content/"))
                .containsExactlyInAnyOrder(
                        "content/a.md:2:7:",
                        "content/a.md:4:6:",
                        "content/a.md:8:5:",
                        "content/a.md:12:3:",
                        "content/a.md:14:12:",
                        "content/a.txt:1:2:",
                        "content/.txt:1:1:",
                        "content/a.md:16:3:",
                        "content/b.txt:1:54:",
                        "content/b.txt:2:8:");
    }

    @Test
    void areNotSeenWhereThereAreNone() {
        List<String> lines = List.of(
                A + "****" + MOBILE.substring(7) + " 和 " + A + "****" + MOBILE.substring(7),
                A + "\\*\\*\\*\\*" + MOBILE.substring(7),
                "**" + A + "** 页，**" + C + "** 字",
                "[" + A + "](a.md)、[" + B + "](b.md)、[" + C + "](c.md)",
                "https://a.example/" + A + "&" + B + C,
                "1234*5678，A&B，{x}，一二三四五六七八九",
                "（一九七八年）第" + A + "号[^1]，共 " + C + " 件");

        assertThat(problems("md", lines)).isEmpty();
    }
}
