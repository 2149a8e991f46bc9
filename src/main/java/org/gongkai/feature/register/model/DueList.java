package org.gongkai.feature.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.site.Site;
import org.gongkai.site.Site.Column;

/**
 * What is due: everything that registers expect and that is missing, the end of the term of office, and columns without
 * recent entries.
 *
 * @param items overdue items first, then by the day on which they are due
 */
public record DueList(List<Item> items) {

    public static final String END_OF_TERM = "支部委员会任期届满，应当换届";

    /** Number of days ahead for which expectations are listed. */
    private static final int DAYS_AHEAD = 31;
    /** Number of days before the end of a term at which preparations for an election begin. */
    private static final int DAYS_BEFORE_END_OF_TERM = 180;

    /**
     * Something that is due.
     *
     * @param what what is to be done
     * @param owner the person responsible; empty if none is named
     * @param due the last day on which it is in time
     * @param asOf the day of the list
     * @param basis the rule that expects it; may be empty
     * @param register the register that expects it, if one does
     */
    public record Item(
            String what, String owner, LocalDate due, LocalDate asOf, String basis, Optional<Register> register) {

        public boolean isOverdue() {
            return due.isBefore(asOf);
        }

        /** 已逾期 or 将到期, for readers. */
        public String state() {
            return isOverdue() ? "已逾期" : "将到期";
        }
    }

    /**
     * Something that a register expects by a day.
     *
     * @param expected what is missing, or a task that its row names a day for
     */
    public record Deadline(Register register, Expectation expected) {

        /** Returns true if a row may name the day. */
        public boolean isTask() {
            return register.isTask(expected);
        }
    }

    /** Returns all deadlines, in the order of the registers. */
    public static List<Deadline> deadlines(List<Register> registers) {
        List<Deadline> deadlines = new ArrayList<>();
        // Two registers may expect the same of an entry, as the result of a 公示.
        Set<List<Object>> told = new HashSet<>();
        for (Register register : registers) {
            Stream.concat(
                            register.missing().stream().filter(expected -> !register.isTask(expected)),
                            register.tasks().stream())
                    .filter(expected -> told.add(List.of(
                            expected.due(),
                            expected.what(),
                            expected.evidence().stream()
                                    .map(item -> item.address())
                                    .toList())))
                    .forEach(expected -> deadlines.add(new Deadline(register, expected)));
        }
        return deadlines;
    }

    /** Collects what is due on the day of a site; overdue items only if the registers show gaps. */
    public static DueList of(Site site, List<Register> registers) {
        return of(site, registers, site.asOf().plusDays(DAYS_AHEAD));
    }

    /**
     * Collects what is due until a day.
     *
     * @param registers with what is expected of the periods that end until then
     */
    public static DueList of(Site site, List<Register> registers, LocalDate last) {
        LocalDate asOf = site.asOf();
        List<Item> items = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Deadline deadline : deadlines(registers)) {
            Expectation expected = deadline.expected();
            boolean isDue = expected.isOverdue(asOf)
                    || !expected.done() && !expected.due().isBefore(asOf);
            if (isDue && !expected.due().isAfter(last) && told.add(expected.due() + expected.what())) {
                items.add(new Item(
                        expected.what(),
                        expected.owner(),
                        expected.due(),
                        asOf,
                        expected.basis(),
                        Optional.of(deadline.register())));
            }
        }
        site.config().data().organisation().term(asOf).ifPresent(term -> {
            if (!term.to().isAfter(asOf.plusDays(DAYS_BEFORE_END_OF_TERM))) {
                items.add(new Item(END_OF_TERM, "", term.to(), asOf, "组织情况里写明的任期", Optional.empty()));
            }
        });
        site.groups().columns().stream().filter(Column::counted).forEach(column -> emptyColumn(column, asOf)
                .ifPresent(items::add));
        if (!registers.stream().allMatch(Register::showsGaps)) {
            items.removeIf(Item::isOverdue);
        }
        items.sort(Comparator.comparing((Item item) -> !item.isOverdue()).thenComparing(Item::due));
        return new DueList(items);
    }

    private static Optional<Item> emptyColumn(Column column, LocalDate asOf) {
        return column.items().stream()
                .map(item -> item.entry().dates().day())
                .max(LocalDate::compareTo)
                .map(last -> last.plusMonths(column.months()).plusDays(1))
                .filter(due -> column.months() > 0 && due.isBefore(asOf))
                .map(due -> new Item(
                        "栏目“" + column.name() + "”已有" + time(column.months()) + "没有新内容",
                        "",
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
