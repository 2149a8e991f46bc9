package org.gongkai.feature.register.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.check.header.HeaderPosition;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.feature.register.source.RescheduledMeetings;
import org.gongkai.feature.register.source.SameEvent;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.MeetingChange;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.DateText;

/**
 * Reports meetings that were put off and had not taken place when the month was over in which they were to be.
 *
 * @param groups the names of the 党小组
 * @param asOf the day for which the site is built
 */
public record PostponementCheck(List<String> groups, LocalDate asOf) {

    /** Checks the entries of all audiences. */
    public void check(WholeSite site, Consumer<Problem> problems) {
        List<Facts> meetings = SameEvent.merged(site.entries().stream()
                .filter(entry -> entry.publication().status() == Entry.Status.PUBLISHED)
                .filter(entry -> entry.values().containsKey(CommonField.MEETING))
                .filter(entry -> entry.kinds().stream()
                        .anyMatch(kind -> !kind.words(Trait.CALENDAR).isEmpty()))
                .map(entry -> new EntryFacts(new Item(entry, ""), List.of(), groups))
                .toList());
        RescheduledMeetings instead = new RescheduledMeetings(meetings, asOf);
        for (Facts meeting : meetings) {
            Optional<MeetingChange> change = RescheduledMeetings.change(meeting).filter(MeetingChange::isPutOff);
            Optional<LocalDate> until = change.flatMap(MeetingChange::to)
                    .map(LocalDateTime::toLocalDate)
                    .or(() -> change.flatMap(it -> DateText.day(meeting.text("会议.时间"))));
            if (until.filter(day -> YearMonth.from(day).isBefore(YearMonth.from(asOf)))
                            .isPresent()
                    && instead.of(meeting).isEmpty()) {
                Entry told = meeting.entries().stream()
                        .map(Item::entry)
                        .filter(entry -> MeetingChange.of(entry).isPresent())
                        .findFirst()
                        .orElseThrow();
                HeaderPosition.of(told, CommonField.MEETING, problems)
                        .warning(
                                "W375",
                                "会议" + change.get().text() + "，到" + DateText.chinese(YearMonth.from(until.get()))
                                        + "底还没有开过的记录",
                                "开了的，请登记，日期要和“改到”的一样；又改了日子的，改“改到”；不开了的，状态写“取消”");
            }
        }
    }
}
