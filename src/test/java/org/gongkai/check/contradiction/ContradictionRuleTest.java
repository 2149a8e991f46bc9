package org.gongkai.check.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.check.branch.BranchRules;
import org.gongkai.check.contradiction.sentence.Placeholders;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.check.rule.RuleSet.EntryRule;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Case;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of an entry whose facts contradict each other. The own lines of a header begin with line 4. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContradictionRuleTest {

    private static final String BRANCH = "党员人数: 18\n"
            + "任期: {起: 2024-09-20, 止: 2027-09-19}\n"
            + "委员会: [书记, 副书记, 组织委员, 宣传委员, 纪检委员]\n"
            + "党小组: [{名称: 管网组, 人数: 8}, {名称: 厂区组, 人数: 10}]";

    /** By what is known of the branch: a rule reads a thousand expressions when it is made. */
    private final Map<String, RuleSet> rules = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"within.yml", "between.yml", "chains.yml"})
    void everyExpressionCompiles(String file) {
        Value.Fields all = (Value.Fields) new YamlReader().resource(ContradictionRule.class, file);
        for (Value it : ((Value.Items) all.value("正文").orElseThrow()).items()) {
            assertThat(Placeholders.compile(((Value.Fields) it).text("式").get()).isIn(""))
                    .isFalse();
        }
    }

    private static RuleSet rules(String branch) {
        Organisation known = Organisation.read(new YamlReader(), Optional.of(branch), problem -> {
            throw new IllegalStateException(problem.text());
        });
        EntryRule rule = new ContradictionRule(known, new WorkCalendar(new YamlReader(), List.of()), true);
        return new BranchRules(known).rules().and(new RuleSet(List.of(), List.of(), List.of(rule), List.of()));
    }

    /** @param fields further lines of the header from line 4 on, separated by semicolons */
    private List<String> told(String branch, String kind, String fields, String body) {
        var header = new ArrayList<>(List.of("文种: " + kind, fields.startsWith("发布") ? "年度: 2024" : "发布日期: 2024-10-08"));
        header.addAll(List.of(fields.split("; ")));
        if (header.stream().noneMatch(line -> line.startsWith("标题"))) {
            header.add("标题: 甲");
        }
        String text = "---\n" + String.join("\n", header) + "\n---\n" + body + "\n";
        List<Problem> problems = new ArrayList<>();
        Headers.Read read = Headers.read("content/a.md", text);
        rules.computeIfAbsent(branch, ContradictionRuleTest::rules)
                .check(new ProseReader().read(read.entry().orElseThrow(), text), problems::add);
        return problems.stream()
                .sorted()
                .map(problem -> problem.text().replaceFirst("^content/a\\.md:", ""))
                .map(told -> told.replaceFirst("；.*", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhatDoesNotFitAndNothingElse(Case test) {
        String[] kindAndFields = test.form().strip().split(" \\| ");
        assertThat(told(BRANCH, kindAndFields[0], kindAndFields[1], test.text()))
                .isEqualTo(test.told());
    }

    static Stream<Case> cases() {
        return Case.of(ContradictionRuleTest.class, "cases.txt");
    }

    /** A committee whose members are known one by one is counted on the day of each meeting. */
    @ParameterizedTest
    @CsvSource({
        "2024-09-10, 4, ''",
        "2024-09-10, 3, 警告 W356 应到3人，支部委员会这一天一共4人",
        "2024-10-10, 3, ''",
        "2024-10-10, 4, 警告 W356 应到4人，支部委员会这一天一共3人",
        "2024-10-10, 2, 警告 W356 应到2人，支部委员会这一天一共3人"
    })
    void aCommitteeIsThatOfTheDay(String day, int entitled, String expected) {
        String branch =
                "委员会: [书记, 组织委员, {职务: 宣传委员, 止: 2024-09-19}, {职务: 宣传委员, 起: 2024-09-20}," + " {职务: 副书记, 止: 2024-09-19}]";
        assertThat(told(branch, "支委会", "会议: {时间: " + day + ", 应到: " + entitled + "}", "略"))
                .allMatch(told -> told.endsWith(expected))
                .hasSize(expected.isEmpty() ? 0 : 1);
    }

    /** Who has which post is known by name on the day of a paper. */
    @ParameterizedTest
    @CsvSource({
        "标题: 支部书记讲党课“甲”; 主讲人: 程柏, 略, 警告 W359 写的是书记“程柏”，组织情况里书记是“丁岭”，“程柏”是副书记",
        "标题: 学习情况, 组织委员程柏领学。, 警告 W359 写的是组织委员“程柏”，组织情况里组织委员是“纪宁”，“程柏”是副书记",
        "标题: 学习情况, 程柏同志任组织委员。, 警告 W359 写的是组织委员“程柏”，组织情况里组织委员是“纪宁”，“程柏”是副书记",
        "标题: 学习情况, 组织委员乔岚领学。, 警告 W359 写的是组织委员“乔岚”，组织情况里组织委员是“纪宁”",
        "标题: 学习情况, 安全委员程柏领学。, 警告 W359 写的是安全委员“程柏”，组织情况里“程柏”是副书记",
        "标题: 学习情况, 组织委员陶小满领学。, 警告 W359 写的是组织委员“陶小满”，组织情况里组织委员是“纪宁”",
        "标题: 学习情况, 青年委员林小木领学。, 警告 W359 写的是青年委员“林小木”，组织情况里青年委员是“林小禾”",
        "标题: 管网组学习情况, 会后组长纪宁收齐笔记。组长乔岚签字。, 警告 W359 写的是管网组组长“乔岚”，组织情况里管网组组长是“纪宁”",
        "标题: 学习情况, 上半年组织委员乔岚领学。副书记程柏领学。, ''",
        "会议: {出席: 丁岭、程柏、乔岚}, 略, 警告 W318 出席的乔岚这一天不是委员",
        "'会议: {记录人: 组织委员, 主持人: 副书记}', 会议由程柏主持，记录由纪宁完成。, ''",
        "标题: 甲; 主讲人: 书记, 程柏同志以“乙”为题讲党课。, 警告 W318 正文里讲课的是程柏，文件头里是书记，组织情况里书记是丁岭",
        "会议: {出席: 书记、程柏、纪宁}, 略, ''",
        "发布日期: 2024-03-08; 标题: 学习, 3月7日，组织委员纪宁领学。, 警告 W359 写的是组织委员“纪宁”，组织情况里组织委员是“乔岚”",
        "发布日期: 2024-06-28; 标题: 学习, 7月起，组织委员纪宁领学。, ''",
        "发布日期: 2024-07-10; 标题: 学习, 7月9日，组织委员乔岚领学。, 警告 W359 写的是组织委员“乔岚”，组织情况里组织委员是“纪宁”",
        "会议: {时间: 2024-01-05}, 选举丁岭为书记、纪宁为副书记。, 警告 W318 选为副书记的是纪宁，组织情况里副书记是程柏",
        "标题: 值守, 突击组长乔岚、管网组长乔岚在场。, 警告 W359 写的是管网组长“乔岚”，组织情况里管网组长是“纪宁”"
    })
    void whoHasWhichPostIsKnownOnItsDay(String fields, String body, String expected) {
        String branch = "委员会: [{职务: 书记, 姓名: 丁岭}, {职务: 副书记, 姓名: 程柏}, {职务: 组织委员, 姓名: 乔岚, 止: 2024-06-30},"
                + " {职务: 组织委员, 姓名: 纪宁, 起: 2024-07-01}, {职务: 青年委员, 姓名: 林小禾}]\n任期: {起: 2024-01-05, 止: 2027-01-04}"
                + "\n党小组: [{名称: 管网组, 组长: [{姓名: 乔岚, 止: 2024-06-30}, {姓名: 纪宁, 起: 2024-07-01}]}]\n人员: [陶小满]";
        assertThat(told(branch, fields.startsWith("会议") ? "支委会" : "党课", fields, body))
                .allMatch(told -> told.endsWith(expected))
                .hasSize(expected.isEmpty() ? 0 : 1);
    }
}
