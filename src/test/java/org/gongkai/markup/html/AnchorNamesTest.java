package org.gongkai.markup.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorNamesTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "一、工作情况,一-工作情况",
                "（二）“三会一课”,二-三会一课",
                "2020年 Plan B!,2020年-plan-b",
                "  --A--  ,a",
                "！？…,section",
                "𠮷野,𠮷野",
                "TITLE,title"
            })
    void anIdKeepsLettersDigitsAndHan(String heading, String id) {
        assertThat(new AnchorNames().of(heading)).isEqualTo(id);
    }

    @Test
    void theSameHeadingTwiceGetsANumber() {
        AnchorNames anchors = new AnchorNames();
        assertThat(anchors.of("小结")).isEqualTo("小结");
        assertThat(anchors.of("小结")).isEqualTo("小结-2");
        assertThat(anchors.of("小结")).isEqualTo("小结-3");
        assertThat(anchors.of("小结-2")).isEqualTo("小结-2-2");
    }

    @Test
    void theLocaleOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr"));
            assertThat(new AnchorNames().of("III")).isEqualTo("iii");
        } finally {
            Locale.setDefault(before);
        }
    }
}
