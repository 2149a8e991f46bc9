package org.gongkai.feature.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.feature.register.calendar.SiteEvents;
import org.gongkai.feature.register.model.DueList;
import org.gongkai.feature.register.model.Register;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;

/**
 * What is to be done in the month of a site and in the next one, by day, with the persons responsible: the sheet that
 * a secretary hands out.
 *
 * @param registers with what is expected of all periods that begin until the end of the next month
 */
record TaskSheet(Site site, List<Register> registers) {

    /** Returns the last day that the sheet is about. */
    static LocalDate last(LocalDate asOf) {
        return YearMonth.from(asOf).plusMonths(1).atEndOfMonth();
    }

    /** Returns what is to be done, by day. */
    List<RegisterModel.Job> jobs() {
        return Stream.concat(due(), announced())
                .sorted(Comparator.comparing(job -> job.line().day()))
                .toList();
    }

    private Stream<RegisterModel.Job> due() {
        return DueList.of(site, registers, last(site.asOf())).items().stream()
                .filter(item -> !item.isOverdue())
                .map(item -> new RegisterModel.Job(
                        item.owner(),
                        new RegisterModel.Line(
                                item.due().toString(),
                                DateText.chineseDay(item.due()) + "前",
                                item.what(),
                                item.register().map(Register::address).orElse(null))));
    }

    /** Meetings and study of the two months that are ahead and whose day is known, as on the home page. */
    private Stream<RegisterModel.Job> announced() {
        SiteEvents events = new SiteEvents(site);
        List<SiteEvents.SiteEvent> meetings = events.meetings();
        return Stream.concat(
                        Stream.concat(meetings.stream(), events.announced(meetings).stream())
                                .map(event -> job(event, event.title())),
                        events.study().stream()
                                .filter(MonthPages::isShort)
                                .map(event -> job(event, String.join("、", event.categories()) + "：" + event.summary())))
                .filter(job -> job.line().day().compareTo(site.asOf().toString()) >= 0
                        && job.line().day().compareTo(last(site.asOf()).toString()) <= 0);
    }

    private static RegisterModel.Job job(SiteEvents.SiteEvent event, String title) {
        return new RegisterModel.Job("", MonthPages.line(event, title));
    }
}
