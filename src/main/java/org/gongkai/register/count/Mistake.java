package org.gongkai.register.count;

/**
 * What is wrong with a question.
 *
 * @param offset where in its text
 * @param message what is wrong
 * @param hint what is allowed
 */
public record Mistake(int offset, String message, String hint) implements Answerable {}
