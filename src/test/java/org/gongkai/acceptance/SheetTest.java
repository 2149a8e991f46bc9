package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.io.TextResource;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.FolderFixture;
import org.gongkai.write.desk.Desk;
import org.gongkai.write.desk.DeskClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@BrowserTest
@DisplayName("On the sheet of the desk")
class SheetTest extends FolderFixture {

    private static final String PATH = "content/通知/开会.md";
    private static final String TEXT =
            """
            ---
            标题: 关于开会的通知
            文种: 通知
            发布日期: 2024-05-06
            公开范围: 本单位
            发布机构: 示例党支部
            ---

            全体党员：

            定于6月3日开会，
            请*准时*参加。{#time}

            *  带上笔记
            *  带上证件

            术语
            : 说明

            | 甲 | 乙 |
            |:--|--:|
            |1|2|
            """;

    /**
     * Reads each text, writes it, and writes it again with a word in each of its blocks; returns what is not as it
     * should be. Random texts are made of lines that mean something.
     */
    private static final String ROUND = TextResource.of(SheetTest.class, "sheet-round.js");

    @AutoClose
    private Desk desk;

    @BeforeEach
    void openDesk() throws IOException {
        Files.createDirectories(folder.resolve("content/通知"));
        Files.writeString(folder.resolve(PATH), TEXT);
        Files.writeString(folder.resolve("content/通知/值守.md"), TEXT.replace("开会", "汛期值守"));
        desk = DeskClient.open(folder, System.getenv("PATH"), Clock.systemUTC());
    }

    private DeskPage page(Browser browser) {
        return new DeskPage(browser, URI.create(desk.address()));
    }

    private String saved(DeskPage page) throws IOException {
        page.save();
        return Files.readString(folder.resolve(PATH));
    }

    @Test
    @DisplayName("every text of the demonstration and random ones stay as they are but for what is changed")
    void exact(Browser browser) throws Exception {
        page(browser);
        List<String> texts;
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            texts = files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> Uncheck.get(() -> Files.readString(file)).replaceFirst("(?s)^---\n.*?\n---\n", ""))
                    .toList();
        }
        List<?> result = (List<?>) browser.await(ROUND, texts);
        assertThat(result.subList(1, result.size())).isEmpty();
        assertThat(Integer.parseInt(result.get(0).toString())).isGreaterThan(1000);
    }

    @Test
    @DisplayName("a word changes its line, and what the sheet does not show stays")
    void word(Browser browser) throws Exception {
        DeskPage page = page(browser).entry(PATH);
        browser.run(
                """
                const text = document.querySelectorAll('.sheet-text li p')[1];
                document.querySelector('.sheet-text').focus();
                getSelection().selectAllChildren(text);
                getSelection().collapseToEnd();
                """);
        browser.press("和笔");
        assertThat(saved(page)).isEqualTo(TEXT.replace("证件", "证件和笔"));
        page.press("撤销").awaitKept();
        assertThat(saved(page)).isEqualTo(TEXT);
        page.press("链接").fill("#link-place", "会场").press("确定").await("dialog [role=alert]", "没有这样一篇");
        page.fill("#link-place", "汛期").await(".link-papers", "汛期值守").press("确定").awaitKept();
        assertThat(saved(page)).contains("[《关于汛期值守的通知》](值守.md)");
    }

    @Test
    @DisplayName("headings are numbered, lists and tables are made by keys, and what is pasted keeps its meaning only")
    void toolbar(Browser browser) throws Exception {
        DeskPage page = page(browser).entry(PATH);
        page.retype("时间").press("一、");
        browser.press(Keys.ENTER, "地点*", Keys.ENTER);
        page.press("编号");
        browser.press("甲", Keys.ENTER, "乙", Keys.ENTER, Keys.ENTER, "末段");
        page.press("加粗");
        browser.press("重");
        page.press("表格");
        browser.press("姓名", Keys.TAB, "次数");
        page.press("编号").await("#notes", "格子里列不出条来").press("删这行");
        browser.run(
                "getSelection().selectAllChildren(document.querySelector('.sheet-text ol')); getSelection().collapseToEnd();");
        browser.press(Keys.END);
        browser.run(
                """
                const data = new DataTransfer();
                data.setData('text/html', `<!--StartFragment--><p class=MsoNormal style="mso-outline-level:1">一、请假</p>
                  <p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.</span>先说</p>
                  <p><b>务必</b>见<a href="https://a.example/">网站</a><img src=x onerror="window.hit = 1"><script>window.hit = 1</script><del cite="a">删了</del></p>
                  <table><tr><td colspan=3>名</td></tr><tr style="display:none"><td>内<td>1<td>2</tr><tr><td>a|b</td><td
                  style="display:none">内</td><td>2<br>3</td></tr></table><p style="display:none">内</p><!--EndFragment-->`);
                document.querySelector('.sheet-text').dispatchEvent(
                  new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                """);
        assertThat(page.await("#notes", "隐藏的列1列").shown("#notes")).contains("隐藏的文字1处、修订中删去的文字1处、图片1张、隐藏的列1列、隐藏的行1行。");
        assertThat(saved(page))
                .endsWith(
                        """

                        ## 一、时间

                        地点\\*

                        1. 甲
                        2. 乙

                        ## 一、请假

                        1. 先说

                        **务必**见[网站](https://a.example/)

                        | 名 {colspan=2} |
                        | --- |
                        | a\\|b | 2<br>3 |

                        末段**重**

                        |  |  |  |
                        | --- | --- | --- |
                        |  |  |  |
                        """);
        assertThat(browser.run("return window.hit")).isNull();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @DisplayName("tables with merged cells are tables, in which words and rows are written as in any other")
    void mergedCells(Browser browser) throws Exception {
        String merged =
                """

                | 月份 | 人数 {colspan=2} |
                | --- | --- |
                | 1月 {rowspan=2} | 3 | 2 |
                | 4 | 5 |

                <table>
                <thead>
                <tr><th rowspan="2">组别</th><th colspan="2">检查情况</th></tr>
                <tr><th>合格</th><th>不合格</th></tr>
                </thead>
                <tbody>
                <tr><td>厂区组</td><td>12</td><td>&lt;1<br>处</td></tr>
                </tbody>
                </table>
                """;
        Files.writeString(folder.resolve(PATH), TEXT + merged);
        DeskPage page = page(browser).entry(PATH);
        assertThat(page.shown(".sheet-text")).contains("不合格").doesNotContain("rowspan", "colspan");
        String toEnd = "getSelection().selectAllChildren([...document.querySelectorAll('.sheet-text td p')].pop());"
                + " document.querySelector('.sheet-text').focus(); getSelection().collapseToEnd();";
        browser.run(toEnd.replace(".pop()", "[3]"));
        browser.press("名");
        browser.run(toEnd);
        browser.press("隐患", Keys.TAB, "管网组", Keys.TAB, "9", Keys.ESCAPE, Keys.ENTER, Keys.ESCAPE, "个");
        assertThat(saved(page))
                .isEqualTo(TEXT
                        + merged.replace("| 3 | 2 |", "| 3名 | 2 |")
                                .replace(
                                        "</td></tr>\n</tb",
                                        "隐患</td></tr>\n<tr><td>管网组</td><td>9个</td><td></td></tr>\n</tb"));
        String before = page.text();
        page.press("加粗");
        browser.press("重");
        page.await("#notes", "排成另一种样子").press("撤销");
        assertThat(page.text()).isEqualTo(before);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @DisplayName("cells are merged with those beside and below them, and divided again, by the keyboard as well")
    void mergesCells(Browser browser) throws Exception {
        String head = "\n| 组别 | 合格 | 不合格 |\n| --- | ---: | --- |\n";
        String table = head + "| 厂区组 |  **12** | 1 |\n| 管网组 | 9 | 2 |\n| 合计 | 21 | 3 |\n";
        Files.writeString(folder.resolve(PATH), TEXT + table);
        DeskPage page = page(browser).entry(PATH);
        String in = "getSelection().collapse(document.querySelectorAll('.sheet-text td p')[%d].firstChild, 0);"
                + " document.querySelector('.sheet-text').focus();";
        browser.run(in.formatted(2));
        page.press("和下面的合并");
        assertThat(saved(page))
                .isEqualTo(TEXT + head + "| 厂区组 管网组 {rowspan=2} | **12** | 1 |\n| 9 | 2 |\n| 合计 | 21 | 3 |\n");
        browser.run(in.formatted(3));
        browser.press(Keys.ESCAPE, Keys.ENTER, Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB);
        assertThat(browser.run("return document.activeElement.textContent")).isEqualTo("和右边的合并");
        browser.press(Keys.ENTER);
        String merged = head + "| 厂区组 管网组 {rowspan=2} | **12** 1 {colspan=2} |\n| 9 | 2 |\n| 合计 | 21 | 3 |\n";
        assertThat(saved(page)).isEqualTo(TEXT + merged);
        browser.run(in.formatted(3));
        page.press("和右边的合并").await("#notes", "右边没有一样高的格").press("和下面的合并").await("#notes", "下面没有一样宽的格");
        page.press("拆开");
        assertThat(saved(page)).isEqualTo(TEXT + merged.replace(" {colspan=2} |", " |  |"));
        browser.find(".sheet-text").sendKeys(Keys.chord(Keys.CONTROL, "zzz"));
        assertThat(saved(page)).isEqualTo(TEXT + table);
        browser.run(in.formatted(2));
        page.press("和下面的合并");
        browser.run(in.formatted(3));
        page.press("和右边的合并").press("删这列");
        assertThat(saved(page)).endsWith("\n| 组别 |\n| --- |\n| 厂区组 管网组 |\n| 合计 |\n");
        browser.run(in.formatted(2));
        page.press("删这列").await("#notes", "整张表不要的");
        browser.find(".sheet-text").sendKeys(Keys.chord(Keys.CONTROL, "a"));
        browser.press(Keys.ESCAPE, Keys.ARROW_RIGHT);
        assertThat(browser.run("return document.activeElement.dataset.name")).isEqualTo("重做");
        browser.press(Keys.ESCAPE, "请");
        assertThat(saved(page)).endsWith("---\n\n请\n");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @DisplayName("a whole paper that is pasted, even into its title, gives title, unit and day to their places")
    void wholePaper(Browser browser) throws Exception {
        String fresh = TEXT.substring(0, TEXT.indexOf("全体")).replace("关于开会的通知", "2024年某项工作的通知（请改标题）")
                + "（在这里写为什么发这个通知。）\n\n## 一、要求\n\n（在这里写要做什么。）\n";
        Files.writeString(folder.resolve(PATH), fresh);
        DeskPage page = page(browser).entry(PATH);
        String paste =
                """
                const data = new DataTransfer();
                data.setData('text/plain', arguments[0]);
                document.querySelector('[aria-label=标题]').dispatchEvent(
                  new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                """;
        String paper = "关于冬季检查的通知\n各党小组：\n现将检查的事通知如下。\n一、6月3日到场。\n第一党支部\n2024年5月20日";
        page.awaitTrue("document.querySelector('.todo + .todo .place').click(); return /写为什么/.test(getSelection())");
        browser.run(paste, "秘密\n" + paper);
        page.await("#notes", "涉密文件一律不得放进本站").await(".sheet-text", "（在这里写要做什么。）");
        browser.run(paste, paper);
        page.await("#notes", "认出了标题、主送、落款、落款的日期").awaitKept();
        assertThat(saved(page))
                .contains("标题: 关于冬季检查的通知\n", "主送: 各党小组\n", "发布机构: 第一党支部\n", "成文日期: 2024-05-20\n")
                .endsWith("---\n\n各党小组：\n\n现将检查的事通知如下。\n\n一、6月3日到场。\n");
        page.press("照原样粘贴").awaitKept();
        assertThat(saved(page)).contains("（请改标题）", "发布机构: 示例党支部\n").endsWith("\n\n第一党支部\n\n2024年5月20日\n");

        Consumer<CharSequence> press = keys -> browser.find(".sheet-text").sendKeys(keys);
        press.accept(Keys.chord(Keys.CONTROL, "z"));
        assertThat(saved(page)).contains("标题: 关于冬季检查的通知\n").endsWith("\n\n一、6月3日到场。\n");
        press.accept(Keys.chord(Keys.CONTROL, "zz"));
        assertThat(saved(page)).isEqualTo(fresh);
        press.accept(Keys.chord(Keys.CONTROL, "yy"));
        assertThat(saved(page)).contains("标题: 关于冬季检查的通知\n", "主送: 各党小组\n").endsWith("\n\n一、6月3日到场。\n");
    }

    @Test
    @DisplayName(
            "figures are shown as pages count them, other papers by their titles, and remarks without their notation")
    void notations(Browser browser) throws Exception {
        String text = TEXT.replace("通知\n发", "工作总结\n对应计划: 计划.md\n发") + "\n写了{{计数: 文种=工作计划, 年度=2024}}份。\n";
        Files.writeString(folder.resolve("content/通知/计划.md"), TEXT.replace("开会的通知\n文种: 通知", "全年的计划\n文种: 工作计划"));
        Files.writeString(folder.resolve(PATH), text + "\n<!-- 没有写的：简报。 -->\n");
        DeskPage page = page(browser).entry(PATH).await(".sheet-text", "写了1份。");
        assertThat(page.shown(".sheet")).contains("没有写的：简报。").doesNotContain("<!--", "文种=");
        page.await("[name=对应计划]", "关于全年的计划").press("看过了，删去").awaitKept();
        assertThat(saved(page)).isEqualTo(text);
    }

    @Test
    @DisplayName("a picture is made half as wide as the text, and as wide again")
    void pictureSize(Browser browser) throws Exception {
        String full = TEXT + "\n![会场](a.png \"图题\")\n";
        Files.write(folder.resolve("content/通知/a.png"), Attachments.png());
        Files.writeString(folder.resolve(PATH), full);
        assertThat(saved(page(browser).entry(PATH).press("半幅")))
                .isEqualTo(TEXT + "\n<figure><img src=\"a.png\" alt=\"会场\" width=\"50%\">"
                        + "<figcaption>图题</figcaption></figure>\n");
        assertThat(saved(page(browser).entry(PATH).press("全幅"))).isEqualTo(full);
    }

    @Test
    @DisplayName("what is missing is counted, each leads to its place, and the title is written on the paper")
    void checklist(Browser browser) throws Exception {
        Files.writeString(folder.resolve(PATH), TEXT.replace("标题: 关于开会的通知\n", ""));
        DeskPage page = page(browser).entry(PATH).await(".problem-box h2", "还差3项才能发布");
        assertThat(page.shown(".problem-box"))
                .contains("写上标题", "请人做保密审查", "请负责人审批")
                .doesNotContain("字段", "文件头", "content/");
        page.press("写上标题").browser().press("关于值班的通知");
        page.awaitKept().await(".problem-box h2", "还差2项");
        assertThat(saved(page)).contains("标题: 关于值班的通知").endsWith(TEXT.substring(TEXT.indexOf("\n---\n\n全体")));
        page.type("请布署，帐号另发,请知。").await(".reminders", "同样的共2处");
        page.press("全部改正（3处）").await(".sheet-text", "请部署，账号另发，请知。");
    }
}
