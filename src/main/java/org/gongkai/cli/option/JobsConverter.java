package org.gongkai.cli.option;

import picocli.CommandLine.ITypeConverter;

/** Parses a number of threads. */
public final class JobsConverter implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String value) {
        if (!value.matches("[1-9]\\d?")) {
            throw new IllegalArgumentException("请写 1 到 99 的数");
        }
        return Integer.valueOf(value);
    }
}
