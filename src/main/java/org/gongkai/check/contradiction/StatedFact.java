package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Position;
import org.gongkai.text.DateText;

/**
 * A number, a day or a word that an entry states.
 *
 * @param name its name, such as 会议.实到, or 正文.实到 of one in the body
 * @param value a {@link BigDecimal}, a {@link LocalDate} or a {@link String}
 * @param at where it stands
 */
record StatedFact(String name, Comparable<?> value, Position at) {

    private static final Pattern MONTH = Pattern.compile("\\d{4}年\\d{1,2}月");

    /** A fact with its value under one of its types, so that it can be cached. */
    record Cached(Optional<LocalDate> day, Optional<String> number, String words, String typed, int line, int column) {

        static Cached of(StatedFact fact) {
            return new Cached(
                    Optional.of(fact.value())
                            .filter(LocalDate.class::isInstance)
                            .map(LocalDate.class::cast),
                    Optional.of(fact.value())
                            .filter(BigDecimal.class::isInstance)
                            .map(Comparable::toString),
                    fact.value().toString(),
                    fact.at() instanceof Value.Text text ? text.text() : "",
                    fact.at().line(),
                    fact.at().column());
        }

        StatedFact named(String name) {
            Comparable<?> value =
                    day.isPresent() ? day.get() : number.isPresent() ? new BigDecimal(number.get()) : words;
            return new StatedFact(name, value, new Value.Text(typed, line, column));
        }
    }

    /** Its value for users: a month as it is written. */
    String text() {
        return at instanceof Value.Text typed && MONTH.matcher(typed.text()).matches() ? typed.text() : text(value);
    }

    static String text(Comparable<?> value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value instanceof LocalDate day ? DateText.chinese(day) : value.toString();
    }
}
