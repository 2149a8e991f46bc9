package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It finds what {@link Pattern} finds, wherever a match may begin. */
class PrefilteredPatternTest {

    private static final String TEXT = "3月15日到会22名，其中请假2名；三月二十日号召补学，共3.5小时，占百分之五。第12条、第13条";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0-9]+(?=名)",
                "(?<![0-9.第])([0-9]+)(名|条)",
                "(?<=第)[0-9]+条",
                "(?<=[0-9]月[0-9]{1,2})[日号]",
                "(?:请假|缺席)([0-9]+)名|百分之(.)",
                "[一-十]月",
                "^3月|条$",
                "\\p{IsHan}{2,3}(?=[,，])",
                "[^0-9]+$",
                "(?i)X|小时",
                "(?<!(?<![^。])x?)第\\d{2}",
                "x*"
            })
    void findsTheSame(String regex) {
        PrefilteredPattern prefiltered = new PrefilteredPattern(regex);
        assertThat(spans(prefiltered.results(TEXT)))
                .isEqualTo(spans(Pattern.compile(regex).matcher(TEXT).results().toList()));
        assertThat(prefiltered.isIn(TEXT))
                .isEqualTo(Pattern.compile(regex).matcher(TEXT).find());
    }

    @ParameterizedTest
    @CsvSource({"(?<!5)日, 11, 20", "[0-9]+名$, 0, 10", "^到会, 5, 12"})
    void seesWhatStandsAroundAPart(String regex, int from, int to) {
        assertThat(spans(new PrefilteredPattern(regex).results(TEXT, from, to)))
                .isEqualTo(spans(Pattern.compile(regex)
                        .matcher(TEXT)
                        .region(from, to)
                        .useTransparentBounds(true)
                        .results()
                        .toList()));
    }

    private static List<String> spans(List<MatchResult> found) {
        return found.stream()
                .map(it -> it.start() + "-" + it.end() + it.group())
                .toList();
    }
}
