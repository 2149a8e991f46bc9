package org.gongkai.history.diff.write;

/**
 * The newer of two bodies with marks of what changed.
 *
 * @param html safe HTML: the newer body whole, with {@code <ins>}, {@code <del>} and short notes
 * @param amount how much changed
 */
public record MarkedBody(String html, ChangeSize amount) {}
