package org.gongkai.render.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gongkai.input.entry.Entry;
import org.gongkai.register.Register;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/**
 * What a branch hangs up in each month: the 公示 that run in it, what took place in it, and the figures that were published
 * in it. Does not depend on the day of the site, so that a sheet stays as it was hung up until its entries change.
 */
final class WallMonths {

    /** Registers whose rows belong to the month of their event. */
    private static final List<String> EVENTS = List.of("meetings", "theme-days");

    /** Registers whose rows belong to the month in which they were published: they are of a longer and earlier period. */
    private static final List<String> FIGURES = List.of("dues", "points");

    /** The most months in which a 公示 hangs; a longer period is a mistake, and must not make a sheet for each. */
    private static final int LONGEST = 12;

    private final TreeMap<YearMonth, Month> months = new TreeMap<>(Comparator.reverseOrder());

    /** The contents of a sheet. */
    record Month(List<Item> notices, List<Part> parts) {
        private Month() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        private void add(Register register, Register.Row row) {
            if (parts.isEmpty() || parts.get(parts.size() - 1).register() != register) {
                parts.add(new Part(register, new ArrayList<>()));
            }
            parts.get(parts.size() - 1).rows().add(row);
        }
    }

    /** The rows of a register. */
    record Part(Register register, List<Register.Row> rows) {}

    /** @param registers the registers of the site's audience */
    WallMonths(Site site, List<Register> registers) {
        site.items().forEach(this::addNotice);
        addAll(registers, EVENTS);
        addAll(registers, FIGURES);
    }

    /** The months with anything to hang up, the latest first. */
    SortedMap<YearMonth, Month> all() {
        return Collections.unmodifiableSortedMap(months);
    }

    private void addNotice(Item item) {
        item.entry().notice().ifPresent(notice -> {
            YearMonth first = YearMonth.from(notice.from());
            YearMonth last = YearMonth.from(notice.to());
            for (int i = 0; i < LONGEST && !first.plusMonths(i).isAfter(last); i++) {
                months.computeIfAbsent(first.plusMonths(i), key -> new Month())
                        .notices()
                        .add(item);
            }
        });
    }

    private void addAll(List<Register> registers, List<String> wanted) {
        for (String id : wanted) {
            registers.stream()
                    .filter(register -> register.spec().id().equals(id))
                    .forEach(this::add);
        }
    }

    /** A row can belong to several years and be listed in each. */
    private void add(Register register) {
        Set<Register.Row> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        register.years().stream()
                .flatMap(year -> year.rows().stream())
                .filter(seen::add)
                .sorted(Comparator.comparing(row -> row.day().orElse(LocalDate.MIN)))
                .forEach(
                        row -> month(register, row).ifPresent(month -> months.computeIfAbsent(month, key -> new Month())
                                .add(register, row)));
    }

    private static Optional<YearMonth> month(Register register, Register.Row row) {
        return FIGURES.contains(register.spec().id())
                ? row.entries().stream()
                        .map(Item::entry)
                        .map(Entry::dates)
                        .map(dates -> YearMonth.from(dates.published()))
                        .min(Comparator.naturalOrder())
                : row.day().map(YearMonth::from);
    }
}
