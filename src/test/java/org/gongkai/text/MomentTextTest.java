package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {

    @ParameterizedTest
    @CsvSource({
        "2026年5月29日下午4时,           2026-05-29T16:00",
        "2026年5月29日下午16时,          2026-05-29T16:00",
        "2026年5月29日 上午9点,          2026-05-29T09:00",
        "2026-05-29 上午9点半,           2026-05-29T09:30",
        "2026-05-29（星期五）14:30,       2026-05-29T14:30",
        "2026年5月29日(周五) 14时30分,    2026-05-29T14:30",
        "2026年5月29日，下午两点一刻,     2026-05-29T14:15",
        "2026年5月29日晚上7点,           2026-05-29T19:00",
        "2026年5月29日中午12时,          2026-05-29T12:00",
        "2026年5月29日中午1点,           2026-05-29T13:00",
        "２０２６年５月２９日１４：３０,  2026-05-29T14:30",
        "2026.5.29 十点整,               2026-05-29T10:00",
        "二〇二六年五月二十九日下午四时,  2026-05-29T16:00",
        "20260529 14:30,                 2026-05-29T14:30",
        "2026 年 5 月 29 日 14 时 30 分,   2026-05-29T14:30",
        "2026年5月29日午后2点,            2026-05-29T14:00",
        "2026年5月29日上午12点,           2026-05-29T12:00"
    })
    void readsATimeOfDayInWords(String typed, LocalDateTime start) {
        assertThat(MomentText.parse(typed)).hasValueSatisfying(moment -> {
            assertThat(moment.start()).isEqualTo(start);
            assertThat(moment.hasTime()).isTrue();
            assertThat(moment.end()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-29 14:30—16:00,           2026-05-29T14:30, 2026-05-29T16:00",
        "2026-05-29 14:30-16:00,           2026-05-29T14:30, 2026-05-29T16:00",
        "2026年5月29日14:30至16:00,         2026-05-29T14:30, 2026-05-29T16:00",
        "2026年5月29日下午2时至4时,          2026-05-29T14:00, 2026-05-29T16:00",
        "2026年5月29日上午9点到下午4点,      2026-05-29T09:00, 2026-05-29T16:00",
        "2026年5月29日9:00至5月30日11:00,   2026-05-29T09:00, 2026-05-30T11:00"
    })
    void readsASpan(String typed, LocalDateTime start, LocalDateTime end) {
        assertThat(MomentText.parse(typed)).hasValueSatisfying(moment -> {
            assertThat(moment.start()).isEqualTo(start);
            assertThat(moment.end()).contains(end);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-05",
                "2026-06-31",
                "20260631",
                "二〇二六年六月三十一日",
                "2026年6月31日下午4时",
                "2026-05-29 25:00",
                "2026-05-29 14:61",
                "2026年5月29日上午14时",
                "2026-05-29 16:00—14:30",
                "2026-05-29 14:30—",
                "2026-05-29 下午",
                "5月29日16:00",
                "下午4时",
                "2026-05/29",
                "2026-05-29 三四点",
                "2026年5月29日晚上12点",
                "2026年5月29日晚3点",
                "2026年5月29日凌晨12点"
            })
    void takesNoOtherDayOrTimeForOneThatDoesNotExist(String typed) {
        assertThat(MomentText.parse(typed)).isEmpty();
    }

    @Test
    void saysWhichDayOfTheWeekIsWritten() {
        assertThat(MomentText.parse("2026年5月29日（星期四）").orElseThrow().weekday()).contains(DayOfWeek.THURSDAY);
        assertThat(MomentText.parse("2026年5月31日 周日").orElseThrow().weekday()).contains(DayOfWeek.SUNDAY);
    }

    @Test
    void takesAYearFromElsewhere() {
        assertThat(MomentText.completed("5月29日16:00", 2026)).isEqualTo("2026年5月29日16:00");
        assertThat(MomentText.completed("２月３日", 2026)).isEqualTo("2026年２月３日");
        assertThat(MomentText.completed("2025年5月29日", 2026)).isEqualTo("2025年5月29日");
        assertThat(MomentText.completed("5月29日（周五）下午", 2026)).isEqualTo("2026年5月29日（周五）");
    }
}
