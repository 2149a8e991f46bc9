package org.gongkai.input.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The years that a title states: {@code 2024年工作总结}, {@code 2023—2025年}. Those in names of documents, numbers of
 * documents and dates are not among them.
 */
public final class TitleYears {

    private static final Pattern NAMES = Pattern.compile("《[^》]*》|〔[^〕]*〕|\\d{4}年\\d{1,2}月\\d{1,2}日");

    private static final Pattern YEARS =
            Pattern.compile("(?<!\\d)(?:((?:19|20)\\d{2})年?[-—–~～至到]+)?((?:19|20)\\d{2})年");

    private TitleYears() {}

    /** Some years in a row; most often one. */
    public record Span(int first, int last) {

        /** Returns true if a year is one of them. */
        public boolean contains(int year) {
            return year >= first && year <= last;
        }
    }

    /** Returns the years in the order of the title. */
    public static List<Span> of(String title) {
        List<Span> spans = new ArrayList<>();
        Matcher years = YEARS.matcher(NAMES.matcher(title).replaceAll(" "));
        while (years.find()) {
            int last = Integer.parseInt(years.group(2));
            spans.add(new Span(years.group(1) == null ? last : Integer.parseInt(years.group(1)), last));
        }
        return spans;
    }

    /**
     * Returns the years of an entry that states none in its header: those of the title that are within a year of its
     * dates, so that a title about the past does not decide.
     *
     * @param dates the years in which the entry was published and, if known, signed
     * @return the years without repetition; empty if the title does not decide
     */
    static List<Integer> near(String title, List<Integer> dates) {
        List<Integer> years = new ArrayList<>();
        for (Span span : of(title)) {
            int year = dates.stream().filter(span::contains).findFirst().orElse(span.last());
            if (dates.stream().noneMatch(date -> Math.abs(year - date) <= 1)) {
                return List.of();
            }
            if (!years.contains(year)) {
                years.add(year);
            }
        }
        return years;
    }
}
