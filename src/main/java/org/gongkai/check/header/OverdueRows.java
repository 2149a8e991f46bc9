package org.gongkai.check.header;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;

/** Rows whose limit has passed and that are still said to be undone, in tables whose states are kept up to date. */
final class OverdueRows {

    private static final Set<String> UNDONE = Set.of("未开始", "进行中");

    /** Who keeps a table needs some days; what is explained is known. */
    private static final int DAYS = 30;

    private static final Pattern EXPLAINED = Pattern.compile("延|推迟|[因等待缓]|长期|[0-9]月");

    private OverdueRows() {}

    static void check(Entry entry, LocalDate day, Consumer<Problem> problems) {
        for (Entry.OwnField own : entry.own()) {
            Optional<FieldSpec> state = own.spec().state();
            List<Value.Fields> rows = state.isPresent() ? own.rows() : List.of();
            boolean isKept = rows.stream().anyMatch(row -> is(own, row, state, Set.of(FieldSpec.DONE)));
            rows.stream().filter(row -> isKept && is(own, row, state, UNDONE)).forEach(row -> own.spec()
                    .cell(row, "时限")
                    .flatMap(DateText::day)
                    .filter(limit -> day.isAfter(limit.plusDays(DAYS)))
                    .ifPresent(limit -> problems.accept(Problem.warning(
                            "W341",
                            entry.path(),
                            row,
                            "时限是" + DateText.chinese(limit) + "，还写着“"
                                    + own.spec().cell(row, state.get().name()).orElse("") + "”",
                            "完成了的把完成情况改过来；没有完成的写明原因和新的时限"))));
        }
    }

    private static boolean is(Entry.OwnField own, Value.Fields row, Optional<FieldSpec> state, Set<String> words) {
        String typed = own.spec().cell(row, state.get().name()).orElse("");
        return state.get().canonical(typed).filter(words::contains).isPresent()
                && (words.contains(FieldSpec.DONE) || !EXPLAINED.matcher(typed).find());
    }
}
