package org.gongkai.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final Problem ERROR = Problem.error("E123", "content/通知/2020/x.md", 4, 7, "不是有效日期", "请改正");
    private static final Problem WARNING = Problem.warning("W205", "content/a.md", 9, 1, "链接指向的条目现在不公开", "");

    @Test
    void tellsPlaceSeverityCodeMessageAndHintInOneLineAndLeavesOutAHintThatIsEmpty() {
        assertThat(ERROR.text()).isEqualTo("content/通知/2020/x.md:4:7: 错误 E123 不是有效日期；请改正");
        assertThat(WARNING.text()).isEqualTo("content/a.md:9:1: 警告 W205 链接指向的条目现在不公开");
    }

    @Test
    void sortsByPathThenPlace() {
        Problem later = Problem.error("E100", "content/a.md", 10, 1, "甲", "");
        Problem first = Problem.error("E100", "content/a.md", 2, 30, "甲", "");

        assertThat(List.copyOf(new TreeSet<>(List.of(ERROR, later, WARNING, first))))
                .containsExactly(first, WARNING, later, ERROR);
    }

    @Test
    void onlyErrorsStopABuild() {
        assertThat(ERROR.isError()).isTrue();
        assertThat(WARNING.isError()).isFalse();
    }
}
