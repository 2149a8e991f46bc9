package org.gongkai.feature.register.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.feature.register.spec.RegisterSpec;
import org.gongkai.input.entry.Entry;
import org.gongkai.text.Period;

/** What an entry states about the amount of a period. Those of different groups have nothing to do with each other. */
public interface PeriodAmount {

    Entry entry();

    /** The period; empty if the entry states none that can be read. */
    Optional<Period> period();

    /** The 党小组. */
    List<String> groups();

    /** How it adjusts an amount that was published before; empty if it is an amount of its own. */
    String adjustment();

    /**
     * An amount with the statements about it.
     *
     * @param counted the one that counts, which has not been replaced; what adjusts no single amount counts by itself
     * @param replaced those that it replaces: corrected ones, and those of parts of its period
     * @param adjusting those that add to it, subtract from it or explain it, oldest first
     */
    record Whole<T extends PeriodAmount>(T counted, List<T> replaced, List<T> adjusting) {

        /** The statements about its whole period in the order of their publication: corrections are behind. */
        public List<T> stages() {
            List<T> stages = new ArrayList<>(replaced);
            stages.removeIf(one -> !contains(one, counted));
            stages.add(0, counted);
            Collections.reverse(stages);
            return stages;
        }
    }

    /**
     * Puts together what belongs to one amount, so that none counts twice: the last correction counts, and no amount
     * within a longer period. What adjusts an amount belongs to that of its own period, else to that of the longer
     * period that it lies in.
     *
     * @param all the statements, those of older entries first
     */
    static <T extends PeriodAmount> List<Whole<T>> wholes(RegisterSpec spec, List<T> all) {
        List<Whole<T>> wholes = new ArrayList<>();
        all.stream().filter(one -> isWhole(spec, one)).forEach(one -> addWhole(spec, one, wholes));
        List<Whole<T>> apart = new ArrayList<>();
        for (T one : all) {
            if (!isWhole(spec, one)) {
                List<Whole<T>> around = wholes.stream()
                        .filter(whole -> contains(whole.counted, one))
                        .toList();
                List<Whole<T>> same = around.stream()
                        .filter(whole -> contains(one, whole.counted))
                        .toList();
                List<Whole<T>> possible = same.isEmpty() ? around : same;
                // A row of a table cannot be told from the others of its period.
                if (possible.size() == 1 && spec.isAdjusted()) {
                    possible.get(0).adjusting.add(one);
                } else {
                    apart.add(new Whole<>(one, List.of(), List.of()));
                }
            }
        }
        return Stream.concat(wholes.stream(), apart.stream())
                .map(it -> new Whole<>(it.counted, List.copyOf(it.replaced), List.copyOf(it.adjusting)))
                .toList();
    }

    private static boolean isWhole(RegisterSpec spec, PeriodAmount one) {
        return one.adjustment().isEmpty() || spec.replaces(one.adjustment());
    }

    private static <T extends PeriodAmount> void addWhole(RegisterSpec spec, T one, List<Whole<T>> wholes) {
        for (Whole<T> whole : wholes) {
            if (replaces(spec, whole.counted, false, one)) {
                whole.replaced.add(one);
                return;
            }
        }
        List<T> replaced = new ArrayList<>();
        for (Whole<T> whole : List.copyOf(wholes)) {
            if (replaces(spec, one, true, whole.counted)) {
                wholes.remove(whole);
                replaced.add(whole.counted);
                replaced.addAll(whole.replaced);
            }
        }
        wholes.add(new Whole<>(one, replaced, new ArrayList<>()));
    }

    /** Rows of one table are parts of one amount and do not replace each other. */
    private static boolean replaces(RegisterSpec spec, PeriodAmount one, boolean isLater, PeriodAmount other) {
        return one.entry() != other.entry()
                && contains(one, other)
                // A correction of the same day may come first.
                && (spec.replaces(one.adjustment()) && (isLater || !spec.replaces(other.adjustment()))
                        || !contains(other, one));
    }

    private static boolean contains(PeriodAmount one, PeriodAmount other) {
        return one.groups().equals(other.groups())
                && one.period().isPresent()
                && other.period().filter(one.period().get()::contains).isPresent();
    }
}
