package org.gongkai.feature.register.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gongkai.feature.register.model.ProcedureSpec;
import org.gongkai.site.Item;
import org.gongkai.site.fact.Facts;
import org.junit.jupiter.api.Test;

/**
 * Rows are told apart without comparing what they know: the hash of a row is that of its whole entry, and that of a
 * merged row grows with every entry behind it.
 */
class RowIdentityTest {

    private static final int ROWS = 5_000;

    /** A row that must not be compared. */
    private record Row(Map<String, String> facts) implements Facts {

        @Override
        public List<String> at(String path) {
            return facts.containsKey(path) ? List.of(facts.get(path)) : List.of();
        }

        @Override
        public List<Item> entries() {
            return List.of();
        }

        @Override
        public int hashCode() {
            throw new UnsupportedOperationException("reads the whole entry");
        }

        @Override
        public boolean equals(Object other) {
            throw new UnsupportedOperationException("reads two whole entries");
        }
    }

    @Test
    void ofRowsAboutEvents() {
        List<Facts> events = SameEvent.merge(
                rows(i -> i % 2 == 0 ? Map.of("时间", "2024-03-0" + i % 5, "地点", "会议室") : Map.of("时间", "2024-03-01")),
                List.of("时间", "地点"));

        assertThat(events.size()).isEqualTo(5 + ROWS / 2);
    }

    @Test
    void manyDescriptionsOfOneEventAreReadWithoutNesting() {
        List<Facts> events = SameEvent.merge(
                rows(i -> Map.of("时间", "2024-03-01", "地点", "会议室", "文种", "第" + i, "第" + i, "有")), List.of("时间", "地点"));

        assertThat(events).hasSize(1);
        assertThat(events.get(0).at("文种")).hasSize(ROWS);
        assertThat(events.get(0).text("第" + (ROWS - 1))).isEqualTo("有");
        assertThat(events.get(0).counted("无")).isEmpty();
        assertThat(events.get(0).entries()).isEmpty();
    }

    @Test
    void ofStagesOfPersons() {
        ProcedureSpec admission = new ProcedureSpec(
                List.of("标题.同志"),
                List.of("公示.起"),
                36_500,
                List.of(new ProcedureSpec.Step("接收", "转正", Optional.empty(), Optional.empty())));
        List<Facts> stages = new Stages(admission, LocalDate.of(2024, 6, 1), entry -> Optional.empty())
                .of(rows(i -> Map.of("标题.同志", "林晓禾", "公示.起", "2024-03-01", "阶段", "接收")));

        assertThat(stages.get(ROWS - 1).text("下一步.名")).isEqualTo("转正");
        assertThat(stages.get(0).at("下一步.名")).isEmpty();
    }

    private static List<Facts> rows(IntFunction<Map<String, String>> facts) {
        return IntStream.range(0, ROWS)
                .<Facts>mapToObj(i -> new Row(facts.apply(i)))
                .toList();
    }
}
