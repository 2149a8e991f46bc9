package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImpossibleTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-28 14:00至16:30",
                "2026年5月28日下午2时至4时",
                "2026年5月28日（星期四）14:30—16:00",
                "5月28日下午2:00—4:30",
                "晚上7点到9点半",
                "5月28日下午两点到四点半",
                "14:00至4:30",
                "22:00至6:00",
                "2026年12月28日22时至次日6时",
                "12月28日至1月3日",
                "12月至次年1月",
                "6月1日至5日",
                "第三季度",
                "每周三下午",
                "长期坚持",
                "每月1至5日",
                "10个工作日内",
                "全年不少于32学时",
                "3—5月",
                "6月底前",
                "24时前",
                "上午8:30—11:30，下午2:00—5:00",
                "收到后2小时内",
                "5月、11月",
                "6月30日晚24时前",
                "5月28日晚上7点半",
                "每晚12点巡查"
            })
    void leavesAlone(String text) {
        assertThat(ImpossibleTime.in(text, 2026)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-13-05, 没有“2026-13-05”这一天",
        "6月31日, 没有“6月31日”这一天",
        "2月29日前, 没有“2月29日”这一天",
        "2026年6月31日17时, 没有“2026年6月31日”这一天",
        "13月, 没有“13月”",
        "26-06-30, “26-06-30”不是日期",
        "2026-6-, “2026-6-”不是日期",
        "20260631, 没有“2026年6月31日”这一天",
        "5月28日25时, 没有“25时”这个时间",
        "5月28日 9:75, 没有“9:75”这个时间",
        "2026年5月28日16:30至14:00, 结束早于开始，请核对",
        "2026年5月28日下午4时至下午2时, 结束早于开始，请核对",
        "5月28日16:30—14:00, 结束早于开始，请核对",
        "6月10日至5日, 结束早于开始，请核对",
        "2026年6月10日至2026年6月1日, 结束早于开始，请核对",
        "2026-6-5 晚上12点, 看不出“2026-6-5 晚上12点”是哪一天的什么时间",
        "5月28日（星期四）上午15时, 看不出“5月28日(星期四)上午15时”是哪一天的什么时间",
        "２０２６年６月３１日, 没有“2026年6月31日”这一天"
    })
    void tells(String text, String told) {
        assertThat(ImpossibleTime.in(text, 2026)).contains(told);
    }
}
