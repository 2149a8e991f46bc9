package org.gongkai.feature.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.feature.register.calendar.SiteEvents;
import org.gongkai.feature.register.model.DueList;
import org.gongkai.feature.register.model.Register;
import org.gongkai.input.config.Organisation;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;

/**
 * What is to be done in the month of a site and in the next one, by the persons responsible: the sheet that a secretary
 * hands out.
 *
 * @param registers with what is expected of all periods that begin until the end of the next month
 */
record TaskSheet(Site site, List<Register> registers) {

    /** Who is responsible for what names nobody. */
    private static final String BRANCH = "支部";

    /** Something to be done on a day, or until it. */
    private record Job(String owner, LocalDate day, RegisterModel.Line line) {}

    /** The two months, for readers. */
    List<String> months() {
        return Stream.of(first(), first().plusMonths(1)).map(DateText::chinese).toList();
    }

    /** Returns the last day that the sheet is about. */
    static LocalDate last(LocalDate asOf) {
        return YearMonth.from(asOf).plusMonths(1).atEndOfMonth();
    }

    /** Returns a line for each person responsible: the committee in its order, groups and others, the branch last. */
    List<RegisterModel.Jobs> lines() {
        Map<String, List<Job>> byOwner = new LinkedHashMap<>();
        site.config().organisation().committee(site.asOf()).stream()
                .map(Organisation.Member::post)
                .forEach(post -> byOwner.putIfAbsent(post, new ArrayList<>()));
        List<Job> ofBranch = new ArrayList<>();
        Stream.concat(due(), announced()).sorted(Comparator.comparing(Job::day)).forEach(job -> (job.owner()
                                .isEmpty()
                        ? ofBranch
                        : byOwner.computeIfAbsent(job.owner(), owner -> new ArrayList<>()))
                .add(job));
        byOwner.put(BRANCH, ofBranch);
        return byOwner.entrySet().stream()
                .filter(line -> !line.getValue().isEmpty())
                .map(line -> new RegisterModel.Jobs(
                        line.getKey(),
                        List.of(
                                jobs(line.getValue(), day -> !day.isAfter(first().atEndOfMonth())),
                                jobs(line.getValue(), day -> day.isAfter(first().atEndOfMonth())))))
                .toList();
    }

    private YearMonth first() {
        return YearMonth.from(site.asOf());
    }

    private Stream<Job> due() {
        return DueList.of(site, registers, last(site.asOf())).items().stream()
                .map(item -> new Job(
                        item.owner(),
                        item.due(),
                        new RegisterModel.Line(
                                item.due().toString(),
                                DateText.chineseDay(item.due()) + "前",
                                item.what() + (item.isOverdue() ? "（已逾期）" : ""),
                                item.register().map(Register::address).orElse(null))));
    }

    /** Meetings and study of the two months that are ahead and whose day is known, as on the home page. */
    private Stream<Job> announced() {
        SiteEvents events = new SiteEvents(site);
        List<SiteEvents.SiteEvent> meetings = events.meetings();
        return Stream.concat(
                        Stream.concat(meetings.stream(), events.announced(meetings).stream())
                                .map(event -> job(event, event.title())),
                        events.study().stream()
                                .filter(MonthPlan::isShort)
                                .map(event -> job(event, String.join("、", event.categories()) + "：" + event.summary())))
                .filter(job -> !job.day().isBefore(site.asOf()) && !job.day().isAfter(last(site.asOf())));
    }

    private static Job job(SiteEvents.SiteEvent event, String title) {
        return new Job("", event.when().firstDay(), MonthPlan.line(event, title));
    }

    private static List<RegisterModel.Line> jobs(List<Job> jobs, Predicate<LocalDate> within) {
        return jobs.stream()
                .filter(job -> within.test(job.day()))
                .map(Job::line)
                .toList();
    }
}
