package org.gongkai.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.input.entry.Entry;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.Test;

class IndexNumbersTest {

    private static Entry numbered(String number) {
        return Headers.right(Headers.yaml("标题: 甲", "发布日期: 2024-05-06", "索引号: " + number));
    }

    @Test
    void followsTheHighestNumberOfItsYear() {
        IndexNumbers numbers = new IndexNumbers(
                "SLSW01",
                List.of(numbered("SLSW01/2024-00007"), numbered("SLSW01/2024-00002"), numbered("SLSW02/2024-00050")),
                List.of(),
                List.of());

        assertThat(numbers.next(2024)).isEqualTo("SLSW01/2024-00008");
        numbers.take("SLSW01/2024-00008");
        assertThat(numbers.next(2024)).isEqualTo("SLSW01/2024-00009");
        assertThat(numbers.next(2025)).isEqualTo("SLSW01/2025-00001");
    }

    @Test
    void givesNoNumberASecondTime() {
        IndexNumbers numbers = new IndexNumbers(
                "A1",
                List.of(),
                List.of("---\n标题: [\n索引号: A1/2024-00011\n---\n正文提到 A1/2024-00090。\n", ":number: A1/2023-00004\n"),
                List.of("A1/2022-00005"));

        assertThat(numbers.next(2024)).isEqualTo("A1/2024-00012");
        assertThat(numbers.next(2023)).isEqualTo("A1/2023-00005");
        assertThat(numbers.next(2022)).isEqualTo("A1/2022-00006");
    }
}
