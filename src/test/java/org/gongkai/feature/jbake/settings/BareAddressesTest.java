package org.gongkai.feature.jbake.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BareAddressesTest {

    @Test
    void makesLinksOfAddressesInTexts() {
        assertThat(BareAddresses.linked("<p>见http://a.example/x?a=1&amp;b=2。再见 https://b.example/.</p>"))
                .isEqualTo("<p>见<a href=\"http://a.example/x?a=1&amp;b=2\">http://a.example/x?a=1&amp;b=2</a>。再见 "
                        + "<a href=\"https://b.example/\">https://b.example/</a>.</p>");
    }

    @Test
    void leavesLinksAndCodeAlone() {
        String html = "<p><a href=\"http://a.example\">http://a.example</a> <code>http://b.example</code></p>";
        assertThat(BareAddresses.linked(html)).isEqualTo(html);
    }
}
