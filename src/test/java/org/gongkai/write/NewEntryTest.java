package org.gongkai.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfigReader;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.io.TextResource;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Headers;
import org.gongkai.write.form.EntryPresets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NewEntryTest extends FolderFixture {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final SiteConfig CONFIG = new SiteConfigReader(new YamlReader(), FeatureNames.NONE, problem -> {})
            .read(path -> path.equals(Organisation.PATH) ? Optional.of("支部: 第一党支部\n党员人数: 19\n") : Optional.empty());

    static List<Kind> kinds() {
        return Headers.kinds().all();
    }

    private static String text(String kind, String title, LocalDate day, Entry... entries) {
        Kind named = Headers.kinds().named(kind).orElseThrow();
        return new NewEntry(
                        named,
                        kind,
                        Optional.of(title),
                        Optional.of("A1/2024-00001"),
                        named.listing().column(),
                        new EntryPresets(CONFIG, List.of(entries), day),
                        Headers.context(Headers.kinds()),
                        Optional.empty())
                .text();
    }

    /** A reader takes the text for an entry, whatever is still to be filled in. */
    @ParameterizedTest
    @MethodSource("kinds")
    void isADraftOfItsKind(Kind kind) {
        String text = text(kind.name(), "关于甲：乙的通知", DAY);

        Headers.Read read = Headers.read("content/a.md", text);

        assertThat(read.problems()).isEmpty();
        Entry entry = read.entry().orElseThrow(() -> new AssertionError(text));
        assertThat(entry.title()).isEqualTo("关于甲：乙的通知");
        assertThat(entry.publication().number()).isEqualTo("A1/2024-00001");
        assertThat(entry.publication().status()).isEqualTo(Entry.Status.DRAFT);
        assertThat(entry.listing().categories()).containsExactly(kind.listing().column());
        assertThat(entry.dates().published().toLocalDate()).isEqualTo(DAY);
        assertThat(text.lines().filter(line -> line.startsWith("（")))
                .as("marked blanks, which no published entry may have")
                .allMatch(line -> line.matches("（在这里写[^（）]{1,40}）"))
                .isNotEmpty();
    }

    @Test
    void hasTheSectionsOfItsKind() {
        assertThat(text("工作总结", "第一党支部2023年度工作总结", DAY)).isEqualTo(TextResource.of(NewEntryTest.class, "summary.md"));
    }

    @Test
    void leavesOutWhatTheSiteSaysForAllEntries() {
        Kind notice = Headers.kinds().named("通知").orElseThrow();
        SiteConfig site = new SiteConfigReader(new YamlReader(), FeatureNames.NONE, problem -> {})
                .read(path -> path.equals(SiteConfigReader.SITE)
                        ? Optional.of("默认: {公开范围: 本单位, 发布机构: 第一党支部}\n")
                        : Optional.empty());
        NewEntry fresh = new NewEntry(
                notice,
                "通知",
                Optional.of("关于值班的通知"),
                Optional.empty(),
                "通知",
                new EntryPresets(site, List.of(), DAY),
                Headers.context(Headers.kinds()),
                Optional.empty());

        assertThat(fresh.text()).startsWith("---\n标题: 关于值班的通知\n文种: 通知\n发布日期: 2024-05-10\n# 还可以写");
    }

    @Test
    void takesOverWhatTheLastEntryOfTheKindSays() {
        Entry last = Headers.yaml(
                        "标题: 第一党支部4月支部党员大会",
                        "文种: 党员大会",
                        "发布日期: 2024-04-10",
                        "公开范围: 全党",
                        "发布机构: 示例站第一党支部",
                        "会议: {name: 支部党员大会, 时间: 2024-04-09 15:00, place: 三楼会议室, 主持人: 支部书记, 实到: 16}",
                        "保密审查: {审查人: 组织委员, 日期: 2024-04-09}",
                        "审批: 支部书记 2024-04-10")
                .entry()
                .orElseThrow();

        assertThat(text("党员大会", "第一党支部5月支部党员大会", DAY, last))
                .contains(
                        """
                        公开范围: 全党
                        发布机构: 示例站第一党支部
                        会议: {名称: 支部党员大会, 时间:, 地点: 三楼会议室, 主持人: 支部书记, 记录人:, 应到: 19, 实到:}
                        # 还可以写：议题、决议。
                        # 发布前写上谁在哪天审查和批准，如 组织委员 2024-05-10，审批写 支部书记 2024-05-10；再把草稿改成已发布。
                        """);
    }

    @Test
    void carriesOverWhereToObjectButNothingElse() {
        Entry last = Headers.yaml("标题: 关于丙的公示", "文种: 评优公示", "发布日期: 2024-04-10", "监督电话: 内线 6022", "名单: [{姓名: 何一鸣}]")
                .entry()
                .orElseThrow();

        assertThat(text("评优公示", "关于丁的公示", DAY, last))
                .contains("监督电话: 内线 6022\n# 还可以写：名单、受理部门、监督信箱。\n")
                .doesNotContain("何一鸣");
    }

    /** The order of the stages is that of the kind; who is meant, its title says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "换届选举 | 第一党支部换届选举 | 换届选举 | 关于部署换届选举的通知 | 部署换届 | 2024-03-01 | 酝酿候选人",
                "换届选举 | 第一党支部换届选举大会 | 换届选举 | 关于部署换届选举的通知 | 部署换届 | 2024-03-01 | 选举大会",
                "换届选举 | 第一党支部换届选举 | 换届选举 | 关于部署换届选举的通知 | 部署换届 | 2023-03-01 |",
                "换届选举 | 第一党支部换届选举 | 换届选举 | 上届换届选举结果 | 公布结果 | 2024-03-01 |",
                "发展党员公示 | 关于拟接收林晓禾同志为中共预备党员的公示 | 发展党员公示 | 关于确定林晓禾同志为发展对象的公示 | 确定发展对象 | 2022-03-01 | 接收预备党员",
                "发展党员公示 | 关于拟接收周一木同志为中共预备党员的公示 | 发展党员公示 | 关于确定林晓禾同志为发展对象的公示 | 确定发展对象 | 2024-03-01 |",
                "发展党员公示 | 关于接收预备党员的公示 | 发展党员公示 | 关于确定发展对象的公示 | 确定发展对象 | 2024-03-01 | 接收预备党员",
                "公示 | 关于下届支部委员候选人预备人选的公示 | 换届选举 | 推荐候选人的情况 | 酝酿候选人 | 2024-03-01 | 候选人公示",
                "公示 | 关于拟接收预备党员的公示 | 发展党员公示 | 关于确定发展对象的公示 | 确定发展对象 | 2024-03-01 | 接收预备党员",
                "公示 | 关于优秀党员推荐对象的公示 | 换届选举 | 推荐候选人的情况 | 酝酿候选人 | 2024-03-01 |",
                "通知 | 关于值班的通知 | [通知, 换届选举] | 关于部署换届选举的通知 | 部署换届 | 2024-03-01 |"
            })
    void continuesWithTheNextStage(
            String kind, String title, String of, String before, String stage, String day, String next) {
        Entry last = stage(of, before, stage, day);

        String text = text(kind, title, DAY, last);

        if (next == null) {
            assertThat(text).doesNotContain("接着", "事项: 一件事");
        } else {
            String after = "# 接着《" + before + "》（content/a.md）；不是这一步的请改。\n";
            assertThat(text).contains("事项: 一件事\n", after, "\n阶段: " + next + "\n");
        }
    }

    @Test
    void saysUntilWhenAnElectionIsToBe() {
        Entry last = stage("换届选举", "换届选举", "公布结果", "2021-07-01");

        assertThat(text("换届选举", "关于启动换届的通知", DAY, last)).contains("任期将于2024年6月29日届满");
        assertThat(text("换届选举", "推荐候选人的情况", DAY, stage("换届选举", "换届选举", "启动换届", "2024-05-01"), last))
                .contains("不是这一步的请改。\n# 这一步最迟2024年6月29日，根据：《中国共产党基层组织选举工作条例》：任期届满按期换届");
    }

    private static Entry stage(String kind, String title, String stage, String day) {
        return Headers.yaml(
                        "标题: " + title,
                        "文种: " + kind,
                        "发布日期: " + day,
                        "阶段: " + stage,
                        "事项: 一件事",
                        "公开范围: 本单位",
                        "发布机构: 第一党支部",
                        kind.contains("换届选举") ? "任期: 2021-06-30 至 2024-06-29" : "公示: 2024-03-01 至 2024-03-07",
                        "保密审查: 组织委员 2010-01-04",
                        "审批: 支部书记 2010-01-05")
                .entry()
                .orElseThrow();
    }

    /** A paper of a stage begins with the sentences of that stage; of an unknown one with those of the kind. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "发展党员公示 | 关于确定林晓禾同志为入党积极分子的公示 |"
                        + " 经（在这里写党员推荐或者群团组织推优的情况），（在这里写哪次会议）研究，拟确定林晓禾同志为入党积极分子。现予公示，公示期为2024年5月10日至2024年5月15日，5个工作日。",
                "发展党员公示 | 关于林晓禾同志转为正式党员的公示 | ## 一、预备期的表现",
                "发展党员公示 | 关于林晓禾同志的公示 | （在这里写哪次会议讨论，拟定了什么。）",
                "换届选举 | 关于启动换届的通知 | ## 一、委员会的组成",
                "换届选举 | 关于候选人预备人选的公示 | ## 一、预备人选的基本情况",
                "换届选举 | 关于换届选举的事 | ## 一、选举经过"
            })
    void writesThePaperOfItsStage(String kind, String title, String begins) {
        assertThat(text(kind, title, DAY)).contains("\n" + begins + "\n").doesNotContain("〈");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "关于开会的通知|关于开会的通知",
                "2024年工作总结（摘要）|2024年工作总结（摘要）",
                "收入/支出: \"上半年\"|收入-支出-上半年",
                "  .隐藏的. |隐藏的",
                "con|con-1",
                "LPT1|LPT1-1",
                "concert|concert",
                "?|''"
            })
    void holdsWhatEveryFileSystemTakes(String title, String name) {
        assertThat(TitleFileName.of(title)).isEqualTo(name);
    }

    @Test
    void fitsIntoTheNameOfAFile() {
        assertThat(TitleFileName.of("长".repeat(200))).isEqualTo("长".repeat(60));
    }

    @Test
    void numbersANameThatAnEntryOfAnyFormHas() throws IOException {
        Path year = folder.resolve("通知/2024");

        Path first = TitleFileName.writeNew(year, "A会", "一");
        Files.writeString(year.resolve("a会-2.adoc"), "二");
        Path next = TitleFileName.writeNew(year, "a会", "三");

        assertThat(first).isEqualTo(year.resolve("A会.md")).hasContent("一");
        assertThat(next).isEqualTo(year.resolve("a会-3.md")).hasContent("三");
        assertThat(first).hasContent("一");
    }

    @ParameterizedTest
    @CsvSource({"Page, Page-1-2", "page-3, page-3-2", "index, index-2"})
    void doesNotTakeTheAddressOfAList(String name, String free) throws IOException {
        Files.writeString(folder.resolve(name + ".md"), "一");

        assertThat(TitleFileName.free(folder, name)).isEqualTo(free);
    }

    private static Entry numbered(String number) {
        return Headers.right(Headers.yaml("标题: 甲", "发布日期: 2024-05-06", "索引号: " + number));
    }

    @Test
    void followsTheHighestNumberOfItsYear() {
        IndexNumbers numbers = new IndexNumbers(
                "SLSW01",
                List.of(numbered("SLSW01/2024-00007"), numbered("SLSW01/2024-00002"), numbered("SLSW02/2024-00050")),
                List.of(),
                List.of());

        assertThat(numbers.next(2024)).isEqualTo("SLSW01/2024-00008");
        numbers.take("SLSW01/2024-00008");
        assertThat(numbers.next(2024)).isEqualTo("SLSW01/2024-00009");
        assertThat(numbers.next(2025)).isEqualTo("SLSW01/2025-00001");
    }

    @Test
    void givesNoNumberASecondTime() {
        IndexNumbers numbers = new IndexNumbers(
                "A1",
                List.of(),
                List.of("---\n标题: [\n索引号: A1/2024-00011\n---\n正文提到 A1/2024-00090。\n", ":number: A1/2023-00004\n"),
                List.of("A1/2022-00005"));

        assertThat(numbers.next(2024)).isEqualTo("A1/2024-00012");
        assertThat(numbers.next(2023)).isEqualTo("A1/2023-00005");
        assertThat(numbers.next(2022)).isEqualTo("A1/2022-00006");
    }
}
