package org.gongkai.check.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of an entry whose facts contradict each other. The own lines of a header begin with line 4. */
class ContradictionRuleTest {

    private static final String BRANCH =
            "党员人数: 18\n委员会: [书记, 副书记, 组织委员, 宣传委员, 纪检委员]\n党小组: [{名称: 管网组, 人数: 8}, {名称: 厂区组, 人数: 10}]";

    private List<String> told(String kind, String fields, String body) {
        return told(BRANCH, kind, fields, body);
    }

    /** @param fields further lines of the header from line 4 on, separated by semicolons */
    private static List<String> told(String branch, String kind, String fields, String body) {
        ContradictionRule rule = new ContradictionRule(
                new YamlReader(), Organisation.read(new YamlReader(), Optional.of(branch), problem -> {
                    throw new IllegalStateException(problem.text());
                }));
        List<String> header = new ArrayList<>(List.of("文种: " + kind, "发布日期: 2024-10-08"));
        header.addAll(List.of(fields.split("; ")));
        if (header.stream().noneMatch(line -> line.startsWith("标题"))) {
            header.add("标题: 甲");
        }
        String text = "---\n" + String.join("\n", header) + "\n---\n" + body.replace("\\n", "\n") + "\n";
        List<Problem> problems = new ArrayList<>();
        Headers.Read read = Headers.read("content/a.md", text);
        rule.check(new ProseReader().read(read.entry().orElseThrow(), text), problems::add);
        return problems.stream()
                .sorted()
                .map(problem -> problem.text().replaceFirst("^content/a\\.md:", ""))
                .map(told -> told.replaceFirst("；.*", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    支委会 | 会议: {时间: 2024-10-15 15:00}; 标题: 会议记录 | 略 | 4:10: 警告 W280 会议时间2024年10月15日晚于发布日期2024年10月8日
                    支委会 | 会议: {时间: 10月15日下午3点}; 标题: 会议纪要 | 略 | 4:10: 警告 W280 会议时间2024年10月15日晚于发布日期2024年10月8日
                    支委会 | 标题: 2024年第3次支委会会议记录; 会议: {时间: 2023-09-15} | 略 | 4:5: 警告 W281 标题里是2024年，会议时间是2023年9月15日
                    支委会 | 标题: 2024年第3次支委会会议记录; 会议: {次数: 第四次} | 略 | 5:10: 警告 W282 会议次数写的是4，标题里是第3次
                    通知 | 发文字号: 示水党〔2023〕4号; 成文日期: 2024-09-30 | 略 | 4:7: 警告 W281 发文字号里是2023年，成文和发布是2024年
                    党费收缴公示 | 标题: 2024年第三季度党费收缴公示; 期间: {起: 2024-04-01, 止: 2024-06-30} | 略 | 5:24: 警告 W283 期间到2024年6月30日止，标题里的期间从2024年7月1日才开始
                    公示 | 公示: {起: 2024-10-01, 止: 2024-10-12} | 略 | 4:9: 警告 W284 公示从2024年10月1日开始，发布日期是2024年10月8日：公示期不能从发布以前算起
                    公示 | 公示: {起: 2024-10-08, 止: 2024-10-14, 工作日: 5} | 公示期限为2024年10月8日至10月15日，共5个工作日。 | 7:17: 警告 W285 正文里公示到2024年10月15日为止，文件头里是2024年10月14日
                    公示 | 公示: {起: 2024-10-08, 止: 2024-10-14, 工作日: 5} | 自公示之日起七个工作日内反映。 | 7:7: 警告 W285 正文里公示7个工作日，文件头里是5个
                    党员大会 | 会议: {应到: 19, 实到: 18} | 略 | 4:10: 警告 W287 应到19人，支部一共18名党员
                    支委会 | 会议: {应到: 6, 实到: 5} | 略 | 4:10: 警告 W356 应到6人，支部委员会这一天一共5人
                    党小组会 | 会议: {应到: 9, 实到: 8, 党小组: 管网组} | 略 | 4:10: 警告 W287 应到9人，管网组一共8名党员
                    支委会 | 会议: {应到: 5, 实到: 5, 缺席: 林某（病假）} | 略 | 4:17: 警告 W288 应到5人，缺席1人，实到应是4人，写的是5人
                    支委会 | 会议: {应到: 5, 实到: 4, 出席: [甲某, 乙某, 丙某]} | 略 | 4:17: 警告 W288 实到4人，出席名单上是3人
                    党员大会 | 会议: {应到: 18, 实到: 16} | 应到党员18人，实到１５人。 | 4:18: 警告 W288 实到16人，正文里是15人
                    党员大会 | 会议: {应到: 18, 实到: 16} | 赞成15票，反对2票，弃权0票。 | 7:3: 警告 W289 赞成、反对、弃权相加是17票，多于到会的16人
                    党员大会 | 会议: {应到: 18, 实到: 16} | 15票赞成、0票反对、0票弃权，通过。 | 7:1: 警告 W289 赞成、反对、弃权相加是15票，到会16人
                    党员大会 | 会议: {应到: 18, 实到: 16} | 表决通过了接收决议，赞成9票。 | 7:13: 警告 W290 赞成9票，没有超过应到18人的半数，却写的是通过
                    通知 | 成文日期: 2024-10-08 | 定于2024年10月9日（星期五）开会。 | 7:16: 警告 W286 2024年10月9日不是星期五，是星期三
                    支委会 | 会议: {时间: 9月30日（周二）15:00} | 略 | 4:10: 警告 W286 2024年9月30日不是星期二，是星期一
                    文章 | 成文日期: 2024-10-08 | 支出人民币伍仟肆佰元整（¥4,500.00）。 | 7:6: 警告 W291 大写的金额是5400元，小写的是4500元
                    文章 | 成文日期: 2024-10-08 | 拨付4500元（大写：肆仟伍佰零伍元整）。 | 7:12: 警告 W291 大写的金额是4505元，小写的是4500元
                    文章 | 成文日期: 2024-10-08 | 应到20人，实到18人，到会率95％。 | 7:16: 警告 W292 到会率95%，按应到20人、实到18人算不是这个数
                    文章 | 成文日期: 2024-10-08 | 共列问题12项，已完成9项，完成率85%。 | 7:18: 警告 W292 完成率85%，按12项完成9项算不是这个数
                    公示 | 成文日期: 2024-10-08 | 林某，1990年5月生，现年24岁，2010年入党，党龄9年。 | 7:15: 警告 W293 年龄写的是24，按出生年份算是34,7:29: 警告 W293 党龄写的是9年，按入党年份算是14年
                    通知 | 成文日期: 2024-10-08 | 第一党支部\\n\\n2024年10月7日 | 9:1: 警告 W294 落款日期是2024年10月7日，文件头里的成文日期是2024年10月8日
                    文章 | 成文日期: 2024-10-08 | 活动预算3,000元，实际支出3500元。 | 7:16: 警告 W295 支出3500元，超出预算3000元
                    """)
    void tellsWhatDoesNotFit(String kind, String fields, String body, String told) {
        assertThat(told(kind, fields, body)).containsExactly(told.split(",(?=\\d+:)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    支委会 | 标题: 2024年第3次支委会会议记录; 会议: {次数: 第三次, 时间: 9月30日15:00—16:30, 应到: 5, 实到: 4, 缺席: 林某} | 应到委员5人，实到4人。
                    支委会 | 会议: {应到: 5, 实到: 5, 缺席: 无, 出席: 全体委员} | 略
                    支委会 | 会议: {应到: 5, 实到: 5, 出席: 甲某、乙某等五名委员} | 略
                    党员大会 | 会议: {应到: 18, 实到: 16} | 到会16人，其中预备党员2人。赞成14票，反对0票，弃权0票，通过。
                    党员大会 | 会议: {应到: 18, 实到: 16} | 甲某：赞成16票，反对0票，弃权0票，通过。乙某：赞成9票，反对7票，弃权0票，未通过。
                    党员大会 | 会议: {应到: 18, 实到: 16} | 去年应到17人，实到15人；今年应到18人，实到16人。
                    支委会 | 标题: 关于召开支委会的预告; 会议: {时间: 2024-10-15} | 略
                    通知 | 成文日期: 2024-10-08 | 定于10月9日（星期三）或者10月11日（周五）开会，周六休息。
                    党员大会 | 会议: {应到: 18, 实到: 16} | 应到有表决权的正式党员17名，实到15名，赞成15票。
                    党小组会 | 会议: {应到: 8, 实到: 8, 党小组: 管网组} | 管网组应到8名，实到8名；厂区组应到10名，实到9名。
                    组织生活会 | 标题: 2023年度组织生活会情况; 会议: {时间: 2024-01-29} | 略
                    党员大会 | 会议: {应到: 18, 实到: 16} | 赞成8票，没有过半，不予通过。重新表决，赞成16票，通过。
                    公示 | 公示: {起: 2024-10-08, 止: 2024-10-18} | 原公示期为2024年10月8日至10月14日，延长至10月18日。
                    通知 | 成文日期: 2024-10-08 | 现转发如下。\\n\\n2024年10月1日
                    通知 | 标题: 关于2023年工作的通知; 成文日期: 2024-09-30 | 略
                    公示 | 公示: {起: 2024-10-08, 止: 2024-10-14, 工作日: 5} | 公示期5个工作日。收到意见后10个工作日内答复。
                    公示 | 成文日期: 2024-10-08 | 林某，1990年5月生，2010年12月入党，现年33岁，党龄13年。
                    文章 | 成文日期: 2024-10-08 | 他18岁参军，1990年入党；预算执行率95%，三年支出3500元。
                    """)
    void leavesAloneWhatFitsOrIsSaidOfSomethingElse(String kind, String fields, String body) {
        assertThat(told(kind, fields, body)).isEmpty();
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
}
