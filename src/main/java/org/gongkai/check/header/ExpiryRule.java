package org.gongkai.check.header;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** The expiry date (失效日期) of an entry is after its publication date; otherwise it would never be shown. */
final class ExpiryRule implements HeaderRule {

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        LocalDate published = entry.dates().published().toLocalDate();
        entry.dates().expires().filter(day -> !day.isAfter(published)).ifPresent(day -> HeaderPosition.of(
                        entry, CommonField.EXPIRES, problems)
                .error("E155", "失效日期" + day + "不晚于发布日期" + published + "，这一条永远不会显示", "请核对两个日期"));
    }
}
