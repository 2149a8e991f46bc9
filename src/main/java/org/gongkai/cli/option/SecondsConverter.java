package org.gongkai.cli.option;

import picocli.CommandLine.ITypeConverter;

/** Parses a number of seconds. */
public final class SecondsConverter implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String value) {
        if (!value.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("请写秒数，如 60");
        }
        return Integer.valueOf(value);
    }
}
