package org.gongkai.check.header;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.gongkai.check.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** An entry that expires (失效日期) before or on the day of its publication would never be seen. */
final class ExpiryRule implements HeaderRule {

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        LocalDate published = entry.dates().published().toLocalDate();
        entry.dates().expires().filter(day -> !day.isAfter(published)).ifPresent(day -> HeaderPlace.of(
                        entry, CommonField.EXPIRES, problems)
                .error("E155", "失效日期" + day + "不晚于发布日期" + published + "，这一条永远不会显示", "请核对两个日期"));
    }
}
