package org.gongkai.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.problem.Problem;
import org.gongkai.text.Characters;

/**
 * A converted body.
 *
 * @param html safe HTML: no scripts, every address resolved
 * @param outline its headings in order
 * @param anchors every id in the HTML
 * @param problems problems in the text itself, such as a broken include
 * @param included paths of the files that it includes, whether they exist or not
 */
public record Body(
        String html, List<Heading> outline, Set<String> anchors, List<Problem> problems, Set<String> included) {

    /** A body without included files. */
    public Body(String html, List<Heading> outline, Set<String> anchors, List<Problem> problems) {
        this(html, outline, anchors, problems, Set.of());
    }

    public Body {
        for (int i = 0; i < html.length(); i++) {
            if (Character.isSurrogate(html.charAt(i))) {
                // Written to a file it would be a question mark, and a character of the author's lost.
                if (!Character.isSurrogatePair(html.charAt(i), Characters.at(html, i + 1))) {
                    throw new IllegalStateException("half a character in the HTML of a body, at " + i);
                }
                i++;
            }
        }
        outline = List.copyOf(outline);
        anchors = Set.copyOf(anchors);
        problems = List.copyOf(problems);
        included = Set.copyOf(included);
    }

    /** The same body with more problems. */
    public Body with(List<Problem> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new Body(html, outline, anchors, all, included);
    }

    /**
     * A heading of the body.
     *
     * @param level 2 for {@code <h2>} to 6
     * @param id its anchor
     * @param text its plain text, not escaped
     */
    public record Heading(int level, String id, String text) {}
}
