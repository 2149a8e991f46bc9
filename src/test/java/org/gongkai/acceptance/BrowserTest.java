package org.gongkai.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that need the machine's Chromium; their methods may take a {@link Browser}. With none they are
 * skipped and say so, or fail if the environment sets {@code GONGKAI_REQUIRE_BROWSER=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@Tag("slow")
@ExtendWith(BrowserExtension.class)
@interface BrowserTest {}
