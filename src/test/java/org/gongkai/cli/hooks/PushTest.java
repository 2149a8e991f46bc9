package org.gongkai.cli.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.GitServer.entry;
import static org.gongkai.testing.GitServer.write;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.gongkai.cli.Explained;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.GitServer.Pushed;
import org.gongkai.testing.KeyFiles;
import org.gongkai.testing.Program;
import org.gongkai.testing.Promise;
import org.gongkai.testing.PushFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.gongkai.testing.SmallDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A push with the git of the machine to a repository that has the hooks. */
@Tag("slow")
class PushTest extends PushFixture {

    /** How many push at once. The benchmark {@code Pushers} tries more, and measures. */
    private static final int MANY = Integer.getInteger("pushers", 3);

    @BeforeEach
    void aRepositoryWithASite() {
        server.installed();
        write(clone, "content/_data/site.yml", "名称: 示例支部\n网址: http://dwgk.shili.example/\n");
        server.git(clone, "add", "-A");
        server.git(clone, "commit", "-q", "--amend", "-m", "first");
    }

    private GitServer pushed() {
        assertThat(server.push(clone).status()).isZero();
        return server;
    }

    private String page(String address) {
        Path page = server.current().resolve(address);
        return Files.exists(page) ? SiteFolder.read(page) : "";
    }

    private Path own(String name) {
        return server.repository().resolve("gongkai").resolve(name);
    }

    /** What a timer runs, in the process in which the hooks run. */
    private Ran runs(String... more) {
        return run(Clock.systemUTC(), timer(more));
    }

    /** What a timer runs, in a process of its own, which is another program than that of the tests to the hooks. */
    private Ran runsAlone(String... more) {
        return Program.run(timer(more));
    }

    private String[] timer(String... more) {
        return SiteFolder.words("hooks", "run", "--repo", server.repository(), more);
    }

    private void hook(String name, String script) throws IOException {
        Path hook = server.repository().resolve("hooks").resolve(name);
        Files.writeString(hook, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void publishesAndTellsWhereTheChangedEntriesAre() {
        pushed();
        entry(clone, "content/b.md", "第二条内容");
        committed("content/c.md", "第三条内容", "状态: 草稿");

        Pushed pushed = server.push(clone);

        assertThat(pushed)
                .isEqualTo(
                        new Pushed(
                                0,
                                """
                        已发布：
                          http://dwgk.shili.example/articles/2024/b.html
                          content/c.md（现在不在网站上：删去了、撤回了、是草稿，或者没到日期）"""));
        assertThat(page("articles/2024/b.html")).contains("第二条内容");
        assertThat(own("publish.log")).content().contains("发布 ", "新增 ");
    }

    @Test
    void tellsTheAddressOfTheAudienceThatMaySeeAnEntry() {
        write(
                clone,
                "content/_data/site.yml",
                """
                名称: 示例支部
                网址: http://dwgk.shili.example/
                受众:
                - {名称: 群众, 范围: [社会]}
                - {名称: 党员, 范围: [社会, 全党], 目录: dang, 网址: http://dang.shili.example/}
                - {名称: 本单位, 范围: [社会, 全党, 本单位], 目录: nei}
                """);
        server.commit(clone, "several audiences");
        pushed();
        entry(clone, "content/b.md", "给大家的", "公开范围: 社会");
        entry(clone, "content/c.md", "给党员的", "公开范围: 全党");
        committed("content/d.md", "给单位的", "公开范围: 本单位");

        assertThat(server.push(clone).said())
                .isEqualTo(
                        """
                        已发布：
                          http://dwgk.shili.example/articles/2024/b.html
                          http://dang.shili.example/articles/2024/c.html
                          articles/2024/d.html（公开对象“本单位”）""");
        assertThat(server.to().resolve("dang/current/articles/2024/c.html"))
                .content()
                .contains("http://dang.shili.example/articles/2024/c.html")
                .doesNotContain("dwgk.shili.example");
    }

    @Test
    void refusesAMistakeWithItsFileAndLineAndSaysWhatToDo() {
        pushed();
        write(clone, "content/b.md", "---\n标题: 第二条内容\n发布日期: 2024-13-01\n---\n\n正文。\n");
        server.commit(clone, "wrong");

        Pushed pushed = server.push(clone);

        assertThat(pushed)
                .isEqualTo(
                        new Pushed(
                                1,
                                """
                        没有收下这次推送：有 1 个错误。

                        content/b.md 第 3 行：
                          错误 E123 发布日期“2024-13-01”不是有效日期
                          请写成 2020-01-31 这样的形式

                        怎么办：
                          1. 打开上面的文件，把那一行改好，保存。
                          2. 再提交（commit）一次，再推送（push）一次。
                        您的改动都在自己电脑上，没有丢；网站没有变。"""));
        assertThat(server.git(server.repository(), "log", "--format=%s", "main"))
                .isEqualTo("first\n");
        committed("content/b.md", "第二条内容");
        assertThat(server.push(clone).status()).isZero();
        assertThat(page("articles/2024/b.html")).contains("第二条内容");
    }

    @Test
    void doesNotHoldUpAPushForWhatWasWrongBefore() {
        run("hooks", "install", "--repo", server.repository(), "--uninstall");
        committed("content/old.md", "旧的", "状态: 草搞");
        assertThat(server.push(clone).status()).isZero();
        server.installed();
        committed("content/b.md", "第二条内容");

        Pushed pushed = server.push(clone);

        assertThat(pushed.status()).isZero();
        assertThat(pushed.said())
                .startsWith("注意：以前就有 1 个错误，改好以前网站不会更新。\n\ncontent/old.md 第 4 行：\n  错误 E108 ")
                .contains("已收下，但是网站没有更新：\n  content/old.md:4:5: 错误 E108");
        committed("content/old.md", "旧的");
        assertThat(server.push(clone).said()).startsWith("已发布：");
        assertThat(page("articles/2024/b.html")).contains("第二条内容");
    }

    @Test
    void warnsOnlyOfWhatIsNew() {
        String outside = "---\n标题: 有链接的\n发布日期: 2024-05-06\n---\n\n见[外面](http://wai.example/a)。\n";
        write(clone, "content/w.md", outside);
        server.commit(clone, "warned");
        assertThat(server.push(clone).said()).contains("content/w.md 第 6 行：", "不影响推送");
        write(clone, "content/b.md", outside);
        server.commit(clone, "warned too");

        assertThat(server.push(clone).said())
                .startsWith("有 1 个警告，请看一看；不影响推送。\n\ncontent/b.md 第 6 行：\n  警告 ")
                .doesNotContain("w.md");
    }

    @Test
    void publishesInTheBackgroundAndHasEverythingInTheEndWhenManyPushAtOnce() throws Exception {
        server.installedForProcesses("--background");

        assertThat(server.push(clone)).isEqualTo(new Pushed(0, "已收下，正在后台发布，过一会儿就能看到。"));
        until(() -> page("articles/2024/a.html").contains("第一条内容"));
        until(() -> runsAlone("--status").out().startsWith("没有要发布的内容"));
        Files.writeString(server.repository().resolve("gongkai/failed"), "磁盘已满，写不下了；站点没有改动。\n");
        entry(clone, "content/b.md", "第二条内容");
        server.commit(clone, "more");
        assertThat(server.push(clone).said()).endsWith("b.html\n\n注意：上次发布没有成功，现在再试一次：\n  磁盘已满，写不下了；站点没有改动。");
        until(() -> page("articles/2024/b.html").contains("第二条内容"));
        assertThat(server.push(clone, "HEAD:refs/heads/main2").said()).isEqualTo("提示：分支 main2 不发布；网站发布的是分支 main。");
        Semaphore second = new Semaphore(2);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            Path one = server.cloned("clone" + i);
            entry(one, "content/n" + i + ".md", "第" + i + "位的内容");
            server.commit(one, "entry " + i);
            all.add(() -> pushUntilTaken(one, second));
        }
        ExecutorService people = Executors.newFixedThreadPool(MANY);
        try {
            for (Future<Integer> done : people.invokeAll(all)) {
                assertThat(done.get()).isZero();
            }
        } finally {
            people.shutdownNow();
        }

        for (int i = 1; i <= MANY; i++) {
            String text = "第" + i + "位的内容";
            String address = "articles/2024/n" + i + ".html";
            until(() -> page(address).contains(text));
        }
        // The process still records what it has published; a folder in use cannot be deleted.
        until(() -> runsAlone("--status").out().startsWith("没有要发布的内容"));
        done("verify", server.to(), "--all");
    }

    /** As persons do whom somebody else forestalled; they take their time, two at once. */
    private int pushUntilTaken(Path one, Semaphore second) throws InterruptedException {
        int status = server.push(one).status();
        while (status != 0) {
            second.acquire();
            try {
                server.run(one, List.of("pull", "-q", "--rebase", "origin", "main"));
                status = server.push(one).status();
            } finally {
                second.release();
            }
        }
        return status;
    }

    private static void until(Callable<Boolean> reached) throws Exception {
        for (int tries = 0; !reached.call(); tries++) {
            assertThat(tries).as("tries").isLessThan(1200);
            Thread.sleep(100);
        }
    }

    @Test
    void aTimerHealsADeathBetweenTakingAndPublishing() throws Exception {
        dieAfterTaking();

        assertThat(runs("--status").out()).isEqualTo("有要发布的内容\n下次变化：无\n");
        assertThat(runs().out()).contains("发布批次 ");

        assertThat(page("articles/2024/b.html")).contains("第二条内容");
        assertThat(runs()).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void theNextPushHealsADeathBetweenTakingAndPublishing() throws Exception {
        dieAfterTaking();

        assertThat(server.push(clone, "HEAD:refs/heads/另一个").status()).isZero();

        assertThat(page("articles/2024/b.html")).contains("第二条内容");
    }

    /** What runs before our hook kills it, before it starts the program, with the signal that cannot be caught. */
    private void dieAfterTaking() throws IOException {
        pushed();
        hook("post-receive.before-gongkai", "kill -9 $PPID");
        committed("content/b.md", "第二条内容");
        server.push(clone);
        Files.delete(server.repository().resolve("hooks/post-receive.before-gongkai"));
        assertThat(server.git(server.repository(), "log", "-1", "--format=%s", "main"))
                .isEqualTo("第二条内容\n");
        assertThat(page("articles/2024/b.html")).isEmpty();
    }

    @Test
    void keepsTheHooksThatWereThereAndPutsThemBack() throws Exception {
        hook("pre-receive.before-gongkai", "cat >\"$PWD/seen\"; echo 原来的钩子");
        server.installed().installed();

        Pushed pushed = server.push(clone);

        assertThat(pushed.said()).startsWith("原来的钩子\n");
        assertThat(server.repository().resolve("seen")).content().endsWith(" refs/heads/main\n");
        run("hooks", "install", "--repo", server.repository(), "--uninstall");
        assertThat(server.repository().resolve("hooks/pre-receive")).content().contains("原来的钩子");
        assertThat(server.repository().resolve("hooks/post-receive")).doesNotExist();
        server.installed();
        hook("pre-receive.before-gongkai", "exit 7");
        committed("content/b.md", "第二条内容");
        assertThat(server.push(clone).status()).isEqualTo(1);
    }

    @Test
    void refusesToDeleteTheBranch() {
        pushed();

        assertThat(server.push(clone, ":main"))
                .isEqualTo(new Pushed(1, "没有收下这次推送：\n  分支 main 是网站的内容，不能删除。\n仓库和网站都没有变。"));
    }

    @Test
    void takesAForcedPushUnlessAnAddressGetsLost() {
        pushed();
        committed("content/b.md", "第二条内容");
        pushed();
        server.git(clone, "reset", "-q", "--hard", "HEAD~1");
        server.commit(clone, "another second");

        assertThat(server.push(clone, "+HEAD:main").said())
                .startsWith("没有收下这次推送：网站上有 1 个网址会打不开。\n\n  articles/2024/b.html\n");

        committed("content/b.md", "换了说法的内容");
        assertThat(server.push(clone, "+HEAD:main").status()).isZero();
        assertThat(page("articles/2024/b.html")).contains("换了说法的内容");
    }

    @Test
    @Promise("A takedown removes an entry, not an address")
    void refusesTextsAndAttachmentsThatWereTakenDown() throws Exception {
        String text = "名单由组织委员保管，不得带出办公室。";
        entry(clone, "content/b.md", "第二条内容", "附件: 表.txt");
        Files.writeString(clone.resolve("content/b.md"), text, StandardOpenOption.APPEND);
        Files.writeString(clone.resolve("content/表.txt"), "登记表的内容\n");
        server.commit(clone, "second");
        pushed();
        String address = "articles/2024/b.html";
        done("takedown", address, "--to", server.to(), "--reason", "试");
        server.git(clone, "rm", "-q", "content/b.md");
        entry(clone, "content/丙.md", "第三条内容");
        Files.writeString(clone.resolve("content/丙.md"), "另外，" + text + text, StandardOpenOption.APPEND);
        committed("content/丁.md", "第四条内容", "附件: 表.txt");

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(server.push(clone).said())
                    .as("attempt " + attempt)
                    .startsWith("没有收下这次推送：有 2 个页面已经撤下，不能再公开。\n")
                    .contains(
                            "  网址 " + address + " 的页面已于 2024-06-01 撤下（试），源文件 content/丙.md 里还有它的文字，"
                                    + "现在的网址是 articles/2024/bing.html。\n",
                            "源文件 content/丁.md 里还有它的附件或文字（articles/2024/ding/biao.txt），",
                            "\n怎么办：\n  有它的文字或附件的，从那一条里去掉。\n");
        }

        server.git(clone, "rm", "-q", "content/丙.md", "content/丁.md", "content/表.txt");
        committed("content/戊.md", "第五条内容");
        assertThat(server.push(clone).status()).isZero();
    }

    @Test
    void refusesWhatWasTakenDownWhereverItIsPutAndWhoeverSignedMustSignAgain() throws Exception {
        committed("content/b.md", "第二条内容", "索引号: A1/2024-00001");
        pushed();
        String address = "articles/2024/a1-2024-00001.html";
        done("takedown", address, "--to", server.to(), "--reason", "试");
        server.git(clone, "mv", "content/b.md", "content/别处.md");
        committed("content/别处.md", "第二条内容", "栏目: 别的");

        assertThat(server.push(clone))
                .isEqualTo(new Pushed(
                        1,
                        """
                        没有收下这次推送：有 1 个页面已经撤下，不能再公开。

                          网址 %s 的页面已于 %s 撤下（试），源文件 content/别处.md 里还有，现在的网址是 bie-de/2024/bie-chu.html。

                        怎么办：
                          删去这一条，或者把文件留着，写上 状态: 已撤回。
                          确实要重新公开的，请管理员先运行 takedown --undo。
                          改好以后再提交、再推送一次。网站没有变。"""
                                .formatted(address, "2024-06-01")));

        server.git(clone, "rm", "-q", "content/别处.md");
        Path key = KeyFiles.write(folder.resolve("key.pem"), KeyFiles.pair().getPrivate());
        server.installed("--key", key.toString());
        server.commit(clone, "deleted");
        assertThat(server.push(clone).said()).startsWith("已发布：");
        assertThat(page(address)).contains("本页已撤下");
        server.installed();
        committed("content/c.md", "第三条内容");
        assertThat(server.push(clone).said()).contains("这里的发布记录有签名，接着写也要签名；请加上 --key");
        assertThat(page("articles/2024/c.html")).isEmpty();
    }

    @Test
    void letsOtherBranchesAndTagsPassWhateverTheyHold() {
        pushed();
        write(clone, "content/b.md", "---\n标题: 错\n---\n");
        server.commit(clone, "wrong");
        server.git(clone, "tag", "v1");
        server.git(clone, "tag", "-a", "-m", "有话", "说明/一");

        for (String name :
                List.of("refs/heads/试试", "refs/heads/a'b\"c$d", "refs/heads/-x", "refs/heads/main.x", "v1", "说明/一")) {
            String what = name.startsWith("refs/") ? "HEAD:" + name : name;
            String branch = name.startsWith("refs/") ? name.substring("refs/heads/".length()) : "";
            assertThat(server.push(clone, what))
                    .as(name)
                    .isEqualTo(new Pushed(0, branch.isEmpty() ? "" : "提示：分支 " + branch + " 不发布；网站发布的是分支 main。"));
        }
        assertThat(server.push(clone, ":refs/heads/试试").status()).isZero();
        assertThat(page("articles/2024/a.html")).contains("第一条内容");
    }

    @Test
    void publishesAnEditionWhenItsTagIsPushed() {
        pushed();
        server.git(clone, "tag", "edition/2024");
        server.git(clone, "tag", "edition/往年");

        assertThat(server.push(clone, "edition/2024").status()).isZero();

        assertThat(page("editions/2024/articles/2024/a.html")).contains("第一条内容");
        assertThat(server.push(clone, ":edition/2024").said()).contains("标签 edition/2024 对应的年度存档只做一次");
        assertThat(server.push(clone, "edition/往年").said()).contains("名字不能作网址");
    }

    @Test
    void takesFiveHundredFilesAtOnceAndShortensItsList() {
        pushed();
        for (int i = 0; i < 500; i++) {
            write(clone, "content/n" + i + ".md", "---\n标题: 第" + i + "\n发布日期: x\n---\n\n正文。\n");
        }
        server.commit(clone, "wrong");
        Pushed refused = server.push(clone);
        assertThat(refused.said())
                .startsWith("没有收下这次推送：有 500 个错误。")
                .contains("还有 480 个")
                .contains("汇总：\n  错误 E123 " + Explained.name("E123") + "500 处，500 个文件");
        assertThat(refused.said().lines().count()).isLessThan(100);
        for (int i = 0; i < 500; i++) {
            entry(clone, "content/n" + i + ".md", "第" + i);
        }
        server.commit(clone, "right");

        assertThat(server.push(clone).said()).startsWith("已发布：").contains("还有 480 个");
        assertThat(page("articles/2024/n499.html")).contains("第499");
    }

    @Test
    void tellsAFileNameThatIsNotUtf8() throws Exception {
        pushed();
        Process tree = new ProcessBuilder(
                        "sh",
                        "-c",
                        "id=$(git hash-object -w content/a.md); "
                                + "printf '100644 %s\\tcontent/\\263\\302.md\\n' \"$id\" | git update-index --index-info; "
                                + "git -c user.name=x -c user.email=x@shili.example commit -q -m gbk")
                .directory(clone.toFile())
                .inheritIO()
                .start();
        assertThat(tree.waitFor()).isZero();

        Pushed pushed = server.push(clone);

        assertThat(pushed.status()).isEqualTo(1);
        assertThat(pushed.said()).contains("content/\uFFFD\uFFFD.md 第 1 行：", "错误 E4");
    }

    @Test
    void aFullDiskLeavesTheSiteAndTheTimerTriesAgain() throws Exception {
        pushed();
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), "size=16m")) {
            run(
                    "hooks",
                    "install",
                    "--repo",
                    server.repository(),
                    "--to",
                    disk.folder().resolve("web"));
            server.hooksRunHere();
            committed("content/b.md", "第二条内容");
            pushed();
            Path filler = disk.fill();
            committed("content/c.md", "第三条内容");

            Pushed pushed = server.push(clone);

            assertThat(pushed.status()).isZero();
            assertThat(pushed.said())
                    .startsWith("已收下，但是网站没有更新：\n  磁盘已满，写不下了：")
                    .contains(own("publish.log").toString());
            assertThat(disk.folder().resolve("web/current/articles/2024/b.html"))
                    .exists();
            assertThat(own("publish.log")).content().contains("没有成功", "磁盘已满");
            Files.delete(filler);
            assertThat(runs().status()).isZero();
            assertThat(disk.folder().resolve("web/current/articles/2024/c.html"))
                    .exists();
        }
    }

    @Test
    void publishesOnTheDayOnWhichAnEntryFallsDue() throws Exception {
        write(clone, "content/later.md", "---\n标题: 以后的内容\n发布日期: 2099-01-02\n---\n\n正文。\n");
        server.commit(clone, "later");

        assertThat(server.push(clone).said()).endsWith("下次变化：2099-01-02（到那天网站自己更新）");

        assertThat(runs("--status").out()).isEqualTo("没有要发布的内容\n下次变化：2099-01-02\n");
        assertThat(runs()).isEqualTo(new Ran(0, "", ""));
        assertThat(page("articles/2099/later.html")).isEmpty();
        assertThat(runsOn("2099-01-01T16:01:00Z")).isZero();
        assertThat(page("articles/2099/later.html")).contains("以后的内容");
    }

    private int runsOn(String time) {
        return run(Clock.fixed(Instant.parse(time), ZoneOffset.UTC), timer()).status();
    }

    @Test
    void needsABareRepositoryAndAPlace() {
        assertThat(run("hooks", "install", "--repo", clone, "--to", "x"))
                .isEqualTo(new Ran(2, "", "这里不是 git 裸仓库（用 git init --bare 建一个）：" + clone + "。\n"));
        assertThat(run("hooks", "install", "--repo", server.repository()).err()).isEqualTo("请用 --to 写明发布到哪里。\n");
        assertThat(run("hooks").status()).isEqualTo(2);
    }
}
