package org.gongkai.check.text.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.gongkai.check.text.Texts;
import org.junit.jupiter.api.Test;

class NumberingRuleTest {

    private static final String MEND = "；请补上缺的一条，或把后面的编号改成连续的";

    @Test
    void readsNumbersBeyondAHundred() {
        String[] articles = IntStream.rangeClosed(1, 112)
                .filter(number -> number != 111)
                .mapToObj(number -> NumberedLine.Style.ARTICLE.write(number) + " 甲")
                .toArray(String[]::new);

        assertThat(Texts.body(articles)).containsExactly("116:1: 警告 W224 编号“第一百一十条”的后面是“第一百一十二条”，缺“第一百一十一条”" + MEND);
    }
}
