package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.site.Item;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.testing.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingTimeTest {

    private static Headers.Read read(String meeting) {
        return Headers.yaml("标题: 甲", "文种: 支委会", "状态: 草稿", "发布日期: 2024-03-18", "会议: {" + meeting + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024年3月15日下午3时",
                "3月15日15:00",
                "2024-03-15（星期五）14:30—16:00",
                "2024年3月15日下午",
                "2024年3月",
                "２０２４．３．１５"
            })
    void isReadAsPeopleWriteIt(String time) {
        assertThat(read("时间: " + time).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3月15日15:00, 2024-03-15", "2024年3月15日下午, 2024-03-15"})
    void countsOnItsDay(String time, String day) {
        Entry entry = read("时间: " + time).entry().orElseThrow();
        assertThat(EntryFacts.eventDay(new Item(entry, "")).orElseThrow()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "时间: 2024-13-05,   6:10: 错误 E123 会议时间“2024-13-05”不是有效的日期和时间；请写成 2024-03-15 15:00、2024年3月15日下午3时 这样的形式",
        "时间: 2024-06-31,   6:10: 错误 E123 会议时间“2024-06-31”不是有效的日期和时间；请写成 2024-03-15 15:00、2024年3月15日下午3时 这样的形式",
        "时间: 上周五,        6:10: 错误 E123 会议时间“上周五”不是有效的日期和时间；请写成 2024-03-15 15:00、2024年3月15日下午3时 这样的形式",
        "应到: -5,           6:10: 错误 E106 应到人数“-5”不合要求；请写人数，如 18",
        "实到: 5-6,          6:10: 错误 E106 实到人数“5-6”不合要求；请写人数，如 18"
    })
    void isToldWhereItCannotBeRead(String meeting, String told) {
        assertThat(read(meeting).problems()).isEqualTo(List.of("content/a.md:" + told));
    }
}
