package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

@DisplayName("The Nu HTML checker finds no error")
class HtmlValidityTest {

    private static final List<String> ERRORS = new ArrayList<>();
    private static SimpleDocumentValidator validator;

    @BeforeAll
    static void setUp() throws Exception {
        ErrorHandler collect = new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                // Opinions on what is allowed.
            }

            @Override
            public void error(SAXParseException e) {
                ERRORS.add(e.getLineNumber() + ":" + e.getColumnNumber() + " " + e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                error(e);
            }
        };
        validator = new SimpleDocumentValidator(false, false, false);
        validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", collect);
        validator.setUpValidatorAndParsers(collect, false, false);
    }

    @ParameterizedTest
    @EnumSource(PageType.class)
    @DisplayName("in a page of each type")
    void pageTypes(PageType type) throws Exception {
        assertThat(errors(type.site().bytes(type.address()))).as(type.address()).isEmpty();
    }

    @Test
    @DisplayName("in any entry of the demonstration site")
    void entries() throws Exception {
        List<String> errors = new ArrayList<>();
        for (String page : DemoSite.entries()) {
            errors(DemoSite.site().bytes(page)).forEach(error -> errors.add(page + ":" + error));
        }
        assertThat(DemoSite.entries()).hasSizeGreaterThan(90);
        assertThat(errors).isEmpty();
    }

    @Test
    @DisplayName("only because there is none: it finds those of a bad page")
    void badPage() throws Exception {
        String page =
                "<!DOCTYPE html><html lang=zh><title>x</title><p><table><tr><td colspan=2></table><img src=x><div id=a></div><p id=a>";
        assertThat(String.join("\n", errors(page.getBytes(StandardCharsets.UTF_8))))
                .contains("alt", "Duplicate ID", "column");
    }

    private static List<String> errors(byte[] page) throws IOException, SAXException {
        ERRORS.clear();
        InputSource source = new InputSource(new ByteArrayInputStream(page));
        source.setEncoding("UTF-8");
        validator.checkHtmlInputSource(source);
        return List.copyOf(ERRORS);
    }
}
