package org.gongkai.markup.markdown.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.markup.Bodies.html;

import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BareLinkTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
            详见https://a.example/b，逾期不候。           | https://a.example/b
            网址：http://a.example/x?y=1&z=2；            | http://a.example/x?y=1&z=2
            （https://a.example/b）                       | https://a.example/b
            《https://a.example/b》                       | https://a.example/b
            “https://a.example/b”                         | https://a.example/b
            登录https://a.example/b查询结果               | https://a.example/b
            登录https://a.example查询结果                 | https://a.example
            见https://a.example/wiki/公开#总则            | https://a.example/wiki/公开#总则
            网址:https://a.example/b_c_d/_e_/f.           | https://a.example/b_c_d/_e_/f
            **https://a.example/b**                       | https://a.example/b
            https://a.example/(b)。                       | https://a.example/(b)
            (https://a.example/b)                         | https://a.example/b
            http://localhost:8080/a                       | http://localhost:8080/a
            见http://例子.测试/路径，好                   | http://例子.测试/路径
            见http://www.例子.测试。                      | http://www.例子.测试
            见http://a.例子/路径。                        | http://a.例子/路径
            登录http://a.example.查询结果                 | http://a.example
            https://a.example/𠮷野、                      | https://a.example/𠮷野
            登录https://a.example/b𠮷                     | https://a.example/b
            https://a.example/cafe\u0301/b。             | https://a.example/cafe\u0301/b
            https://a.example/b😀好                       | https://a.example/b
            👉https://a.example/👨‍👩‍👧                | https://a.example/
            https://a.example👍🏽                        | https://a.example
            https://a.example/b1️⃣、                     | https://a.example/b
            https://a.example#️⃣                         | https://a.example
            https://a.example2⃣                          | https://a.example
            [见 https://a.example/b 一处]                 | https://a.example/b
            """)
    void addressesTypedWithoutMarksAreLinks(String text, String address) {
        String escaped = address.replace("&", "&amp;");
        assertThat(html(text)).isEqualTo(html(text.replace(address, "<" + address + ">")));
        assertThat(html(text)).containsOnlyOnce("<a href=\"" + escaped + "\">" + escaped + "</a>");
    }

    @Test
    void hostsThatBeginWithWwwAndMailAreLinksToo() {
        assertThat(html("登录www.a.example/b，或写信到dang.zhibu_1@a.example。"))
                .isEqualTo("<p>登录<a href=\"http://www.a.example/b\">www.a.example/b</a>，或写信到"
                        + "<a href=\"mailto:dang.zhibu_1@a.example\">dang.zhibu_1@a.example</a>。</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`https://a.example`",
                "    https://a.example",
                "https://",
                "http://。",
                "www.",
                "甲@乙",
                "a@b",
                "@a.example",
                "xhttp://a.example",
                "ftp://a.example/b",
                "http://主机名/目录"
            })
    void whatIsNoAddressStaysText(String text) {
        assertThat(html(text)).doesNotContain("<a ");
    }

    @Test
    void noLinkStandsWithinALink() {
        assertThat(html("[https://a.example](b.md)")).isEqualTo("<p><a href=\"b.md\">https://a.example</a></p>");
        assertThat(html("<a href=\"b.md\">https://a.example a@b.example</a>").split("<a ", -1))
                .hasSize(2);
        assertThat(html("[甲 a@b.example][r]\n\n[r]: b.md")).isEqualTo("<p><a href=\"b.md\">甲 a@b.example</a></p>");
    }

    @Test
    void theOutlineHoldsTheAddressAsText() {
        assertThat(Bodies.body("## 见https://a.example/b。").outline())
                .extracting(Body.Heading::text)
                .containsExactly("见https://a.example/b。");
    }
}
