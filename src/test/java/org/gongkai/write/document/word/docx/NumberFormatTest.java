package org.gongkai.write.document.word.docx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {

    @ParameterizedTest
    @CsvSource({
        "chineseCounting, 10, 十",
        "chineseCounting, 21, 二十一",
        "chineseCounting, 100, 一〇〇",
        "chineseCountingThousand, 105, 一百零五",
        "chineseCountingThousand, 110, 一百一十",
        "chineseCountingThousand, 1001, 一千零一",
        "chineseCountingThousand, 10010, 一万零一十",
        "chineseLegalSimplified, 12, 壹拾贰",
        "ideographLegalTraditional, 3, 參",
        "ideographDigital, 20, 二〇",
        "ideographTraditional, 10, 癸",
        "ideographTraditional, 11, 11",
        "ideographZodiac, 12, 亥",
        "ideographZodiacTraditional, 13, 丙子",
        "decimalEnclosedCircle, 20, ⑳",
        "decimalEnclosedCircle, 21, 21",
        "decimalEnclosedParen, 3, ⑶",
        "decimalFullWidth, 12, １２",
        "decimalZero, 7, 07",
        "decimalZero3, 7, 007",
        "lowerLetter, 28, bb",
        "upperLetter, 26, Z",
        "upperRoman, 49, XLIX",
        "lowerRoman, 4, iv",
        "numberInDash, 3, - 3 -",
        "unknown, 5, 5"
    })
    void writesNumbersAsWordDoes(String format, int number, String text) {
        assertThat(NumberFormat.write(format, number)).isEqualTo(text);
    }
}
