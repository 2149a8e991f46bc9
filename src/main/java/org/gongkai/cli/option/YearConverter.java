package org.gongkai.cli.option;

import picocli.CommandLine.ITypeConverter;

/** Parses a year. */
public final class YearConverter implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String value) {
        if (!value.matches("\\d{4}")) {
            throw new IllegalArgumentException("请写成 2024 这样的年份");
        }
        return Integer.valueOf(value);
    }
}
