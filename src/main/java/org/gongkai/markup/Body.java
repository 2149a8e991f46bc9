package org.gongkai.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.problem.Problem;

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
        outline = List.copyOf(outline);
        anchors = Set.copyOf(anchors);
        problems = List.copyOf(problems);
        included = Set.copyOf(included);
    }

    /** The same body with more problems. */
    public Body with(List<Problem> more) {
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
