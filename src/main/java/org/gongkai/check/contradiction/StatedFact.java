package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Position;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.Characters;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.DateText;
import org.gongkai.text.MomentText;
import org.gongkai.text.WrittenNumber;

/**
 * A number, a day or a word that an entry states.
 *
 * @param name its name, such as 会议.实到, or 正文.实到 of one in the body
 * @param value a {@link BigDecimal}, a {@link LocalDate} or a {@link String}
 * @param at where it stands
 */
record StatedFact(String name, Comparable<?> value, Position at) {

    /** A day at most so far from that of an entry may be of its year. */
    private static final int NEAR = 45;

    /** So many characters before a day may name its year. */
    private static final int BEFORE = 20;

    /** More come from a division. */
    private static final int MOST_DECIMALS = 4;

    private static final String NUMERALS = ChineseNumeral.ALL + ChineseNumeral.PLACES + "千万亿两壹贰叁肆伍陆柒捌玖拾佰仟元圆";
    private static final Map<String, Integer> YEARS = Map.of("前", -2, "去", -1, "上", -1, "明", 1, "下", 1);
    private static final Pattern FIRST_OF_MONTH = Pattern.compile("(\\d{4})年(0?[1-9]|1[0-2])月");
    private static final Pattern CLOCK = Pattern.compile("\\D{0,2}[0-9]{1,2}[:时点].*");
    private static final Pattern YEAR_BEFORE =
            Pattern.compile("(?:(?<year>[0-9]{4})年[^,。:0-9]{0,10}(?:是|为|在)|(?<word>[前去上明下])年[^,。:0-9]{0,12})$");
    private static final Pattern PLANNED = Pattern.compile("(?:定[于在]|拟|将|决定|计划|请|须|务必)[^,。:0-9]{0,4}$");
    private static final Pattern WEEKDAY = Pattern.compile("[0-9月]+日[(,、是为]{0,2}(?:星期|周)([一二三四五六日])");
    private static final Pattern MONTH = Pattern.compile("\\d{4}年\\d{1,2}月");

    /**
     * The year of a day that is written without one, where the words before it may name it: 去年的年会是10月29日. At the turn
     * of the year a planned day is still to come, and one with a day of the week is the near one that has it.
     */
    static int year(String text, int at, String typed, Entry entry) {
        String before = text.substring(Math.max(0, at - BEFORE), at);
        int year = year(typed, entry);
        if (!typed.contains("月") || typed.contains("年")) {
            return year;
        }
        Matcher named = YEAR_BEFORE.matcher(before);
        if (before.indexOf('年') >= 0 && named.find()) {
            return named.group("year") == null
                    ? entry.year() + YEARS.get(named.group("word"))
                    : Integer.parseInt(named.group("year"));
        }
        Matcher weekday = WEEKDAY.matcher(text).region(at, text.length());
        String weekdayName = weekday.lookingAt() ? weekday.group(1) : "";
        Predicate<LocalDate> isOnWeekday =
                day -> DateText.weekday(day.getDayOfWeek()).equals(weekdayName);
        LocalDate published = entry.dates().day();
        Predicate<LocalDate> isMeant = PLANNED.matcher(before).find() ? day -> day.isAfter(published) : isOnWeekday;
        Stream<LocalDate> near = Stream.of(-1, 0, 1)
                .flatMap(more -> day(typed, published.getYear() + more).stream())
                .filter(day -> isNear(day, published) && isMeant.test(day));
        Stream<Integer> usual = Stream.of(year, entry.year());
        return Stream.concat(usual.flatMap(of -> day(typed, of).stream()).filter(isOnWeekday), near)
                .findFirst()
                .map(LocalDate::getYear)
                .orElse(year);
    }

    /**
     * The year of a day that is written without one: that of the publication or the meeting if the day is near, as a
     * meeting in January may be about the year before; else, and in a summary, that of the entry.
     */
    static int year(String typed, Entry entry) {
        int year = entry.year();
        if (!typed.contains("月")
                || typed.contains("年")
                || entry.kinds().stream().anyMatch(kind -> kind.has(Trait.SUMMARY))) {
            return year;
        }
        LocalDate published = entry.dates().day();
        return day(typed, published.getYear())
                .filter(day -> isNear(day, published) && !day.isAfter(published))
                .or(() -> day(typed, EntryFacts.day(entry).getYear()).filter(day -> isNear(day, EntryFacts.day(entry))))
                .map(LocalDate::getYear)
                .orElse(year);
    }

    private static Optional<LocalDate> day(String typed, int year) {
        return MomentText.parse(MomentText.completed(typed, year))
                .map(moment -> moment.start().toLocalDate());
    }

    private static boolean isNear(LocalDate day, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(day, other)) <= NEAR;
    }

    /** A day, the first of a month, a time of day or a number if it is one, else the text. */
    static Comparable<?> read(String typed, int year) {
        if (!isNumeric(typed)) {
            return typed.strip();
        }
        Optional<LocalDate> day = day(typed, year).or(() -> DateText.written(typed));
        Matcher month = FIRST_OF_MONTH.matcher(typed);
        if (month.matches()) {
            return LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1);
        }
        if (day.isEmpty() && CLOCK.matcher(typed).matches()) {
            return MomentText.parse("2000年1月1日" + typed)
                    .<Comparable<?>>map(moment -> moment.start().toLocalTime())
                    .orElse(typed.strip());
        }
        return day.isPresent()
                ? day.get()
                : WrittenNumber.read(typed).<Comparable<?>>map(it -> it).orElse(typed.strip());
    }

    /** Whether a text has a character that may stand for a part of a number; others are not even tried as a day. */
    static boolean isNumeric(String typed) {
        return Characters.end(typed, 0, c -> !Character.isDigit(c) && NUMERALS.indexOf(c) < 0) < typed.length();
    }

    /** A fact with its value as a text, so that it can be cached. */
    record Cached(Kind kind, String value, String typed, int line, int column) {

        enum Kind {
            DAY(LocalDate.class, LocalDate::parse),
            TIME(LocalTime.class, LocalTime::parse),
            NUMBER(BigDecimal.class, BigDecimal::new),
            WORDS(String.class, text -> text);

            private final Class<?> type;
            private final Function<String, Comparable<?>> reading;

            Kind(Class<?> type, Function<String, Comparable<?>> reading) {
                this.type = type;
                this.reading = reading;
            }

            static Kind of(Comparable<?> value) {
                return Stream.of(values())
                        .filter(kind -> kind.type.isInstance(value))
                        .findFirst()
                        .orElseThrow();
            }
        }

        static Cached of(StatedFact fact) {
            return new Cached(
                    Kind.of(fact.value()),
                    fact.value().toString(),
                    fact.at() instanceof Value.Text text ? text.text() : "",
                    fact.at().line(),
                    fact.at().column());
        }

        StatedFact named(String name) {
            return new StatedFact(name, kind.reading.apply(value), new Value.Text(typed, line, column));
        }
    }

    /** Its value for users: a month as it is written. */
    String text() {
        return at instanceof Value.Text typed && MONTH.matcher(typed.text()).matches() ? typed.text() : text(value);
    }

    static String text(Comparable<?> value) {
        if (value instanceof BigDecimal number) {
            BigDecimal shown = number.scale() > MOST_DECIMALS ? number.setScale(2, RoundingMode.HALF_UP) : number;
            return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        }
        return value instanceof LocalDate day ? DateText.chinese(day) : value.toString();
    }
}
