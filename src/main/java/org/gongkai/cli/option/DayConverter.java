package org.gongkai.cli.option;

import java.time.LocalDate;
import org.gongkai.text.DateText;
import picocli.CommandLine.ITypeConverter;

/** Parses a date. */
public final class DayConverter implements ITypeConverter<LocalDate> {

    @Override
    public LocalDate convert(String value) {
        return DateText.day(value).orElseThrow(() -> new IllegalArgumentException("请写成 2020-01-31 这样的日期"));
    }
}
