package org.gongkai.check.personal;

/**
 * Personal data found in a text.
 *
 * @param kind the kind of data
 * @param start the offset in the text, from 0
 * @param value the value; for numbers the digits without separators
 */
public record Personal(PersonalKind kind, int start, String value) {}
