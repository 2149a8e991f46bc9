package org.gongkai.cli.print;

import java.time.YearMonth;
import picocli.CommandLine.ITypeConverter;

/** Parses a month. */
final class MonthConverter implements ITypeConverter<YearMonth> {

    @Override
    public YearMonth convert(String value) {
        if (!value.matches("\\d{4}-(?:0[1-9]|1[0-2])")) {
            throw new IllegalArgumentException("请写成 2025-03 这样的月份");
        }
        return YearMonth.parse(value);
    }
}
