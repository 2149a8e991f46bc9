package org.gongkai.feature.register.spec;

import java.math.BigDecimal;
import java.util.List;

/** What a rule expects of the rows of a register. */
public sealed interface ExpectationSpec {

    /** The rule, and how sure its source is; may be empty. */
    String basis();

    /**
     * Something expected in every period.
     *
     * @param subject what is expected
     * @param where the words that a row must have, by the name of their column, as {@code 文种=党课}; empty for all rows
     * @param every the length of a period in months: 1, 3, 6 or 12
     * @param least how many rows, or how much of a column, at least
     * @param sum the column that is added up; empty if rows are counted
     * @param each whether every 党小组 is expected to do it, which the column 党小组 tells apart
     * @param needs what the organisation must have for it to be expected
     * @param days how many days after a period what is told of it is still in time
     */
    record Periodic(
            String subject,
            List<Condition> where,
            int every,
            BigDecimal least,
            String sum,
            boolean each,
            Needs needs,
            int days,
            String basis)
            implements ExpectationSpec {
        public Periodic {
            where = List.copyOf(where);
        }
    }

    /**
     * Every row is expected to reach a state.
     *
     * @param subject the column that says what is expected
     * @param owner the column that says who is to do it; empty if none does
     * @param due the column of the day on which it is due; rows without a day are expected on the last day of the year
     * @param state the column that says whether it is done
     * @param done the words that mean that it is; empty if any value does
     * @param days how many days after {@code due} it is expected
     */
    record PerRow(String subject, String owner, String due, String state, List<String> done, int days, String basis)
            implements ExpectationSpec {
        public PerRow {
            done = List.copyOf(done);
        }
    }

    /**
     * Numbers are expected to follow each other, from the smallest of a year on.
     *
     * @param subject what a number counts, such as 期
     * @param number the column of the number
     * @param by the columns whose rows are numbered separately
     */
    record Series(String subject, String number, List<String> by, String basis) implements ExpectationSpec {
        public Series {
            by = List.copyOf(by);
        }
    }

    /**
     * The items of the catalogue are expected to be published as often as their 时限 says.
     *
     * @param days how many days after a period what is to be published of it is still in time
     */
    record CatalogueTerm(int days, String basis) implements ExpectationSpec {}

    /**
     * What a plan names for a month is expected to be done in it: there is a row of that month.
     *
     * @param subject what is expected, such as 主题党日计划
     * @param table the field of any entry whose rows are the plan; its column 月份, else 时间, says when
     * @param topic the column that says what is planned
     * @param days how many days after a month what is told of it is still in time
     */
    record Planned(String subject, String table, String topic, int days, String basis) implements ExpectationSpec {}

    /** A word that a row must have in a column. */
    record Condition(String column, String word) {}

    /** What the organisation must have. */
    enum Needs {
        NOTHING,
        COMMITTEE,
        GROUPS
    }
}
