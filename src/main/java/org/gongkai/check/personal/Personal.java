package org.gongkai.check.personal;

/**
 * Personal data found in a text.
 *
 * @param kind what it is
 * @param start where it begins in the text, from 0
 * @param value the value alone: of numbers the digits without what groups them
 */
public record Personal(PersonalKind kind, int start, String value) {}
