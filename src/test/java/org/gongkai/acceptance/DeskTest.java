package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.io.TextResource;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.Promise;
import org.gongkai.testing.RunningDesk;
import org.gongkai.write.desk.Desk;
import org.gongkai.write.desk.DeskClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@BrowserTest
@DisplayName("At the desk an editor")
class DeskTest extends FolderFixture {

    /** Lets a test decide when half a second is over, and when the answers to drafts arrive. */
    private static final String HELD = TextResource.of(DeskTest.class, "held-drafts.js");

    /** A number of the form that mobile telephones have. */
    private static final String PHONE = "138" + "1234" + "5678";

    private static final String PATH = "content/通知/开会.md";
    /** Of a kind that needs no approval, as changes of what was approved are asked about. */
    private static final String HEADER =
            """
            ---
            标题: 关于开会的通知
            文种: 文章
            栏目: 通知
            发布日期: 2024-05-06
            公开范围: 本单位
            发布机构: 示例党支部
            ---
            """;

    private GitServer server;
    private Path clone;
    private final List<AutoCloseable> desks = new ArrayList<>();

    @BeforeEach
    void aRepositoryWithHooks() {
        server = new GitServer(folder);
        clone = server.cloned("甲");
        GitServer.write(clone, PATH, HEADER + "\n定于6月3日开会。\n\n请准时参加。\n");
        GitServer.write(
                clone,
                "content/_data/site.yml",
                "名称: 示例党支部 党务公开\n机构代码: SLZB01\n网址: http://dangwu.example/\n默认: {公开范围: 本单位}\n");
        server.commit(clone, "开始");
        server.push(clone);
        server.git(clone, "branch", "-u", "origin/main");
    }

    @AfterEach
    void closeDesks() throws Exception {
        for (AutoCloseable desk : desks) {
            desk.close();
        }
    }

    /** A desk in the process of the tests, which starts at once; its address. */
    private URI desk(Path site) {
        Desk desk = DeskClient.open(site, System.getenv("PATH"), Clock.systemUTC());
        desks.add(desk);
        return URI.create(desk.address());
    }

    /** A desk in a process of its own, as users have it. */
    private RunningDesk process(Path site, String... more) {
        RunningDesk desk = new RunningDesk(site, more);
        desks.add(desk);
        return desk;
    }

    /** Somebody who publishes: only then are hooks needed. */
    private void identify(Path site, String name) {
        server.installed();
        server.git(site, "config", "user.name", name);
        server.git(site, "config", "user.email", "x@shili.example");
    }

    @Test
    @DisplayName("turns a Word file into an entry, is told what is wrong, and publishes it")
    void fromAFileToTheSite(Browser browser) throws Exception {
        server.installedForProcesses();
        Path word =
                Path.of("src/test/resources/documents/word/notice-of-odt.docx").toAbsolutePath();
        DeskPage page = new DeskPage(browser, process(clone).address());

        Path annex = Files.writeString(folder.resolve("报名表.csv"), "甲");
        page.choose(Path.of(word + "\n" + annex + "\n" + Files.copy(annex, folder.resolve("教材.csv"))));
        page.await(".arrived", "notice-of-odt.docx")
                .await(".attachments li + li")
                .await(".saved", "已保存");
        page.go("/new", ".new").choose(word).await(".imported", "以前转过").press("打开那一篇");
        browser.run(
                "for (const key in localStorage) /arrived/.test(key) && delete localStorage[key]; location.reload()");
        page.await(".arrived", "还没有对照原件看过").select("公开范围", "本单位");
        page.field("发布机构", "示例党支部").awaitKept();
        page.press("核对过了").await("dialog h2", "保密审查").fill("#who", "宣传委员");
        page.press("记下，接着审批").await("dialog h2", "审批").press("记下并保存").await("dialog:has(#who:focus)", "请写明审批人");
        page.press("取消").awaitPreview("自备教材");
        page.type("联系人手机" + PHONE + "。\n").await(".problems", "手机号").await(".line-bad", PHONE);

        page.awaitKept().press("审批").press("请再审查一次").fill("#who", "宣传委员").press("记下并保存");
        page.awaitTrue("return !document.querySelector('dialog')").press("审批").fill("#who", "支部书记");
        page.press("记下并保存").await("dialog", "还有错误").press("取消");
        page.retype("2024年6月3日（星期五）起，每天早上八点读书一刻钟。\n").awaitPreview("读书一刻钟").awaitKept();
        page.await(".reminders", "不是星期五").await(".sheet-text .line-wait", "2024年6月3日");
        page.await(".problem-box", "还差1项").press("审批").press("请再审查一次").fill("#who", "宣传委员");
        page.press("记下，接着审批").await("dialog h2", "审批").await("dialog .reminded", "不是星期五");
        page.fill("#who", "支部书记").press("记下，去发布");
        page.await(".is-open .taken", "保密审查：宣传委员").await(".changes .reminded", "不是星期五");
        page.await(".changes", "连同“报名表”、“教材”");
        page.awaitTrue(
                "return document.querySelector('.finished iframe').contentDocument.body.innerText.includes('晨读一刻')");
        page.awaitTrue("return document.querySelector('#message').value === '新增通知《关于开展“晨读一刻”活动的通知》'");
        page.press("发布").fill("#person", "组织委员");
        page.fill("#mail", "z@shili.example").press("用这个姓名发布");
        page.await(".answer", "已经发布").go("/", ".last").await(".last", "晨读一刻").go("/commit", ".commit");
        assertThat(page.shown(".published")).contains("晨读一刻", "看网页", "打印张贴", "复制网址");

        assertThat(server.git(server.repository(), "log", "-1", "--format=%an %s"))
                .isEqualToIgnoringNewLines("组织委员 新增通知《关于开展“晨读一刻”活动的通知》");
        try (Stream<Path> files = Files.walk(server.current().toRealPath())) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")))
                    .anySatisfy(file -> assertThat(file).content().contains("读书一刻钟"));
        }
        assertThat(browser.console()).allMatch(line -> line.contains("409"));
    }

    @Test
    @DisplayName("says of what kind a document is that was not recognised, before anything else is done with it")
    void unknownKind(Browser browser) throws Exception {
        DeskPage page = new DeskPage(browser, desk(clone));
        page.choose(Files.writeString(folder.resolve("说明.txt"), "办事说明\n\n材料交到一楼。\n"));
        page.await(".kind-asked", "这是一份什么").press("发布").await(".note", "才能发布");
        assertThat(((WebElement) browser.run("return document.querySelector('.arrived').lastElementChild")).isEnabled())
                .isFalse();
        page.press("就是文章").press("核对过了").awaitTrue("return !document.querySelector('.arrived')");
    }

    @Test
    @DisplayName("gives a paper a title before it is reviewed, and is told of a notice that begins before it is seen")
    void sampleTitle(Browser browser) throws Exception {
        String notice = HEADER.replace("关于开会的通知", "公示（请改标题）").replace("文章", "公示\n公示: {起: 2024-05-01, 止: 2024-05-10}");
        GitServer.write(clone, PATH, notice.replace("公开范围", "状态: 草稿\n公开范围") + "\n现将名单公示如下。\n");
        DeskPage page = new DeskPage(browser, desk(clone)).entry(PATH).await(".problems", "比发布的日子早5天");
        assertThat(browser.find(".steps button").isEnabled()).isFalse();
        page.press("请人做保密审查").await(".note", "标题还没有改");
        assertThat(browser.shows("dialog")).isFalse();
    }

    @Test
    @DisplayName("reads what a server says that takes nothing, and after a reload the answer to what is under way")
    void wholeRefusal(Browser browser) throws Exception {
        identify(clone, "甲委员");
        Path hook = server.repository().resolve("hooks/pre-receive");
        Files.writeString(hook, "#!/bin/sh\necho 今天维护，不收 >&2\nexit 1\n");
        DeskPage page = new DeskPage(browser, desk(clone));
        page.entry(PATH).retype("\n定于6月4日开会。\n").save();
        page.go("/commit", ".commit").press("发布").await(".answer", "今天维护，不收");
        Files.writeString(hook, "#!/bin/sh\nexit 1\n");
        page.awaitTrue("return !document.querySelector('[aria-disabled]')");
        page.press("发布").await(".answer", "没有说清");
        Path began = folder.resolve("began");
        Path end = folder.resolve("end");
        Files.writeString(hook, "#!/bin/sh\ntouch '%s'\nwhile [ ! -e '%s' ]; do :; done\n".formatted(began, end));
        page.press("发布");
        while (!Files.exists(began)) {
            Thread.onSpinWait();
        }
        browser.run("location.reload()");
        page.await(".working", "正在送到服务器");
        Files.createFile(end);
        page.await(".published", "关于开会的通知");
    }

    @Test
    @DisplayName("begins with a clone of an empty repository, and the first entry makes the site")
    void firstDay(Browser browser) throws Exception {
        GitServer empty = new GitServer(folder.resolve("新")).installed();
        Path first = empty.cloned("甲");
        identify(first, "甲委员");
        DeskPage page = new DeskPage(browser, desk(first));

        page.go("/new", ".new").fill("#title", "第一条内容").press("文章").await(".entry");
        page.retype("定于6月3日开会。\n").select("状态", "已发布").save();
        page.go("/commit", ".commit").await(".changes", "第一条内容").press("发布").await(".answer", "已经发布");

        try (Stream<Path> files = Files.walk(empty.current().toRealPath())) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")))
                    .anySatisfy(file -> assertThat(file).content().contains("定于6月3日开会。"));
        }
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @DisplayName("sees why the server refused, goes to the line, mends it and is accepted")
    void refusedOnce(Browser browser) throws Exception {
        identify(clone, "甲委员");
        DeskPage page = new DeskPage(browser, desk(clone));
        page.entry(PATH)
                .source()
                .type("\n请到[旧楼](旧楼.md)集合。")
                .await(".problems", "旧楼")
                .save();

        page.go("/commit", ".commit").await(".chip", "1处要改，改好才能发").press("选出来送给一起写的人");
        browser.find("#change-0").click();
        page.press("发布").await(".answer", "没有发出去");
        page.await(".server", "“请到旧楼集合。”那一段").await(".server", "指的文稿“旧楼”找不到");
        browser.find(".server a").click();
        page.awaitTrue("return getSelection().anchorNode.parentNode.closest('p')?.textContent.includes('旧楼')");
        page.retype("\n定于6月4日开会。\n").save();
        page.go("/commit", ".commit").press("发布").await(".answer", "已经发布");
        assertThat(server.git(server.repository(), "show", "main:" + PATH)).endsWith("定于6月4日开会。\n");
        // What must not even be stored there is taken back on the way to its place.
        page.entry(PATH).type("联系人" + PHONE + "。").await(".problems", "手机号").save();
        page.go("/commit", ".commit").press("选出来送给一起写的人");
        browser.find("#change-0").click();
        page.press("发布").await(".refused", "手机号").press("去改").await(".problems", "手机号");
        page.retype("\n定于6月5日开会。\n").save().go("/commit", ".commit").press("发布").await(".answer", "已经发布");
        assertThat(server.git(server.repository(), "log", "-p", "main"))
                .contains("定于6月5日开会。")
                .doesNotContain(PHONE);
    }

    @Test
    @DisplayName("chooses paragraph by paragraph where another has changed the same entry")
    void conflict(Browser browser) throws Exception {
        identify(clone, "甲委员");
        Path other = server.cloned("乙");
        String step = "保密审查: {审查人: 宣传委员, 日期: 2024-05-05}\n";
        GitServer.write(
                other, PATH, HEADER.replace("开会", "召开党员大会").replace("公开", step + "公开") + "\n定于6月15日开会。\n\n请准时参加，带笔。\n");
        server.commit(other, "乙改");
        server.push(other);

        DeskPage page = new DeskPage(browser, desk(clone));
        page.entry(PATH).retype("\n定于6月14日开会。\n\n请准时参加，不得缺席。\n\n会后交表。\n").save();
        page.go("/commit", ".commit").press("发布").await(".conflicts", "别人先发布了他改的");
        // Numbers are not taken apart.
        page.await(".pair mark", "14").await(".pair mark", "15");
        assertThat(Files.readString(clone.resolve(PATH))).contains("定于6月14日开会。").doesNotContain("<<<<");
        assertThat(page.shown(".conflicts")).contains("保密审查：宣传委员，2024年5月5日").doesNotContain("---", "{", ": ");
        // Browsers of 2021 lay out other boxes in another way.
        page.awaitTrue("return getComputedStyle(document.querySelector('fieldset')).display === 'block'");
        browser.run("document.querySelectorAll('.pair[data-chosen=\"\"] [value=theirs]').forEach(one => one.click())");
        browser.run("Array.from(document.querySelectorAll('.pair input[value=both]')).pop().click()");
        page.press("就用选好的").await(".commit:not(:has(.working))").press("发布").await(".answer", "已经发布");
        assertThat(server.git(server.repository(), "show", "main:" + PATH))
                .contains("标题: 关于召开党员大会的通知")
                .doesNotContain("保密审查")
                .endsWith("定于6月15日开会。\n\n请准时参加，不得缺席。\n\n请准时参加，带笔。\n\n会后交表。\n");
    }

    @Test
    @DisplayName("is told what another has pushed, which is fetched without being asked for, and pushes again")
    void anotherWasFaster(Browser browser) throws Exception {
        identify(clone, "甲委员");
        Path other = server.cloned("乙");
        GitServer.write(other, "content/通知/学习.md", HEADER.replace("开会", "学习") + "\n定于6月7日学习。\n");
        server.commit(other, "乙加了一篇");
        server.push(other);

        DeskPage page = new DeskPage(browser, desk(clone));
        page.entry(PATH).retype("\n定于6月4日开会。\n").save();
        page.go("/commit", ".commit").press("发布").await(".answer", "服务器上有别人的新修改，已取回，和您的合在一起");
        page.await(".answer a", "关于学习的通知");
        page.await(".ahead", "《关于开会的通知》还没有发出去");
        page.go("/entry/" + PATH, ".entry").await(".saved", "改的还没有发布").await(".steps .next", "发布");
        page.go("/commit", ".ahead").press("发布").await(".answer", "已经发布");
        assertThat(server.git(server.repository(), "show", "main:" + PATH)).contains("定于6月4日开会。");
    }

    @Test
    @DisplayName("a contradiction leads to its place on the paper, and says how to mend it")
    void contradictionsLeadToTheirPlaces(Browser browser) throws Exception {
        GitServer.write(clone, PATH, HEADER.replace("文种: 文章", "文种: 支委会\n会议: {次数: 1, 应到: 5, 实到: 4}") + "\n应到5人，实到3人。\n");
        DeskPage page = new DeskPage(browser, desk(clone));
        page.go("/contradictions", ".problems a").await(".mend", "请核对").await(".stand q mark", "3人");
        page.awaitTrue("const {x, y} = document.querySelector('.compared-head button').getBoundingClientRect();"
                + "return document.elementFromPoint(x + 9, y - 9).matches('.compared-head button')");
        browser.run("document.querySelector('.problems a').click()");
        page.awaitTrue("return !!document.activeElement.closest('[data-field=会议]')");
        page.awaitTrue("[...document.querySelectorAll('.place')].find(one => /^实到/.test(one.innerText))?.click();"
                + "return document.activeElement.labels[0].textContent === '实到'");
    }

    @Test
    @DisplayName("withdraws with a reason what was public in place of deleting it")
    void withdrawal(Browser browser) throws Exception {
        identify(clone, "甲委员");
        DeskPage page = new DeskPage(browser, desk(clone));
        page.entry(PATH).press("照这一份写").await(".is-like", "标题和原来那一份一样").await(".problem-box", "还差1项");
        page.press("改过了").await("dialog", "一字不差").press("不用改").await(".problem-box h2", "必填的都有了");
        GitServer.write(
                clone,
                "content/通知/防汛.adoc",
                "= 关于防汛的通知\n:date: 2024-05-06\n:kind: 通知\n\n== 一、时间\n\n6月1日开始。\n\n更正：2024年5月7日，漏写了。\n");
        page.go("/entry/content/通知/防汛.adoc", ".entry").await("h1", "防汛").press("照这一份写");
        page.await(".is-like", "6月1日").awaitTrue("return !!frames[0].document.querySelector('h2')");
        assertThat((String) browser.run("return frames[0].document.body.innerText"))
                .doesNotContain("漏写");
        page.entry(PATH).press("删去");
        page.await("dialog", "这一篇公开过，不能删去").fill("#reason", "会议取消").press("撤回并保存");
        page.await(".fate", "读者现在仍看得到").await(".fate", "会议取消").awaitPreview("撤回。原因：会议取消");
        page.await(".saved", "已保存").awaitTrue("return document.activeElement.textContent === '发布这次撤回'");
        page.press("发布这次撤回").await(".commit", "要撤回的（1篇）").press("发布").await(".answer", "已经撤回");
        page.go("/entry/" + PATH, ".is-locked").await(".fate", "甲委员撤的：会议取消").await(".fate a.button", "看网页");

        assertThat(server.git(server.repository(), "show", "main:" + PATH)).contains("状态: 已撤回", "撤回原因: 会议取消");
    }

    @Test
    @DisplayName("sees what was changed in an approved paper, says that it is a correction, and begins its steps anew")
    void correction(Browser browser) throws Exception {
        String steps = "文种: 通知\n保密审查: {审查人: 宣传委员, 日期: 2024-05-05}\n审批: {审批人: 支部书记, 日期: 2024-05-06}";
        GitServer.write(clone, PATH, HEADER.replace("文种: 文章", steps) + "\n定于6月3日开会。\n");
        server.commit(clone, "审批过的");
        server.push(clone);
        DeskPage page = new DeskPage(browser, desk(clone));

        page.go("/entry/" + PATH, ".is-locked").press("审批").await("dialog #when");
        assertThat(browser.find("#when").getDomProperty("value")).isEqualTo("2024年5月6日");
        GitServer.write(clone, PATH, HEADER.replace("文种: 文章", steps) + "\n定于6月3日开会，带笔。\n");
        page.press("取消").go("/commit", ".commit").await(".not-ready", "审批以后又改了字");
        page.entry(PATH).await(".fate", "审批以后又改了字").type("会期半天。").await(".is-changed", "会期半天");
        page.await(".problem-box", "先说明改了什么").await(".steps", "先说明改了什么").awaitKept();
        page.press("说明改了什么").await("dialog ins", "会期半天").press("更正").await("#reason");
        browser.press(Keys.ENTER);
        page.await("dialog:has(#reason:focus) .field-problem:not(:empty)");
        page.fill("#reason", "漏写了会期").press("保存更正").await("dialog", "标出改动的也印一份");
        page.fill("#who", "宣传委员").press("记下并保存").await(".steps .next", "② 审批").await(".fate", "正在更正");
        page.go("/commit", ".commit").await(".not-ready", "草稿");
        assertThat(browser.shows(".not-ready input")).isFalse();
        String anew = HEADER.replace("文种: 文章", steps) + "\n开过{{计数: 文种=支委会, 年度=2024}}。\n";
        GitServer.write(clone, PATH, anew);
        page.entry(PATH).press("写发布时的数").fill("#figure", "3次").press("写上").awaitPreview("开过3次");
        String path = PATH.replace("开会", "次数");
        GitServer.write(clone, path, anew.replace("}}", " = 3次}}"));
        server.commit(clone, "又审批过的");
        GitServer.write(clone, path, anew.replace("}}", " = 2次}}"));
        page.entry(path).await(".raw.is-changed", "2次").press("说明改了什么").await("dialog .line", "开过32次");
    }

    /** Kills the program, types on, and starts it again at its port. */
    private RunningDesk killedWhileTyping(RunningDesk desk, DeskPage page, String text) {
        desk.kill();
        page.type(text).await(".banner", "都存在这台电脑上");
        return process(clone, "--port=" + desk.port());
    }

    @Test
    @DisplayName("loses nothing when the program is killed while typing, in a new window or in that of before")
    void killed(Browser browser) throws Exception {
        RunningDesk desk = process(clone, "--port=" + Nginx.freePorts(1));
        DeskPage page = new DeskPage(browser, desk.address());
        page.entry(PATH).type("\n第一句，程序还在。").awaitKept();
        RunningDesk second = killedWhileTyping(desk, page, "第二句，程序已经没有了。");
        DeskPage later = new DeskPage(browser, second.address());
        later.await(".unsaved-words", "有字没保存").entry(PATH);
        assertThat(Files.readString(clone.resolve(PATH))).doesNotContain("第一句");
        later.await(".offer").press("接着写这一份");
        later.awaitPreview("第一句，程序还在。第二句，程序已经没有了。");
        later.save();
        assertThat(Files.readString(clone.resolve(PATH))).contains("第一句，程序还在。第二句，程序已经没有了。");

        RunningDesk third = killedWhileTyping(second, later, "第三句，又没有了。");
        browser.run("window.open(arguments[0])", third.address().toString());
        later.awaitKept();
        later.type("第四句，又有了。").save();
        assertThat(Files.readString(clone.resolve(PATH))).contains("程序已经没有了。第三句，又没有了。第四句，又有了。");
    }

    @Test
    @DisplayName("takes an earlier version back, and undoes what is not pushed")
    void history(Browser browser) throws Exception {
        identify(clone, "甲委员");
        DeskPage page = new DeskPage(browser, desk(clone));
        page.entry(PATH).retype("\n定于6月4日开会。\n").save();
        page.go("/commit", ".commit").fill("#message", "改了日子").press("发布").await(".answer", "已经发布");

        page.go("/history/" + PATH, ".revisions").await(".revisions", "“6月3日”改为“6月4日”");
        page.awaitTrue(
                "return Array.from(document.querySelectorAll('.revisions .chip'), chip => !!chip.offsetParent).join() === 'true,false'");
        page.awaitTrue(
                "const page = document.querySelector('.shown iframe').contentDocument;"
                        + "return page.querySelector('.prose del').textContent + page.querySelector('.prose ins').textContent === '6月3日6月4日'");
        page.press("开始")
                .await(".history", "读者看到的不变")
                .press("取回这一版")
                .await(".offer")
                .press("接着写这一份");
        page.awaitPreview("定于6月3日开会。").save();
        String taken = Files.readString(clone.resolve(PATH));
        assertThat(taken).contains("定于6月3日开会。");

        page.retype("定于6月7日开会。\n").awaitKept();
        Files.writeString(clone.resolve(PATH), taken.replace("6月3日", "6月5日"));
        page.press("退回").press("撤销没有发布的修改").press("撤销").await("dialog[open] h2", "这一篇在另一处也改了");
        assertThat(Files.readString(clone.resolve(PATH))).contains("定于6月5日开会。");
        assertThat(browser.find("dialog .primary").isEnabled()).isFalse();

        Files.writeString(clone.resolve(PATH), taken);
        page.press("先不保存").press("退回").press("撤销没有发布的修改").press("撤销").await(".note", "现在是上次发布的版本");
        assertThat(Files.readString(clone.resolve(PATH))).contains("定于6月4日开会。");

        page.awaitTrue("document.querySelector('.is-locked .fate button')?.click(); return true;");
        Files.delete(clone.resolve(PATH));
        page.type("照常开会。").awaitKept();
        page.press("保存").press("再存一份").await(".saved", "已保存");
        assertThat(Files.readString(clone.resolve(PATH))).contains("照常开会。");
    }

    @Test
    @DisplayName("is told while another window shows the same entry")
    void twoWindows(Browser browser) throws Exception {
        URI address = desk(clone);
        DeskPage first = new DeskPage(browser, address);
        first.entry(PATH);
        assertThat(browser.findAll(".elsewhere")).isEmpty();

        browser.otherTab();
        DeskPage second = new DeskPage(browser, address);
        second.entry(PATH).await(".elsewhere", "另一个窗口也打开着这一篇");
        browser.otherTab();
        assertThat(browser.findAll(".elsewhere")).isEmpty();
        first.go("/", ".overview");

        browser.otherTab();
        second.awaitTrue("return !document.querySelector('.elsewhere')");
        browser.otherTab();
        first.entry(PATH).await(".elsewhere", "另一个窗口也打开着这一篇");
    }

    @Test
    @DisplayName("has a text approved anew into which words were merged that were saved elsewhere meanwhile")
    void approvedBeforeMerging(Browser browser) throws Exception {
        String draft = HEADER.replace("文章", "通知\n主送: 全体党员\n状态: 草稿\n保密审查: {审查人: 宣传委员, 日期: 2024-05-05}");
        GitServer.write(clone, PATH, draft + "\n全体党员：\n\n定于6月3日开会。\n\n请准时参加。\n");
        DeskPage page =
                new DeskPage(browser, desk(clone)).entry(PATH).type("带笔").awaitKept();
        assertThat(browser.findAll("[data-field='主送']")).isEmpty();
        GitServer.write(clone, PATH, draft + "\n全体党员：\n\n定于6月4日开会。\n\n请准时参加。\n");
        page.press("审批").press("只是错别字、标点").fill("#who", "支部书记").press("记下并保存").await("dialog", "这一篇在另一处也改了");
        browser.find("dialog.wide .primary").click();
        page.await(".note", "请再办一次").await(".steps .next", "审批");
        assertThat(Files.readString(clone.resolve(PATH))).contains("带笔").doesNotContain("支部书记");
    }

    @Test
    @DisplayName("changes the committee without losing who was on it, sees what it comes to, and publishes that")
    void settings(Browser browser) throws Exception {
        identify(clone, "甲委员");
        String path = "content/_data/organisation.yml";
        GitServer.write(
                clone,
                path,
                "# 换届以后改这里\n支部: 示例党支部\n委员会:\n  - {职务: 书记, 姓名: 周某} # 当选\n  - {职务: 宣传委员}\n党小组:\n  - {名称: 甲组, 人数: 9}\n  - {名称: 乙组, 人数: 8}\n任期: {起: 2023-06-01, 止: 2024-05-31}\n");
        server.commit(clone, "委员会");
        URI address = desk(clone);
        DeskPage first = new DeskPage(browser, address);
        first.go("/settings", ".settings").press("换人：书记周某").fill("#set-name", "吴某");
        first.fill("#set-from", "2024年5月6日").await(".plan", "周某任书记到2024年5月5日为止");

        browser.otherTab();
        DeskPage second = new DeskPage(browser, address);
        second.go("/settings", ".settings")
                .press("改联系")
                .fill("#set-words", "内线 6021")
                .press("保存");
        second.await(".note", "已保存").press("写姓名：宣传委员").fill("#set-姓名", "郑某");
        browser.press(Keys.ENTER);
        second.await(".note", "姓名：写上“郑某”").awaitTrue("return document.activeElement.id === 'committee'");

        browser.otherTab();
        first.press("保存").await("dialog", "别处刚改过设置").press("保存").await(".note", "吴某从2024年5月6日起任书记");
        first.press("撤销、并入：乙组").fill("#set-to", "2024-05-31").fill("#set-total", "17");
        browser.run(
                "const into = document.querySelector('#set-into'); into.value = '甲组'; into.dispatchEvent(new Event('change'));");
        first.press("保存").await(".note", "甲组从2024年6月1日起17人");
        assertThat(clone.resolve(path))
                .content()
                .startsWith("# 换届以后改这里\n支部: 示例党支部\n委员会:\n  - {职务: 书记, 姓名: 周某, 止: 2024-05-05} # 当选\n"
                        + "  - {职务: 书记, 姓名: 吴某, 起: 2024-05-06}\n  - {职务: 宣传委员, 姓名: 郑某}\n党小组:\n")
                .contains("乙组, 人数: 8, 止: 2024-05-31, 并入: 甲组", "起: 2024-06-01");
        first.press("换人：书记吴某").fill("#set-name", "冯某").fill("#set-from", "2024-06-10");
        first.await(".plan", "不在写着的任期里").fill("#set-from", "2024-02-30");
        first.await(".plan", "没有2024年2月30日这一天").fill("#set-from", "2024-05-01").press("保存");
        first.await("dialog .error", "早于起的日期").await("dialog", "没有保存").press("取消");
        first.press("改保密审查").fill("#set-words", "郑某").press("保存").await(".note", "保密审查写上“郑某”");
        first.go("/commit", ".besides[open]").go("/settings", ".settings");
        first.press("去发布").await(".changes", "组织情况").await(".changes", "站点设置").press("发布");
        first.await(".answer", "已经发布");
        assertThat(server.git(server.repository(), "log", "-1", "--format=%s")).isEqualTo("修改组织情况、站点设置\n");
        String later = Files.readString(clone.resolve(PATH)).replaceAll("(标题|发布日期):.*", "$1: 2099-05-06");
        Files.writeString(clone.resolve("content/通知/以后.md"), later);
        first.go("/", ".overview").go("/commit", ".changes");
        first.await("main", "到2099年5月6日读者才看得到").press("发布");
        first.await(".answer", "已经送出，到日子再公开");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    @DisplayName(
            "drops pictures and attachments into the source, too, and types marks that an input method inserts by itself")
    void filesInTheSource(Browser browser) throws Exception {
        GitServer.write(clone, "content/通知/乙.md", HEADER.replace("开会", "学习") + "\n附件“党员名单”已改。\n");
        DeskPage page = new DeskPage(browser, desk(clone));
        page.entry(PATH).choose(Files.write(folder.resolve("门口.jpg"), Attachments.jpegWithPlace()));
        page.await("figure img[src^=blob]").press("删去图片").press("×").source();
        page.choose(Files.write(folder.resolve("会场.jpg"), Attachments.jpegWithPlace()))
                .await(".note", "已去掉照片里的拍摄地点");
        browser.press("党员大会会场");
        page.awaitTrue("return document.querySelector('iframe').contentDocument.images[0]?.naturalWidth > 0");
        assertThat(page.text()).contains("![党员大会会场](会场.jpg)");
        Path list = Files.write(folder.resolve("名单.pdf"), Attachments.pdf("list"));
        browser.run("addEventListener('change', event => event.stopPropagation(), {capture: true, once: true})");
        page.choose(list);
        Files.move(list, list.resolveSibling("别处.pdf"));
        browser.run("document.querySelectorAll('input[type=file]').forEach(i => i.dispatchEvent(new Event('change')))");
        page.await(".note", "“名单.pdf”读不出来");
        Files.move(list.resolveSibling("别处.pdf"), list);
        page.choose(list).await(".attachments li").save();
        browser.find(".attachments input[type=file]").sendKeys(list.toString());
        page.await(".note", "附件已换成新的，名称和各处的链接都没有变");
        assertThat(Files.readString(clone.resolve(PATH))).contains("附件:").contains("名单.pdf");
        page.retype("附：名单").fill(".attachments input[type=text]", "党员名单" + Keys.TAB);
        page.press("都改成“党员名单”");
        browser.run("document.querySelector('[aria-label=删去附件1]').click()");
        page.await(".note", "正文里还有1处写着“党员名单”；《关于学习的通知》审批过或者发布过").press("放回去").await(".attachments li");
        page.choose(Files.writeString(folder.resolve("名册.csv"), PHONE)).await(".problems", "附件“名册.csv”：这里有手机号");

        // Another key follows at once.
        page.retype("第一句");
        browser.run(
                """
                document.execCommand('insertText', false, '。');
                document.querySelector('.CodeMirror').CodeMirror.triggerOnKeyDown(
                  {type: 'keydown', keyCode: 13, preventDefault: () => {}, stopPropagation: () => {}});
                document.execCommand('insertText', false, '“');
                """);
        browser.press("2");
        page.awaitTrue("return document.querySelector('.CodeMirror').CodeMirror.getValue() === '第一句。\\n“2'");
    }

    @Test
    @DisplayName("types a scanned paper beside its pages, each of which is shown, and takes them out")
    void scan(Browser browser) throws Exception {
        String page = "![＿＿（待填：图上有什么）](%s.png)\n";
        Files.write(clone.resolve("content/通知/一.png"), Attachments.png());
        Files.write(clone.resolve("content/通知/二.png"), Attachments.png());
        GitServer.write(clone, PATH, HEADER + "\n" + page.formatted("一") + "\n" + page.formatted("二"));
        DeskPage desk = new DeskPage(browser, desk(clone)).go("/entry/" + PATH, ".is-scan");
        desk.await(".problem-box", "写正文")
                .awaitTrue(
                        """
                const shown = Array.from(document.querySelectorAll('.sheet-text img'), picture => picture.src);
                return shown.every(Boolean) && new Set(shown).size === 2 && shown[0] === document.querySelector('.scan img').src""");
        desk.press("下一页 ›").await(".scan-page", "第2页").press("开始打字");
        browser.press("定于6月3日开会。");
        desk.awaitPreview("定于6月3日开会。").press("打完了").save();
        assertThat(Files.readString(clone.resolve(PATH))).endsWith("\n---\n\n定于6月3日开会。\n");
    }

    @Test
    @DisplayName("moves rows of a table from one menu; the days in it stay as the file has them")
    void rows(Browser browser) throws Exception {
        String path = "content/工作计划/计划.md";
        GitServer.write(
                clone,
                path,
                """
                ---
                标题: 示例党支部2024年工作计划
                文种: 工作计划
                发布日期: 2024-01-05
                状态: 草稿
                任务项:
                  - {序号: 1, 内容: 甲, 时限: 2024-06-30}
                  - {序号: 2, 内容: 乙, 时限: 2024-07-31}
                ---

                正文。
                """);
        DeskPage page = new DeskPage(browser, desk(clone)).entry(path);

        browser.find(".grid tbody tr:nth-child(2) textarea").click();
        page.awaitTrue(
                "return document.querySelector('.grid tr:nth-child(2) td:nth-child(4) textarea').value === '2024年7月31日'");
        page.press("下移").save();

        assertThat(Files.readString(clone.resolve(path)))
                .contains("  - {序号: 1, 内容: 乙, 时限: 2024-07-31}\n  - {序号: 2, 内容: 甲, 时限: 2024-06-30}\n");
    }

    @Test
    @DisplayName("composes a word with an input method, meanwhile nothing is sent or marked")
    void composition(Browser browser) throws Exception {
        URI desk = desk(clone);
        browser.beforePages(HELD);
        DeskPage page = new DeskPage(browser, desk);
        page.entry(PATH).retype("联系人手机" + PHONE + "。\n");
        browser.run("elapse()");
        assertThat(browser.run("return drafts.length")).isEqualTo(1L);

        browser.compose("ni");
        browser.compose("ni hao");
        browser.run("answers.forEach(arrive => arrive())");
        page.awaitTrue("return answered === 1");
        browser.run("elapse()");

        assertThat(browser.findAll(".line-bad")).isEmpty();
        assertThat(browser.run("return drafts.length")).isEqualTo(1L);

        browser.composed("你好");
        page.await(".line-bad", PHONE);
        assertThat(page.text()).isEqualTo("联系人手机" + PHONE + "。\n你好");
        browser.run("elapse()");
        page.awaitTrue("return drafts.length === 2");
        assertThat((String) browser.run("return drafts[1]")).endsWith("。\n\n你好\n");
        browser.run("answers.forEach(arrive => arrive())");
        page.awaitKept();
    }

    @Test
    @DisplayName("reaches everything by keyboard")
    void keyboard(Browser browser) throws Exception {
        DeskPage page = new DeskPage(browser, desk(clone));
        browser.press(Keys.TAB, Keys.ENTER);
        assertThat(browser.focus()).isEqualTo("main");
        browser.find("#tab-已发布").sendKeys(Keys.ARROW_RIGHT);
        assertThat(browser.focus()).isEqualTo("tab-草稿");
        page.entry(PATH);
        browser.find(".sheet-text").sendKeys("字", Keys.TAB);
        page.awaitTrue("return !document.activeElement.closest('.sheet-text')");
        page.awaitKept().press("退回").await("dialog");
        browser.press(Keys.ESCAPE);
        assertThat(browser.shows("dialog")).isFalse();
        browser.find(".sheet-text").sendKeys(Keys.chord(Keys.CONTROL, "s"));
        page.await(".saved", "已保存");
        assertThat(Files.readString(clone.resolve(PATH))).contains("字");
        browser.find(".entry-head summary").sendKeys(Keys.ENTER, Keys.TAB, Keys.ESCAPE);
        page.awaitTrue("return document.activeElement.matches('.more-actions > summary')");
        page.press("退回").await("dialog");
        browser.run("history.back()");
        page.await(".overview").awaitTrue("return !document.querySelector('dialog')");
    }

    @Test
    @Promise("The preview of an entry is in a frame")
    @DisplayName("previews an entry whose scripts do nothing")
    void scripts(Browser browser) throws IOException, InterruptedException {
        GitServer.write(
                clone,
                PATH,
                HEADER + "\n<script>parent.document.title = 'x'</script>\n<img src=x onerror=\"top.name = 'x'\">\n\n"
                        + "[链接](javascript:alert(1))\n\n末段。\n");
        DeskPage page = new DeskPage(browser, desk(clone));

        page.entry(PATH).awaitPreview("末段。");

        assertThat(browser.run("return window.name + document.title")).isEqualTo("关于开会的通知 - 工作台");
        assertThat(browser.find("iframe").getDomAttribute("sandbox")).isEqualTo("allow-same-origin allow-modals");
    }

    @Test
    @DisplayName("has pages without barriers")
    void axe(Browser browser) throws Exception {
        GitServer.write(clone, PATH, HEADER + "\n定于6月4日开会，联系人" + PHONE + "。\n");
        DeskPage page = new DeskPage(browser, desk(clone));
        for (int width : new int[] {1280, 1024}) {
            browser.width(width);
            page.go("/", ".overview").await("aside", "共1处");
            assertAccessible(page);
            page.go("/new", ".new");
            assertAccessible(page);
            page.entry(PATH).await(".problems", "手机号");
            browser.run("document.querySelectorAll('details').forEach(box => { box.open = true; })");
            assertAccessible(page);
            page.press("说明").await("dialog", "改法");
            assertAccessible(page);
            page.press("关闭");
            page.go("/commit", ".commit").press("看改了什么").await(".difference");
            assertAccessible(page);
            page.go("/settings", ".settings").press("换届").await("dialog");
            assertAccessible(page);
            page.press("取消");
            page.go("/history/" + PATH, ".history .shown");
            assertAccessible(page);
        }
    }

    private static void assertAccessible(DeskPage page) {
        Browser browser = page.browser();
        // The preview is a page of the site, which has a test of its own.
        browser.run("document.querySelectorAll('iframe').forEach(frame => frame.remove())");
        browser.load(AccessibilityTest.AXE);
        assertThat(AccessibilityTest.violations(browser)).as(browser.address()).isEmpty();
        assertThat((Long) browser.run(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("overhang of " + browser.address())
                .isLessThanOrEqualTo(0);
    }
}
