package org.gongkai.check.header;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.rule.RuleSet.HeaderRule;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.TitleYears;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.TitlePattern;
import org.gongkai.problem.Problem;

/** A title is a single line without a full stop, and the years in it are among the years of the entry. */
final class TitleRule implements HeaderRule {

    /** Until this month papers are made about the year before. */
    private static final int SPRING = 3;

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        HeaderPosition place = HeaderPosition.of(entry, CommonField.TITLE, problems);
        String typed = entry.values().get(CommonField.TITLE) instanceof Value.Text t ? t.text() : entry.title();
        if (typed.strip().matches("(?s).*[\\r\\n].*")) {
            place.warning("W157", "标题里有换行", "标题写在一行里");
        } else if (!typed.equals(typed.strip())) {
            place.warning("W157", "标题“" + typed.strip() + "”的前后有空白", "请删去标题前后的空白");
        }
        if (entry.title().endsWith("。")) {
            place.warning("W157", "标题“" + entry.title() + "”以句号结尾", "标题末尾不加句号");
        }
        Set<Integer> strange = strangeYears(entry);
        if (!strange.isEmpty()) {
            place.warning(
                    "W156",
                    "标题里的" + join(strange) + "不在年度（"
                            + join(new TreeSet<>(entry.listing().years())) + "）里",
                    "请核对标题；标题没有错的，请补上年度，如 年度: " + corrected(entry, strange));
        }
    }

    /** Formats the years of the entry with those of the title added. */
    private static String corrected(Entry entry, Set<Integer> strange) {
        List<Integer> typed =
                entry.values().containsKey(CommonField.YEAR) ? entry.listing().years() : List.of();
        List<Integer> years = Stream.concat(typed.stream(), strange.stream()).toList();
        return years.size() == 1 ? years.get(0).toString() : years.toString();
    }

    /**
     * Returns the years in the title that are not years of the entry; for a range of years one match suffices. What is
     * done for the year before, as the 2025年度组织生活会 or what became of opinions of late 2025 early in 2026, is of the
     * year in which it is done, unless titles of its kind state the year that they are about.
     */
    private static Set<Integer> strangeYears(Entry entry) {
        Set<Integer> strange = new TreeSet<>();
        for (TitleYears.Span span : TitleYears.of(entry.title())) {
            boolean isBefore = (entry.title().contains(span.last() + "年度")
                            || entry.dates().published().getMonthValue() <= SPRING)
                    && entry.listing().years().contains(span.last() + 1)
                    && entry.kinds().stream()
                            .flatMap(it -> it.demands().title().stream())
                            .noneMatch(TitlePattern::hasYear);
            if (!isBefore && entry.listing().years().stream().noneMatch(span::contains)) {
                strange.add(span.last());
            }
        }
        return strange;
    }

    private static String join(Set<Integer> years) {
        return years.stream().map(year -> year + "年").collect(Collectors.joining("、"));
    }
}
