package org.gongkai.markup.count;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.LinkResolver.Target;
import org.gongkai.markup.Markup;

/**
 * The counts in files that a body includes. They are not marked before the conversion, and are found in its result. Their
 * problems are reported at the first directive that includes a file.
 */
final class IncludedCounts {

    private static final String DIRECTIVE = "include::";

    private final boolean hasIncluded;
    private final int line;
    private final LinkResolver links;

    private IncludedCounts(boolean hasIncluded, int line, LinkResolver links) {
        this.hasIncluded = hasIncluded;
        this.line = line;
        this.links = links;
    }

    static IncludedCounts of(Markup markup, boolean hasIncluded, LinkResolver links) {
        int directive = hasIncluded ? Math.max(0, markup.text().indexOf(DIRECTIVE)) : 0;
        return new IncludedCounts(hasIncluded, hasIncluded ? markup.positions().line(directive) : 0, links);
    }

    boolean mayOccur(String text) {
        return hasIncluded && CountBraces.mayOccur(text);
    }

    /** Returns a plain text with its counts replaced. */
    String in(String text, Function<Target, String> shown) {
        return mayOccur(text) ? replaced(text, typed -> shown.apply(answer(typed))) : text;
    }

    /** Returns running text of HTML with its counts replaced; what was typed is escaped in it. */
    String inHtml(String text, Function<Target, String> shown) {
        return mayOccur(text) ? replaced(text, typed -> shown.apply(answer(plain(typed)))) : text;
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String replaced(String text, UnaryOperator<String> shown) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        CountBraces.Found found = CountBraces.next(text, 0);
        for (; found != null; found = CountBraces.next(text, from)) {
            out.append(text, from, found.start());
            String typed = text.substring(found.start(), found.end());
            out.append(found.isEscaped() ? typed.substring(1) : shown.apply(typed));
            from = found.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    private Target answer(String typed) {
        Target target = links.resolve(LinkResolver.Kind.COUNT, typed, line, 1);
        return target.label().isEmpty() ? new Target("", typed) : target;
    }
}
