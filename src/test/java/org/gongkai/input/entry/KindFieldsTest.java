package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.KindsReader;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.gongkai.input.entry.kind.TitlePattern;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in the fields of kinds, and what the built-in kinds say. */
class KindFieldsTest {

    private static final Kinds KINDS = Kinds.builtIn(new YamlReader());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    党课         | 主讲人: 李某 13800000000 | 5 | 字段“主讲人”的值“李某 138********”不合要求；请写姓名或职务；电话写在联系方式里，证件号不要公开
                    工作总结     | 完成率: 120%             | 5 | 字段“完成率”的值“120%”不合要求；请写 0 到 100 的百分比，如 95.5%
                    工作总结     | 满意度: 很高             | 5 | 字段“满意度”的值“很高”不合要求；请写 0 到 100 的百分比，如 95.5%
                    发展党员公示 | 阶段: 接收予备党员       | 5 | 字段“阶段”的值“接收予备党员”不合要求；您是不是要写“接收预备党员”
                    """)
    void aValueOfAnotherTypeIsTold(String kind, String field, int line, String message) {
        int column = field.indexOf(':') + 3;
        assertThat(of(kind, field)).containsExactly("content/a.md:" + line + ":" + column + ": 错误 E106 " + message);
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsTold() {
        assertThat(of("工作总结", "期间: {起: 2024-03-01, 止: 2024-01-31}"))
                .containsExactly("content/a.md:5:24: 错误 E106 字段“期间”的值截止2024-01-31早于开始2024-03-01；请核对起止日期");
    }

    @Test
    void anUnknownChoiceThatIsLikeNoneIsToldAllOfThem() {
        assertThat(of("发展党员公示", "阶段: 第三步"))
                .containsExactly(
                        "content/a.md:5:5: 错误 E106 字段“阶段”的值“第三步”不合要求；可以写：确定入党积极分子、确定发展对象、接收预备党员、转正，要补充的写在词后面的括号里");
    }

    @ParameterizedTest
    @CsvSource({"发展党员公示, 阶段: 确定积极分子", "发展党员公示, 阶段: 转正（按期）", "决议, 执行情况: 已执行，按月登记", "研究课题, 课题状态: 在办"})
    void aChoiceMayBeWrittenAsItsAliasAndWithARemark(String kind, String field) {
        assertThat(of(kind, field)).isEmpty();
    }

    @Test
    void aWordThatAColumnDoesNotOfferIsShownAllTheSame() {
        assertThat(of("工作计划", "任务项:", "- {内容: 换表, 状态: 已完工}", "- {内容: 测漏, 状态: 下月再说}"))
                .containsExactly(
                        "content/a.md:6:16: 警告 W127 表格“任务项”里“状态”的值“已完工”不是可以选的词，统计时不计入；" + "您是不是要写“已完成”",
                        "content/a.md:7:16: 警告 W127 表格“任务项”里“状态”的值“下月再说”不是可以选的词，统计时不计入；"
                                + "可以写：未开始、进行中、已完成、长期坚持、未完成、已取消，要补充的写在词后面的括号里");
    }

    @ParameterizedTest
    @ValueSource(strings = {"已完成", "已完成（6月20日验收）", "已完成，回访满意", "在办：等手续", "办结", "长期", ""})
    void statesAsPeopleWriteThem(String state) {
        assertThat(of("工作计划", "任务项:", "- {内容: 换表, 状态: \"" + state + "\"}")).isEmpty();
    }

    @Test
    void aListWhereAColumnOffersWordsIsTold() {
        assertThat(of("工作计划", "任务项:", "- {内容: 换表, 状态: [已完成]}"))
                .containsExactly("content/a.md:6:16: 错误 E106 表格“任务项”里“状态”的值不合要求；可以写：未开始、进行中、已完成、长期坚持、未完成、已取消");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    有效性: 有郊   | 5 | 有效性“有郊”不是可以选的词；您是不是要写“有效”
                    有效性: 试点中 | 5 | 有效性“试点中”不是可以选的词；可以写：现行、已修订、废止，要补充的写在词后面的括号里
                    公开时限: 每月 | 6 | 公开时限“每月”不是可以选的词；可以写：长期公开、定期公开、逐段公开、即时公开，要补充的写在词后面的括号里
                    """)
    void aWordThatACommonFieldDoesNotOfferIsOnlyAWarning(String field, int column, String message) {
        assertThat(of("规章制度", field)).containsExactly("content/a.md:5:" + (column + 1) + ": 警告 W128 " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"有效性: 现行有效", "有效性: 试行（至2026年底）", "有效性: 已废止", "公开时限: 随时", "公开时限: 定期公开（每季度）"})
    void wordsOfCommonFieldsAsPeopleWriteThem(String field) {
        assertThat(of("规章制度", field)).isEmpty();
    }

    @Test
    void talksAreCountedAndTheirContentsHaveNoColumn() {
        assertThat(KINDS.named("谈心谈话统计").orElseThrow().field("统计").orElseThrow().columns().stream()
                        .map(FieldSpec::name))
                .containsExactly("对象", "次数", "人次");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "98.5", "98.5%", "100.0 ％"})
    void percentagesAsPeopleWriteThem(String share) {
        assertThat(of("工作总结", "完成率: " + share)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"李某", "支部书记", "第2党小组组长", "厂区组、管网组组长", "欧阳·某某"})
    void personsAsPeopleNameThem(String person) {
        assertThat(of("党课", "主讲人: " + person)).isEmpty();
    }

    @Test
    void aRowWithoutWhatItIsAboutIsTold() {
        assertThat(of("工作计划", "任务项:", "- {序号: 1, 责任人: 组长}", "- {序号: 2, 内容: }"))
                .containsExactly(
                        "content/a.md:6:3: 错误 E135 表格“任务项”的这一行缺少“内容”；请在这一行写上“内容: ……”",
                        "content/a.md:7:14: 错误 E135 表格“任务项”的这一行缺少“内容”；请在这一行写上“内容: ……”");
    }

    @Test
    void aColumnThatTheTableDoesNotHaveIsShownAllTheSame() {
        assertThat(of("工作计划", "任务项:", "- {内容: 换表, 责认人: 组长, 预算: 无}"))
                .containsExactly(
                        "content/a.md:6:12: 警告 W125 表格“任务项”没有“责认人”这一列；您是不是要写“责任人”",
                        "content/a.md:6:21: 警告 W125 表格“任务项”没有“预算”这一列；这一列照样显示；常用的列有：序号、内容、责任人、时限、状态、佐证、备注");
    }

    @Test
    void aCellOfAnotherTypeIsTold() {
        assertThat(of("意见反馈", "办理情况:", "- {意见: 卡纸, 日期: 上周}"))
                .containsExactly("content/a.md:6:16: 错误 E106 表格“办理情况”里“日期”的值“上周”不合要求；请写成 2020-01-31 这样的形式");
    }

    @Test
    void theSameOwnFieldUnderTwoNamesIsTold() {
        assertThat(of("通知", "主送: 全体党员", "recipients: 厂区组"))
                .containsExactly("content/a.md:6:1: 错误 E102 字段“recipients”与前面的“主送”是同一个字段；同一个字段只写一次，请删去多余的一处");
    }

    @Test
    void aListWhereOnlyATextIsShownIsTold() {
        assertThat(of("文章", "责任人: [甲, 乙]")).containsExactly("content/a.md:5:6: 错误 E106 字段“责任人”应是一段文字；不要写成列表或分组");
    }

    static List<Kind> kinds() {
        return KINDS.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyBuiltInKindIsWhole(Kind kind) {
        assertThat(kind.filing().retention()).isIn("", "永久", "30年", "10年");
        assertThat(kind.title().map(TitlePattern::example).orElse("例")).isNotEmpty();
        assertThat(kind.open()).isEqualTo(!kind.name().equals(Kinds.DEFAULT));
        assertThat(kind.exclusions()).allSatisfy(e -> {
            assertThat(KINDS.named(e.kind())).isPresent();
            assertThat(e.reason()).isNotEmpty();
        });
        assertThat(kind.fields()).allSatisfy(field -> assertThat(field.key()).isNotEmpty());
    }

    @Test
    void everyKindThatBranchesPublishIsThere() {
        assertThat(KINDS.names())
                .contains(
                        "文章", "通知", "通告", "公告", "决议", "通报", "报告", "公示", "发展党员公示", "评优公示", "党费收缴公示", "党员积分公示", "整改清单公示",
                        "工作计划", "工作要点", "工作意见", "工作总结", "半年总结", "实施方案", "学习计划", "换届选举", "党员大会", "支委会", "党小组会", "党课",
                        "主题党日", "组织生活会", "民主评议", "党员承诺", "述职", "责任清单", "简报", "规章制度", "廉政", "警示教育", "意见反馈", "学习记录",
                        "谈心谈话统计", "志愿服务", "研究课题", "案例", "心得体会", "廉政教育", "轮值安排");
    }

    @Test
    void kindsSayHowLongTheir公示MustLast() {
        Map<String, NoticePeriod> notices = new HashMap<>();
        KINDS.all().forEach(kind -> kind.notice().ifPresent(notice -> notices.put(kind.name(), notice)));

        assertThat(notices)
                .containsEntry("发展党员公示", new NoticePeriod(5, NoticePeriod.Unit.WORKING_DAYS, true, true, true))
                .containsEntry("公示", new NoticePeriod(5, NoticePeriod.Unit.WORKING_DAYS, true, true, false))
                .containsEntry("征求意见", new NoticePeriod(7, NoticePeriod.Unit.CALENDAR_DAYS, true, false, false))
                .doesNotContainKeys("通知", "工作计划");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    〈支部〉YYYY年第N次…会议纪要, 一支部2024年第3次支委会会议纪要, true
                    〈支部〉YYYY年第N次…会议纪要, 一支部2024年第十二次会议纪要, true
                    〈支部〉YYYY年第N次…会议纪要, 2024年第3次会议纪要, false
                    …YYYY年[计划|要点], 一支部2024年要点, true
                    …YYYY年[计划|要点], 一支部2024年总结, false
                    关于…的通知, 关于的通知, true
                    甲(1)+…, 甲(1)+乙, true
                    /第\\d+期/, 第3期, true
                    /第\\d+期/, 第三期, false
                    """)
    void titlePatternsMatchWholeTitles(String pattern, String title, boolean fits) {
        assertThat(TitlePattern.of(pattern, "").matches(title)).isEqualTo(fits);
    }

    @Test
    void titlePatternsAreToldInWords() {
        assertThat(TitlePattern.of("…关于…的[通知|通告]…", "").words()).isEqualTo("关于……的通知/通告");
        assertThat(TitlePattern.of("〈支部〉YYYY年…计划", "").words()).isEqualTo("〈支部〉YYYY年……计划");
    }

    @Test
    void aKindMayAskForAFieldOfItsOwn() {
        Kinds kinds = new KindsReader(new YamlReader(), p -> {
                    throw new AssertionError(p.text());
                })
                .read(Optional.of("- {名称: 简报, 必填: [期数, 附件]}\n"));

        assertThat(Headers.yaml(kinds, "标题: 简报第3期", "发布日期: 2024-01-02", "文种: 简报", "期数:")
                        .problems())
                .containsExactly(
                        "content/a.md:1:1: 错误 E104 缺少“附件”；请在文件头里写上“附件: ……”",
                        "content/a.md:5:4: 错误 E104 缺少“期数”；请在文件头里写上“期数: ……”");
    }

    /** The problems of a draft of a kind; its own lines begin with line 5. */
    private static List<String> of(String kind, String... lines) {
        String[] header = new String[lines.length + 3];
        header[0] = "标题: 甲\n发布日期: 2024-01-02";
        header[1] = "文种: " + kind;
        System.arraycopy(lines, 0, header, 2, lines.length);
        header[header.length - 1] = "状态: 草稿";
        return Headers.yaml(header).problems();
    }
}
