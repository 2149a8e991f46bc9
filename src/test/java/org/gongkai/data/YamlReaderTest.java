package org.gongkai.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.Problem;
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
    void tellsOfAKeyThatIsNoWord() {
        read("甲: 1\n[乙, 丙]: 2\n");

        assertThat(texts()).containsExactly("f.yml:2:1: 错误 E101 字段名必须是一个词；请写成“名称: 值”的形式");
    }

    @Test
    void refusesNestingThatNobodyTypes() {
        assertThat(read("a: " + "[".repeat(50) + "]".repeat(50))).isEmpty();

        assertThat(texts()).containsExactly("f.yml:1:1: 错误 E101 文件头或数据文件无法读出；内容过多、嵌套过深或重复引用过多，请改写得简单些");
    }

    @Test
    void survivesNestingThatNoStackHolds() {
        assertThat(read("a: " + "[".repeat(200_000))).isEmpty();

        assertThat(problems).hasSize(1).allMatch(problem -> problem.code().equals("E101"));
    }

    @Test
    void refusesReferencesThatMultiply() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            yaml.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1) + "]\n");
        }

        assertThat(read(yaml.toString())).isEmpty();
        assertThat(texts()).containsExactly("f.yml:1:1: 错误 E101 文件头或数据文件无法读出；内容过多、嵌套过深或重复引用过多，请改写得简单些");
    }

    private Optional<Value> read(String yaml) {
        return new YamlReader().read("f.yml", yaml, 1, problems::add);
    }

    private List<String> texts() {
        return problems.stream().map(Problem::text).toList();
    }
}
