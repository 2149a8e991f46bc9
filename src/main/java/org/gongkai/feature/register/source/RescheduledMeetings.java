package org.gongkai.feature.register.source;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.input.entry.MeetingChange;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.site.Item;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.DateText;

/**
 * Finds what was held in place of meetings that were put off: the sitting of the same body on the day that they were
 * put off to, or with their number; if they say no day, a later one of their month.
 *
 * @param sittings all sittings
 * @param asOf what happens later is not held yet
 */
public record RescheduledMeetings(List<? extends Facts> sittings, LocalDate asOf) {

    /** Returns how the meeting of some facts was changed; empty if it was not. */
    public static Optional<MeetingChange> change(Facts facts) {
        return facts.text("会议.状态").isEmpty()
                ? Optional.empty()
                : facts.entries().stream()
                        .flatMap(item -> MeetingChange.of(item.entry()).stream())
                        .findFirst();
    }

    /** Returns the entries about what was held instead of a meeting; empty if nothing was. */
    public List<Item> of(Facts meeting) {
        Optional<MeetingChange> change = change(meeting).filter(MeetingChange::isPutOff);
        Optional<LocalDate> was = day(meeting);
        if (change.isEmpty() || was.isEmpty()) {
            return List.of();
        }
        Optional<LocalDate> to = change.get().to().map(LocalDateTime::toLocalDate);
        return sittings.stream()
                .filter(other -> isSameBody(meeting, other) && change(other).isEmpty())
                .filter(other -> day(other)
                        .filter(day -> !day.isAfter(asOf))
                        .filter(day -> to.filter(day::equals).isPresent()
                                || isSameNumber(meeting, other)
                                        && day.getYear() == was.get().getYear()
                                || to.isEmpty()
                                        && day.isAfter(was.get())
                                        && YearMonth.from(day).equals(YearMonth.from(was.get())))
                        .isPresent())
                .flatMap(other -> other.entries().stream())
                .toList();
    }

    private static boolean isSameNumber(Facts meeting, Facts other) {
        Optional<String> number = SameEvent.number(meeting);
        return number.isPresent() && number.equals(SameEvent.number(other));
    }

    private static boolean isSameBody(Facts meeting, Facts other) {
        return body(meeting).anyMatch(kind -> body(other).anyMatch(kind::equals))
                && groups(meeting).equals(groups(other));
    }

    private static Stream<String> body(Facts facts) {
        return facts.entries().stream()
                .flatMap(item -> item.entry().kinds().stream())
                .filter(kind -> !kind.words(Trait.CALENDAR).isEmpty())
                .map(kind -> kind.name());
    }

    private static List<String> groups(Facts facts) {
        List<String> met = facts.at("会议.党小组");
        return (met.isEmpty() ? facts.at("标题.党小组") : met).stream().sorted().toList();
    }

    private static Optional<LocalDate> day(Facts facts) {
        return DateText.day(facts.text("会议.时间"));
    }
}
