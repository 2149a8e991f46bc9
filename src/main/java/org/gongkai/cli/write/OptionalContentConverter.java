package org.gongkai.cli.write;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gongkai.write.document.OptionalContent;
import picocli.CommandLine.ITypeConverter;

/** Parses the name of content that an import leaves out otherwise. */
final class OptionalContentConverter implements ITypeConverter<OptionalContent> {

    @Override
    public OptionalContent convert(String value) {
        return OptionalContent.named(value.strip())
                .orElseThrow(() -> new IllegalArgumentException("可以写："
                        + Arrays.stream(OptionalContent.values())
                                .map(OptionalContent::label)
                                .collect(Collectors.joining("、"))));
    }
}
