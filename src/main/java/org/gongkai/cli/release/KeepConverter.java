package org.gongkai.cli.release;

import picocli.CommandLine.ITypeConverter;

/** Reads from the command line how many releases are to stay. */
final class KeepConverter implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String value) {
        if (!value.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("请写 1 或更大的数");
        }
        return Integer.valueOf(value);
    }
}
