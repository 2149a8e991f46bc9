package org.gongkai.feature.register.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.input.data.Key;
import org.gongkai.output.table.Cell;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;
import org.gongkai.text.MoneyText;
import org.gongkai.text.WrittenNumber;

/**
 * The type of the values of a column: all that depends on it, from its name in definitions to the format of its numbers
 * in workbooks. Whoever adds a type adds a constant, and nothing elsewhere.
 */
public enum ColumnType implements Key.Words {
    /** Words, each of which counts. */
    TEXT("text", "", "", Cell.Format.GENERAL) {
        @Override
        Optional<Cell> read(Facts facts, String path) {
            List<String> words = facts.at(path);
            List<String> counted = facts.counted(path);
            if (!words.equals(counted)) {
                return Optional.of(new Cell.Choices(String.join("、", words), counted));
            }
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(words.size() == 1 ? new Cell.Text(words.get(0)) : new Cell.Words(words));
        }
    },
    DATE("date", "date", "", Cell.Format.GENERAL) {
        @Override
        Optional<Cell> read(Facts facts, String path) {
            return DateText.day(facts.text(path)).map(Cell.Day::new);
        }
    },
    /** A number of persons, hours and the like, whose unit its column does not know. */
    NUMBER("number", "num", "", Cell.Format.GENERAL) {
        @Override
        Optional<Cell> read(Facts facts, String path) {
            // A joint issue has several.
            List<String> numbers = facts.at(path);
            return numbers.size() > 1
                            && numbers.stream().allMatch(it -> number(it).isPresent())
                    ? Optional.of(new Cell.Words(numbers))
                    : super.read(facts, path);
        }
    },
    /** An amount in yuan; the heading of its column names the unit. */
    MONEY("money", "num", "元", new Cell.Format("#,##0.00", ",,.00")) {
        @Override
        public String figure(BigDecimal number) {
            return MoneyText.grouped(MoneyText.plain(number));
        }

        @Override
        public String heading(String name) {
            return name + "（元）";
        }
    },
    /** A percentage, also one of two numbers whose paths are separated by a slash. */
    PERCENTAGE("percentage", "num", "%", new Cell.Format("General\"%\"", "%")) {
        @Override
        Optional<Cell> read(Facts facts, String path) {
            int slash = path.indexOf('/');
            if (slash < 0) {
                return super.read(facts, path);
            }
            Optional<BigDecimal> part = number(facts.text(path.substring(0, slash)));
            Optional<BigDecimal> whole = number(facts.text(path.substring(slash + 1)));
            return part.isPresent()
                            && whole.filter(number -> number.signum() > 0).isPresent()
                    ? Optional.of(new Cell.Number(percent(part.get(), whole.get())))
                    : Optional.empty();
        }

        @Override
        public String figure(BigDecimal number) {
            return super.figure(number) + unit();
        }
    };

    private static final int MAX_DIGITS = 18;
    private static final Pattern UNIT = Pattern.compile("\\s*(?:元|%|％|人|名|次|小时|学时|票)$");
    private static final Pattern NUMERAL = Pattern.compile("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");

    private final String word;
    private final String align;
    private final String unit;
    private final Cell.Format format;

    ColumnType(String word, String align, String unit, Cell.Format format) {
        this.word = word;
        this.align = align;
        this.unit = unit;
        this.format = format;
    }

    @Override
    public List<String> words() {
        return List.of(word);
    }

    /** Returns the value at a path; empty if there is none of the type. */
    Optional<Cell> read(Facts facts, String path) {
        return number(facts.text(path)).map(Cell.Number::new);
    }

    /** Parses a number as typed in headers, with full-width digits, grouping, or a unit such as 元, %, 人 or 小时. */
    public static Optional<BigDecimal> number(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String digits = UNIT.matcher(FullWidth.narrow(text).strip()).replaceFirst("");
        return NUMERAL.matcher(digits).matches() && digits.length() <= MAX_DIGITS
                ? Optional.of(new BigDecimal(digits.replace(",", "")))
                : WrittenNumber.read(text).filter(it -> digits.length() <= MAX_DIGITS);
    }

    /** Returns the percentage of a part, to one decimal. */
    public static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
    }

    /** Whether values are numbers. */
    public boolean isNumber() {
        return align.equals("num");
    }

    /** Whether the sum of values is a value of the type. */
    public boolean isSummed() {
        return this == NUMBER || this == MONEY;
    }

    /** The unit of all values; empty if they have none of their own. */
    public String unit() {
        return unit;
    }

    /** The class of cells: num, date or empty. */
    public String align() {
        return align;
    }

    /** The format of numbers in workbooks. */
    public Cell.Format format() {
        return format;
    }

    /** Returns the heading of a column. */
    public String heading(String name) {
        return name;
    }

    /** Formats a number below a heading, that of money without its unit. */
    public String figure(BigDecimal number) {
        return MoneyText.grouped(number.stripTrailingZeros().toPlainString());
    }

    /** Formats a number that stands alone, with its unit if the type has one. */
    public String alone(BigDecimal number) {
        String figure = figure(number);
        return figure.endsWith(unit) ? figure : figure + unit;
    }

    /** Formats a value for a terminal: dates in ISO 8601, and no unit but %. */
    public String plain(Cell cell) {
        return cell.text() + (this == PERCENTAGE && !cell.isEmpty() ? unit : "");
    }

    /** Formats a value for readers; what stands before it names the unit of money. */
    public String text(Cell cell) {
        if (cell instanceof Cell.Number number) {
            return figure(number.value());
        }
        if (cell instanceof Cell.Day day) {
            return DateText.chinese(day.day());
        }
        return cell instanceof Cell.Text text && ISO_DAY.matcher(text.text()).matches()
                ? DateText.day(text.text()).map(DateText::chinese).orElse(text.text())
                : cell.text();
    }
}
