package org.gongkai.feature.register.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.feature.register.spec.ColumnSpec;
import org.gongkai.feature.register.spec.RegisterSpec;
import org.gongkai.output.table.Cell;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;

/** Reads the values of the columns of a register. Immutable. */
public record CellReader(RegisterSpec spec) {

    private static final int MAX_DIGITS = 18;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Pattern UNIT = Pattern.compile("\\s*(?:元|%|％|人|名|次|小时|学时|票)$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?");

    /** Returns the value of each column; {@link Cell#NONE} if there is none of its type. */
    List<Cell> read(Facts facts) {
        List<Cell> cells = new ArrayList<>();
        for (ColumnSpec column : spec.columns()) {
            cells.add(column.paths().stream()
                    .flatMap(path -> cell(column, path, facts).stream())
                    .findFirst()
                    .orElse(Cell.NONE));
        }
        return cells;
    }

    private static Optional<Cell> cell(ColumnSpec column, String path, Facts facts) {
        return switch (column.type()) {
            case TEXT -> {
                List<String> words = facts.at(path);
                List<String> counted = facts.counted(path);
                if (!words.equals(counted)) {
                    yield Optional.of(new Cell.Choices(String.join("、", words), counted));
                }
                yield words.isEmpty()
                        ? Optional.empty()
                        : Optional.of(words.size() == 1 ? new Cell.Text(words.get(0)) : new Cell.Words(words));
            }
            case DATE -> DateText.parse(facts.text(path)).map(time -> new Cell.Day(time.toLocalDate()));
            case NUMBER, MONEY -> number(facts.text(path)).map(Cell.Number::new);
            case PERCENTAGE -> percentage(path, facts).map(Cell.Number::new);
        };
    }

    private static Optional<BigDecimal> percentage(String path, Facts facts) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return number(facts.text(path));
        }
        Optional<BigDecimal> part = number(facts.text(path.substring(0, slash)));
        Optional<BigDecimal> whole = number(facts.text(path.substring(slash + 1)));
        return part.isPresent() && whole.isPresent() && whole.get().signum() > 0
                ? Optional.of(part.get().multiply(HUNDRED).divide(whole.get(), 1, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    /** Parses a number as typed in headers, with full-width digits, grouping, or a unit such as 元, %, 人 or 小时. */
    public static Optional<BigDecimal> number(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String digits = UNIT.matcher(FullWidth.narrow(text).strip()).replaceFirst("");
        if (!NUMBER.matcher(digits).matches() || digits.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(digits.replace(",", "")));
    }
}
