package org.gongkai.markup.html;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * Renames classes that an author typed to names that no rule or script of a theme uses: with those of the interface a
 * body could hide text on screen or on paper, or imitate parts of the page. A site's own style sheet refers to the new
 * names. Classes that a converter wrote are unchanged.
 */
public final class AuthorClasses {
    /** Prefix of each typed name. No class of a theme begins with it. */
    public static final String PREFIX = "own-";

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\f\\r]+");

    private static final Set<String> OF_ASCIIDOCTOR = HtmlElements.names("classes-of-asciidoctor");

    private AuthorClasses() {}

    /** Renames all classes in the output of Asciidoctor that are not its own. */
    public static void renameInAsciiDoc(Element body) {
        rename(body, "class", name -> OF_ASCIIDOCTOR.contains(name) || name.startsWith("language-"));
    }

    /** Renames the classes of all elements with an attribute but those that are a converter's. */
    static void rename(Element body, String attribute, Predicate<String> isConverters) {
        for (Element element : body.getElementsByAttribute(attribute)) {
            if (element.hasAttr("class")) {
                element.attr(
                        "class",
                        BLANKS.splitAsStream(element.attr("class"))
                                .filter(name -> !name.isEmpty())
                                .map(name -> isConverters.test(name) ? name : PREFIX + name)
                                .collect(Collectors.joining(" ")));
            }
        }
    }
}
