package org.gongkai.history.diff.write;

import java.util.List;

/**
 * The newer of two bodies with changes marked.
 *
 * @param html safe HTML: the whole newer body with {@code <ins>}, {@code <del>} and short notes
 * @param amount how much changed
 * @param parts the sections and tables that changed, in order
 * @param places the number of the last marked place; 0 if places are not numbered
 */
public record MarkedBody(String html, ChangeSize amount, List<ChangedPart> parts, int places) {}
