package org.gongkai.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.site.Column;
import org.gongkai.site.Site;

/**
 * What is due: everything that registers expect and did not find, the end of the term of office, columns that have
 * been empty for long.
 *
 * @param items what is late first, then by the day on which it is due
 */
public record DueList(List<Item> items) {

    /** What is expected on a later day is not due yet. */
    private static final int DAYS_AHEAD = 31;
    /** Preparations for an election begin this long before the end of a term. */
    private static final int DAYS_BEFORE_END_OF_TERM = 180;

    public DueList {
        items = List.copyOf(items);
    }

    /**
     * Something that is due.
     *
     * @param what what is to be done
     * @param due the last day on which it is in time
     * @param asOf the day for which this is said
     * @param basis the rule that expects it; may be empty
     * @param register the register that expects it, if one does
     */
    public record Item(String what, LocalDate due, LocalDate asOf, String basis, Optional<Register> register) {

        public boolean isOverdue() {
            return due.isBefore(asOf);
        }

        /** 已逾期 or 将到期, for readers. */
        public String state() {
            return isOverdue() ? "已逾期" : "将到期";
        }
    }

    /** Collects what is due on the day of a site; what is late only if the registers say so. */
    public static DueList of(Site site, List<Register> registers) {
        LocalDate asOf = site.asOf();
        List<Item> items = new ArrayList<>();
        // Two registers may expect the same, such as the result of a 公示.
        Set<String> told = new HashSet<>();
        for (Register register : registers) {
            register.missing().stream()
                    .filter(expected -> !expected.due().isAfter(asOf.plusDays(DAYS_AHEAD)))
                    .filter(expected -> told.add(expected.due() + expected.what()))
                    .forEach(expected -> items.add(
                            new Item(expected.what(), expected.due(), asOf, expected.basis(), Optional.of(register))));
        }
        site.config().organisation().term().ifPresent(term -> {
            if (!term.to().isAfter(asOf.plusDays(DAYS_BEFORE_END_OF_TERM))) {
                items.add(new Item("支部委员会任期届满，应当换届", term.to(), asOf, "组织情况里写明的任期", Optional.empty()));
            }
        });
        site.columns().stream().filter(Column::counted).forEach(column -> emptyColumn(column, asOf)
                .ifPresent(items::add));
        if (!registers.stream().allMatch(Register::showsGaps)) {
            items.removeIf(Item::isOverdue);
        }
        items.sort(Comparator.comparing((Item item) -> !item.isOverdue()).thenComparing(Item::due));
        return new DueList(items);
    }

    private static Optional<Item> emptyColumn(Column column, LocalDate asOf) {
        return column.items().stream()
                .map(item -> item.entry().dates().published().toLocalDate())
                .max(LocalDate::compareTo)
                .map(last -> last.plusMonths(column.months()).plusDays(1))
                .filter(due -> column.months() > 0 && due.isBefore(asOf))
                .map(due -> new Item(
                        "栏目“" + column.name() + "”已有" + time(column.months()) + "没有新内容",
                        due,
                        asOf,
                        "",
                        Optional.empty()));
    }

    private static String time(int months) {
        int years = months / 12;
        return months % 12 != 0 ? months + "个月" : years == 1 ? "一年" : years + "年";
    }
}
