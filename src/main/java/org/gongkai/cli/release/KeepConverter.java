package org.gongkai.cli.release;

import picocli.CommandLine.ITypeConverter;

/** Parses the number of releases to retain. */
final class KeepConverter implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String value) {
        if (!value.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("请写 1 或更大的数");
        }
        return Integer.valueOf(value);
    }
}
