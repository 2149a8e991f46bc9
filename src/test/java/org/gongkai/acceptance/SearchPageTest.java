package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

@BrowserTest
@DisplayName("The search page, from a disc,")
class SearchPageTest {

    private static final String DUES = "第一季度党费收缴公示";
    private static final String STUDY = "2024年学习计划";
    private static final String REPAIR = "关于泵房检修的说明";
    private static final String DATA = "关于Open Data接口的说明";
    private static final String NOTICE = "关于候选人预备人选的公示";

    private Browser browser;
    private SearchPage page;

    @BeforeEach
    void open(Browser open) {
        browser = open;
        browser.clock("2025-12-28");
        page = new SearchPage(open);
    }

    @Test
    @DisplayName("shows results as one types: titles before headings before the rest")
    void typing() {
        page.open(SearchSite.small());
        assertThat(browser.shows("#search-hint")).isTrue();
        assertThat(browser.shows("#search-count")).isFalse();

        page.type("党费");

        assertThat(page.titles()).containsExactly(DUES, STUDY, REPAIR);
        assertThat(browser.find("#search-count").getText()).isEqualTo("找到3条");
        assertThat(page.count()).isEqualTo(3);
        assertThat(page.marked()).containsOnly("党费");
        assertThat(page.texts("#search-results .hit-title mark")).containsExactly("党费");
        assertThat(browser.shows("#search-hint")).isFalse();

        page.choose("sort", "按发布日期");
        assertThat(page.titles()).containsExactly(REPAIR, DUES, STUDY);

        page.type("党费收");
        assertThat(page.titles()).containsExactly(DUES);
    }

    /** Queries, and the title of what each finds; nothing is found where there is none. */
    private static final String QUERIES =
            """
            党费 图书 | 2024年学习计划
            党费　图书 | 2024年学习计划
            党费 -公示 -购买 | 关于泵房检修的说明
            党费 －公示 －购买 | 关于泵房检修的说明
            open data | 关于Open Data接口的说明
            “Open Source” | 关于Open Data接口的说明
            ＂open  source＂ | 关于Open Data接口的说明
            「Open Source」 | 关于Open Data接口的说明
            三会一课”记录 | 关于Open Data接口的说明
            “三会一课”记录 | 关于Open Data接口的说明
            5，760元 | 第一季度党费收缴公示
            ＯＰＥＮ | 关于Open Data接口的说明
            a.b*c[0-9]+ | 关于Open Data接口的说明
            &amp; | 关于Open Data接口的说明
            <b> | 关于Open Data接口的说明
            交纳 | 第一季度党费收缴公示
            栏目:学习 说明 -检修 | 关于Open Data接口的说明
            栏目：学习 年：2024 | 2024年学习计划
            年度:2023年 | 关于Open Data接口的说明
            文种:公示 | 关于候选人预备人选的公示
            纳 | 第一季度党费收缴公示
            学习 -栏目:学习 |
            “Source Open” |
            “党费图书” |
            购 |
            通讯社 |
            .* |
            &lt;b |
            <script>alert(1)</script> |
            """;

    @Test
    @DisplayName("finds what holds every phrase, and nothing else")
    void queries() {
        page.open(SearchSite.small());
        QUERIES.lines().forEach(line -> {
            String[] parts = line.split("\\|", -1);
            String query = parts[0].strip();
            page.paste(query);

            assertThat(page.titles()).as(query).isEqualTo(parts[1].isBlank() ? List.of() : List.of(parts[1].strip()));
            assertThat(page.count()).as(query).isEqualTo(page.titles().size());
            assertThat(browser.shows("#search-none")).as(query).isEqualTo(parts[1].isBlank());
            assertThat(browser.find("#search").getText())
                    .containsPattern(parts[1].isBlank() ? "没有找到" : "找到")
                    .doesNotContainPattern("(.{6,}。)　\\1");
        });
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "-", "\"\"", "“”"})
    @DisplayName("asked nothing shows how to ask")
    void nothing(String query) {
        page.open(SearchSite.small(), "q", query);

        assertThat(page.titles()).isEmpty();
        assertThat(browser.shows("#search-hint")).isTrue();
        assertThat(browser.shows("#search-none")).isFalse();
    }

    @Test
    @DisplayName("takes any pasted text: at most 200 characters, and half characters")
    void pasted() {
        page.open(SearchSite.small()).paste("党费".repeat(5_000));

        assertThat(page.box().getAttribute("value")).hasSize(200);
        assertThat(browser.find("#search-cut").getText()).contains("200");
        assertThat(page.count()).isEqualTo(3);

        page.paste("\ud83d");
        assertThat(page.count()).isZero();
        page.paste("党费\udc00");
        assertThat(page.count()).isEqualTo(3);
        page.paste("-\udc00");
        assertThat(page.titles()).hasSize(10);
        assertThat(browser.shows("#search-error")).isFalse();
        page.paste("，。、“");
        assertThat(page.count()).isZero();
        page.paste("党 费");
        assertThat(browser.shows("#search-cut")).isFalse();
        assertThat(page.titles()).containsExactly(DUES);
        assertThat(browser.shows("#search-letter")).isTrue();
        assertThat(browser.find("#search-letter").getText()).isEqualTo("单个字只在标题和标签里查。");
        page.paste("\"党 费\"");
        assertThat(page.count()).isEqualTo(3);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @DisplayName(
            "filters by column, year, kind and 公示中, by the reader's own date, and counts what each choice would leave")
    void filters() {
        page.open(SearchSite.small(), "q", "公示");
        assertThat(page.titles()).containsExactly(NOTICE, DUES);
        assertThat(page.options("column")).containsExactlyInAnyOrder("全部", "党费（1）", "公示（1）");
        assertThat(page.options("year")).containsExactly("全部", "2025（2）");
        assertThat(browser.find("#search-open").getText()).isEqualTo("1");
        assertThat(page.texts("#search-results .hit-title .chip")).containsExactly("公示中");

        page.choose("column", "党费");
        assertThat(page.titles()).containsExactly(DUES);
        assertThat(page.options("column")).containsExactlyInAnyOrder("全部", "党费（1）", "公示（1）");
        assertThat(browser.find("#search-open").getText()).isEmpty();
        assertThat(address()).endsWith("?q=公示&column=党费");

        page.type("图书");
        assertThat(page.count()).isZero();
        browser.find("#search-all button").click();
        page.settled();
        assertThat(page.titles()).containsExactly(STUDY);

        page.type("");
        browser.find("[name=open]").click();
        assertThat(page.settled().titles()).containsExactly(NOTICE);
        assertThat(address()).endsWith("?open=1");

        browser.clock("2026-01-01");
        page.open(SearchSite.small(), "q", "公示");
        assertThat(page.texts("#search-results .hit-title .chip")).containsExactly("公示已结束");
        assertThat(browser.find("#search-open").getText()).isEmpty();
    }

    @Test
    @DisplayName("shows ten hits a page and keeps its address in step")
    void pages() {
        page.open(SearchSite.small(), "q", "值班记事");
        assertThat(page.count()).isEqualTo(SearchSite.DUTIES);
        assertThat(page.titles()).hasSize(10).startsWith("第23次值班记事", "第22次值班记事");

        browser.find("#search-pages").findElement(By.linkText("3")).click();
        assertThat(page.settled().titles()).containsExactly("第3次值班记事", "第2次值班记事", "第1次值班记事");
        assertThat(address()).endsWith("?q=值班记事&page=3");
        assertThat(browser.focus()).isEqualTo("search");

        page.open(SearchSite.small(), "q", "值班记事", "page", "2", "category", "值班", "year", "2025", "sort", "date");
        assertThat(page.titles()).hasSize(10).startsWith("第13次值班记事");
        assertThat(page.open(SearchSite.small(), "q", "值班记事", "page", "99").titles())
                .hasSize(3);
        assertThat(page.open(SearchSite.small(), "q", "值班记事", "column", "没有的栏目").count())
                .isZero();
    }

    /** Queries, the title of what each finds, and what is said of the parts into which it is divided. */
    private static final String DIVIDED =
            """
            2024年党费图书 | 2024年学习计划 | 按“党费”、“图书”和“2024年”查，找到1条
            购买图书多少钱 | 2024年学习计划 | 按“购买图书”查，找到1条
            OpenSource工具怎么用？ | 关于Open Data接口的说明 | 按“source”和“工具”查，找到1条
            预备人选什么时候公示 | 关于候选人预备人选的公示 | 按“预备人选”和“公示”查，找到1条
            图书 灯泡 | 2024年学习计划 | 按“图书”查，找到1条；同时写着“灯泡”的没有找到
            灯泡图书 -检修 | 2024年学习计划 | 按“图书”查，找到1条；同时写着“灯泡”的没有找到
            """;

    @Test
    @DisplayName("divides what stands nowhere in one piece, and says so; quotes keep it exact")
    void divided() {
        page.open(SearchSite.small());
        DIVIDED.lines().forEach(line -> {
            String[] parts = line.split(" \\| ");
            page.paste(parts[0]);

            assertThat(page.titles()).as(parts[0]).containsExactly(parts[1]);
            assertThat(browser.find("#search-count").getText()).isEqualTo(parts[2]);
            assertThat(page.paste("“" + parts[0] + "”").count()).isZero();
        });
        assertThat(page.paste("次值班记事 预备人选 门锁 -检修").texts("#search-count"))
                .containsExactly("按“次值班记事”和“门锁”查，找到1条；同时写着“预备人选”的没有找到");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @DisplayName("shows columns, registers, years and kinds that a query names before entries")
    void places() {
        page.open(SearchSite.small(), "q", "公示");
        assertThat(page.texts("#search-places li")).startsWith("公示 1篇", "公示台账");
        browser.find("#search-places a").click();
        assertThat(browser.find("h1").getText()).isEqualTo("公示");

        assertThat(page.open(SearchSite.small(), "q", "dangfei").texts("#search-places li"))
                .containsExactly("党费 1篇");
        assertThat(page.type("2024年记事").texts("#search-places li")).contains("2024年");
        assertThat(page.type("2024年").texts("#search-places li"))
                .contains("2024年")
                .doesNotContain("2025年");
        assertThat(page.type("“文章”").texts("#search-places li")).containsExactly("文章 28篇");
        browser.find("#search-places a").click();
        assertThat(page.settled().options("kind")).anyMatch(kind -> kind.startsWith("文章（"));
        assertThat(page.open(SearchSite.small(), "q", "灯泡").texts("#search-places li"))
                .isEmpty();
        assertThat(page.open(DemoSite.site(), "q", "表格下载").texts("#search-places li"))
                .containsExactly("附件");
    }

    @Test
    @DisplayName("answers from registers on the days on which the answer holds")
    void answers() {
        page.open(SearchSite.small(), "q", "公示什么时候截止");
        assertThat(page.texts("#search-answers .answer > p:first-child")).containsExactly("正在公示，2025年12月31日截止。");
        browser.find("#search-answers a").click();
        assertThat(browser.find("h1").getText()).isEqualTo(NOTICE);

        browser.clock("2026-01-01");
        assertThat(page.open(SearchSite.small(), "q", "公示什么时候截止").texts("#search-answers .answer > p:first-child"))
                .containsExactly("网站上没有正在公示的，最近一次公示2025年12月31日截止。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"党费什么时候交", "什么时候交党费", "党费多久交一次"})
    @DisplayName("shows what says when first if it is asked when, and no answer to another question")
    void when(String question) {
        page.open(DemoSite.site(), "q", question);

        assertThat(page.titles()).first().asString().endsWith("党费收缴、使用和管理办法");
        assertThat(page.texts("#search-results .hit-text").get(0)).startsWith("每月20日为党费日。");
        assertThat(page.texts("#search-results .hit-text no-break").get(0)).isEqualTo("20日");
        assertThat(page.texts("#search-answers li")).allMatch(text -> text.startsWith("每月20日为党费日。"));
        assertThat(page.type("党费").texts("#search-answers li")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "下次党员大会什么时候开, 下次党员大会：2026年12月8日14时30分", "支委一共几个人, 设委员5名",
        "下次主题党日是什么时候, 下次主题党日的时间还没有公布；最近一次主题党日：2026年11月19日14时", "培训到哪里上 要带什么, 穿反光背心",
        "上次党员大会什么时候开的, 最近一次党员大会：2026年9月15日", "没请假缺会扣多少, 每次扣3分",
        "这届支部啥时候到期, 本届支部委员会任期自2024年9月20日起", "哪几次支委会有人没来, 缺席：纪检委员",
        "支部有多少党员, 党员19人，党小组2个：厂区组10人、管网组9人。", "2026年换表任务完成了没, 已完成（11月13日换完",
        "２０２５年支委会开了几次, 2025年三会一课，已公开5条：党员大会1次，支委会2次", "积分办法试行到哪天, 延长到2027年3月31日",
        "选举那天来不了可以叫人代投吗, 不能委托别人投票"
    })
    @DisplayName("answers from the records and texts, as they stand now, what is asked as one speaks")
    void answered(String question, String answer) {
        page.open(DemoSite.site(), "q", question);

        assertThat(page.texts("#search-answers .answer > p:first-child, #search-results .hit-text")
                        .get(0))
                .contains(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"四季度党费2026", "12月主题党日在哪搞", "阀门多少\\"})
    @DisplayName("has no answer about a time that nothing is published of")
    void anotherTime(String question) {
        assertThat(page.open(DemoSite.site(), "q", question).texts("#search-answers li"))
                .isEmpty();
        assertThat(browser.shows("#search-error")).isFalse();
    }

    @Test
    @DisplayName("shows the row of a table whole, and what follows a heading")
    void passages() {
        page.open(DemoSite.site(), "q", "发现漏点加几分");
        assertThat(page.titles()).first().asString().contains("积分管理办法");
        assertThat(page.texts("#search-results .hit-text").get(0)).contains("发现漏点并经复听确认，每处1分，管网班");
        assertThat(page.type("2024年9月谁轮值").texts("#search-results .hit-text").get(0))
                .contains("9月，计量岗位党员，2024年9月30日");
        page.type("党费怎么交");
        assertThat(String.join("|", page.texts("#search-answers li, #search-results .hit-text")))
                .matches("(?s)（一）时间\n每月20日为党费日。[^|]*办法　三、交纳\\|三、交纳.*每月20日为党费日。.*");
        assertThat(page.texts("#search-results .hit-facts")).last().asString().endsWith("　已废止");
        assertThat(page.texts("#search-places li")).isEmpty();
        assertThat(page.texts("#search-results .hit-text")).noneMatch(text -> text.matches(".*(公开　|\\|).*"));
        browser.paper(true);
        assertThat(browser.run("return getComputedStyle(search, ':before').content"))
                .isEqualTo("\"查找：党费怎么交\"");
        browser.paper(false);
    }

    @Test
    @DisplayName(
            "shows what holds most of a question of which no entry holds all, and simplifies traditional characters")
    void mostOfAQuestion() {
        page.open(DemoSite.site(), "q", "党费能不能拿来聚餐");
        assertThat(page.titles()).first().asString().endsWith("党费收缴、使用和管理办法");
        assertThat(page.texts("#search-results .hit-text").get(0)).contains("不得用于聚餐");
        assertThat(page.texts("#search-count")).containsExactly("按“党费”和“聚餐”查，找到1条");
        assertThat(page.texts("#search-results .hit-group")).containsExactly("只写着一部分的内容");

        // 报销 is 开支 for the papers, which 召开支部党员大会 does not hold; nor does 本子上 hold a word of 孩子上学, nor 无人 one of 无人机.
        assertThat(page.type("报销").titles()).containsExactly("示例水务站党支部主题党日活动制度");
        assertThat(List.of("停车费报销", "孩子上学", "无人机航拍资质"))
                .allMatch(none -> page.type(none).count() == 0);
        assertThat(page.type("黨費管理辦法").texts("#search-initials .hit-title")).containsExactly("示例水务站党支部党费收缴、使用和管理办法");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/search/lacking.csv")
    @DisplayName("says which word, time or ordinal none of the entries has that hold the rest")
    void lacking(String query, String lacking) {
        page.open(DemoSite.site(), "q", query);
        assertThat(browser.find("#search-count").getText()).matches("按“.*查，找到[1-9]\\d*条；" + lacking + "的没有找到");
    }

    @Test
    @DisplayName("explains the site itself first to who asks about it")
    void aboutTheSite() {
        page.open(DemoSite.site(), "q", "字太小看不清怎么放大");

        assertThat(page.titles()).first().isEqualTo("怎么看网页");
        assertThat(page.texts("#search-results .hit-group")).containsExactly("使用帮助", "只写着一部分的内容");
        assertThat(page.texts("#search-results .hit-text").get(0)).contains("大字与阅读设置");
    }

    @Test
    @DisplayName("shows titles that hold in two parts what other entries hold in one, and says what is repealed")
    void titlesInParts() {
        page.open(DemoSite.site(), "q", "党费管理办法");
        assertThat(page.texts("#search-initials .hit-title")).containsExactly("示例水务站党支部党费收缴、使用和管理办法");
        assertThat(page.texts("#search-answers li")).isEmpty();
        assertThat(page.texts("#search-results .hit-title")).allMatch(title -> !title.contains("党费管理办法"));
        assertThat(page.type("优秀党员").texts("#search-initials .hit-title"))
                .hasSize(3)
                .allMatch(title -> title.contains("优秀共产党员"));
        assertThat(page.type("“优秀党员”").texts("#search-initials li")).isEmpty();

        assertThat(page.type("半年总结").texts("#search-initials li")).isEmpty();
        assertThat(page.type("没有的词语").titles()).containsExactly("怎么搜索");
        assertThat(page.type("党费收缴办法").texts("#search-results .hit-facts")).contains("规章制度　2023年1月12日　已废止");
    }

    @Test
    @DisplayName("understands 去年 and 今年 by the reader's own date")
    void relativeYears() {
        assertThat(page.open(SearchSite.small(), "q", "去年学习计划").titles()).containsExactly(STUDY);
        browser.clock("2026-01-01");
        assertThat(page.open(SearchSite.small(), "q", "去年学习计划").texts("#search-count"))
                .containsExactly("按“学习计划”查，找到1条；“2025年”的没有找到");
    }

    @Test
    @DisplayName("lists what explains the site last, under a heading")
    void help() {
        page.open(SearchSite.small(), "q", "检修");

        assertThat(page.titles()).containsExactly(REPAIR, "检修单怎么填");
        assertThat(page.texts("#search-results li")).hasSize(3).element(1).isEqualTo("帮助");

        assertThat(page.type("检修单怎么填").titles()).containsExactly("检修单怎么填");
        assertThat(page.type("检修单由经办").titles()).containsExactly(REPAIR, "检修单怎么填");
        assertThat(page.texts("#search-count")).containsExactly("按“检修”查，找到2条");
    }

    @Test
    @DisplayName("finds titles by the initials of their pinyin, before texts that hold the letters")
    void initials() {
        assertThat(page.open(SearchSite.small(), "q", "DFSJ").count()).isZero();
        assertThat(browser.shows("#search-count")).isFalse();
        assertThat(browser.shows("#search-none")).isFalse();
        assertThat(page.titles()).isEmpty();
        assertThat(page.texts("#search-initials a[href]")).containsExactly(DUES);
        assertThat(page.type("dangfeishoujiao").texts("#search-initials a[href]"))
                .containsExactly(DUES);
        assertThat(page.type("df").texts("#search-initials a[href]")).isEmpty();
        assertThat(page.type("open").texts("#search-initials a[href]")).isEmpty();
        assertThat(page.titles()).containsExactly(DATA);
    }

    @Test
    @DisplayName("leads to the entry, and without scripts says where else to look")
    void leads() throws InterruptedException {
        page.open(SearchSite.small(), "q", "图书");
        browser.find("#search-results a").click();
        assertThat(browser.find("h1").getText()).isEqualTo(STUDY);

        browser.withoutScripts();
        browser.open(SearchSite.small().path("index.html"));
        browser.find("[role=search] input").sendKeys("图书");
        browser.find("[role=search] button").click();
        browser.awaitAddress("search.html?q=");
        assertThat(browser.find("#search-plain").getText()).contains("没有开启脚本", "网站地图", "按年浏览", "标签");
        assertThat(browser.shows("form")).isFalse();
        browser.find("#search-plain a").click();
        browser.awaitAddress("/sitemap.html");
    }

    @Test
    @DisplayName("answers as exactly where the index is too large to be loaded whole")
    void large() {
        assertThat(SearchSite.large().files()).anyMatch(file -> file.startsWith("search/i/"));
        page.open(SearchSite.large(), "q", "检查阀门");
        assertThat(page.count()).isEqualTo(SearchSite.LARGE / 2 + SearchSite.LARGE / 10);
        assertThat(page.titles()).hasSize(10).allMatch(title -> title.endsWith("检查阀门记录"));
        page.type("检查阀门 -防冻值守");
        assertThat(page.count()).isEqualTo(SearchSite.LARGE / 10 * 5);
        page.type("防冻值守");
        assertThat(page.count()).isEqualTo(SearchSite.LARGE / 5);
        assertThat(page.type(SearchSite.LONG_PHRASE).titles()).containsExactly("第101号记录");
        assertThat(page.type("“阀门检查”").count()).isZero();
        assertThat(page.type("阀门检查").count()).isEqualTo(SearchSite.LARGE / 2 + SearchSite.LARGE / 10);
        assertThat(page.type("号 栏目:记录 年:2024").count()).isEqualTo(SearchSite.LARGE);
        assertThat(page.type("jcfm").texts("#search-initials a[href]")).hasSize(10);
        assertThat(browser.console()).isEmpty();
    }

    private String address() {
        return URLDecoder.decode(browser.address(), StandardCharsets.UTF_8);
    }
}
