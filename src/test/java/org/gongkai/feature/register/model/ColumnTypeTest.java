package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongkai.output.table.Cell;
import org.gongkai.site.fact.Facts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A type of columns")
class ColumnTypeTest {

    /** What is typed; the value in files, in a table of a page, on a terminal and in a sentence. */
    @ParameterizedTest
    @DisplayName("reads a value, and shows it on a page and on a terminal")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    TEXT       | 每月        | 每月       | 每月          | 每月
                    TEXT       | 2024-03-05 | 2024-03-05 | 2024年3月5日  | 2024-03-05
                    DATE       | 2024年3月5日 | 2024-03-05 | 2024年3月5日  | 2024-03-05
                    DATE       | 三月里       | ''         | ''            | ''
                    NUMBER     | １２人       | 12         | 12            | 12
                    NUMBER     | 1,234.5    | 1234.5     | 1,234.5       | 1234.5
                    MONEY      | 1,234.50元  | 1234.50    | 1,234.50      | 1234.50
                    MONEY      | 若干         | ''         | ''            | ''
                    PERCENTAGE | 94.7%      | 94.7       | 94.7%         | 94.7%
                    """)
    void showsValues(ColumnType type, String typed, String file, String page, String terminal) {
        ColumnSpec column = new ColumnSpec("值", type, "");

        Cell cell = column.read(Facts.of(Map.of("值", typed), List.of()));

        assertThat(List.of(cell.text(), type.text(cell), type.plain(cell))).containsExactly(file, page, terminal);
    }

    @ParameterizedTest
    @DisplayName("of percentages divides two numbers, of which the whole must not be 0")
    @CsvSource({"18, 19, 94.7", "0, 19, 0.0", "18, 0, ''", "18, 若干, ''"})
    void divides(String part, String whole, String percentage) {
        ColumnSpec column = new ColumnSpec("到会率", ColumnType.PERCENTAGE, "实到/应到");

        assertThat(column.read(Facts.of(Map.of("实到", part, "应到", whole), List.of()))
                        .text())
                .isEqualTo(percentage);
    }
}
