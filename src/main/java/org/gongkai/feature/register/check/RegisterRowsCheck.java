package org.gongkai.feature.register.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.check.header.HeaderPosition;
import org.gongkai.feature.register.model.ExpectationSpec;
import org.gongkai.feature.register.model.Register;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.fact.EntryFacts;

/**
 * Reports amounts of overlapping periods, of which some do not count and others cannot be added up, and numbers of a
 * series, such as meetings or bulletins, that two rows of a year share.
 *
 * @param groups the names of the 党小组, whose amounts are independent
 */
public record RegisterRowsCheck(List<String> groups) {

    /** @param hidden the entries that other audiences may see, which are not missing */
    public List<Problem> check(List<Register> registers, List<Item> hidden) {
        List<Problem> problems = new ArrayList<>();
        for (Register register : registers) {
            for (ExpectationSpec series : register.spec().expected(ExpectationSpec.Type.SERIES)) {
                register.years().forEach(year -> repeated(register, series, year.counted(), problems));
            }
            if (register.spec().isAdjusted()
                    && !register.isEmpty()
                    && hidden.stream().map(Item::entry).noneMatch(register.spec()::isOf)) {
                new AdjustmentCheck(register.spec(), register.rows().toList(), problems::add).check();
            }
            if (register.spec().isByPeriod()) {
                List<Register.Row> rows =
                        register.rows().filter(row -> row.period().isPresent()).toList();
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
            if (!register.spec().replaces(register.spec().adjustment(counted))
                    && register.spec().adjustment(item.entry()).isEmpty()) {
                HeaderPosition.of(item.entry(), "期间", CommonField.TITLE, problems::add)
                        .warning(
                                "W249",
                                "《" + counted.title() + "》的期间包含本条的期间，“"
                                        + register.spec().name() + "”台账和统计只计那一条",
                                "这样不会重复计算；" + hint(register, item.entry()));
            }
        }
    }

    private void overlap(Register register, Register.Row one, Register.Row other, List<Problem> problems) {
        Item first = one.entries().get(0);
        Item second = other.entries().get(0);
        if (first.entry() != second.entry()
                && one.period().get().overlaps(other.period().get())
                && isCompared(register, one)
                && isCompared(register, other)
                && group(first).equals(group(second))) {
            boolean isSame = one.period().equals(other.period());
            HeaderPosition.of(second.entry(), "期间", CommonField.TITLE, problems::add)
                    .error(
                            "E249",
                            "本条的期间和《" + first.entry().title() + "》的期间" + (isSame ? "一样" : "有一部分重叠") + "，“"
                                    + register.spec().name() + "”的合计算不出来",
                            "请核对两条的期间；" + hint(register, second.entry()));
        }
    }

    /** What adjusts other amounts is held against them elsewhere. */
    private static boolean isCompared(Register register, Register.Row row) {
        return row.adjustment().isEmpty()
                || register.spec().source().adjustments().isEmpty()
                        && register.spec().replaces(row.adjustment());
    }

    private static String hint(Register register, Entry entry) {
        return entry.kinds().stream()
                .flatMap(kind -> kind.adjusting().stream())
                .filter(field -> !register.spec().source().adjustments().isEmpty())
                .findFirst()
                .map(field -> "不是正常的一期的，在“" + field.name() + "”里写明："
                        + String.join(
                                "、", register.spec().source().adjustments().keySet()))
                .orElse("是更正的，期间要写得一样，标题里写上“（更正）”；另外补缴、补报的，标题里写上“补缴”或“补报”");
    }

    private List<String> group(Item item) {
        return new EntryFacts(item, List.of(), groups).at("标题.党小组");
    }

    /** Reports a number of a series in two rows of a year, at the later row. */
    private static void repeated(
            Register register, ExpectationSpec series, List<Register.Row> rows, List<Problem> problems) {
        Map<String, Entry> first = new HashMap<>();
        for (Register.Row row : rows) {
            String by = series.by().stream()
                    .map(column -> row.cell(register.spec(), column).text())
                    .collect(Collectors.joining());
            for (String number : row.entries().isEmpty()
                    ? List.<String>of()
                    : row.cell(register.spec(), series.number()).counted()) {
                String name = by + "第" + number + series.subject();
                Entry entry = row.entries().get(0).entry();
                Entry before = first.putIfAbsent(name, entry);
                if (before != null && !before.path().equals(entry.path())) {
                    HeaderPosition.of(entry, field(register, series), CommonField.TITLE, problems::add)
                            .warning(
                                    "W248",
                                    name + "写了两次：本条和《" + before.title() + "》（" + before.path() + "）",
                                    "请核对是哪一条写错了；是同一次的，两条的日期要写得一样");
                }
            }
        }
    }

    /** Returns the field, or the member of a field, that contains the number. */
    private static String field(Register register, ExpectationSpec series) {
        String path = register.spec()
                .columns()
                .get(register.spec().column(series.number()))
                .paths()
                .get(0);
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
