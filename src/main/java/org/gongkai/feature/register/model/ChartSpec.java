package org.gongkai.feature.register.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;
import org.gongkai.problem.Nearest;

/**
 * What the page of a register compares.
 *
 * @param type the form of the chart
 * @param along the column by whose values figures are compared; empty if years are compared
 * @param values names of columns
 * @param unit of the values; empty where they have none of their own
 * @param title what it is called; empty if its name says no more than what it compares
 */
@Key.Group("如 {形式: 柱形, 值: [学时], 单位: 学时}，几张图写成列表")
public record ChartSpec(
        @Key(value = "形式", required = true) ChartType type,
        @Key("沿") String along,
        @Key("值") List<String> values,
        @Key("单位") String unit,
        @Key("标题") String title) {

    /** The form of a chart. */
    public enum ChartType implements Key.Words {
        /** Figures of years, or of the values of a column, beside each other. */
        BARS("柱形"),
        /** A field for each subject and period: done, missing, not yet due. */
        MATRIX("覆盖");

        private final String label;

        ChartType(String label) {
            this.label = label;
        }

        @Override
        public List<String> words() {
            return List.of(label);
        }
    }

    /**
     * Returns this chart of the columns that a register has; empty if it is reported as invalid.
     *
     * @param group where it stands
     */
    Optional<ChartSpec> of(List<ColumnSpec> columns, BoundGroup group) {
        if (type == ChartType.MATRIX) {
            return Optional.of(this);
        }
        List<String> names = columns.stream().map(ColumnSpec::name).toList();
        group.texts("值").stream()
                .filter(typed -> !names.contains(typed.text().strip()))
                .forEach(typed -> group.error(
                        typed,
                        "值里的“" + typed.text().strip() + "”不是这本台账的列",
                        Nearest.hint(typed.text().strip(), names)));
        if (!along.isEmpty() && !names.contains(along)) {
            group.error("", "不能沿“" + along + "”画图", "沿写一列的名称；不写的，各年之间比");
            return Optional.empty();
        }
        if (values.isEmpty()) {
            group.error("", "图没有写值", "请写比哪几列，如 值: [应交金额, 实交金额]");
        }
        Set<String> units = columns.stream()
                .filter(column -> values.contains(column.name()))
                .map(column ->
                        column.type().unit().isEmpty() ? unit : column.type().unit())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (units.contains("")) {
            group.error("", "图没有写单位", "请写“单位”，如 单位: 人；金额和百分数不用写");
        } else if (units.size() > 1) {
            group.error("", "一张图里有几种单位：" + String.join("、", units), "不能放在一起比，请分成几张图");
        }
        return Optional.of(new ChartSpec(
                type,
                along,
                values.stream().filter(names::contains).toList(),
                units.stream().findFirst().orElse(""),
                title));
    }
}
