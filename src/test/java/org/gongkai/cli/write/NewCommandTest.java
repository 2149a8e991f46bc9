package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.gongkai.testing.SmallDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class NewCommandTest extends SiteFixture {

    @BeforeEach
    void aSiteWithACode() {
        site.file("content/_data/site.yml", "机构代码: SLSW01\n");
    }

    @Test
    void beginsTheFirstEntryOfACloneOfAnEmptyRepositoryAndOfNoOtherFolder() throws Exception {
        Path clone = Files.createDirectory(folder.resolve("clone"));
        String[] command = {"new", "文章", "第一条内容", "-s", clone.toString(), "--date", "2024-05-10"};
        assertThat(SiteFolder.run(command))
                .isEqualTo(new Ran(2, "", "这里没有 content 文件夹：" + clone + "；新建站点用 gongkai init。\n"));
        GitFolder git = new GitFolder(clone);

        assertThat(SiteFolder.run(command).out()).isEqualTo(clone.resolve("content/文章/2024/第一条内容.md") + "\n");

        git.commit("first").git("rm", "-rq", "content");
        assertThat(SiteFolder.run(command).status()).isEqualTo(2);
    }

    @Test
    void aFullDiskLeavesNoEmptyEntry() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), "size=1m")) {
            new SiteFolder(disk.folder()).file("content/_data/site.yml", "机构代码: SLSW01\n");
            disk.fill();

            Ran ran = SiteFolder.run("new", "通知", "关于春游的通知", "-s", disk.folder(), "--date", "2024-05-10");

            assertThat(ran).isEqualTo(new Ran(3, "", "磁盘已满，写不下了；站点没有改动。\n"));
            assertThat(disk.folder().resolve("content/通知/2024/关于春游的通知.md")).doesNotExist();
        }
    }

    @Test
    void writesAnEntryWithWhatHasToBeFilledIn() throws Exception {
        site.published("content/通知/2024/a.md", "标题: 关于甲的通知", "发布日期: 2024-05-06", "文种: 通知", "索引号: SLSW01/2024-00041");

        Ran ran = create("公示", "关于支部委员候选人预备人选的公示", "--date", "2024-05-10");

        Path file = site.root().resolve("content/公示/2024/关于支部委员候选人预备人选的公示.md");
        assertThat(ran).isEqualTo(new Ran(0, file + "\n", ""));
        assertThat(Files.readString(file))
                .isEqualTo(
                        """
                        ---
                        标题: 关于支部委员候选人预备人选的公示
                        索引号: SLSW01/2024-00042
                        文种: 公示
                        发布日期: 2024-05-10
                        公开范围: 本单位
                        发布机构: 第一党支部
                        公示: 2024-05-10 至 2024-05-15，5个工作日
                        # 还可以写：受理部门、监督电话、监督信箱。
                        # 发布前写上谁在哪天审查和批准，如 宣传委员 2024-05-10，审批写 书记 2024-05-10；再把草稿改成已发布。
                        保密审查:
                        审批:
                        状态: 草稿
                        ---

                        （在这里写公示什么，根据哪次会议的决定。）

                        ## 一、公示内容

                        （在这里写人员或者事项的基本情况。）

                        ## 二、意见反映

                        （在这里写用什么方式反映，对实名和匿名的分别怎么办。）
                        """);
        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    void writesTwoFilesWithTwoNumbersWhenRunTwice() throws Exception {
        String first = create("通知", "关于甲的通知").out();
        String second = create("通知", "关于甲的通知").out();

        assertThat(List.of(first, second))
                .containsExactly(
                        site.root().resolve("content/通知/2024/关于甲的通知.md") + "\n",
                        site.root().resolve("content/通知/2024/关于甲的通知-2.md") + "\n");
        assertThat(Files.readString(Path.of(first.strip()))).contains("索引号: SLSW01/2024-00001\n", "发布日期: 2024-06-01\n");
        assertThat(Files.readString(Path.of(second.strip()))).contains("索引号: SLSW01/2024-00002\n");
        assertThat(site.build().status()).isZero();
    }

    @Test
    void writesDraftsOfEveryKindInWhichNothingIsWrong() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");

        for (Kind kind : Kinds.builtIn(new YamlReader()).all()) {
            Ran ran = create(kind.name());

            assertThat(ran.err()).as(kind.name()).isEmpty();
            assertThat(Path.of(ran.out().strip())).exists();
        }
        assertThat(site.build().problems()).noneMatch(problem -> problem.contains(" 错误 "));
        assertThat(site.build("--drafts").problems()).noneMatch(problem -> problem.contains(" 错误 E1"));
    }

    @Test
    void countsNumbersOfDraftsAndOfHeadersThatCannotBeRead() throws Exception {
        site.entry("content/d.md", "标题: 甲", "发布日期: 2024-01-02", "状态: 草稿", "索引号: SLSW01/2024-00007")
                .file("content/x.md", "---\n标题: [\n索引号: SLSW01/2024-00012\n---\n")
                .entry("content/o.md", "标题: 乙", "发布日期: 2024-01-02", "索引号: ABCD02/2024-00099")
                .entry("content/y.md", "标题: 丙", "发布日期: 2023-01-02", "索引号: SLSW01/2023-00050");

        String file = create("通知").out().strip();

        assertThat(Files.readString(Path.of(file))).contains("标题: 2024年关于某项工作的通知（请改标题）\n", "索引号: SLSW01/2024-00013\n");
        assertThat(file).endsWith("content/通知/2024/通知.md");
    }

    @Test
    void givesAnArticleNoNumber() throws Exception {
        String file = create("文章", "随笔").out().strip();

        assertThat(Files.readString(Path.of(file)))
                .isEqualTo("---\n标题: 随笔\n文种: 文章\n发布日期: 2024-06-01\n状态: 草稿\n---\n\n（在这里写正文。）\n");
    }

    @Test
    void doesWithoutACode() throws Exception {
        site.file("content/_data/site.yml", "名称: 某站\n");

        Ran ran = create("通知", "关于甲的通知");

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEqualTo("content/_data/site.yml 里没有写机构代码，没有编索引号。\n");
        assertThat(Files.readString(Path.of(ran.out().strip()))).doesNotContain("索引号");
    }

    @Test
    void countsThePeriodOfANoticeByTheOfficialCalendar() throws Exception {
        assertThat(notice("2024-04-27")).isEqualTo("公示: 2024-04-28 至 2024-05-07，5个工作日");
        assertThat(notice("2024-05-01")).isEqualTo("公示: 2024-05-06 至 2024-05-10，5个工作日");
        assertThat(site.build().problems()).isEmpty();
        assertThat(notice("2039-05-02")).isEqualTo("公示: 2039-05-02 至 2039-05-06，5个工作日");
    }

    private String notice(String day) throws Exception {
        String text = Files.readString(
                Path.of(create("公示", "关于" + day + "的公示", "--date", day).out().strip()));
        assertThat(text.contains("没有2039年的放假安排")).isEqualTo(day.startsWith("2039"));
        return text.lines().filter(line -> line.startsWith("公示:")).findFirst().orElseThrow();
    }

    @Test
    void choosesAColumnThatTheSiteHas() {
        site.file(
                        "content/_data/categories.yml",
                        "- {名称: 动态, 标识: news}\n- {名称: 党费, 标识: fees}\n- {名称: 总结, 标识: s, 说明: 各阶段的公告和述职报告。}\n")
                .published("content/a.md", "标题: 甲", "发布日期: 2024-05-06", "文种: 党费收缴公示", "栏目: 党费");

        assertThat(create("党费收缴公示", "甲").out()).isEqualTo(site.root().resolve("content/党费/2024/甲.md") + "\n");
        assertThat(create("通知", "乙").out()).isEqualTo(site.root().resolve("content/动态/2024/乙.md") + "\n");
        assertThat(create("述职报告", "丁").out()).isEqualTo(site.root().resolve("content/总结/2024/丁.md") + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    关于“A/B: 测试”的通知      | 关于“A-B-测试”的通知.md | 标题: "关于“A/B: 测试”的通知"
                    ../../x                    | x.md                    | 标题: ../../x
                    # 1 "引号" \\反斜线         | 1-引号-反斜线.md        | 标题: "# 1 \\"引号\\" \\\\反斜线"
                    _草稿.                     | 草稿.md                 | 标题: _草稿.
                    CON                        | CON-1.md                | 标题: CON
                    """)
    void makesFileNamesThatEveryMachineCanHold(String title, String name, String line) throws Exception {
        Path file = Path.of(create("文章", title).out().strip());

        assertThat(file).isEqualTo(site.root().resolve("content/文章/2024/" + name));
        assertThat(Files.readString(file)).contains("\n" + line + "\n");
        assertThat(site.build("--drafts").problems()).isEmpty();
        assertThat(site.files().toString()).isNotEmpty();
    }

    @Test
    void cutsLongNames() {
        assertThat(create("文章", "长".repeat(300)).out()).endsWith("/" + "长".repeat(60) + ".md\n");
    }

    @Test
    void saysWhichKindIsNearest() {
        assertThat(create("工作计化", "x")).isEqualTo(new Ran(2, "", "没有“工作计化”这个文种；您是不是要写“工作计划”。\n"));
        assertThat(run("new", "-s", site.root())).isEqualTo(new Ran(2, "", "缺少参数：文种。用法见 gongkai new --help\n"));
    }

    @Test
    void hasNothingToDoWithJBakeProjects(@TempDir Path project) {
        new SiteFolder(project).file("jbake.properties", "");

        assertThat(run("new", "通知", "-s", project))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "这是 JBake 项目，没有文种和索引号，不能用这个命令；请把 content 复制到一个没有 jbake.properties 的文件夹，文件头不用改，再在那里用：" + project
                                + "。\n"));
    }

    @Test
    void givesNoNumberThatAnEntryOfThePastHad() {
        GitFolder git = new GitFolder(site.root());
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-05-01", "索引号: SLSW01/2024-00007");
        git.commit("first");
        site.delete("content/a.md");
        git.commit("gone");

        create("通知", "关于值班的通知");

        assertThat(SiteFolder.files(site.root().resolve("content")).values())
                .anySatisfy(text -> assertThat(text).contains("SLSW01/2024-00008"));
    }

    private Ran create(String... arguments) {
        return run("new", "-s", site.root(), arguments);
    }
}
