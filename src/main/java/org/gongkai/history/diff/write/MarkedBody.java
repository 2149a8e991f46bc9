package org.gongkai.history.diff.write;

/**
 * The newer of two bodies with changes marked.
 *
 * @param html safe HTML: the whole newer body with {@code <ins>}, {@code <del>} and short notes
 * @param amount how much changed
 * @param places the number of the last marked place; 0 if places are not numbered
 */
public record MarkedBody(String html, ChangeSize amount, int places) {}
