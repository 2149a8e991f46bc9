package org.gongkai.feature.register.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A meeting that was held, as the script knows it.
 *
 * @param kinds what it was; the same sitting may be several
 * @param group the 党小组; empty if it was one of the branch
 * @param entitled how many were to come; null if nothing is said, as for {@code present}
 * @param drafts the entries about it, in the order of their publication
 */
record Sitting(
        LocalDate day,
        List<String> kinds,
        String name,
        String group,
        Integer number,
        String lecturer,
        Integer entitled,
        Integer present,
        List<Draft> drafts) {

    boolean is(String kind) {
        return kinds.contains(kind);
    }

    boolean isIn(LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    BigDecimal share() {
        return entitled == null || present == null ? null : Answer.percent(present, entitled);
    }

    /** The entry that shows that at least one of some sittings was held: the one published first; null if none was. */
    static Draft evidence(List<Sitting> sittings) {
        return sittings.stream()
                .flatMap(sitting -> sitting.drafts().stream())
                .min(Comparator.comparing(Draft::published))
                .orElse(null);
    }

    /** Says how many were to come and came in a year, at the sittings of which both is known for the share. */
    static void attendance(Answer answer, int year, List<Sitting> sittings) {
        answer.total(year, "应到", sum(sittings, Sitting::entitled));
        answer.total(year, "实到", sum(sittings, Sitting::present));
        List<Sitting> known =
                sittings.stream().filter(sitting -> sitting.share() != null).toList();
        if (!known.isEmpty()) {
            answer.total(year, "到会率", Answer.percent(sum(known, Sitting::present), sum(known, Sitting::entitled)));
        }
    }

    private static int sum(List<Sitting> sittings, Function<Sitting, Integer> number) {
        List<Integer> numbers = new ArrayList<>();
        sittings.forEach(sitting -> numbers.add(number.apply(sitting)));
        return numbers.stream().mapToInt(n -> n == null ? 0 : n).sum();
    }
}
