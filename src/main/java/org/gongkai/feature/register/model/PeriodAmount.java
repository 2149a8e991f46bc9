package org.gongkai.feature.register.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.Register.Row;

/**
 * What an entry states about the amount of a period. Those of different groups have nothing to do with each other.
 *
 * @param of the row that states it
 * @param groups the 党小组
 */
record PeriodAmount(Row of, List<String> groups) {

    /**
     * An amount with the statements about it.
     *
     * @param counted the one that counts, which has not been replaced; what adjusts no single amount counts by itself
     * @param stages the statements about its whole period in the order of their publication: corrections are behind
     * @param all all of them: the one that counts, those that it replaces, and those that adjust it
     * @param adjusting those that add to it, subtract from it or explain it, oldest first
     */
    record Whole(Row counted, List<Row> stages, List<Row> all, List<Row> adjusting) {}

    /** An amount whose statements are being collected. */
    private record Collected(PeriodAmount counted, List<PeriodAmount> replaced, List<PeriodAmount> adjusting) {

        Whole whole() {
            List<PeriodAmount> stages = new ArrayList<>(replaced);
            stages.removeIf(one -> !one.contains(counted));
            stages.add(0, counted);
            Collections.reverse(stages);
            Stream<PeriodAmount> all =
                    Stream.of(List.of(counted), replaced, adjusting).flatMap(List::stream);
            return new Whole(counted.of, of(stages.stream()), of(all), of(adjusting.stream()));
        }

        private static List<Row> of(Stream<PeriodAmount> amounts) {
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
    static List<Whole> wholes(RegisterSpec spec, List<PeriodAmount> all) {
        List<Collected> wholes = new ArrayList<>();
        all.stream().filter(one -> one.isWhole(spec)).forEach(one -> addWhole(spec, one, wholes));
        List<Collected> apart = new ArrayList<>();
        for (PeriodAmount one : all) {
            if (!one.isWhole(spec)) {
                List<Collected> around = wholes.stream()
                        .filter(whole -> whole.counted.contains(one))
                        .toList();
                List<Collected> same = around.stream()
                        .filter(whole -> one.contains(whole.counted))
                        .toList();
                List<Collected> possible = same.isEmpty() ? around : same;
                // A row of a table cannot be told from the others of its period.
                if (possible.size() == 1 && spec.isAdjusted()) {
                    possible.get(0).adjusting.add(one);
                } else {
                    apart.add(new Collected(one, List.of(), List.of()));
                }
            }
        }
        return Stream.concat(wholes.stream(), apart.stream())
                .map(Collected::whole)
                .toList();
    }

    private boolean isWhole(RegisterSpec spec) {
        return of.adjustment().isEmpty() || spec.replaces(of.adjustment());
    }

    private static void addWhole(RegisterSpec spec, PeriodAmount one, List<Collected> wholes) {
        for (Collected whole : wholes) {
            if (whole.counted.replaces(spec, false, one)) {
                whole.replaced.add(one);
                return;
            }
        }
        List<PeriodAmount> replaced = new ArrayList<>();
        for (Collected whole : List.copyOf(wholes)) {
            if (one.replaces(spec, true, whole.counted)) {
                wholes.remove(whole);
                replaced.add(whole.counted);
                replaced.addAll(whole.replaced);
            }
        }
        wholes.add(new Collected(one, replaced, new ArrayList<>()));
    }

    /** Rows of one table are parts of one amount and do not replace each other. */
    private boolean replaces(RegisterSpec spec, boolean isLater, PeriodAmount other) {
        return of.entries().get(0).entry() != other.of.entries().get(0).entry()
                && contains(other)
                // A correction of the same day may come first.
                && (spec.replaces(of.adjustment()) && (isLater || !spec.replaces(other.of.adjustment()))
                        || !other.contains(this));
    }

    private boolean contains(PeriodAmount other) {
        return groups.equals(other.groups)
                && of.period().isPresent()
                && other.of.period().filter(of.period().get()::contains).isPresent();
    }
}
