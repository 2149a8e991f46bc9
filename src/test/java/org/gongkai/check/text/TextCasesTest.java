package org.gongkai.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gongkai.testing.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all rules about text say together of bodies, headers ({@code @header}) and whole files ({@code @PATH}). */
class TextCasesTest {

    @ParameterizedTest
    @MethodSource("cases")
    void tellsAllAndNothingElse(Case each) {
        String[] lines = each.lines().toArray(String[]::new);

        assertThat(
                        switch (each.form()) {
                            case "" -> Texts.body(lines);
                            case "header" -> Texts.header(lines);
                            default -> Texts.file(each.form(), each.text());
                        })
                .isEqualTo(each.told());
    }

    static Stream<Case> cases() {
        return Case.of(TextCasesTest.class, "cases.txt");
    }
}
