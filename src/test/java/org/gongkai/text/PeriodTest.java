package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods as they are typed in the year 2024. */
class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2023年第一季度, 2023-01-01, 2023-03-31",
        "下半年, 2024-07-01, 2024-12-31",
        "2月, 2024-02-01, 2024-02-29",
        "3月下旬, 2024-03-21, 2024-03-31",
        "6月上旬, 2024-06-01, 2024-06-10",
        "3月20日前, 2024-03-20, 2024-03-20",
        "2025-03-31, 2025-03-31, 2025-03-31",
        "2024-03-01至2024-05-31, 2024-03-01, 2024-05-31",
        "3月下旬至4月, 2024-03-21, 2024-04-30",
        "12月1日至5日, 2024-12-01, 2024-12-05",
        "12月8日至次年1月31日, 2024-12-08, 2025-01-31",
        "2023年11月至12月底, 2023-11-01, 2023-12-31"
    })
    void areSpansOfDays(String typed, String from, String to) {
        Period period = Period.parse(typed, 2024).orElseThrow();

        assertThat(period.from()).hasToString(from);
        assertThat(period.to()).hasToString(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "至", "至3月", "近期", "2月30日", "13月", "5月至3月", "3月至", "9月9日至40日", "年底前"})
    void isNoneIfItDoesNotSayWhen(String typed) {
        assertThat(Period.parse(typed, 2024)).isEmpty();
    }
}
