package org.gongkai.feature.register.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.check.header.HeaderPosition;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;
import org.gongkai.register.Cell;
import org.gongkai.register.Register;
import org.gongkai.register.spec.ExpectationSpec.Series;

/** Reports numbers of a series, such as those of meetings or bulletins, that two rows of one year have. */
public final class RepeatedNumbersCheck {

    /** Returns the problems of registers, each at the later row. */
    public List<Problem> check(List<Register> registers) {
        List<Problem> problems = new ArrayList<>();
        for (Register register : registers) {
            for (Series series : register.spec().expected().stream()
                    .filter(Series.class::isInstance)
                    .map(Series.class::cast)
                    .toList()) {
                register.years().forEach(year -> check(register, series, year.rows(), problems));
            }
        }
        return problems;
    }

    private static void check(Register register, Series series, List<Register.Row> rows, List<Problem> problems) {
        Map<String, Entry> first = new HashMap<>();
        for (Register.Row row : rows) {
            if (!(row.cell(register.spec(), series.number()) instanceof Cell.Number number)
                    || row.entries().isEmpty()) {
                continue;
            }
            String name = series.by().stream()
                            .map(column -> row.cell(register.spec(), column).text())
                            .collect(Collectors.joining())
                    + "第" + number.text() + series.subject();
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

    /** The field, or the member of one, that the number is written in. */
    private static String field(Register register, Series series) {
        String path = register.spec()
                .columns()
                .get(register.spec().column(series.number()))
                .paths()
                .get(0);
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
