package org.gongkai.input.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What YAML is made of what hands type; {@code /} stands for the end of a line. */
class NormalizedYamlTest {

    @ParameterizedTest
    @CsvFileSource(resources = "normalized.csv", delimiter = '|', quoteCharacter = '`')
    void namesOfFieldsGetPlainColons(String typed, String folded) {
        assertThat(fold(typed)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "标题: 甲：乙",
                "标题: 甲/  乙：丙/  丁：戊",
                "标题: '甲/乙：丙'",
                "标题: \"甲\\\"/乙：丙\"",
                "标题: 'it''s/乙：丙'",
                "标题: |/  甲：乙/  丙：丁//  戊：己",
                "标题: &a !t |/  甲：乙",
                "- |/  甲：乙/  丙：丁",
                "标题:/  甲：乙",
                "标题:/  甲：乙/  甲乙丙",
                "- 甲：乙/- 丙：丁",
                "- 甲/  乙：丙",
                "[甲：乙, 丙：丁]",
                "{名: 甲：乙, 字: '丙：丁'}",
                "{名:甲：乙}",
                "{\"名\":\"甲：乙, 丙：丁\"}",
                "{名: 甲 # 乙：丙/, 字: 丁}",
                "标题:甲：乙",
                "mailto:甲：乙",
                "：甲",
                "字号: ［2024］12号",
                "标题: ｛甲｝乙",
                "标签: [甲，乙]",
                "组: {甲: 一，乙：二, 丙: 三}",
                "年: [2023,2024]",
                "标签: [\"甲，",
                "标签: ['甲''，乙：丙', 丁]",
                "标签: ［甲，乙",
                "组: {起：1,/  止：2}",
                "# 甲：乙"
            })
    void textsStay(String typed) {
        assertThat(fold(typed)).isEqualTo(typed);
    }

    @Test
    void columnsAreThoseOfWhatWasTyped() {
        NormalizedYaml yaml = new NormalizedYaml("𬭎\u200B名：{甲：乙}", true);

        assertThat(yaml.text()).isEqualTo("𬭎名: {甲: 乙}");
        assertThat(IntStream.of(0, 1, 2, 4, 5, 6, 8, 9, 10).map(column -> yaml.column(0, column)))
                .containsExactly(0, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    private static String fold(String typed) {
        return new NormalizedYaml(typed.replace('/', '\n'), true).text().replace('\n', '/');
    }
}
