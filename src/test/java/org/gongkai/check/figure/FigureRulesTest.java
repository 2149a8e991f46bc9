package org.gongkai.check.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of the figures in headers, and what is not. The own lines of a header begin with line 4. */
class FigureRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    党员大会 | 会议: {应到: 18, 实到: 19} | 4:18 | 错误 E170 实到19人，多于应到18人；请核对；列席的不计入实到
                    支委会 | 会议: {entitled: 5人, attended: 6人} | 4:30 | 错误 E170 实到6人，多于应到5人；请核对；列席的不计入实到
                    支委会 | 会议: {应到: １８名, 实到: １９名} | 4:19 | 错误 E170 实到19人，多于应到18人；请核对；列席的不计入实到
                    党员大会 | 会议: {应到: 18, 实到: 8} | 4:18 | 警告 W177 实到8人，不到应到18人的一半；请核对；会议讨论决定事项，一般要有半数以上有表决权的党员到会
                    民主评议 | 参评人数: 18; 优秀: 5; 合格: 12; 基本合格: 0; 不合格: 0 | 4:7 | 错误 E174 参评人数18人，四个等次相加是17人；请核对参评人数和各等次的人数；参加评议而不评定等次的，不计入参评人数
                    民主评议 | 参评人数: 18; 优秀: 7 | 5:5 | 警告 W174 优秀7人，超过参评人数18人的三分之一；请核对；优秀等次一般不超过参加评议党员的三分之一
                    党费收缴公示 | 应交人数: 18; 实交人数: 19 | 5:7 | 错误 E171 实交人数19人，多于应交人数18人；请核对两个数
                    换届选举 | 应到: 18; 实到: 19 | 5:5 | 错误 E170 实到19人，多于应到18人；请核对；列席的不计入实到
                    换届选举 | 应到: 18; 实到: 14 | 5:5 | 警告 W175 实到14人，不到应到18人的五分之四；请核对；选举一般要有应到会的五分之四以上到会，以现行选举规定为准
                    换届选举 | 应到: 18; 实到: 17; 有效票: 18 | 6:6 | 错误 E175 有效票18张，多于实到17人；到会的每人一票，请核对
                    换届选举 | 会议: {实到: 17}; 有效票: 18 | 5:6 | 错误 E175 有效票18张，多于实到17人；到会的每人一票，请核对
                    换届选举 | 有效票: 16; 当选名单: [{职务: 书记, 票数: 17}] | 5:21 | 错误 E176 票数17，多于有效票16张；一张有效票最多投给一个人一票，请核对
                    换届选举 | 实到: 16; 当选名单: [{职务: 书记, votes: 8}] | 5:24 | 错误 E177 票数8，没有超过实到16人的半数；请核对票数和实到人数；没有超过半数的不能当选
                    换届选举 | 候选人数: 1; 当选名单: [{职务: 书记}, {职务: 委员}] | 4:7 | 错误 E178 候选人1人，少于当选名单上的2人；请核对候选人数和当选名单
                    换届选举 | 任期: {起: 2024-09-20, 止: 2026-09-19} | 4:24 | 警告 W176 任期 2024-09-20 至 2026-09-19 不是三年，也不是五年；请核对；支部委员会任期一般三年，村和社区党支部五年；经批准延期、提前的可以不改
                    责任清单 | 签订情况: [{签订文件: 责任书, 应签: 18, 已签: 19}] | 4:32 | 错误 E179 已签19份，多于应签18份；请核对两个数
                    简报 | 标题: 学习教育简报第3期：三张单子; 期数: 4 | 5:5 | 警告 W172 期数是4，标题里写的是第3期；请核对标题和期数，改正写错的那一个
                    简报 | 标题: 学习教育简报第二〇期; 期数: 21 | 5:5 | 警告 W172 期数是21，标题里写的是第20期；请核对标题和期数，改正写错的那一个
                    简报 | 期数: 12; 标题: 第十一期学习简报（总第31期） | 4:5 | 警告 W172 期数是12，标题里写的是第11期；请核对标题和期数，改正写错的那一个
                    学习记录 | 应到: 18; 实到: 20 | 5:5 | 错误 E170 实到20人，多于应到18人；请核对；列席的不计入实到
                    """)
    void aFigureThatCannotBeRightOrIsUnusualIsTold(String kind, String fields, String place, String message) {
        assertThat(Figures.told(kind, fields)).containsExactly(place + ": " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    党员大会 | 会议: {应到: 18, 实到: 18}
                    党员大会 | 会议: {应到: 18, 实到: 9}
                    支委会 | 会议: {应到: 5, 实到: 3}
                    支委会 | 会议: {应到: 全体, 实到: 5}
                    支委会 | 会议: {应到: 5, 实到: "5,6"}
                    党小组会 | 会议: [应到5人, 实到6人]
                    支委会 | 会议: {出席: 书记等5人, 实到: 5}
                    民主评议 | 参评人数: 18; 优秀: 6; 合格: 12; 基本合格: 0; 不合格: 0
                    民主评议 | 参评人数: 18; 优秀: 5; 合格: 12
                    党费收缴公示 | 应交人数: 18; 实交人数: 17; 应交金额: 5436; 实交金额: "5,436.00元"
                    换届选举 | 应到: 20; 实到: 16; 有效票: 16
                    简报 | 标题: 学习教育简报第3期：第2期培训班开班; 期数: 3
                    简报 | 标题: 学习简报第三期（总第15期）; 期数: 15
                    简报 | 标题: 学习简报：第2期培训班开班; 期数: 4
                    换届选举 | 应到: 18; 实到: 17; 有效票: 17; 候选人数: 2; 当选名单: [{职务: 书记, 票数: 17}, {职务: 委员, 票数: 9}]
                    换届选举 | 任期: {起: 2024-09-20, 止: 2027-09-19}
                    换届选举 | 任期: {起: 2024-09-20, 止: 2027-10-08}
                    换届选举 | 任期: {起: 2024-09-20, 止: 2029-09-20}
                    责任清单 | 签订情况: [{签订文件: 责任书, 应签: 18, 已签: 18}]
                    """)
    void aFigureThatMayBeRightIsNot(String kind, String fields) {
        assertThat(Figures.told(kind, fields)).isEmpty();
    }

    @Test
    void whoeverIsElectedInBetweenServesTheRestOfTheTerm() {
        assertThat(Figures.told("换届选举", "标题: 补选宣传委员选举结果; 任期: {起: 2025-07-15, 止: 2027-09-19}"))
                .isEmpty();
    }

    @Test
    void theFiguresOfADraftNeedNotFitYet() {
        assertThat(Figures.told("换届选举", "状态: 草稿; 应到: 18; 实到: 19")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {姓名: 甲, 基础分: 60, 加分: 8, 扣分: 3, 合计: 66} | 4:41 | 合计66分，多于按基础分、加分、扣分算出来的
                    {姓名: 甲, 基础分: 60, 合计: 61.5} | 4:27 | 合计61.5分，多于按基础分、加分、扣分算出来的
                    {姓名: 甲, 基础分: 2, 扣分: 5, 合计: 3} | 4:33 | 合计3分，多于按基础分、加分、扣分算出来的
                    {姓名: 甲, 基础分: 60, 加分: 8, 合计: 66} | 4:34 | 合计66分，按基础分、加分、扣分算是68分
                    """)
    void pointsThatDoNotAddUpAreTold(String row, String place, String message) {
        assertThat(Figures.told("党员积分公示", "积分: [" + row + "]"))
                .containsExactly(place + ": 错误 E173 " + message + "；请核对这一行；合计等于基础分加上加分、减去扣分");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{姓名: 甲, 基础分: 60, 加分: 8, 扣分: 3, 合计: 65}",
                "{姓名: 甲, 基础分: 60, 加分: 8, 扣分: -3, 合计: 65}",
                "{姓名: 甲, 基础分: 60, 加分: 0.5, 合计: 60.50}",
                "{姓名: 甲, 基础分: 2, 扣分: 5, 合计: 0}",
                "{姓名: 甲, 基础分: 60, 加分: 8, 合计: 68}, {姓名: 乙, 基础分: 2, 扣分: 5, 合计: 0}",
                "{分数段: 90分以上, 人数: 4, 基础分: 60, 合计: 372}",
                "{姓名: 甲, 合计: 65}"
            })
    void pointsThatAddUpAreNot(String row) {
        assertThat(Figures.told("党员积分公示", "积分: [" + row + "]")).isEmpty();
    }

    static List<List<String>> rightTotals() {
        return List.of(
                List.of("{对象: 甲, 次数: 3, 人次: 4}", "{对象: 乙, 次数: 2, 人次: 2}", "{对象: 合计, 次数: 5, 人次: 6}"),
                List.of("{对象: 甲, 次数: 3}", "{对象: 乙, 人次: 2}", "{对象: 合 计, 次数: 3, 人次: 2}"),
                List.of("{对象: 甲, 次数: 3}", "{对象: 合计}"),
                List.of("{对象: 合计, 次数: 5}", "{对象: 甲, 次数: 3}", "{对象: 乙, 次数: 2}"),
                List.of("{对象: 甲, 次数: 3}", "{对象: 小计, 次数: 3}", "{对象: 乙, 次数: 4}", "{对象: 小计, 次数: 4}", "{对象: 总计, 次数: 7}"),
                List.of("{对象: 甲, 次数: 若干}", "{对象: 合计, 次数: 7}"));
    }

    @ParameterizedTest
    @MethodSource("rightTotals")
    void totalsThatAreTheSumOrCannotBeKnownAreNotTold(List<String> rows) {
        assertThat(Figures.told("谈心谈话统计", "统计: [" + String.join(", ", rows) + "]"))
                .noneMatch(line -> line.contains("E172"));
    }

    @Test
    void totalsThatAreNotTheSumOfTheRowsAboveAreTold() {
        assertThat(Figures.told(
                        "谈心谈话统计", "统计:\n- {对象: 甲, 次数: 3, 人次: 4}\n- {对象: 乙, 次数: 2}\n- {pair: 合计, times: 6, 人次: 4}"))
                .containsExactly("7:21: 错误 E172 表格“统计”里“次数”的合计6，与上面各行之和5不符；请核对各行和合计");
    }

    @Test
    void aTotalAboveTheRowsAndInWhateverWordsIsTheirSum() {
        assertThat(Figures.told("谈心谈话统计", "统计:\n- {对象: 全年合计（次）, 次数: 3}\n- {对象: 甲, 次数: 1}\n- {对象: 乙, 次数: 1}"))
                .containsExactly("5:21: 错误 E172 表格“统计”里“次数”的合计3，与其余各行之和2不符；请核对各行和合计");
    }

    @Test
    void theLastTotalIsTheSumOfAllRowsOrOfThoseSinceTheOneBefore() {
        assertThat(Figures.told(
                        "谈心谈话统计", "统计:\n- {对象: 甲, 次数: 3}\n- {对象: 小计, 次数: 3}\n- {对象: 乙, 次数: 4}\n- {对象: 总计, 次数: 10}"))
                .containsExactly("8:16: 错误 E172 表格“统计”里“次数”的总计10，与上面各行之和7不符；请核对各行和总计");
    }

    @Test
    void amountsAreSummedInTablesOfASitesOwn() {
        assertThat(Figures.told(
                        "- {名称: 慰问, 标识: visits, 字段: [{名称: 明细, 类型: table, 列: [序号 no, 金额 a money, 人均金额 b money]}]}\n",
                        "慰问",
                        "明细:\n- {序号: 1, 金额: \"1,200.50\", 人均金额: 3}\n- {序号: 2, 金额: 300元, 人均金额: 4}\n"
                                + "- {序号: 合计, 金额: 1500, 人均金额: 3.5}"))
                .containsExactly("7:16: 错误 E172 表格“明细”里“金额”的合计1500，与上面各行之和1500.5不符；请核对各行和合计");
    }
}
