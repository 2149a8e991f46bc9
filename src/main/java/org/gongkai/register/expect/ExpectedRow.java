package org.gongkai.register.expect;

import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.register.Cell;
import org.gongkai.register.Register.Row;
import org.gongkai.register.spec.RegisterSpec;

/**
 * A row with the day that it belongs to.
 *
 * @param row the row
 * @param spec the definition of the register
 * @param day the day of the event or the last day of its period, if known
 */
public record ExpectedRow(Row row, RegisterSpec spec, Optional<LocalDate> day) {

    /** Returns the value in a column; {@link Cell#NONE} if there is no such column. */
    Cell cell(String column) {
        int index = spec.column(column);
        return index < 0 ? Cell.NONE : row.cells().get(index);
    }
}
