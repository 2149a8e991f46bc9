package org.gongkai.register.export;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.register.Register;
import org.gongkai.register.spec.RegisterSpec;

/**
 * The totals of a year.
 *
 * @param sums sums, by the name of the column that was added up
 * @param counts numbers of rows, by the word that was counted
 */
public record YearTotals(Map<String, BigDecimal> sums, Map<String, BigDecimal> counts) {

    /** Returns the totals of a year, in the order of the definition. */
    public static YearTotals of(RegisterSpec spec, Register.Year year) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        Map<String, BigDecimal> counts = new LinkedHashMap<>();
        year.totals().forEach((name, total) -> (spec.sums().contains(name) ? sums : counts).put(name, total));
        return new YearTotals(sums, counts);
    }
}
