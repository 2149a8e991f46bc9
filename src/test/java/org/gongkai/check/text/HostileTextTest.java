package org.gongkai.check.text;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that nobody writes must not hold a build up, however long they are. */
@Tag("slow")
class HostileTextTest {

    private static final int TIMES = 50_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“", "（", "（内", "(内", "《", "《<甲", "》", "（》", "X", "X月", "1X", "**年 ", "__年 ", "×", "某", "密 ", "秘密",
                "建党1周年", "迎建党一周年", "甲 乙", "条 乙", "一、", "内部资料", "台帐", "甲,乙", "以下3项：一是", "3项", "`", "[", "](", "<!--",
                "http://"
            })
    @Timeout(value = 15, unit = TimeUnit.SECONDS)
    void onOneLine(String part) {
        assertThatCode(() -> Texts.body(part.repeat(TIMES))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "附件1\n甲\n",
                "附件1\n",
                "- 以下3项：\n",
                "以下3项：\n\n（一）甲\n",
                "三、甲\n",
                "“甲\n",
                "一是甲：一是\n",
                " \n",
                "2.甲\n4.乙\n"
            })
    @Timeout(value = 15, unit = TimeUnit.SECONDS)
    void onManyLines(String part) {
        assertThatCode(() -> Texts.body(part.repeat(TIMES))).doesNotThrowAnyException();
    }
}
