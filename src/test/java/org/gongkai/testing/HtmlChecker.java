package org.gongkai.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker. */
public final class HtmlChecker {
    private static final long STACK = 1 << 26;

    private final List<String> found = new ArrayList<>();
    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(false, false, false);

    /** Loads the rules of HTML5, which takes a while. */
    public HtmlChecker() throws Exception {
        ErrorHandler collect = new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                // Opinions on what is allowed.
            }

            @Override
            public void error(SAXParseException e) {
                found.add(e.getLineNumber() + ":" + e.getColumnNumber() + " " + e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                error(e);
            }
        };
        FutureTask<Void> loading = new FutureTask<>(() -> {
            validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", collect);
            validator.setUpValidatorAndParsers(collect, false, false);
            return null;
        });
        // The grammar calls itself deeper than the usual stack allows to code that is not compiled yet.
        new Thread(null, loading, "html-checker", STACK).start();
        loading.get();
    }

    /** The errors in a page of UTF-8. */
    public List<String> errors(byte[] page) throws IOException, SAXException {
        found.clear();
        InputSource source = new InputSource(new ByteArrayInputStream(page));
        source.setEncoding("UTF-8");
        validator.checkHtmlInputSource(source);
        return List.copyOf(found);
    }
}
