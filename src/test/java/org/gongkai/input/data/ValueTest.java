package org.gongkai.input.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTest {

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
