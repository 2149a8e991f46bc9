package org.gongkai.markup;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Replaces marks in HTML that our writers made: a link in running text, plain text elsewhere, nothing in code. */
final class CountedHtml {

    private static final Set<String> CODE = Set.of("code", "pre", "kbd", "samp");
    /** Attributes that readers read. */
    private static final Set<String> TEXTS = Set.of("alt", "title", "aria-label");

    private final CountMarks marks;
    private final LinkResolver links;
    private final Map<CountMarks.Count, LinkResolver.Target> answers = new HashMap<>();

    private final StringBuilder out;
    private int code;
    private int anchors;

    CountedHtml(CountMarks marks, LinkResolver links) {
        this.marks = marks;
        this.links = links;
        this.out = new StringBuilder();
    }

    /** Returns a plain text with its counts replaced. */
    String text(String text) {
        return marks.replaced(text, count -> answer(count).label());
    }

    /** Returns HTML with its marks replaced. */
    String html(String html) {
        if (!CountMarks.isMarked(html)) {
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
        if (!CountMarks.isMarked(tag)) {
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
                            count -> HtmlEscape.escape(isRead ? answer(count).label() : count.typed())))
                    .append('"');
            done = close + 1;
        }
        out.append(tag, done, tag.length());
    }

    private void running(String text) {
        out.append(marks.replaced(text, count -> code > 0 ? HtmlEscape.escape(count.typed()) : link(answer(count))));
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

    private LinkResolver.Target answer(CountMarks.Count count) {
        return answers.computeIfAbsent(count, asked -> CountMarks.answer(asked, links));
    }
}
