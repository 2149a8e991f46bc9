package org.gongkai.input.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What YAML is made of what hands type; {@code /} stands for the end of a line. */
class NormalizedYamlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    标题：甲                     | 标题: 甲
                    标题： 甲                    | 标题: 甲
                    标题：　甲                   | 标题: 甲
                    标题:　甲                    | 标题: 甲
                    标题：甲：乙                 | 标题: 甲：乙
                    "标题"：甲                   | "标题": 甲
                    '标题' ：甲                  | '标题' : 甲
                    组：/  起：1/  止：2/名：3   | 组:/  起: 1/  止: 2/名: 3
                    组：/　起：1/　止：2         | 组:/ 起: 1/ 止: 2
                    组:/  子：/    甲：1/    乙：2/  丙：3 | 组:/  子:/    甲: 1/    乙: 2/  丙: 3
                    组：{起：1, 止：{日：2}}     | 组: {起: 1, 止: {日: 2}}
                    组: {"起"：1, '止'：2}       | 组: {"起": 1, '止': 2}
                    组: {甲：[乙：丙], 丁：戊}   | 组: {甲: [乙：丙], 丁: 戊}
                    - 文件：a/  名称：b          | - 文件: a/  名称: b
                    - - 甲：1/    乙：2          | - - 甲: 1/    乙: 2
                    项:/- 甲: 1/  乙：2          | 项:/- 甲: 1/  乙: 2
                    # 注：一/标题：甲 # 注：二   | # 注：一/标题: 甲 # 注：二
                    ---/标题：甲/...             | ---/标题: 甲/...
                    组: ｛起：1，止：2｝         | 组: {起: 1,止: 2}
                    组：｛起：1，止：2｝ # 注    | 组: {起: 1,止: 2} # 注
                    组: {起：1，止：2}           | 组: {起: 1,止: 2}
                    组: {起: 1，　止:　2}        | 组: {起: 1, 止: 2}
                    组: {起：1, 止：2｝          | 组: {起: 1, 止: 2}
                    组: ｛"起"：1，'止'：2｝     | 组: {"起": 1,'止': 2}
                    组: {甲：一，二，乙：三}     | 组: {甲: 一，二,乙: 三}
                    组: {甲："一，乙：二"，丙：三} | 组: {甲: "一，乙：二",丙: 三}
                    组: {额：1,200，数：3}       | 组: {额: 1﹐200,数: 3}
                    组: ｛额：1，200，数：3｝    | 组: {额: 1，200,数: 3}
                    标签: ［甲，乙］             | 标签: [甲,乙]
                    标签: [甲，乙］              | 标签: [甲，乙]
                    标签: ［甲［一］，乙］       | 标签: [甲［一］,乙]
                    标签: ［"甲，乙"，丙］       | 标签: ["甲，乙",丙]
                    项:/- ｛序号：1，内容：换表｝ | 项:/- {序号: 1,内容: 换表}
                    项: ［｛序：1，名：甲｝，｛序：2，名：乙｝］ | 项: [{序: 1,名: 甲},{序: 2,名: 乙}]
                    """)
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
