package org.gongkai.feature.register.check;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.check.header.HeaderPosition;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;
import org.gongkai.register.PeriodRows;
import org.gongkai.register.Register;
import org.gongkai.register.source.EntryFacts;
import org.gongkai.site.Item;

/** Reports amounts of periods that overlap: some do not count, and of others it cannot be told what they add up to. */
public final class OverlappingPeriodsCheck {

    private final List<String> groups;

    /** @param groups the names of the 党小组, whose amounts stand beside each other */
    public OverlappingPeriodsCheck(List<String> groups) {
        this.groups = List.copyOf(groups);
    }

    /** Returns the problems of registers whose rows are amounts of periods. */
    public List<Problem> check(List<Register> registers) {
        List<Problem> problems = new ArrayList<>();
        for (Register register : registers) {
            if (register.spec().isByPeriod()) {
                List<Register.Row> rows = register.years().stream()
                        .flatMap(year -> year.rows().stream())
                        .filter(row -> row.period().isPresent())
                        .toList();
                rows.forEach(row -> replaced(register, row, problems));
                for (int i = 0; i < rows.size(); i++) {
                    for (int j = i + 1; j < rows.size(); j++) {
                        overlap(register, rows.get(i), rows.get(j), problems);
                    }
                }
            }
        }
        return problems;
    }

    private void replaced(Register register, Register.Row row, List<Problem> problems) {
        Entry counted = row.entries().get(0).entry();
        for (Item item : row.entries().subList(1, row.entries().size())) {
            if (!PeriodRows.isCorrection(counted) && !PeriodRows.isCorrection(item.entry())) {
                HeaderPosition.of(item.entry(), "期间", CommonField.TITLE, problems::add)
                        .warning(
                                "W249",
                                "《" + counted.title() + "》的期间包含本条的期间，“"
                                        + register.spec().name() + "”台账和统计只计那一条",
                                "这样不会重复计算；另外补缴、补报的，请在标题里写上“补缴”或“补报”");
            }
        }
    }

    private void overlap(Register register, Register.Row one, Register.Row other, List<Problem> problems) {
        Item first = one.entries().get(0);
        Item second = other.entries().get(0);
        if (first.entry() != second.entry()
                && one.period().get().overlaps(other.period().get())
                && !PeriodRows.isSupplement(first.entry())
                && !PeriodRows.isSupplement(second.entry())
                && group(first).equals(group(second))) {
            boolean isSame = one.period().equals(other.period());
            HeaderPosition.of(second.entry(), "期间", CommonField.TITLE, problems::add)
                    .error(
                            "E249",
                            "本条的期间和《" + first.entry().title() + "》的期间" + (isSame ? "一样" : "有一部分重叠") + "，“"
                                    + register.spec().name() + "”的合计算不出来",
                            "请核对两条的期间；是更正的，期间要写得一样，标题里写上“（更正）”；另外补缴、补报的，标题里写上“补缴”或“补报”");
        }
    }

    private List<String> group(Item item) {
        return new EntryFacts(item, List.of(), groups).at("标题.党小组");
    }
}
