package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssueNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"3、4", "3-4", "3—4期", "第3、4期合刊", "第三、四期", "第3期、第4期", "３－４", "3至4", "3和4（合刊）"})
    void jointIssues(String typed) {
        assertThat(IssueNumbers.in(typed)).containsExactly(3, 4);
    }

    @Test
    void ofFields() {
        assertThat(IssueNumbers.in("3")).containsExactly(3);
        assertThat(IssueNumbers.in("第12期")).containsExactly(12);
        assertThat(IssueNumbers.in("3-5")).containsExactly(3, 4, 5);
        assertThat(List.of("4-3", "三张单子", "", "3.5", "2024-3", "第3期增刊"))
                .allSatisfy(typed -> assertThat(IssueNumbers.in(typed)).isEmpty());
    }

    @Test
    void ofTitles() {
        assertThat(IssueNumbers.inTitle("学习教育简报第3期：三张单子")).containsExactly(3);
        assertThat(IssueNumbers.inTitle("学习教育简报2024年第3、4期合刊")).containsExactly(3, 4);
        assertThat(IssueNumbers.inTitle("简报第3-4期：两件事")).containsExactly(3, 4);
        assertThat(IssueNumbers.inTitle("简报：第一阶段的三件事")).isEmpty();
    }
}
