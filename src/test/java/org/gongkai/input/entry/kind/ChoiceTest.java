package org.gongkai.input.entry.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {

    private static final List<Choice> STATES = List.of(
            new Choice("进行中", List.of("在办", "正在整改")),
            new Choice("已完成", List.of("完成", "办结")),
            new Choice("已完成，待验收", List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    已完成                  | 已完成
                    办结                    | 已完成
                    已完成（6月20日验收）   | 已完成
                    已完成(6月20日验收)     | 已完成
                    办结，回访满意          | 已完成
                    完成；余款已退          | 已完成
                    在办：等手续            | 进行中
                    正在整改 还差两处       | 进行中
                    已完成，待验收          | 已完成，待验收
                    已完成，待验收（三天内）| 已完成，待验收
                    """)
    void aWordOrAnAliasMeansItsChoiceWithARemarkToo(String typed, String name) {
        assertThat(Choice.canonical(STATES, typed)).contains(name);
        assertThat(Choice.canonical(STATES, "　" + typed + " ")).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "完成情况良好", "未完成", "基本完成", "（已完成）", "12月12日已完成", "已完成90%", "在办理"})
    void aWordThatOnlyContainsOneMeansNone(String typed) {
        assertThat(Choice.canonical(STATES, typed)).isEmpty();
    }

    @Test
    void aLongRemarkIsReadInNoTime() {
        assertThat(Choice.canonical(STATES, "已完成（" + "，".repeat(10_000))).contains("已完成");
    }
}
