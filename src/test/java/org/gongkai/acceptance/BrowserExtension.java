package org.gongkai.acceptance;

import org.gongkai.testing.Required;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one browser for all tests that ask for one, and hands it to each as if it were new. */
final class BrowserExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final Namespace SHARED = Namespace.create(BrowserExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Browser.missing().ifPresent(Required::missing);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        browser(context).reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return browser(context);
    }

    /** The root store closes the browser after the last test. */
    private static Browser browser(ExtensionContext context) {
        return context.getRoot().getStore(SHARED).computeIfAbsent(Browser.class, type -> new Browser(), Browser.class);
    }
}
