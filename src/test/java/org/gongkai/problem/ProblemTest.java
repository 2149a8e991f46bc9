package org.gongkai.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
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

    private static Problem problem(String path, int line) {
        return Problem.error("E272", path, line, 1, "这里有手机号", "请改写");
    }

    @Test
    void listsTheFirstOfACodeInAFileInWhateverOrderTheyCame() {
        List<Problem> all = new java.util.ArrayList<>(IntStream.rangeClosed(1, 5_000)
                .mapToObj(line -> problem("content/a.md", line))
                .toList());
        Collections.shuffle(all, new Random(1));
        FirstProblems problems = new FirstProblems();
        all.forEach(problems);
        problems.accept(problem("content/b.md", 9));
        problems.accept(problem("content/b.md", 9));

        List<Problem> listed = problems.listed();

        assertThat(listed).hasSize(1_002).contains(problem("content/a.md", 1_000), problem("content/b.md", 9));
        assertThat(listed.stream().filter(problem -> problem.line() > 1_000))
                .extracting(Problem::text)
                .containsExactly("content/a.md:1001:1: 错误 E272 这样的问题超过 1000 处，从这里起没有列出；请改好前面的再检查一次");
    }
}
