package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gongkai.testing.Case;
import org.gongkai.testing.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake in a header in YAML, or in a whole file ({@code @PATH}), is told in full: where, what, how to mend it. */
class HeaderCasesTest {

    @ParameterizedTest
    @MethodSource("cases")
    void tellsAllAndNothingElse(Case each) {
        assertThat((each.form().isEmpty()
                                ? Headers.yaml(each.lines().toArray(String[]::new))
                                : Headers.read(each.form(), each.text()))
                        .problems())
                .isEqualTo(each.told());
    }

    static Stream<Case> cases() {
        return Case.of(HeaderCasesTest.class, "cases.txt");
    }
}
