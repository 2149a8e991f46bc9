package org.gongkai.cli.option;

import java.time.LocalDate;
import org.gongkai.text.DateText;
import picocli.CommandLine.ITypeConverter;

/** Parse the values of options. */
public final class OptionConverters {

    private OptionConverters() {}

    /** A date. */
    public static final class Day implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String value) {
            return DateText.day(value).orElseThrow(() -> new IllegalArgumentException("请写成 2020-01-31 这样的日期"));
        }
    }

    /** A number of threads. */
    public static final class Jobs implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            return number(value, "[1-9]\\d?", "请写 1 到 99 的数");
        }
    }

    /** A number of releases to retain. */
    public static final class Keep implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            return number(value, "[1-9]\\d{0,5}", "请写 1 或更大的数");
        }
    }

    /** A number of seconds. */
    public static final class Seconds implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            return number(value, "\\d{1,5}", "请写秒数，如 60");
        }
    }

    /** A year. */
    public static final class CalendarYear implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            return number(value, "\\d{4}", "请写成 2024 这样的年份");
        }
    }

    private static Integer number(String value, String pattern, String advice) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException(advice);
        }
        return Integer.valueOf(value);
    }
}
