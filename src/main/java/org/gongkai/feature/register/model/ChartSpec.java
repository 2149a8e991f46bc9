package org.gongkai.feature.register.model;

import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;
import org.gongkai.problem.Nearest;

/**
 * What the page of a register compares.
 *
 * @param type the form of the chart
 * @param along the column by whose values figures are compared
 * @param value the column that is added up
 * @param unit of the sums; empty where the column has one of its own
 * @param title what it is called; empty if its name says no more than what it compares
 */
@Key.Group("如 {形式: 柱形, 沿: 用途, 值: 实交金额}，几张图写成列表")
public record ChartSpec(
        @Key(value = "形式", required = true) ChartType type,
        @Key("沿") String along,
        @Key("值") String value,
        @Key("单位") String unit,
        @Key("标题") String title) {

    /** The form of a chart. */
    public enum ChartType implements Key.Words {
        /** Sums for each value of a column. */
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
     * Returns this chart with the unit of its column; empty if it is reported as invalid.
     *
     * @param group where it stands
     */
    Optional<ChartSpec> of(List<ColumnSpec> columns, BoundGroup group) {
        if (type == ChartType.MATRIX) {
            return Optional.of(this);
        }
        List<String> names = columns.stream().map(ColumnSpec::name).toList();
        for (String name : List.of(along, value)) {
            if (!names.contains(name)) {
                group.error("", "不能画图：“" + name + "”不是这本台账的列", "沿和值各写一列，如 沿: 用途, 值: 实交金额；" + Nearest.hint(name, names));
                return Optional.empty();
            }
        }
        String own = columns.get(names.indexOf(value)).type().unit();
        if (own.isEmpty() && unit.isEmpty()) {
            group.error("", "图没有写单位", "请写“单位”，如 单位: 人；金额和百分数不用写");
        }
        return Optional.of(new ChartSpec(type, along, value, own.isEmpty() ? unit : own, title));
    }
}
