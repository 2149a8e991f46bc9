package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.SafeAddress;
import org.gongkai.problem.Problem;
import org.jsoup.nodes.Element;

/**
 * The body of a text exactly as another program would write it: ids, heading levels, white space and links stay. Only
 * what the allow-list removes is missing, with a warning.
 */
public final class VerbatimBody {

    private VerbatimBody() {}

    /**
     * Returns the body of a text.
     *
     * @param html the converted text
     * @param known problems found before
     * @param included files that the text includes
     */
    public static Body of(String html, Markup markup, LinkResolver links, List<Problem> known, Set<String> included) {
        DroppedHtml dropped = new DroppedHtml(markup, DroppedHtml.Origin.MADE);
        Element clean = Sanitizer.clean(html, dropped);
        for (Element element : clean.select("[href], [src]")) {
            boolean isImage = element.hasAttr("src");
            String name = isImage ? "src" : "href";
            String typed = element.attr(name);
            LinkResolver.Kind kind = isImage ? LinkResolver.Kind.IMAGE : LinkResolver.Kind.LINK;
            String href = links.resolve(kind, typed, markup.firstLine(), 1).href();
            if (isSafe(href)) {
                element.attr(name, href);
            } else {
                element.removeAttr(name);
                dropped.address(typed);
            }
        }
        List<Problem> problems = new ArrayList<>(known);
        problems.addAll(dropped.problems());
        return new Body(clean.html(), List.of(), Set.of(), problems, included);
    }

    /** Whether the allow-list permits an address, so that generated HTML need not pass it. */
    public static boolean isSafe(String address) {
        String typed = address.strip();
        // A scheme-relative address is checked like one with a scheme.
        return typed.isEmpty() || SafeAddress.isSafe(typed.startsWith("//") ? "https:" + typed : typed);
    }
}
