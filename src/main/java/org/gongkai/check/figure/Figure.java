package org.gongkai.check.figure;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;
import org.gongkai.text.FullWidth;

/**
 * A number in a header.
 *
 * @param value the number
 * @param at its position
 */
record Figure(BigDecimal value, Value.Text at) {

    /** Maximum length of a text that is matched. */
    private static final int MAX_LENGTH = 40;

    private static final Pattern FIGURE =
            Pattern.compile("(-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?)\\s*[人名份票张元次分]?");

    /** Parses a value, which may have a unit; empty if it is not a number. */
    static Optional<Figure> of(Value value) {
        if (!(value instanceof Value.Text text) || text.text().length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher figure = FIGURE.matcher(FullWidth.narrow(text.text()).strip());
        return figure.matches()
                ? Optional.of(new Figure(new BigDecimal(figure.group(1).replace(",", "")), text))
                : Optional.empty();
    }

    boolean is(BigDecimal number) {
        return value.compareTo(number) == 0;
    }

    boolean isMoreThan(Figure other) {
        return value.compareTo(other.value) > 0;
    }

    /** Returns true if it is more than a multiple of another number. */
    boolean isMoreThan(Figure other, int numerator, int denominator) {
        return value.multiply(BigDecimal.valueOf(denominator))
                        .compareTo(other.value.multiply(BigDecimal.valueOf(numerator)))
                > 0;
    }

    Problem error(String code, Entry entry, String message, String hint) {
        return Problem.error(code, entry.path(), at, message, hint);
    }

    Problem warning(String code, Entry entry, String message, String hint) {
        return Problem.warning(code, entry.path(), at, message, hint);
    }

    /** Returns the number without superfluous zeros. */
    String text() {
        return text(value);
    }

    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
