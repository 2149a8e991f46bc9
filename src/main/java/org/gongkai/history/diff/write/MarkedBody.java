package org.gongkai.history.diff.write;

/**
 * The newer of two bodies with changes marked.
 *
 * @param html safe HTML: the whole newer body with {@code <ins>}, {@code <del>} and short notes
 * @param amount how much changed
 */
public record MarkedBody(String html, ChangeSize amount) {}
