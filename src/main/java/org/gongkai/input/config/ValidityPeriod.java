package org.gongkai.input.config;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.Key;

/**
 * The time in which a group, a post or a number holds.
 *
 * @param from the first day; without one it has always held
 * @param to the last day; without one it holds on
 */
@Key.Group("例如 起: 2024-07-01, 止: 2026-06-30；一直有的不写起，还在的不写止")
public record ValidityPeriod(@Key("起 from") Optional<LocalDate> from, @Key("止 to") Optional<LocalDate> to) {

    /** The time of what says none. */
    public static final ValidityPeriod ALWAYS = new ValidityPeriod(Optional.empty(), Optional.empty());

    /** Something that holds for a time. */
    public interface Timed {

        /** Returns the time. */
        ValidityPeriod time();
    }

    /** Returns whether a day lies in it. */
    public boolean includes(LocalDate day) {
        return !first().isAfter(day) && !last().isBefore(day);
    }

    /** Returns whether it ended before a day. */
    public boolean endedBefore(LocalDate day) {
        return last().isBefore(day);
    }

    /** Returns whether both have a day in common. */
    public boolean overlaps(ValidityPeriod other) {
        return !first().isAfter(other.last()) && !last().isBefore(other.first());
    }

    LocalDate first() {
        return from.orElse(LocalDate.MIN);
    }

    LocalDate last() {
        return to.orElse(LocalDate.MAX);
    }

    /** Returns what holds on a day, in the same order. */
    public static <T extends Timed> List<T> on(LocalDate day, List<T> all) {
        return all.stream().filter(it -> it.time().includes(day)).toList();
    }

    /** Returns the one of several states that holds on a day; one that begins later takes the place of one before. */
    public static <T extends Timed> Optional<T> state(LocalDate day, List<T> states) {
        return on(day, states).stream().max(Comparator.comparing(it -> it.time().first()));
    }

    /** Says when it was, as in 2024-07-01至2026-06-30. */
    public String words() {
        return from.map(day -> to.isPresent() ? day + "至" : "从" + day + "起").orElse("")
                + to.map(day -> from.isPresent() ? day.toString() : "到" + day + "为止")
                        .orElse("");
    }
}
