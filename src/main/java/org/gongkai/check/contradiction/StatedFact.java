package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Position;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.DateText;
import org.gongkai.text.MomentText;

/**
 * A number, a day or a word that an entry states.
 *
 * @param name its name, such as 会议.实到, or 正文.实到 of one in the body
 * @param value a {@link BigDecimal}, a {@link LocalDate} or a {@link String}
 * @param at where it stands
 */
record StatedFact(String name, Comparable<?> value, Position at) {

    /** A day at most so far from that of an entry may be of its year. */
    private static final int NEAR = 45;

    private static final Pattern MONTH = Pattern.compile("\\d{4}年\\d{1,2}月");

    /**
     * The year of a day that is written without one: that of the publication or the meeting if the day is near, as a
     * meeting in January may be about the year before; else, and in a summary, that of the entry.
     */
    static int year(String typed, Entry entry) {
        int year = entry.years().get(0);
        if (!typed.contains("月")
                || typed.contains("年")
                || entry.kinds().stream().anyMatch(kind -> kind.has(Trait.SUMMARY))) {
            return year;
        }
        LocalDate published = entry.dates().published().toLocalDate();
        return dayNear(typed, published)
                .filter(day -> !day.isAfter(published))
                .or(() -> dayNear(typed, EntryFacts.day(entry)))
                .map(LocalDate::getYear)
                .orElse(year);
    }

    private static Optional<LocalDate> dayNear(String typed, LocalDate other) {
        return MomentText.parse(MomentText.completed(typed, other.getYear()))
                .map(moment -> moment.start().toLocalDate())
                .filter(day -> Math.abs(ChronoUnit.DAYS.between(day, other)) <= NEAR);
    }

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
