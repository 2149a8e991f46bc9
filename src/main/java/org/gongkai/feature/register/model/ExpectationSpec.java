package org.gongkai.feature.register.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Nearest;

/**
 * What a rule expects of the rows of a register; which of its parts say something decides its {@link Type}.
 *
 * @param subject what is expected, or of rows the column that says it; of a series what a number counts, such as 期
 * @param amount how much is expected of a period
 * @param done when a row is done, and until when it should be
 * @param number the column of the number of a series
 * @param by the columns whose rows are numbered separately
 * @param plan where it is written what is expected
 * @param basis the rule, and how sure its source is; may be empty
 * @param resultWithin how many days after the end of a 公示 its result is to be told, as the site says
 */
@Key.Group(ExpectationSpec.EXAMPLE)
public record ExpectationSpec(
        @Key("事项") String subject,
        @Key("") Amount amount,
        @Key("") Done done,
        @Key("连续") String number,
        @Key("按") List<String> by,
        @Key("") Plan plan,
        @Key("依据") String basis,
        int resultWithin) {

    static final String EXAMPLE = "如 {事项: 支委会, 满足: {文种: 支委会}, 每: 月, 至少: 1, 依据: ……}";

    /** The word for the days that the settings of the site allow between a 公示 and its result. */
    private static final String RESULT_WITHIN = "公示结果期限";

    /** What is expected. */
    public enum Type {
        /** Something in every period. */
        PERIODIC,
        /** Every row is expected to reach a state. */
        PER_ROW,
        /** Numbers are expected to follow each other, from the smallest of a year on. */
        SERIES,
        /** The items of the catalogue are expected to be published as often as their 时限 says. */
        CATALOGUE,
        /** What a plan names for a month is expected to be done in it: there is a row of that month. */
        PLANNED
    }

    /**
     * How much is expected of a period.
     *
     * @param every the length of a period in months: 1, 3, 6 or 12
     * @param where the words that a row must have, by the name of their column, as {@code 文种=党课}; empty for all rows
     * @param least how many rows, or how much of a column, at least
     * @param sum the column that is added up; empty if rows are counted
     * @param each 党小组 if every 党小组 is expected to do it, which the column of this name tells apart
     * @param needs what the organisation must have for it to be expected
     */
    @Key.Group(EXAMPLE)
    public record Amount(
            @Key(value = "每", by = "months", allowed = "月、季度、半年、年") Optional<Integer> every,
            @Key("满足") Map<String, String> where,
            @Key(value = "至少", or = "1", allowed = "数字，如 1") BigDecimal least,
            @Key("合计") String sum,
            @Key("各") String each,
            @Key(value = "需", or = "无", words = "无 委员会 党小组") String needs) {

        private static Integer months(String typed) {
            return Map.of("月", 1, "季度", 3, "半年", 6, "年", 12).get(typed);
        }

        public boolean isOfEachGroup() {
            return each.equals("党小组");
        }
    }

    /**
     * When a row is done.
     *
     * @param owner the column that says who is to do it, or the post that does what is expected of a period; empty if
     *     none does
     * @param due the column of the day on which it is due; rows without a day are expected on the last day of the year
     * @param state the column that says whether it is done
     * @param words the words that mean that it is; empty if any value does
     * @param never the words of rows of which it is not expected, as they go on for ever or were given up
     * @param within how many days after that day or a period it is still in time
     */
    @Key.Group(EXAMPLE)
    public record Done(
            @Key("责任人") String owner,
            @Key("期限") String due,
            @Key("状态") String state,
            @Key("办结") List<String> words,
            @Key("不计") List<String> never,
            @Key(value = "之后", matches = "\\d{1,3}|" + RESULT_WITHIN, or = "0", allowed = "天数，如 30，或者" + RESULT_WITHIN)
                    String within) {}

    /**
     * Where it is written what is expected.
     *
     * @param catalogue not empty if it is the catalogue
     * @param table the field of any entry whose rows are the plan; its column 月份, else 时间, says when
     * @param topic the column that says what is planned
     */
    @Key.Group(EXAMPLE)
    public record Plan(
            @Key("目录") String catalogue, @Key("计划") String table, @Key(value = "内容", or = "内容") String topic) {}

    /** What is expected. */
    public Type type() {
        if (!plan.catalogue.isEmpty()) {
            return Type.CATALOGUE;
        }
        if (!plan.table.isEmpty()) {
            return Type.PLANNED;
        }
        return !number.isEmpty() ? Type.SERIES : amount.every.isPresent() ? Type.PERIODIC : Type.PER_ROW;
    }

    /** How many days after a day or period what is told of it is still in time. */
    public int days() {
        return done.within.equals(RESULT_WITHIN) ? resultWithin : Integer.parseInt(done.within);
    }

    @Override
    public String basis() {
        return basis.replace('{' + RESULT_WITHIN + '}', String.valueOf(resultWithin));
    }

    /** What is to be done about the subject of a row: of a 公示, to tell its result. */
    public String what(String row) {
        return done.within.equals(RESULT_WITHIN) ? row + "：公布结果" : row;
    }

    /** Returns true if it is met by any row of a period, so that it expects what a plan expects. */
    public boolean isMetByAnyRow() {
        return type() == Type.PERIODIC
                && amount.where.isEmpty()
                && !amount.isOfEachGroup()
                && amount.sum.isEmpty()
                && amount.least.compareTo(BigDecimal.ONE) <= 0;
    }

    /**
     * Reports names of columns that there are not.
     *
     * @param group where it stands
     */
    void check(List<String> columns, BoundGroup group) {
        List<String> fields =
                switch (type()) {
                    case CATALOGUE, PLANNED -> List.of();
                    case SERIES -> List.of("连续", "按");
                    case PERIODIC -> List.of("合计");
                    case PER_ROW -> group.fields().text("每").isPresent() ? List.of() : List.of("事项", "责任人", "期限", "状态");
                };
        if (fields.contains("期限") && done.due.isEmpty() && done.state.isEmpty()) {
            group.error("", "应有的这一项没有写“每”“期限”“连续”“计划”或“目录”", EXAMPLE);
        }
        fields.forEach(field -> group.fields().texts(field).forEach(typed -> checkColumn(columns, typed, group)));
        if (type() == Type.PERIODIC && group.fields().value("满足").orElse(null) instanceof Value.Fields where) {
            where.fields().forEach(field -> checkColumn(columns, field.key(), group));
        }
    }

    private static void checkColumn(List<String> columns, Value.Text typed, BoundGroup group) {
        String name = typed.text().strip();
        if (!columns.contains(name)) {
            group.error(typed, "“" + name + "”不是这本台账的列", Nearest.hint(name, columns));
        }
    }
}
