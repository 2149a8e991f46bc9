package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {

    @ParameterizedTest
    @CsvSource({
        "2020-01-05, 2020-1-5, 2020/1/5, 2020/01/05, 2020年1月5日, 2020年01月05日, ' 2020-01-05 ', 2020.1.5",
        "2020.01.05, 2020年1月5号, 2020 年 1 月 5 日, ２０２０年１月５日, ２０２０－０１－０５, ２０２０．１．５, ２０２０／１／５, '　2020-01-05　'"
    })
    void readsADayAsPeopleWriteIt(ArgumentsAccessor typed) {
        Optional<LocalDateTime> day = Optional.of(LocalDate.of(2020, 1, 5).atStartOfDay());
        assertThat(typed.toList()).hasSize(8).allMatch(it -> DateText.parse((String) it)
                .equals(day));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-05 09:30,       2020-01-05T09:30",
        "2020-01-05T09:30:15,    2020-01-05T09:30:15",
        "2020/1/5 9:30,          2020-01-05T09:30",
        "2020年1月5日9时30分,     2020-01-05T09:30",
        "2020年1月5日 09：30,     2020-01-05T09:30",
        "２０２０年１月５日　０９：３０, 2020-01-05T09:30",
        "2020.1.5 9:30,           2020-01-05T09:30",
        "2020-01-05T09:30:15.5Z, 2020-01-05T09:30:15",
        "2020-01-05 09:30+08:00, 2020-01-05T09:30",
        "2024-02-29 9:30,         2024-02-29T09:30"
    })
    void readsATimeBehindTheDay(String typed, LocalDateTime time) {
        assertThat(DateText.parse(typed)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-29, 1900-02-29, 2020-13-40, 2020-04-31, 2020-00-10, 2020-01-05 25:00, 2020-01-05 09:61",
        "2020-01, 2020, 20-01-05, 2020.13.05, ２０２３年２月２９日, 2020.01-05, 2020.1",
        "2020-01/05, 昨天, '', 2020-01-05 later, 12020-01-05, 2020年, 5日"
    })
    void readsNothingElse(ArgumentsAccessor typed) {
        assertThat(typed.toList()).hasSize(7).allMatch(it -> DateText.parse((String) it)
                .isEmpty());
    }

    @Test
    void writesDatesAsOfficialPapersDo() {
        assertThat(DateText.chinese(LocalDate.of(2020, 1, 5))).isEqualTo("2020年1月5日");
        assertThat(DateText.chineseDay(LocalDate.of(2020, 11, 15))).isEqualTo("11月15日");
        assertThat(DateText.minutes(LocalDateTime.of(2020, 1, 5, 9, 5))).isEqualTo("2020-01-05 09:05");
    }
}
