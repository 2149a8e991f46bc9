package org.gongkai.check.header;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.gongkai.check.rule.DayRule;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** An ended 公示 states its result within a number of days. */
final class NoticeResultRule implements DayRule {

    private final int within;

    /**
     * @param within the number of days after the last day of a 公示 within which its result is expected
     */
    NoticeResultRule(int within) {
        this.within = within;
    }

    @Override
    public void check(Entry entry, LocalDate day, Consumer<Problem> problems) {
        if (entry.publication().status() != Entry.Status.PUBLISHED) {
            return;
        }
        entry.notice()
                .filter(notice -> notice.result().isBlank())
                .filter(notice -> day.isAfter(notice.to().plusDays(within)))
                .ifPresent(notice -> HeaderPosition.of(entry, CommonField.NOTICE, problems)
                        .warning("W151", "公示已于 " + notice.to() + " 结束，超过" + within + "天还没有写结果", hint(entry, notice)));
    }

    /** A period in one line has no room for the result. */
    private static String hint(Entry entry, Entry.Notice notice) {
        return entry.values().get(CommonField.NOTICE) instanceof Value.Text
                ? "请改写成 公示: {起: " + notice.from() + ", 止: " + notice.to() + ", 结果: 结果那一条的文件名，或者一句话}"
                : "请在公示里写上“结果”：结果那一条的文件名，或者一句话";
    }
}
