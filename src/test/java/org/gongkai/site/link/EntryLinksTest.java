package org.gongkai.site.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.Attachments;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryLinksTest extends SiteFixture {

    private static final String HEADER = "---\n标题: 甲\n发布日期: 2024-01-02\n---\n\n";

    @BeforeEach
    void aSite() {
        site.entry("content/计划/2024.md", "标题: 年度计划", "发布日期: 2024-01-02", "附件: ../总结/图.png")
                .file("content/总结/图.png", Attachments.png());
    }

    @Test
    void leadToEntriesByTheirSource() {
        site.file("content/总结/a.md", HEADER + "见[计划](../计划/2024.md)、[同上](/计划/2024.md)、[](../计划/2024.md)。\n")
                .built();

        assertThat(site.html("articles/2024/zong-jie-a.html").select(".prose a"))
                .allSatisfy(link -> assertThat(link.attr("href")).isEqualTo("ji-hua-2024.html"))
                .extracting(Element::text)
                .containsExactly("计划", "同上", "年度计划");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    见[计划](../计划/2023.md)。 | 6:7 | E201 链接“../计划/2023.md”指向的文件不存在；您是不是要写“../计划/2024.md”
                    见[计划](2024.md)。         | 6:7 | E201 链接“2024.md”指向的文件不存在；同名的文件在 content/计划/2024.md，请改正路径
                    见[计划](没有这一篇啊.md)。 | 6:7 | E201 链接“没有这一篇啊.md”指向的文件不存在；路径从本文件所在的文件夹写起，如 ../工作计划/2024.md
                    见[计划](../../pom.xml)。   | 6:7 | E201 链接“../../pom.xml”指向的文件不存在；路径超出了 content 文件夹，只能链接 content 里的文件
                    见[计划](../../../a.md)。   | 6:7 | E201 链接“../../../a.md”指向的文件不存在；路径超出了 content 文件夹，只能链接 content 里的文件
                    ![图](图.jpg)               | 6:6 | E202 图片“图.jpg”不存在；请把图片放在条目旁边，路径从条目所在的文件夹写起
                    ![图](../图.png)            | 6:6 | E202 图片“../图.png”不存在；同名的文件在 content/总结/图.png，请改正路径
                    """)
    void tellOfFilesThatDoNotExist(String body, String place, String message) {
        site.file("content/总结/a.md", HEADER + body + "\n");

        assertThat(site.build().problems()).containsExactly("content/总结/a.md:" + place + ": 错误 " + message);
    }

    @Test
    void tellOfAttachmentsThatDoNotExist() {
        site.entry("content/总结/a.md", "标题: 甲", "发布日期: 2024-01-02", "附件: [图1.png, 材料/安排表.xlsx]");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/总结/a.md:4:6: 错误 E203 附件“图1.png”不存在；您是不是要写“图.png”",
                        "content/总结/a.md:4:14: 错误 E203 附件“材料/安排表.xlsx”不存在；请把文件放在条目旁边，路径从条目所在的文件夹写起");
    }

    @Test
    void tellOfReferencesThatDoNotExist() {
        site.published("content/总结/a.md", "标题: 2024年工作总结", "发布日期: 2024-01-02", "文种: 工作总结", "对应计划: ../计划/2023.md");

        assertThat(site.build().problems())
                .containsExactly("content/总结/a.md:5:7: 错误 E201 “对应计划”指向的条目“../计划/2023.md”不存在；您是不是要写“../计划/2024.md”");
    }

    @Test
    void publishOnlyTheFilesThatAnEntryNames() {
        site.file("content/总结/a.md", HEADER + "![图](图.png) [表](%E8%A1%A8%20%E4%B8%80.xlsx)\n")
                .file("content/总结/表 一.xlsx", Attachments.xlsx("表"))
                .file("content/总结/不提.xlsx", "不提")
                .built();

        assertThat(site.files().keySet().stream().filter(address -> address.startsWith("articles/2024/zong-jie-a/")))
                .containsExactlyInAnyOrder(
                        "articles/2024/zong-jie-a/",
                        "articles/2024/zong-jie-a/tu.png",
                        "articles/2024/zong-jie-a/biao-yi.xlsx");
        assertThat(site.files().keySet()).noneMatch(address -> address.contains("bu-ti"));
    }

    @Test
    void keepFilesApartWhoseNamesSoundAlike() {
        site.entry("content/总结/a.md", "标题: 甲", "发布日期: 2024-01-02", "附件: [公示.pdf, 公式.pdf]")
                .file("content/总结/公示.pdf", Attachments.pdf("1"))
                .file("content/总结/公式.pdf", Attachments.pdf("2"))
                .built();

        assertThat(site.files().keySet().stream().filter(address -> address.endsWith(".pdf")))
                .hasSize(2);
    }

    @Test
    void takeNamesWithSpacesSignsAndSmileys() {
        site.entry("content/50% #1 😀.md", "标题: 甲", "发布日期: 2024-01-02", "附件: ['表 #1 100%.xlsx', '😀.png']")
                .file("content/表 #1 100%.xlsx", Attachments.xlsx("表"))
                .file("content/😀.png", Attachments.png())
                .file("content/b.md", HEADER + "见[甲](50%25%20%231%20😀.md)和[表](表%20%231%20100%25.xlsx)。\n")
                .built();

        assertThat(site.files()).containsKeys("articles/2024/50-1.html", "articles/2024/50-1/biao-1-100.xlsx");
        assertThat(site.html("articles/2024/b.html").select(".prose a").eachAttr("href"))
                .startsWith("50-1.html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    见[表](C:\\\\资料\\\\表.xlsx)。   | 6:6 | 链接“C:\\资料\\表.xlsx”是 | “表.xlsx”
                    见[表](file:///D:/a/表.docx)。 | 6:6 | 链接“file:///D:/a/表.docx”是 | “表.docx”
                    见[表](\\\\server\\共享\\表.doc)。 | 6:6 | 链接“\\server\\共享\\表.doc”是 | “表.doc”
                    ![图](D:/照片/图.png)          | 6:6 | 图片“D:/照片/图.png”是 | “图.png”
                    见[表](C:\\_表.xlsx)。          | 6:6 | 链接“C:_表.xlsx”是 | “_表.xlsx”
                    见[表](D：/资料/附件：表.xlsx)。 | 6:6 | 链接“D：/资料/附件：表.xlsx”是 | “附件：表.xlsx”
                    """)
    void tellOfPlacesOnTheDiscOfTheWriter(String body, String place, String what, String name) {
        site.file("content/总结/a.md", HEADER + body + "\n");

        assertThat(site.build().problems())
                .containsExactly("content/总结/a.md:" + place + ": 错误 E207 " + what
                        + "自己电脑或共享盘上的位置，别人打不开；请把文件放到条目旁边，只写文件名" + name);
    }

    @Test
    void tellOfAttachmentsOnTheDiscOfTheWriter() {
        site.entry("content/总结/a.md", "标题: 甲", "发布日期: 2024-01-02", "附件: ['E:\\\\表.xlsx']");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/总结/a.md:4:6: 错误 E207 附件“E:\\\\表.xlsx”是自己电脑或共享盘上的位置，别人打不开；请把文件放到条目旁边，只写文件名“表.xlsx”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "[甲](ftp://10.0.0.1/甲.doc) → 6:5 → 链接“ftp://10.0.0.1/甲.doc”以“ftp:”",
                "[甲](IRC://x/y#z) → 6:5 → 链接“IRC://x/y”以“IRC:”",
                "[甲](xmpp:a@b.cn) → 6:5 → 链接“xmpp:a@b.cn”以“xmpp:”",
                "[甲](magnet:?xt=1) → 6:5 → 链接“magnet:?xt=1”以“magnet:”",
                "[甲](my-app+x.1:y) → 6:5 → 链接“my-app+x.1:y”以“my-app+x.1:”",
                "[甲](javascript:alert) → 6:5 → 链接“javascript:alert”以“javascript:”",
                "![甲](data:image/png,1) → 6:6 → 图片“data:image/png,1”以“data:”"
            })
    void nameTheSchemeOfAnAddressThatPagesDoNotLinkTo(String body, String place, String what) {
        site.file("content/总结/a.md", HEADER + body + "\n").file("content/总结/b.adoc", HEADER + "见 ftp://10.0.0.1/a 和\n");

        assertThat(site.build().problems())
                .as("a bare address remains as text, and nothing is lost")
                .containsExactly(
                        "content/总结/a.md:" + place + ": 错误 E212 " + what + "开头，这种地址不能用；请把文件放到条目旁边，只写文件名；不是文件的，请写成文字");
    }

    @Test
    void showTheTextOfAddressesThatPagesDoNotLinkTo() {
        site.file("content/_data/site.yml", "名称: 一支部\n规则: {E212: 警告}\n")
                .file("content/总结/a.md", HEADER + "[甲](ftp://a.cn/b) <irc://c.cn/d>\n");
        site.build();

        assertThat(site.html("articles/2024/zong-jie-a.html").select(".prose").text())
                .contains("甲 irc://c.cn/d");
    }

    @Test
    void tellOfAttachmentsThatAreAddresses() {
        site.entry("content/总结/a.md", "标题: 甲", "发布日期: 2024-01-02", "附件: ['https://a.cn/表.xlsx']");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/总结/a.md:4:6: 错误 E212 附件“https://a.cn/表.xlsx”以“https:”开头，这种地址不能用；请把文件放到条目旁边，只写文件名；不是文件的，请写成文字");
    }

    @Test
    void tellOnceOfEveryOtherHost() {
        site.file("content/_data/site.yml", "名称: 一支部\n网址: http://dang.lan/\n")
                .file(
                        "content/总结/a.md",
                        HEADER
                                + "[一](https://www.a.cn/1) [二](http://www.a.cn/2) [三](//b.cn:81/) [本站](http://dang.lan/x) "
                                + "<mailto:a@b.lan> 也可登录https://www.c.cn/查询。\n");

        assertThat(site.build().problems())
                .as("an address that is read says itself where it leads")
                .containsExactly(
                        "content/总结/a.md:6:5: 警告 W208 链接指向别的网站 www.a.cn，内网里可能打不开；重要的内容请存成附件；确要保留的，请在文字里写明是外部网站",
                        "content/总结/a.md:6:52: 警告 W208 链接指向别的网站 b.cn:81，内网里可能打不开；重要的内容请存成附件；确要保留的，请在文字里写明是外部网站");
    }

    @Test
    @Promise("Remote pictures are not shown")
    void tellOfImagesOnOtherHosts() {
        site.file("content/总结/a.md", HEADER + "![图](https://www.a.cn/1.png)\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/总结/a.md:6:6: 错误 E209 图片“https://www.a.cn/1.png”在别的网站 www.a.cn 上，内网里显示不出来；请把图片存到条目旁边，只写文件名");
    }

    // A rule that took the place of another says so on both pages, though its writer said it once.

    private static final String OLD = "rules/2020/jiu.html";
    private static final String NEW = "rules/2024/xin.html";

    @BeforeEach
    void aRuleOfBefore() {
        rule("旧", "2020-01-06", "有效性: 废止");
    }

    private SiteFolder rule(String name, String day, String... more) {
        String[] header = new String[more.length + 4];
        header[0] = "标题: 公章使用办法（" + name + "）";
        header[1] = "文种: 规章制度";
        header[2] = "发布日期: " + day;
        header[3] = "施行日期: " + day;
        System.arraycopy(more, 0, header, 4, more.length);
        return site.published("content/规章制度/" + name + ".md", header);
    }

    @Test
    void leadsFromTheOldRuleToTheNewOneThatNamesIt() {
        rule("新", "2024-02-01", "有效性: 现行", "替代: 旧.md").built();

        assertThat(strip(OLD)).isEqualTo("自2024年2月1日起废止，现行文件是《公章使用办法（新）》（新旧对照）。");
        assertThat(site.html(OLD).select(".strip a").eachAttr("href"))
                .hasSize(2)
                .startsWith("../../" + NEW);
        assertThat(site.html(NEW).select(".facts-info").text()).contains("替代 公章使用办法（旧）");
        assertThat(strip(NEW)).isEqualTo("与原文件对照：新旧对照：与《公章使用办法（旧）》的差别");
    }

    @Test
    void leadsFromTheNewRuleToTheOldOneThatNamesIt() {
        rule("旧", "2020-01-06", "有效性: 废止", "被替代: 新.md");
        rule("新", "2024-02-01", "有效性: 现行").built();

        assertThat(strip(OLD)).isEqualTo("自2024年2月1日起废止，现行文件是《公章使用办法（新）》（新旧对照）。");
        assertThat(site.html(NEW).select(".facts-info").text()).contains("替代 公章使用办法（旧）");
        assertThat(site.html(OLD).select(".facts-info").text()).contains("被替代 公章使用办法（新）");
    }

    @Test
    void saysNothingOfARuleThatIsNotOut() {
        rule("新", "2024-02-01", "状态: 草稿", "替代: 旧.md").built();

        assertThat(strip(OLD)).isEqualTo("废止 全文留存备查，办事请以现行文件为准。");
    }

    private String strip(String page) {
        return site.html(page).select(".strip").text();
    }
}
