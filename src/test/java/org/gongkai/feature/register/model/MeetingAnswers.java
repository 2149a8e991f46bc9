package org.gongkai.feature.register.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What the registers of meetings and theme days say of the sittings that were held. */
final class MeetingAnswers {

    private final Answer meetings;
    private final Answer themeDays;
    private final List<String> kinds;
    private final List<String> groups;

    MeetingAnswers(Corpus corpus, List<String> kinds, List<String> groups) {
        this.meetings = corpus.answer("meetings");
        this.themeDays = corpus.answer("theme-days");
        this.kinds = kinds;
        this.groups = groups;
    }

    void say(List<Sitting> sittings, List<Sitting> days) {
        for (int year = 2023; year <= 2025; year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            List<Sitting> ofYear = sittings.stream()
                    .filter(s -> s.isIn(first, first.plusYears(1).minusDays(1)))
                    .toList();
            List<Sitting> daysOfYear = days.stream()
                    .filter(s -> s.isIn(first, first.plusYears(1).minusDays(1)))
                    .toList();
            rows(year, ofYear, daysOfYear);
            for (YearMonth month = YearMonth.of(year, 1); month.getYear() == year; month = month.plusMonths(1)) {
                if (month.atDay(1).isAfter(Draft.DAY)) {
                    break;
                }
                expectedIn(month, ofYear, daysOfYear);
            }
        }
        meetings.expected(2023, "巡线组党小组会第4次", LocalDate.of(2023, 4, 13), null);
        meetings.expected(2024, "支委会第7次", LocalDate.of(2024, 7, 5), null);
    }

    private void rows(int year, List<Sitting> sittings, List<Sitting> days) {
        for (Sitting sitting : sittings) {
            meetings.row(
                    year,
                    sitting.drafts(),
                    sitting.day(),
                    String.join("、", sitting.kinds()),
                    sitting.name(),
                    sitting.group().isEmpty() ? null : sitting.group(),
                    sitting.number(),
                    sitting.lecturer(),
                    sitting.entitled(),
                    sitting.present(),
                    sitting.share());
        }
        for (String kind : kinds) {
            meetings.total(year, kind, sittings.stream().filter(s -> s.is(kind)).count());
        }
        Sitting.attendance(meetings, year, sittings);
        for (Sitting day : days) {
            themeDays.row(year, day.drafts(), day.day(), day.name(), null, day.entitled(), day.present(), day.share());
        }
        themeDays.total(year, "主题党日", days.size());
        Sitting.attendance(themeDays, year, days);
    }

    private void expectedIn(YearMonth month, List<Sitting> sittings, List<Sitting> days) {
        int year = month.getYear();
        String name = month.getMonthValue() + "月";
        LocalDate from = month.atDay(1);
        LocalDate to = month.atEndOfMonth();
        List<Sitting> within = sittings.stream().filter(s -> s.isIn(from, to)).toList();
        meetings.expected(year, name + "支委会", to, Sitting.evidence(of("支委会", within)));
        for (String group : groups) {
            meetings.expected(
                    year,
                    name + group + "党小组会",
                    to,
                    Sitting.evidence(
                            within.stream().filter(s -> s.group().equals(group)).toList()));
        }
        if (month.getMonthValue() % 3 == 1) {
            String quarter = "第" + "一二三四".charAt(month.getMonthValue() / 3) + "季度";
            LocalDate end = month.plusMonths(2).atEndOfMonth();
            meetings.expected(
                    year,
                    quarter + "支部党员大会",
                    end,
                    Sitting.evidence(of(
                            "党员大会",
                            sittings.stream().filter(s -> s.isIn(from, end)).toList())));
        }
        themeDays.expected(
                year,
                name + "主题党日",
                to,
                Sitting.evidence(days.stream().filter(s -> s.isIn(from, to)).toList()));
    }

    private static List<Sitting> of(String kind, List<Sitting> sittings) {
        return sittings.stream().filter(sitting -> sitting.is(kind)).toList();
    }
}
