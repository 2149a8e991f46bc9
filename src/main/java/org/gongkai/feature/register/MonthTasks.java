package org.gongkai.feature.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.DueList;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.RegisterSpec.RowType;
import org.gongkai.input.config.Organisation;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/** The tasks of a month; those of this one and later ones with their states on the day of the site. */
record MonthTasks(Site site, List<Register> registers, boolean showsGaps, List<DueList.Deadline> deadlines) {

    /** The state of a completed task. */
    static final String DONE = "已完成";

    MonthTasks(Site site, List<Register> registers) {
        this(
                site,
                registers,
                registers.stream().allMatch(Register::showsGaps),
                DueList.deadlines(registers).stream()
                        .sorted(Comparator.comparing(
                                deadline -> deadline.expected().due()))
                        .toList());
    }

    /** Returns what is due in a month in the order of the days, followed by the end of the term of office. */
    List<RegisterModel.Task> of(YearMonth month) {
        return Stream.concat(due(month).stream().map(this::task), endOfTerm(month))
                .toList();
    }

    /** Who is on duty in a month, as the rota of its year says. */
    Stream<RegisterModel.Line> onDuty(YearMonth month) {
        return registers.stream()
                .filter(register -> register.spec().id().equals("rota"))
                .flatMap(register -> register.years().stream()
                        .filter(year -> year.year() == month.getYear())
                        .flatMap(year -> year.rows().stream())
                        .filter(row -> row.cell(register.spec(), "月份").text().equals(month.getMonthValue() + "月"))
                        .map(row -> new RegisterModel.Line(
                                month.atDay(1).toString(),
                                "轮值",
                                row.cell(register.spec(), "轮值人").text(),
                                row.entries().stream()
                                        .findFirst()
                                        .map(Item::address)
                                        .orElse(register.address()))));
    }

    /** Returns whether a plan has a task for a month. */
    boolean isPlannedFor(YearMonth month) {
        return due(month).stream().anyMatch(DueList.Deadline::isTask);
    }

    /** Returns the days on which tasks of plans are due. */
    Stream<LocalDate> daysOfPlans() {
        return deadlines.stream()
                .filter(DueList.Deadline::isTask)
                // The result of a 公示 is not a task of a plan.
                .filter(deadline -> deadline.register().spec().source().type() == RowType.TABLE_ROW)
                .map(deadline -> deadline.expected().due());
    }

    private List<DueList.Deadline> due(YearMonth month) {
        return deadlines.stream()
                .filter(deadline -> YearMonth.from(deadline.expected().due()).equals(month))
                .filter(deadline ->
                        deadline.isTask() || showsGaps || !deadline.expected().isOverdue(site.asOf()))
                .toList();
    }

    private RegisterModel.Task task(DueList.Deadline deadline) {
        Expectation expected = deadline.expected();
        return new RegisterModel.Task(
                expected.what(),
                expected.owner(),
                expected.due().toString(),
                state(expected.due(), expected.done(), expected.isOverdue(site.asOf())),
                expected.evidence().stream()
                        .findFirst()
                        .map(Item::address)
                        .orElse(deadline.register().address()));
    }

    private Stream<RegisterModel.Task> endOfTerm(YearMonth month) {
        return site.config().data().organisation().term(site.asOf()).map(Organisation.Term::to).stream()
                .filter(day -> YearMonth.from(day).equals(month) && (showsGaps || !day.isBefore(site.asOf())))
                .map(day -> new RegisterModel.Task(
                        DueList.END_OF_TERM,
                        "",
                        day.toString(),
                        state(day, false, day.isBefore(site.asOf())),
                        RegisterPages.due(registers).uri()));
    }

    /** A month that is past says what was due in it, and nothing that became known later. */
    private String state(LocalDate due, boolean isDone, boolean isLate) {
        String open = isLate && showsGaps ? "已逾期" : due.isBefore(site.asOf()) ? "期限" : "未到期";
        return YearMonth.from(due).isBefore(YearMonth.from(site.asOf())) ? "" : isDone ? DONE : open;
    }
}
