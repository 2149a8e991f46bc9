package org.gongkai.input.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.config.Catalogue.Item;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final String EXAMPLE = "；每一项写：- {编号: 12-4, 类别: 组织建设, 事项: 党费收缴, 范围: 本单位, 时限: 每季度, 责任人: 组织委员}";

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void withoutACatalogueThereAreSevenClasses() {
        Catalogue catalogue = read(null);

        assertThat(catalogue.own()).isFalse();
        assertThat(catalogue.items())
                .extracting(Item::number)
                .containsExactly("12-1", "12-2", "12-3", "12-4", "12-5", "12-6", "12-7");
        assertThat(catalogue.label("12-4")).isEqualTo("第十二条第四项　组织建设和党员管理");
        assertThat(catalogue.named("7").orElseThrow().number()).isEqualTo("12-7");
        assertThat(catalogue.named("其他党务").orElseThrow().number()).isEqualTo("12-7");
        assertThat(catalogue.named("8")).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void aSitesOwnTakesItsPlace() {
        Catalogue catalogue = read(
                "- {编号: A-1, 类别: 组织建设, 事项: 党费收缴, 内容: 合计数, 范围: 本单位, 形式: 内网, 时限: 每季度, 责任人: 组织委员}\n- {number: B-1, name: 会议}\n");

        assertThat(catalogue.own()).isTrue();
        assertThat(catalogue.items())
                .containsExactly(
                        new Item(
                                "A-1",
                                "组织建设",
                                "党费收缴",
                                "合计数",
                                new Catalogue.Disclosure("本单位", "内网", "每季度", "组织委员"),
                                List.of()),
                        new Item("B-1", "", "会议", "", new Catalogue.Disclosure("", "", "", ""), List.of()));
        assertThat(catalogue.named("1")).as("two items end in 1").isEmpty();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    编号: 12-1                        | 1:1  | E130 这个文件应是一个列表
                    - 12-1                            | 1:3  | E130 每一项应由“名称: 值”组成
                    - {事项: 党费}                    | 1:3  | E131 没有写“编号”
                    - {编号: 12-1}                    | 1:3  | E131 没有写“事项”
                    """)
    void whatIsNoItemIsTold(String text, String place, String message) {
        read(text);

        assertThat(told()).containsExactly("content/_data/catalogue.yml:" + place + ": 错误 " + message + EXAMPLE);
    }

    @Test
    void otherMistakesAreToldWhereTheyStand() {
        read("- {编号: A, 事项: 甲, 范围: 全体}\n- {编号: A, 事项: 乙}\n- {编号: B, 事项: 丙, 责认人: 丁}\n");

        assertThat(told())
                .containsExactly(
                        "content/_data/catalogue.yml:1:22: 错误 E131 “范围”不能写“全体”；您是不是要写“全党”",
                        "content/_data/catalogue.yml:2:8: 错误 E131 “编号”“A”写了两次；第1行已有，请各写一个不同的（不分大小写）",
                        "content/_data/catalogue.yml:3:18: 错误 E103 不认识的字段“责认人”；您是不是要写“责任人”");
    }

    private Catalogue read(String text) {
        return Catalogue.read(new YamlReader(), Optional.ofNullable(text), problems::add);
    }

    private List<String> told() {
        return problems.stream().map(Problem::text).toList();
    }
}
