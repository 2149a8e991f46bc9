package org.gongkai.check.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gongkai.testing.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules about headers say of an article of 1 March 2024 on a site without settings. */
class HeaderRuleCasesTest {

    @ParameterizedTest
    @MethodSource("cases")
    void tellsAllAndNothingElse(Case each) {
        assertThat(Rules.told(each.lines().toArray(String[]::new))).isEqualTo(each.told());
    }

    static Stream<Case> cases() {
        return Case.of(HeaderRuleCasesTest.class, "cases.txt");
    }
}
