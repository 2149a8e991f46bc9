package org.gongkai.markup.count;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.LinkResolver.Target;
import org.gongkai.markup.Markup;
import org.gongkai.markup.count.CountMarks.CountBraces;

/** Replaces marks in HTML that our writers made: a link in running text, plain text elsewhere, nothing in code. */
final class CountedHtml {

    private static final Set<String> CODE = Set.of("code", "pre", "kbd", "samp");
    /** Attributes that readers read. */
    private static final Set<String> TEXTS = Set.of("alt", "title", "aria-label");

    private final CountMarks marks;
    private final IncludedCounts included;
    private final LinkResolver links;
    private final Map<Integer, LinkResolver.Target> answers = new HashMap<>();

    private final StringBuilder out;
    private int code;
    private int anchors;

    CountedHtml(CountMarks marks, IncludedCounts included, LinkResolver links) {
        this.marks = marks;
        this.included = included;
        this.links = links;
        this.out = new StringBuilder();
    }

    /** Returns a plain text with its counts replaced. */
    String text(String text) {
        return marks.replaced(included.in(text, LinkResolver.Target::label), this::text);
    }

    private String text(CountMarks.Mark mark) {
        return answer(mark).label();
    }

    /** Returns HTML with its marks replaced. */
    String html(String html) {
        if (CountMarks.next(html, 0) < 0 && !included.mayOccur(html)) {
            return html;
        }
        out.setLength(0);
        for (int at = 0; at < html.length(); ) {
            int tag = html.indexOf('<', at);
            running(html.substring(at, tag < 0 ? html.length() : tag));
            int close = tag < 0 ? -1 : html.indexOf('>', tag);
            at = close < 0 ? html.length() : close + 1;
            if (close >= 0) {
                tag(html.substring(tag, at));
            }
        }
        return out.toString();
    }

    /** Our writers escape every angle bracket in text and in attributes. */
    private void tag(String tag) {
        boolean isEnd = tag.startsWith("</");
        int from = isEnd ? 2 : 1;
        int to = from;
        while (to < tag.length() && Character.isLetterOrDigit(tag.charAt(to))) {
            to++;
        }
        String name = tag.substring(from, to);
        int change = isEnd ? -1 : 1;
        code += CODE.contains(name) ? change : 0;
        anchors += name.equals("a") ? change : 0;
        if (CountMarks.next(tag, 0) < 0) {
            out.append(tag);
            return;
        }
        int done = 0;
        for (int open = tag.indexOf('"'); open >= 0; open = tag.indexOf('"', done)) {
            int close = tag.indexOf('"', open + 1);
            String attribute = tag.substring(tag.lastIndexOf(' ', open) + 1, open - 1);
            boolean isRead = code == 0 && TEXTS.contains(attribute);
            out.append(tag, done, open + 1)
                    .append(marks.replaced(
                            tag.substring(open + 1, close),
                            mark -> HtmlEscape.escape(isRead ? text(mark) : marks.typed(mark))))
                    .append('"');
            done = close + 1;
        }
        out.append(tag, done, tag.length());
    }

    private void running(String text) {
        String whole = code > 0 ? text : included.inHtml(text, this::link);
        out.append(marks.replaced(whole, mark -> code > 0 ? HtmlEscape.escape(marks.typed(mark)) : link(answer(mark))));
    }

    private String link(LinkResolver.Target target) {
        String label = HtmlEscape.escape(target.label());
        if (target.href().isEmpty() || anchors > 0) {
            return label;
        }
        StringBuilder link = new StringBuilder("<a class=\"count\"");
        HtmlEscape.attribute(link, "href", target.href());
        return link.append('>').append(label).append("</a>").toString();
    }

    private LinkResolver.Target answer(CountMarks.Mark mark) {
        return answers.computeIfAbsent(mark.index(), index -> marks.answer(mark, links));
    }

    /**
     * The counts in files that a body includes. They are not marked before the conversion, and are found in its result. Their
     * problems are reported at the first directive that includes a file.
     */
    static final class IncludedCounts {

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
            return new IncludedCounts(
                    hasIncluded, hasIncluded ? markup.positions().line(directive) : 0, links);
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
}
