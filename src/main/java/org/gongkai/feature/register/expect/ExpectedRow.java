package org.gongkai.feature.register.expect;

import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.feature.register.spec.RegisterSpec;
import org.gongkai.output.table.Cell;

/**
 * A row whose columns are known by their names.
 *
 * @param row the row
 * @param spec the definition of the register
 * @param lastYear the last year that it belongs to, in which it is expected to reach its state
 */
public record ExpectedRow(Row row, RegisterSpec spec, int lastYear) {

    /** Returns the value in a column; {@link Cell#NONE} if there is no such column. */
    public Cell cell(String column) {
        return row.cell(spec, column);
    }
}
