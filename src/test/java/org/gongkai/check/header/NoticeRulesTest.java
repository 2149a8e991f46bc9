package org.gongkai.check.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.check.header.Rules.told;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.KindsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The periods of 公示. */
class NoticeRulesTest {

    private static final HeaderRuleContext SITE = Rules.site("", "一楼意见箱");

    @ParameterizedTest
    @CsvSource({
        "2020-04-30, 2020-05-09",
        "2020-04-30, 2020-05-11",
        "2020-04-27, 2020-05-06",
        "2020-04-27, 2020-05-07",
        "2020-09-28, 2020-10-10",
        "2020-09-28, 2020-10-12"
    })
    void fiveWorkingDaysMayBeCountedEitherWay(String from, String to) {
        assertThat(notice(SITE, "{起: " + from + ", 止: " + to + ", 工作日: 5, 结果: 没有意见}"))
                .isEmpty();
    }

    @Test
    void aPeriodThatIsShorterThanItsNormIsAnError() {
        assertThat(published(SITE, "公示: {起: 2020-04-30, 止: 2020-05-08, 结果: 没有意见}", "文种: 发展党员公示"))
                .containsExactly("2:5: 错误 E148 公示期 2020-04-30 至 2020-05-08 只有4个工作日（起始日计入），“发展党员公示”要求不少于5个工作日；"
                        + "请把截止日期改到 2020-05-09 或者以后");
    }

    @Test
    void aPeriodThatIsShorterThanIsCustomIsAWarning() {
        assertThat(notice(SITE, "{起: 2020-04-30, 止: 2020-05-08, 结果: 没有意见}"))
                .containsExactly("2:5: 警告 W148 公示期 2020-04-30 至 2020-05-08 只有4个工作日（起始日计入），“公示”一般不少于5个工作日；"
                        + "没有另外规定的，请把截止日期改到 2020-05-09 或者以后");
    }

    @Test
    void statedDaysThatNoWayOfCountingGivesAreTold() {
        assertThat(notice(SITE, "{起: 2020-04-30, 止: 2020-05-09, 工作日: 7, 结果: 没有意见}"))
                .containsExactly("2:5: 错误 E149 写明7个工作日，按放假安排 2020-04-30 至 2020-05-09 是5个（起始日计入）或4个（自次日起算）；"
                        + "请核对起止日期和工作日数；双休日、节假日不算，调休上班日算");
    }

    @Test
    void aPeriodInCalendarDaysIsCountedInThem() {
        Kinds kinds = new KindsReader(new YamlReader(), problem -> {})
                .read(Optional.of("- {名称: 公示, 公示期: {最少: 7, 单位: 自然日, 起止: 必填, 渠道: 必填}}"));

        assertThat(Rules.told(kinds, SITE, published("文种: 公示", "公示: {起: 2024-05-01, 止: 2024-05-07, 结果: 没有意见}")))
                .isEmpty();
        assertThat(Rules.told(kinds, SITE, published("公示: {起: 2024-05-01, 止: 2024-05-06, 结果: 没有意见}", "文种: 公示")))
                .containsExactly("2:5: 错误 E148 公示期 2024-05-01 至 2024-05-06 只有6个自然日（起始日计入），“公示”要求不少于7个自然日；"
                        + "请把截止日期改到 2024-05-07 或者以后");
    }

    @Test
    void aYearWithoutAPlanIsNotGuessed() {
        assertThat(notice(SITE, "{起: 2027-04-30, 止: 2027-05-01, 工作日: 9}"))
                .containsExactly("2:5: 警告 W152 没有2027年的放假安排，不能核对 2027-04-30 至 2027-05-01 的工作日数；"
                        + "国务院办公厅公布2027年放假安排以后，请写进 content/_data/holidays/2027.yml；在此之前请自行核对");
    }

    @ParameterizedTest
    @ValueSource(strings = {"发展党员公示", "评优公示", "公示"})
    void aPeriodMustBeGiven(String kind) {
        assertThat(published(SITE, "文种: " + kind))
                .containsExactly("2:5: 错误 E153 文种是“" + kind + "”，没有写公示的起止日期；请写上 公示: 2024-05-06 至 2024-05-10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"党费收缴公示", "党员积分公示"})
    void otherKindsNeedNoPeriod(String kind) {
        assertThat(published(Rules.NOTHING_KNOWN, "文种: " + kind)).isEmpty();
    }

    @Test
    void somebodyMustHearObjections() {
        String period = "{起: 2024-05-06, 止: 2024-05-10}";

        assertThat(notice(Rules.NOTHING_KNOWN, period))
                .containsExactly("2:5: 错误 E150 没有写向谁反映意见；请写上受理部门、监督电话或者监督信箱，或者在 content/_data/site.yml 里写“监督”");
        assertThat(notice(SITE, period)).isEmpty();
        assertThat(notice(Rules.NOTHING_KNOWN, period, "监督电话: 内线 6022")).isEmpty();
    }

    @Test
    void aResultIsExpectedThirtyDaysAfterTheEnd() {
        assertThat(notice(SITE, "{起: 2024-04-22, 止: 2024-05-02}")).isEmpty();
        assertThat(notice(SITE, "{起: 2024-04-22, 止: 2024-05-01}"))
                .containsExactly("2:5: 警告 W151 公示已于 2024-05-01 结束，超过30天还没有写结果；请在公示里写上“结果”：结果那一条的文件名，或者一句话");
        assertThat(notice(SITE, "2024-04-22 至 2024-05-01"))
                .containsExactly("2:5: 警告 W151 公示已于 2024-05-01 结束，超过30天还没有写结果；"
                        + "请改写成 公示: {起: 2024-04-22, 止: 2024-05-01, 结果: 结果那一条的文件名，或者一句话}");
        assertThat(notice(SITE, "{起: 2024-04-22, 止: 2024-04-30, 结果: 没有意见}")).isEmpty();
        assertThat(notice(SITE, "{起: 2024-04-22, 止: 2024-04-30, 结果: 意见正在核实}"))
                .containsExactly("2:5: 警告 W151 公示已于 2024-04-30 结束，超过30天结果还写着“意见正在核实”；请在公示里写上“结果”：结果那一条的文件名，或者一句话");
    }

    @Test
    void aDraftIsNotAskedForWhatIsYetToCome() {
        assertThat(published(Rules.NOTHING_KNOWN, "文种: 公示", "状态: 草稿")).isEmpty();
    }

    private static List<String> notice(HeaderRuleContext facts, String notice, String... more) {
        List<String> lines = new ArrayList<>(List.of("公示: " + notice, "文种: 公示"));
        lines.addAll(List.of(more));
        return published(facts, lines.toArray(String[]::new));
    }

    private static List<String> published(HeaderRuleContext facts, String... lines) {
        return told(facts, published(lines));
    }

    private static String[] published(String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.addAll(List.of("公开范围: 本单位", "发布机构: 第一党支部", "保密审查: 宣传委员 2024-02-27", "审批: 支部书记 2024-02-28"));
        return all.toArray(String[]::new);
    }
}
