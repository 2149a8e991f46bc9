package org.gongkai.feature.register.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.input.entry.Entry;
import org.gongkai.text.Period;

/**
 * What an entry states about the amount of a period. Those of different groups have nothing to do with each other.
 *
 * @param of what states it: a row of a register, or a record
 * @param period the period; empty if the entry states none that can be read
 * @param groups the 党小组
 * @param adjustment how it adjusts an amount that was published before; empty if it is an amount of its own
 */
public record PeriodAmount<T>(T of, Entry entry, Optional<Period> period, List<String> groups, String adjustment) {

    /**
     * An amount with the statements about it.
     *
     * @param counted the one that counts, which has not been replaced; what adjusts no single amount counts by itself
     * @param stages the statements about its whole period in the order of their publication: corrections are behind
     * @param all all of them: the one that counts, those that it replaces, and those that adjust it
     * @param adjusting those that add to it, subtract from it or explain it, oldest first
     */
    public record Whole<T>(T counted, List<T> stages, List<T> all, List<T> adjusting) {}

    /** An amount whose statements are being collected. */
    private record Collected<T>(
            PeriodAmount<T> counted, List<PeriodAmount<T>> replaced, List<PeriodAmount<T>> adjusting) {

        Whole<T> whole() {
            List<PeriodAmount<T>> stages = new ArrayList<>(replaced);
            stages.removeIf(one -> !one.contains(counted));
            stages.add(0, counted);
            Collections.reverse(stages);
            Stream<PeriodAmount<T>> all =
                    Stream.of(List.of(counted), replaced, adjusting).flatMap(List::stream);
            return new Whole<>(counted.of, of(stages.stream()), of(all), of(adjusting.stream()));
        }

        private static <T> List<T> of(Stream<PeriodAmount<T>> amounts) {
            return amounts.map(PeriodAmount::of).toList();
        }
    }

    /**
     * Puts together what belongs to one amount, so that none counts twice: the last correction counts, and no amount
     * within a longer period. What adjusts an amount belongs to that of its own period, else to that of the longer
     * period that it lies in.
     *
     * @param all the statements, those of older entries first
     */
    public static <T> List<Whole<T>> wholes(RegisterSpec spec, List<PeriodAmount<T>> all) {
        List<Collected<T>> wholes = new ArrayList<>();
        all.stream().filter(one -> one.isWhole(spec)).forEach(one -> addWhole(spec, one, wholes));
        List<Collected<T>> apart = new ArrayList<>();
        for (PeriodAmount<T> one : all) {
            if (!one.isWhole(spec)) {
                List<Collected<T>> around = wholes.stream()
                        .filter(whole -> whole.counted.contains(one))
                        .toList();
                List<Collected<T>> same = around.stream()
                        .filter(whole -> one.contains(whole.counted))
                        .toList();
                List<Collected<T>> possible = same.isEmpty() ? around : same;
                // A row of a table cannot be told from the others of its period.
                if (possible.size() == 1 && spec.isAdjusted()) {
                    possible.get(0).adjusting.add(one);
                } else {
                    apart.add(new Collected<>(one, List.of(), List.of()));
                }
            }
        }
        return Stream.concat(wholes.stream(), apart.stream())
                .map(Collected::whole)
                .toList();
    }

    private boolean isWhole(RegisterSpec spec) {
        return adjustment.isEmpty() || spec.replaces(adjustment);
    }

    private static <T> void addWhole(RegisterSpec spec, PeriodAmount<T> one, List<Collected<T>> wholes) {
        for (Collected<T> whole : wholes) {
            if (whole.counted.replaces(spec, false, one)) {
                whole.replaced.add(one);
                return;
            }
        }
        List<PeriodAmount<T>> replaced = new ArrayList<>();
        for (Collected<T> whole : List.copyOf(wholes)) {
            if (one.replaces(spec, true, whole.counted)) {
                wholes.remove(whole);
                replaced.add(whole.counted);
                replaced.addAll(whole.replaced);
            }
        }
        wholes.add(new Collected<>(one, replaced, new ArrayList<>()));
    }

    /** Rows of one table are parts of one amount and do not replace each other. */
    private boolean replaces(RegisterSpec spec, boolean isLater, PeriodAmount<T> other) {
        return entry != other.entry
                && contains(other)
                // A correction of the same day may come first.
                && (spec.replaces(adjustment) && (isLater || !spec.replaces(other.adjustment))
                        || !other.contains(this));
    }

    private boolean contains(PeriodAmount<T> other) {
        return groups.equals(other.groups)
                && period.isPresent()
                && other.period.filter(period.get()::contains).isPresent();
    }
}
