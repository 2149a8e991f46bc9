package org.gongkai.cli.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.feature.register.model.RegisterSpecReader;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterCommandTest extends SiteFixture {

    /** Two registers, and none of those that are built in. */
    private static final String NOTICES =
            """
            - 标识: letters
              名称: 通知登记
              文种: [通知]
              年: [发布日期]
              列: [发布日期 date, 标题]
              排序: [发布日期]
              应有:
                - {事项: 通知, 每: 季度, 依据: 每季度一次}
            - 标识: empty
              名称: 讲座登记
              文种: [党课]
              列: [标题]
            """
                    + builtIn().stream()
                            .map(id -> "- {标识: " + id + ", 停用: 是}\n")
                            .collect(Collectors.joining());

    private static List<String> builtIn() {
        YamlReader yaml = new YamlReader();
        return new RegisterSpecReader(yaml, Kinds.builtIn(yaml), 30, problem -> {})
                .read(Optional.empty()).stream().map(RegisterSpec::id).toList();
    }

    @BeforeEach
    void aSite() {
        site.file("content/_data/registers.yml", NOTICES)
                .published("content/通知/a.md", "标题: 关于值班的通知", "文种: 通知", "发布日期: 2023-11-20")
                .published("content/通知/b.md", "标题: 关于停水的通知", "文种: 通知", "发布日期: 2024-05-06");
    }

    @Test
    void listsAllRegisters() {
        assertThat(register())
                .isEqualTo(
                        said(
                                """
                                名称      标识     行数  缺少  其中已逾期
                                通知登记  letters     2     1           1
                                讲座登记  empty       0     0           0
                                """));
        assertThat(register("--year", "2023").out()).contains("通知登记  letters     1     0           0\n");
    }

    @Test
    void listsAllRegistersForPrograms() {
        String json =
                """
                [{"register":"letters","name":"通知登记","asOf":"2024-06-01","rows":2,"missing":1,"overdue":1},\
                {"register":"empty","name":"讲座登记","asOf":"2024-06-01","rows":0,"missing":0,"overdue":0}]
                """;
        assertThat(register("--format", "json")).isEqualTo(said(json));
        assertThat(register("--json")).isEqualTo(said(json));
        assertThat(register("letters", "--format", "csv", "--json"))
                .isEqualTo(new Ran(2, "", "--json 和 --format csv 只能写一个。\n"));
    }

    @Test
    void putsWhatIsOverdueBeforeWhatIsNotYetDueOnTheDayThatIsAskedFor() {
        site.delete("content/通知/b.md").published("content/通知/b.md", "标题: 关于停水的通知", "文种: 通知", "发布日期: 2024-02-06");

        assertThat(register("letters", "--year", "2024", "--as-of", "2024-11-30")
                        .out())
                .endsWith(
                        """
                        应有而没有的：
                          已逾期  2024-06-30  第二季度通知（每季度一次）
                          已逾期  2024-09-30  第三季度通知（每季度一次）
                          未到期  2024-12-31  第四季度通知（每季度一次）
                        """);
    }

    @Test
    void showsTotalsAndAlignsNumbersToTheRight() {
        site.file("content/_data/kinds.yml", "- {名称: 走访, 标识: visits, 字段: [{名称: 户数, 类型: number}]}\n")
                .file(
                        "content/_data/registers.yml",
                        "- {标识: visits, 名称: 走访慰问, 文种: [走访], 列: [标题, 文种, 户数 number], 计数: 文种, 合计: [户数]}\n")
                .entry("content/走访/a.md", "标题: 甲", "文种: 走访", "发布日期: 2024-01-02", "户数: 8")
                .entry("content/走访/b.md", "标题: 甲乙丙", "文种: 走访", "发布日期: 2024-01-03", "户数: 12");

        assertThat(register("visits"))
                .isEqualTo(
                        said(
                                """
                                走访慰问：公开对象“本单位”，截至 2024-06-01

                                2024年，2 行
                                标题    文种  户数
                                甲      走访     8
                                甲乙丙  走访    12
                                合计：走访 2 · 户数 20
                                """));
    }

    @Test
    void cutsWhatIsTooWideForATable() {
        site.published("content/通知/a.md", "标题: " + "关于值班的".repeat(9) + "通知", "文种: 通知", "发布日期: 2023-11-20");

        assertThat(register("letters", "--year", "2023").out())
                .contains("2023-11-20  " + "关于值班的".repeat(3) + "关于值班…\n");
    }

    @Test
    void saysThatNothingIsRegisteredYet() {
        assertThat(register("empty")).isEqualTo(said("讲座登记：公开对象“本单位”，截至 2024-06-01\n还没有登记。\n"));
    }

    @Test
    void keepsOneYear() {
        assertThat(register("letters", "--year", "2023").out())
                .contains("2023年，1 行", "关于值班的通知")
                .doesNotContain("2024年", "关于停水的通知");
        assertThat(register("letters", "--year", "2023", "--format", "csv").out())
                .isEqualTo("\uFEFF年度,发布日期,标题,条目\r\n2023,2023-11-20,关于值班的通知,notices/2023/a.html\r\n");
    }

    @Test
    void writesTheFileThatIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("台账.json"), "旧的");

        assertThat(register("letters", "--format", "json", "-o", file.toString()))
                .isEqualTo(said(""));
        assertThat(file).hasContent(register("letters", "--json").out().stripTrailing());
        assertThat(file).content().contains("\"entries\": [\"notices/2024/b.html\"]");

        Path workbook = folder.resolve("台账.xlsx");
        assertThat(register("letters", "--format", "xlsx", "-o", workbook.toString()))
                .isEqualTo(said(""));
        assertThat(Files.readString(workbook, StandardCharsets.ISO_8859_1)).startsWith("PK\3\4");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(site.root(), file, workbook);
        }
    }

    @Test
    void readsACommit() {
        GitFolder git = new GitFolder(site.root()).commit("两条");
        site.delete("content/通知/b.md");

        assertThat(register("letters").out()).doesNotContain("关于停水的通知");
        assertThat(register("letters", "--rev", "main").out()).contains("关于停水的通知");
        assertThat(git.git("status", "--porcelain", "content")).contains("b.md");
    }

    @Test
    void changesNothingInTheSite() {
        register();
        TreeMap<String, String> before = SiteFolder.files(site.root());

        register("letters");
        register("letters", "--format", "csv");

        assertThat(SiteFolder.files(site.root())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    通知登计 | 没有“通知登计”这本台账；您是不是要写“通知登记”。
                    letter   | 没有“letter”这本台账；您是不是要写“letters”。
                    党费     | 没有“党费”这本台账；可以写：通知登记、讲座登记。
                    letters --year 2020 | 台账“通知登记”没有 2020 年的内容；可以写：2024、2023。
                    empty --year 2020 | 台账“讲座登记”没有 2020 年的内容；还没有登记。
                    letters --year 今年 | --year 的值“今年”不对：请写成 2024 这样的年份。用法见 gongkai register --help
                    letters --format xml | --format 的值“xml”不对：可以写：text、json、csv、xlsx。用法见 gongkai register --help
                    letters --format xlsx | 写成 xlsx 时，请用 -o 说明写到哪个文件。
                    --format csv | 写成 csv 时，请写明是哪一本台账。
                    letters --audience 领导 | 没有“领导”这个公开对象；可以写：本单位。
                    letters --audience 特定对象 | “特定对象”不是公开对象，不能进入共用的站点；要单独生成，用 build --only-special -o 文件夹。
                    """)
    void saysInOneSentenceWhatIsWrongWithItsArguments(String arguments, String sentence) {
        assertThat(register(arguments.split(" "))).isEqualTo(new Ran(2, "", sentence + "\n"));
    }

    @Test
    void wantsAPlaceForTheFile() {
        assertThat(register("letters", "-o", folder.toString()))
                .isEqualTo(new Ran(2, "", "这是一个文件夹，请写文件名：" + folder + "。\n"));
        assertThat(register("letters", "-o", folder.resolve("无/a.txt").toString()))
                .isEqualTo(new Ran(2, "", "没有这个文件夹：" + folder.resolve("无") + "。\n"));
    }

    @Test
    void wantsASiteWithKinds() {
        SiteFolder project = new SiteFolder(folder.resolve("jbake")).file("jbake.properties", "");

        assertThat(SiteFolder.run("register", "-s", project.root().toString()).status())
                .isEqualTo(2);
    }

    @Test
    void tellsTheErrorsOfTheSourceAndNoNumber() {
        site.entry("content/通知/c.md", "标题: 丙", "发布日期: 2024-13-40");

        assertThat(register("letters", "--format", "json"))
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                """
                                content/通知/c.md:3:7: 错误 E123 发布日期“2024-13-40”不是有效日期；请写成 2020-01-31 这样的形式
                                发现 1 个错误，改好以后才能计算台账。
                                """));
    }

    @Test
    void tellsTheErrorsOfTheDefinitionsAsACheckDoes() {
        site.file("content/_data/registers.yml", NOTICES.replace("排序: [发布日期]", "排序: [发部日期]"));

        String error =
                """
                content/_data/registers.yml:6:8: 错误 E137 “排序”不能写“发部日期”，它不是这本台账的列；您是不是要写“发布日期”
                """;
        assertThat(register()).isEqualTo(new Ran(1, "", error + "发现 1 个错误，改好以后才能计算台账。\n"));
        assertThat(SiteFolder.run("check", "-s", site.root().toString()).out()).startsWith(error);
    }

    @Test
    void anEntryThatTheAudienceMayNotSeeChangesNoByte() throws IOException {
        site.file("content/_data/site.yml", "公开对象:\n- {名称: 群众, 范围: [社会]}\n- {名称: 本单位, 范围: [社会, 本单位], 目录: b}\n");
        Map<String, String> before = everything("群众");

        site.published("content/通知/c.md", "标题: 关于内部的通知", "文种: 通知", "发布日期: 2022-02-01", "公开范围: 本单位")
                .published("content/通知/d.md", "标题: 关于草稿的通知", "文种: 通知", "发布日期: 2022-02-01", "状态: 草稿")
                .published("content/通知/e.md", "标题: 关于明年的通知", "文种: 通知", "发布日期: 2025-02-01");

        assertThat(everything("群众")).isEqualTo(before);
        assertThat(everything("")).isEqualTo(before);
        assertThat(everything("本单位").values()).allMatch(file -> file.contains("2022"));
        assertThat(register("letters", "--audience", "本单位").out())
                .contains("关于内部的通知")
                .doesNotContain("草稿", "明年");
    }

    /** What the command writes for an audience in every format. */
    private Map<String, String> everything(String audience) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String format : List.of("text", "json", "csv", "xlsx")) {
            Path file = folder.resolve("out");
            List<String> args = new ArrayList<>(List.of("letters", "--format", format, "-o", file.toString()));
            if (!audience.isEmpty()) {
                args.addAll(List.of("--audience", audience));
            }
            assertThat(register(args.toArray(String[]::new))).isEqualTo(said(""));
            all.put(format, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return all;
    }

    private static Ran said(String out) {
        return new Ran(0, out, "");
    }

    private Ran register(String... more) {
        return SiteFolder.run("register", "-s", site.root(), more);
    }
}
