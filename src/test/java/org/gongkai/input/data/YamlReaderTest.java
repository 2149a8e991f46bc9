package org.gongkai.input.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.io.TextResource;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void knowsTheLineAndColumnOfEveryValue() {
        Value.Fields fields = (Value.Fields) read("名称: 甲\n范围: [社会, 全党]\n").orElseThrow();

        assertThat(fields.fields().get(0).value()).isEqualTo(new Value.Text("甲", 1, 5));
        assertThat(((Value.Items) fields.fields().get(1).value()).items())
                .containsExactly(new Value.Text("社会", 2, 6), new Value.Text("全党", 2, 10));
    }

    @Test
    void keepsScalarsAsTheyWereTyped() {
        Value.Fields fields = (Value.Fields)
                read("a: no\nb: 010\nc: 2024-01-02\nd: 1_000\ne: ~\nf:\n").orElseThrow();

        assertThat(fields.fields())
                .extracting(field -> ((Value.Text) field.value()).text())
                .containsExactly("no", "010", "2024-01-02", "1_000", "", "");
    }

    @Test
    void holdsNothingIfTheTextHoldsNothing() {
        assertThat(read("")).isEmpty();
        assertThat(read("# 只有说明\n")).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void tellsOfAKeyThatIsNoWordAndOfASecondDocument() {
        read("甲: 1\n[乙, 丙]: 2\n---\n丁: 3\n");

        assertThat(texts())
                .containsExactly(
                        "f.yml:2:1: 错误 E101 字段名必须是一个词；请写成“名称: 值”的形式",
                        "f.yml:3:1: 错误 E101 这里不符合 YAML 的写法；一个文件只能有一份内容，请删去中间的“---”");
    }

    @Test
    void takesOfTheProgramWhatItsBuildHasParsedUnlessItSaysSomethingElse() {
        String yaml = TextResource.of(Kinds.class, "kinds.yml");

        assertThat(ParsedResource.of(Kinds.class, "kinds.yml", yaml))
                .isPresent()
                .isEqualTo(YamlReader.parsed("kinds.yml", yaml));
        assertThat(ParsedResource.of(Kinds.class, "kinds.yml", yaml + "#")).isEmpty();
    }

    @Test
    void readsRareCharactersWhereverTheyStand() {
        for (int before = 1000; before < 1060; before++) {
            assertThat(read("#" + "-".repeat(before) + "\n姓名: 王𬭎\n")).isPresent();
        }
        assertThat(problems).isEmpty();
    }

    @Nested
    class Limits {

        @Test
        void nesting() {
            assertThat(read("a: " + "[".repeat(50) + "]".repeat(50))).isEmpty();

            assertThat(texts()).containsExactly("f.yml:1:24: 错误 E411 嵌套太深：超过 20 层；列表和分组最多套 20 层，请写得简单些");
        }

        @Test
        void nestingThatNoStackHolds() {
            assertThat(read("a:\n" + (" " + "[".repeat(10_000) + "\n").repeat(20)))
                    .isEmpty();

            assertThat(texts()).containsExactly("f.yml:2:22: 错误 E411 嵌套太深：超过 20 层；列表和分组最多套 20 层，请写得简单些");
        }

        @Test
        void nestingByDashes() {
            assertThat(read("- ".repeat(9_000) + "a")).isEmpty();

            assertThat(texts()).containsExactly("f.yml:1:43: 错误 E411 嵌套太深：超过 20 层；列表和分组最多套 20 层，请写得简单些");
        }

        @Test
        @Promise("YAML without tags or multiplying aliases")
        void referencesThatMultiply() {
            StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
            for (int i = 1; i < 9; i++) {
                yaml.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1) + "]\n");
            }

            assertThat(read(yaml.toString())).isEmpty();
            assertThat(texts())
                    .containsExactly("f.yml:5:10: 错误 E412 内容太多：展开后超过 20000 项；最多 20000 项，重复引用（& 和 *）按展开后计；请拆开或写得简单些");
        }

        @Test
        @Promise("YAML without tags or multiplying aliases")
        void tagsMakeNothingButText() {
            assertThat(read("a: !!java.net.URL [\"http://a.example/\"]\nb: !!binary aGk=\nc: !x y")
                            .toString())
                    .contains("items=[Text[text=http://a.example/,", "Text[text=aGk=,", "Text[text=y,")
                    .doesNotContain("java.net", "hi");
        }

        @Test
        void aReferenceToItself() {
            assertThat(read("a: &a [*a]")).isEmpty();
            assertThat(texts()).containsExactly("f.yml:1:8: 错误 E101 这里不符合 YAML 的写法；以 * 或 & 开头的值请用英文双引号括起来");
        }

        @Test
        void lines() {
            assertThat(read("a: 1\nb: " + "长".repeat(20_000))).isEmpty();
            assertThat(texts()).containsExactly("f.yml:2:20001: 错误 E413 这一行太长：20003 个字符；一行最多 20000 个字符；长的内容请写在正文里");
        }

        @Test
        void fields() {
            StringBuilder yaml = new StringBuilder();
            for (int i = 0; i < 1001; i++) {
                yaml.append("a" + i + ": 1\n");
            }

            assertThat(read(yaml.toString())).isEmpty();
            assertThat(texts()).containsExactly("f.yml:1001:1: 错误 E414 字段太多：超过 1000 个；一处最多 1000 个字段；大的表格请作为附件");
        }

        @Test
        void names() {
            read("a: 1\n" + "长".repeat(101) + ": 2\n");
            assertThat(texts())
                    .containsExactly("f.yml:2:1: 错误 E415 字段名太长：101 个字符；字段名最多 100 个字符，后面是英文冒号和一个空格；请检查是不是把正文写进了文件头");
        }

        @Test
        void size() {
            assertThat(read("# 说明\n".repeat(100_000))).isEmpty();
            assertThat(texts()).containsExactly("f.yml:1:1: 错误 E410 文件头或数据文件太长：500000 个字符；最多 400000 个字符；大的表格请作为附件");
        }
    }

    @Test
    void leavesOutControlCharactersWrittenInLetters() {
        assertThat(read("a: \"甲\\x01乙\\e\\u0085丙\"\n\"b\\b\": [\"\\ud800丁\", \"\\U0001F600\"]\n"))
                .contains(new Value.Fields(
                        List.of(
                                new Value.Field(new Value.Text("a", 1, 1), new Value.Text("甲乙丙", 1, 4, true)),
                                new Value.Field(
                                        new Value.Text("b", 2, 1),
                                        new Value.Items(
                                                List.of(
                                                        new Value.Text("丁", 2, 9, true),
                                                        new Value.Text("😀", 2, 20, true)),
                                                2,
                                                8))),
                        1,
                        1));
        assertThat(texts())
                .containsExactly(
                        "f.yml:1:4: 警告 W416 这里有看不见的控制字符（U+0001），已去掉，连同后面的共 3 处；请删去这个字符，重新输入它两边的字",
                        "f.yml:2:1: 警告 W416 这里有看不见的控制字符（U+0008），已去掉；请删去这个字符，重新输入它两边的字",
                        "f.yml:2:9: 警告 W416 这里有看不见的控制字符（U+D800），已去掉；请删去这个字符，重新输入它两边的字");
    }

    private Optional<Value> read(String yaml) {
        return new YamlReader().read("f.yml", yaml, 1, problems::add);
    }

    private List<String> texts() {
        return problems.stream().map(Problem::text).toList();
    }

    private final Value.Fields group = (Value.Fields) new YamlReader()
            .read("f.yml", "Title:  甲 \n空:\n标签: [乙, 丙]\n单: 丁\n组: {一: 二}\n", 1, problem -> {
                throw new AssertionError(problem.text());
            })
            .orElseThrow();

    @Test
    void findsAFieldByAnyOfItsNamesInAnyCase() {
        assertThat(group.text("标题", "title")).contains("甲");
        assertThat(group.value("没有", "none")).isEmpty();
    }

    @Test
    void blankIsAbsent() {
        assertThat(group.text("空")).isEmpty();
        assertThat(group.text("标签")).isEmpty();
        assertThat(group.texts("空")).isEmpty();
    }

    @Test
    void aSingleTextIsAListOfOne() {
        assertThat(group.texts("单")).extracting(Value.Text::text).isEqualTo(List.of("丁"));
        assertThat(group.texts("标签")).extracting(Value.Text::text).isEqualTo(List.of("乙", "丙"));
        assertThat(group.texts("组")).isEmpty();
    }
}
