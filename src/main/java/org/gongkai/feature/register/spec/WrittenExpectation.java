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
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Nearest;

/** What is expected of the rows of a register, as written: what it is depends on which fields there are. */
@Key.Group(WrittenExpectation.EXAMPLE)
record WrittenExpectation(
        @Key("事项") String subject,
        @Key("") Amount amount,
        @Key("") Done done,
        @Key("连续") String number,
        @Key("按") List<Value.Text> by,
        @Key("") Plan plan,
        @Key("依据") String basis,
        BoundGroup group) {

    static final String EXAMPLE = "如 {事项: 支委会, 满足: {文种: 支委会}, 每: 月, 至少: 1, 依据: ……}";

    /** The word for the days that the settings of the site allow between a 公示 and its result. */
    private static final String RESULT_WITHIN = "公示结果期限";

    @Key.Group(EXAMPLE)
    private record Amount(
            @Key(value = "每", by = "months", allowed = "月、季度、半年、年") Optional<Integer> every,
            @Key("满足") Map<Value.Text, String> where,
            @Key(value = "至少", or = "1", allowed = "数字，如 1") BigDecimal least,
            @Key("合计") String sum,
            @Key("各") String each,
            @Key(value = "需", words = "无 委员会 党小组", or = "无") String needs) {

        private static Integer months(String typed) {
            return Map.of("月", 1, "季度", 3, "半年", 6, "年", 12).get(typed);
        }
    }

    @Key.Group(EXAMPLE)
    private record Done(
            @Key("责任人") String owner,
            @Key("期限") String due,
            @Key("状态") String state,
            @Key("办结") List<String> words,
            @Key(value = "之后", matches = "\\d{1,3}|" + RESULT_WITHIN, or = "0", allowed = "天数，如 30，或者" + RESULT_WITHIN)
                    String days) {}

    @Key.Group(EXAMPLE)
    private record Plan(
            @Key("目录") String catalogue, @Key("计划") String table, @Key(value = "内容", or = "内容") String topic) {}

    /**
     * Returns the definition.
     *
     * @param columns the columns of the register
     * @param resultWithin how many days after the end of a 公示 its result is to be told
     */
    ExpectationSpec spec(List<String> columns, int resultWithin) {
        String told = basis.replace('{' + RESULT_WITHIN + '}', String.valueOf(resultWithin));
        int days = done.days.equals(RESULT_WITHIN) ? resultWithin : Integer.parseInt(done.days);
        if (!plan.catalogue.isEmpty()) {
            return new CatalogueTerm(days, told);
        }
        if (!plan.table.isEmpty()) {
            return new Planned(subject, plan.table, plan.topic, days, told);
        }
        if (!number.isEmpty()) {
            checkColumns(columns, "连续", "按");
            return new Series(
                    subject, number, by.stream().map(it -> it.text().strip()).toList(), told);
        }
        if (group.text("每").isPresent()) {
            checkColumns(columns, "合计");
            List<Condition> where = new ArrayList<>();
            amount.where.forEach((column, word) -> {
                checkColumn(columns, column);
                where.add(new Condition(column.text(), word));
            });
            return new Periodic(
                    subject,
                    where,
                    amount.every.orElse(12),
                    amount.least,
                    amount.sum,
                    amount.each.equals("党小组"),
                    Map.of("无", Needs.NOTHING, "委员会", Needs.COMMITTEE, "党小组", Needs.GROUPS)
                            .get(amount.needs),
                    days,
                    told);
        }
        if (done.due.isEmpty() && done.state.isEmpty()) {
            group.error("", "应有的这一项没有写“每”“期限”“连续”“计划”或“目录”", EXAMPLE);
        }
        checkColumns(columns, "事项", "责任人", "期限", "状态");
        return new PerRow(subject, done.owner, done.due, done.state, done.words, days, told);
    }

    private void checkColumns(List<String> columns, String... fields) {
        for (String field : fields) {
            group.texts(field).forEach(text -> checkColumn(columns, text));
        }
    }

    private void checkColumn(List<String> columns, Value.Text typed) {
        String name = typed.text().strip();
        if (!columns.contains(name)) {
            group.error(typed, "“" + name + "”不是这本台账的列", Nearest.hint(name, columns));
        }
    }
}
