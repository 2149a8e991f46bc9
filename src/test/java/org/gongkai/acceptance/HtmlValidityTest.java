package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.HtmlChecker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The Nu HTML checker finds no error")
@Tag("slow")
class HtmlValidityTest {

    private static HtmlChecker checker;

    @BeforeAll
    static void setUp() throws Exception {
        checker = new HtmlChecker();
    }

    @ParameterizedTest
    @EnumSource(PageType.class)
    @DisplayName("in a page of each type")
    void pageTypes(PageType type) throws Exception {
        assertThat(checker.errors(type.site().bytes(type.address())))
                .as(type.address())
                .isEmpty();
    }

    @Test
    @DisplayName("in any entry of the demonstration site")
    void entries() throws Exception {
        List<String> errors = new ArrayList<>();
        for (String page : DemoSite.entries()) {
            checker.errors(DemoSite.site().bytes(page)).forEach(error -> errors.add(page + ":" + error));
        }
        assertThat(DemoSite.entries()).hasSizeGreaterThan(90);
        assertThat(errors).isEmpty();
    }

    @Test
    @DisplayName("only because there is none: it finds those of a bad page")
    void badPage() throws Exception {
        String page =
                "<!DOCTYPE html><html lang=zh><title>x</title><p><table><tr><td colspan=2></table><img src=x><div id=a></div><p id=a>";
        assertThat(String.join("\n", checker.errors(page.getBytes(StandardCharsets.UTF_8))))
                .contains("alt", "Duplicate ID", "column");
    }
}
