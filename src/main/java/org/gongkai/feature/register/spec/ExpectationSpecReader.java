package org.gongkai.feature.register.spec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.feature.register.spec.ExpectationSpec.CatalogueTerm;
import org.gongkai.feature.register.spec.ExpectationSpec.Condition;
import org.gongkai.feature.register.spec.ExpectationSpec.Needs;
import org.gongkai.feature.register.spec.ExpectationSpec.PerRow;
import org.gongkai.feature.register.spec.ExpectationSpec.Periodic;
import org.gongkai.feature.register.spec.ExpectationSpec.Planned;
import org.gongkai.feature.register.spec.ExpectationSpec.Series;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Nearest;

/** Reads what is expected of the rows of a register. */
final class ExpectationSpecReader {

    private static final List<String> NAMES = List.of(
            "事项", "满足", "每", "至少", "合计", "各", "需", "责任人", "期限", "状态", "办结", "之后", "连续", "按", "目录", "计划", "内容", "依据");
    private static final Map<String, Integer> MONTHS = Map.of("月", 1, "季度", 3, "半年", 6, "年", 12);
    private static final Map<String, Needs> NEEDS =
            Map.of("无", Needs.NOTHING, "委员会", Needs.COMMITTEE, "党小组", Needs.GROUPS);
    /** The word for the days that the settings of the site allow between a 公示 and its result. */
    private static final String RESULT_WITHIN = "公示结果期限";

    private static final String EXAMPLE = "如 {事项: 支委会, 满足: {文种: 支委会}, 每: 月, 至少: 1, 依据: ……}";

    private final DataFile file;
    private final List<String> columns;
    private final int resultWithin;

    /** @param resultWithin how many days after the end of a 公示 its result is to be told */
    ExpectationSpecReader(DataFile file, List<ColumnSpec> columns, int resultWithin) {
        this.file = file;
        this.resultWithin = resultWithin;
        this.columns = columns.stream().map(ColumnSpec::name).toList();
    }

    List<ExpectationSpec> read(Value value) {
        if (!(value instanceof Value.Items items)) {
            if (value != null) {
                file.error(value, "E137", "应有应是一个列表", EXAMPLE);
            }
            return List.of();
        }
        List<ExpectationSpec> specs = new ArrayList<>();
        for (Value item : items.items()) {
            if (item instanceof Value.Fields group) {
                file.known(group, NAMES);
                specs.add(spec(new FieldReader(group), group));
            } else {
                file.error(item, "E137", "应有的每一项应写事项", EXAMPLE);
            }
        }
        return specs;
    }

    private ExpectationSpec spec(FieldReader reader, Value.Fields group) {
        String basis = reader.text("依据").orElse("").replace('{' + RESULT_WITHIN + '}', String.valueOf(resultWithin));
        String subject = reader.text("事项").orElse("");
        if (reader.text("目录").isPresent()) {
            return new CatalogueTerm(days(reader), basis);
        }
        if (reader.text("计划").isPresent()) {
            return new Planned(
                    subject, reader.text("计划").orElseThrow(), reader.text("内容").orElse("内容"), days(reader), basis);
        }
        if (reader.text("连续").isPresent()) {
            List<String> by =
                    reader.texts("按").stream().map(text -> column(text)).toList();
            return new Series(subject, column(reader, "连续"), by, basis);
        }
        if (reader.text("每").isPresent()) {
            return periodic(reader, subject, basis);
        }
        if (reader.text("期限", "状态").isEmpty()) {
            file.error(group, "E137", "应有的这一项没有写“每”“期限”“连续”“计划”或“目录”", EXAMPLE);
        }
        List<String> done = reader.strings("办结");
        return new PerRow(
                column(reader, "事项"),
                column(reader, "责任人"),
                column(reader, "期限"),
                column(reader, "状态"),
                done,
                days(reader),
                basis);
    }

    private Periodic periodic(FieldReader reader, String subject, String basis) {
        String every = reader.text("每").orElseThrow();
        if (!MONTHS.containsKey(every)) {
            file.error(reader.value("每").orElseThrow(), "E137", "没有“每" + every + "”这种周期", "可以写：月、季度、半年、年");
        }
        String needs = reader.text("需").orElse("无");
        if (!NEEDS.containsKey(needs)) {
            file.error(reader.value("需").orElseThrow(), "E137", "“需”不能写“" + needs + "”", "可以写：委员会、党小组");
        }
        List<Condition> where = new ArrayList<>();
        if (reader.value("满足").orElse(null) instanceof Value.Fields conditions) {
            for (Value.Field condition : conditions.fields()) {
                if (condition.value() instanceof Value.Text word) {
                    where.add(new Condition(column(condition.key()), word.text().strip()));
                }
            }
        }
        return new Periodic(
                subject,
                where,
                MONTHS.getOrDefault(every, 12),
                least(reader),
                reader.text("合计").isPresent() ? column(reader, "合计") : "",
                reader.text("各").filter("党小组"::equals).isPresent(),
                NEEDS.getOrDefault(needs, Needs.NOTHING),
                days(reader),
                basis);
    }

    private BigDecimal least(FieldReader reader) {
        String typed = reader.text("至少").orElse("1");
        if (typed.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            return new BigDecimal(typed);
        }
        file.error(reader.value("至少").orElseThrow(), "E137", "至少“" + typed + "”不是数字", "如 至少: 1");
        return BigDecimal.ONE;
    }

    private int days(FieldReader reader) {
        String typed = reader.text("之后").orElse("0");
        if (typed.equals(RESULT_WITHIN)) {
            return resultWithin;
        }
        if (typed.matches("\\d{1,3}")) {
            return Integer.parseInt(typed);
        }
        file.error(reader.value("之后").orElseThrow(), "E137", "之后“" + typed + "”不是天数", "如 之后: 30");
        return 0;
    }

    /** The name of a column in a field; empty if the field is absent. */
    private String column(FieldReader reader, String field) {
        Optional<Value> value = reader.value(field);
        return value.isPresent() && value.get() instanceof Value.Text text ? column(text) : "";
    }

    private String column(Value.Text typed) {
        String name = typed.text().strip();
        if (!columns.contains(name)) {
            file.error(typed, "E137", "“" + name + "”不是这本台账的列", Nearest.hint(name, columns));
        }
        return name;
    }
}
