package org.gongkai.register;

import java.math.BigDecimal;
import java.util.Comparator;

/** Orders the values of a column: days and numbers by what they are, everything else as text; absent ones last. */
final class CellOrder {

    static final Comparator<Cell> ASCENDING =
            Comparator.comparing(Cell::isEmpty).thenComparing(CellOrder::number).thenComparing(Cell::text);

    private CellOrder() {}

    private static BigDecimal number(Cell cell) {
        return cell instanceof Cell.Number number ? number.value() : BigDecimal.ZERO;
    }
}
