package org.gongkai.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstProblemsTest {

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
