package org.gongkai.feature.register.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedDocumentRowsTest {

    @Test
    void theLastTitleThatHoldsANameCounts() {
        assertThat(NamedDocumentRows.last(
                        List.of("工作计划", "作计", "党费管理办法", "值班制度", "2024年工作计划和总结"),
                        List.of("2023年工作计划", "党费管理办法", "2024年工作计划", "2024年工作计")))
                .isEqualTo(Map.of("工作计划", 2, "作计", 3, "党费管理办法", 1));
    }

    @Test
    void namesThatOverlapAreFoundBoth() {
        assertThat(NamedDocumentRows.last(List.of("甲乙丙", "乙丙丁", "丙"), List.of("甲乙丙丁")))
                .containsOnlyKeys("甲乙丙", "乙丙丁", "丙");
    }
}
