package org.gongkai.write.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.Organisation.Member;
import org.gongkai.input.config.ValidityPeriod;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.TitleYears;
import org.gongkai.text.Period;

/**
 * The period of which a report tells.
 *
 * @param words how a text names it, such as 2025年上半年
 */
record DraftPeriod(Period period, String words) {

    private static final String MONTH = "(?:1[0-2]|0?[1-9])月份?";

    private static final Pattern PART = Pattern.compile("(?:((?:19|20)\\d{2})年度?)?(前三季度|第?[一二三四1-4]季度|[上下]?半年|(?<!\\d)"
            + MONTH + "(?:[至到—–~-]+" + MONTH + ")?(?!\\d))");

    /** What else a title announces, as in 2024年工作总结及2025年工作计划. */
    private static final Pattern NEXT = Pattern.compile("[及和暨与](?=(?:19|20)\\d{2}年)");

    /**
     * Returns the period that a title names; half a year is the first one unless it says which.
     *
     * @param year the year if the title names none
     */
    static Optional<DraftPeriod> in(String title, int year) {
        String told = NEXT.split(title)[0];
        Optional<Integer> named = TitleYears.of(told).stream().findFirst().map(TitleYears.Span::last);
        Matcher part = PART.matcher(told);
        if (!part.find()) {
            return named.map(DraftPeriod::ofYear);
        }
        int in = part.group(1) != null ? Integer.parseInt(part.group(1)) : named.orElse(year);
        String words = in + "年" + (part.group(2).equals("半年") ? "上半年" : part.group(2));
        String plain = words.replace("前三季度", "1月至9月").replace("月份", "月").replaceFirst("[到—–~-]+", "至");
        return Period.parse(plain, in).map(period -> new DraftPeriod(period, words));
    }

    static DraftPeriod ofYear(int year) {
        return new DraftPeriod(Period.of(year, 12).get(0), year + "年");
    }

    /** Returns the period of an entry: that of its title, else the last year that it is about. */
    static Period of(Entry entry) {
        int year = entry.listing().years().stream().max(Integer::compare).orElseThrow();
        return in(entry.title(), year)
                .map(DraftPeriod::period)
                .filter(period -> period.to().getYear() == year)
                .orElseGet(() -> ofYear(year).period());
    }

    /** Returns the condition by which a question asks for it. */
    String condition() {
        LocalDate from = period.from();
        return from.getDayOfYear() == 1 && period.months() == 12
                ? "年度=" + from.getYear()
                : "期间=" + (Period.parse(words, 0).isPresent() ? words : from + "至" + period.to());
    }

    /** Returns the last member of the committee in the period whom a title names by name, else by the longest post. */
    Optional<Member> member(String title, Organisation branch) {
        return members(branch)
                .filter(it -> length(title, it.post()) + length(title, it.name()) > 0)
                .max(Comparator.comparing((Member it) -> length(title, it.name()))
                        .thenComparing(it -> length(title, it.post()))
                        .thenComparing(it -> it.time().from().orElse(LocalDate.MIN)));
    }

    /** Returns the other posts of somebody that were held before or after one, each once. */
    Stream<Member> others(Member member, Period held, Organisation branch) {
        Set<String> told = new HashSet<>(Set.of(member.post()));
        return members(branch)
                .filter(it -> !it.name().isEmpty() && it.typed().equals(member.typed()))
                .filter(it -> !held(it, branch).overlaps(held) && told.add(it.post()));
    }

    private Stream<Member> members(Organisation branch) {
        ValidityPeriod time = new ValidityPeriod(Optional.of(period.from()), Optional.of(period.to()));
        return branch.committee().stream().filter(it -> it.time().overlaps(time));
    }

    /** Returns the part of the period in which somebody held a post without a break, however many lines say so. */
    Period held(Member last, Organisation branch) {
        List<LocalDate> days = Stream.iterate(period.to(), period::contains, day -> day.minusDays(1))
                .dropWhile(day -> !last.time().includes(day))
                .takeWhile(day -> branch.committee(day).stream().anyMatch(last::isSame))
                .toList();
        return new Period(days.get(days.size() - 1), days.get(0), "");
    }

    private static int length(String title, String word) {
        return title.contains(word) ? word.length() : 0;
    }
}
