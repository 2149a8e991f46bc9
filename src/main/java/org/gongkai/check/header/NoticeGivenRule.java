package org.gongkai.check.header;

import java.util.List;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.problem.Problem;

/** A 公示 specifies its period and how to object. */
final class NoticeGivenRule implements HeaderRule {

    private static final List<String> CHANNELS = List.of("受理部门", "监督电话", "监督信箱");

    private final NoticePeriods periods;
    private final String supervision;

    /**
     * @param supervision how to complain according to the settings of the site; empty if not specified
     */
    NoticeGivenRule(NoticePeriods periods, String supervision) {
        this.periods = periods;
        this.supervision = supervision;
    }

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        if (entry.publication().status() != Entry.Status.DRAFT) {
            periods.kind(entry).ifPresent(kind -> check(entry, kind, problems));
        }
    }

    private void check(Entry entry, Kind kind, Consumer<Problem> problems) {
        Value notice = entry.values().get(CommonField.NOTICE);
        if (periods.of(kind).datesRequired()
                && (notice == null || notice instanceof Value.Text blank && blank.isBlank())) {
            HeaderPosition.of(entry, CommonField.KIND, problems)
                    .error("E153", "文种是“" + kind.name() + "”，没有写公示的起止日期", "请写上 公示: 2024-05-06 至 2024-05-10");
        }
        boolean hasChannel = entry.own().stream()
                .anyMatch(field -> CHANNELS.contains(field.spec().name())
                        && field.value() instanceof Value.Text channel
                        && !channel.isBlank());
        if (periods.of(kind).channelRequired() && !hasChannel && supervision.isEmpty()) {
            HeaderPosition.of(entry, CommonField.NOTICE, problems)
                    .error("E150", "没有写向谁反映意见", "请写上受理部门、监督电话或者监督信箱，或者在 content/_data/site.yml 里写“监督”");
        }
    }
}
