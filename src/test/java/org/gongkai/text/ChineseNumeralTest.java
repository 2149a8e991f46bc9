package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumeralTest {

    @ParameterizedTest
    @CsvSource({
        "1, 一",
        "10, 十",
        "12, 十二",
        "20, 二十",
        "21, 二十一",
        "100, 一百",
        "103, 一百零三",
        "110, 一百一十",
        "112, 一百一十二",
        "1001, 一千零一"
    })
    void aNumberIsWrittenAsItIsRead(int number, String written) {
        assertThat(ChineseNumeral.format(number)).isEqualTo(written);
        assertThat(ChineseNumeral.parse(written)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "12, １２", "2024, 2024", "2, 两", "0, 〇", "20, 二〇", "105, 一零五", "2024, 二○二四", "1921, 一九二一"})
    void digitsAndNumeralsDigitByDigitAreReadAsWell(int number, String typed) {
        assertThat(ChineseNumeral.parse(typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "三四", "二三十", "十五六", "几", "3个", "12345678901"})
    void anEstimateOrAnythingElseIsNoNumber(String typed) {
        assertThat(ChineseNumeral.parse(typed)).isEqualTo(-1);
    }
}
