package org.gongkai.check.figure;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.text.FullWidth;

/**
 * A number in a row of a table.
 *
 * @param value the number
 * @param at its position
 */
record Figure(BigDecimal value, Value.Text at) {

    /** Maximum length of a text that is matched. */
    private static final int MAX_LENGTH = 40;

    private static final Pattern FIGURE =
            Pattern.compile("(-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?)\\s*[人名份票张元次分]?");

    /** Parses a cell, which may have a unit; empty if it is not a number, which the check of types reports. */
    static Optional<Figure> of(FieldSpec column, Value.Fields row) {
        return cell(column, row)
                .filter(cell -> cell.text().length() <= MAX_LENGTH)
                .flatMap(cell -> {
                    Matcher figure =
                            FIGURE.matcher(FullWidth.narrow(cell.text()).strip());
                    return figure.matches()
                            ? Optional.of(
                                    new Figure(new BigDecimal(figure.group(1).replace(",", "")), cell))
                            : Optional.empty();
                });
    }

    /** Returns a text in a row; empty if there is none. */
    static Optional<Value.Text> cell(FieldSpec column, Value.Fields row) {
        return row.value(column.names().toArray(String[]::new))
                .filter(Value.Text.class::isInstance)
                .map(Value.Text.class::cast);
    }

    boolean is(BigDecimal number) {
        return value.compareTo(number) == 0;
    }

    /** Returns a number without superfluous zeros. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
