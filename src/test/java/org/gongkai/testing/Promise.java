package org.gongkai.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the promise of {@code .github/SECURITY.md} that a test, or a class of tests, holds the program to. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(Promise.All.class)
public @interface Promise {

    /** The first words of a sentence, as many as only this sentence begins with, without marks of Markdown. */
    String value();

    /** Several promises of one test. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface All {
        Promise[] value();
    }
}
