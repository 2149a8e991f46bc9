package org.gongkai.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.gongkai.problem.Problem;

/** Makes a body of HTML that we did not write: sanitised, addresses resolved, headings named, tables framed. */
final class HtmlBody {
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "col", "wbr");

    private final List<HtmlEvent> events;
    private final TypedLinks links;
    private final StringBuilder out;
    private final Anchors anchors = new Anchors();
    private final List<Body.Heading> outline = new ArrayList<>();
    /** What closes each open element; empty when its tag was left out. */
    private final Deque<String> closing = new ArrayDeque<>();

    private final Deque<HtmlEvent> open = new ArrayDeque<>();
    private int shift;

    private HtmlBody(List<HtmlEvent> events, TypedLinks links, int size) {
        this.events = events;
        this.links = links;
        this.out = new StringBuilder(size + size / 8 + 64);
    }

    static Body of(String html, TypedLinks links, List<Problem> problems) {
        HtmlBody body = new HtmlBody(Sanitizer.clean(html), links, html.length());
        body.write();
        return new Body(body.out.toString(), body.outline, body.anchors.all(), problems);
    }

    private void write() {
        shift = events.stream().anyMatch(e -> e.headingLevel() == 1) ? 1 : 0;
        for (int i = 0; i < events.size(); i++) {
            HtmlEvent event = events.get(i);
            switch (event.kind()) {
                case TEXT -> Html.text(out, event.value());
                case CLOSE -> {
                    if (!VOID.contains(event.value()) && !closing.isEmpty()) {
                        out.append(closing.pop());
                        open.pop();
                    }
                }
                case OPEN -> open(event, i);
            }
        }
        while (!closing.isEmpty()) {
            out.append(closing.pop());
        }
    }

    private void open(HtmlEvent event, int index) {
        String close = "</" + event.value() + ">";
        if (event.headingLevel() > 0) {
            close = heading(event, index);
        } else if (event.opens("a")) {
            close = link(event, index) ? close : "";
        } else if (event.opens("img")) {
            image(event);
        } else if (event.opens("table") && isUnframed()) {
            out.append(TableWriter.OPEN);
            tag("table", event, "");
            close = "</table>" + TableWriter.CLOSE;
        } else if (event.opens("th") && event.attribute("scope").isEmpty()) {
            boolean isHead = open.stream().anyMatch(e -> e.opens("thead"));
            tag("th", event, isHead ? " scope=\"col\"" : " scope=\"row\"");
        } else {
            tag(event.value(), event, "");
        }
        if (!VOID.contains(event.value())) {
            closing.push(close);
            open.push(event);
        }
    }

    private String heading(HtmlEvent event, int index) {
        int level = Math.min(6, event.headingLevel() + shift);
        String text = text(index, event.value());
        String id = event.attribute("id");
        id = id.isEmpty() ? anchors.of(text) : anchors.claim(id);
        outline.add(new Body.Heading(level, id, text));
        out.append("<h").append(level);
        Html.attribute(out, "id", id);
        attributes(event, false);
        out.append('>');
        return "</h" + level + ">";
    }

    private boolean link(HtmlEvent event, int index) {
        String typed = event.attribute(Sanitizer.ADDRESS);
        if (typed.isEmpty()) {
            // A place to be led to, or nothing.
            boolean isPlace = !event.attribute("id").isEmpty();
            if (isPlace) {
                tag("a", event, "");
            }
            return isPlace;
        }
        Links.Target target = links.resolve(Links.Kind.LINK, typed);
        boolean leads = !target.href().isEmpty();
        if (leads) {
            StringBuilder href = new StringBuilder();
            Html.attribute(href, "href", target.href());
            out.append("<a").append(href);
            attributes(event, true);
            out.append('>');
        }
        if (index + 1 < events.size() && events.get(index + 1).closes("a")) {
            Html.text(out, target.label());
        }
        return leads;
    }

    private void image(HtmlEvent event) {
        Links.Target target = links.resolve(Links.Kind.IMAGE, event.attribute(Sanitizer.ADDRESS));
        if (target.href().isEmpty()) {
            Html.text(out, event.attribute("alt"));
            return;
        }
        out.append("<img");
        Html.attribute(out, "src", target.href());
        Html.attribute(out, "alt", event.attribute("alt"));
        attributes(event, true);
        out.append(" loading=\"lazy\">");
    }

    private void tag(String name, HtmlEvent event, String more) {
        out.append('<').append(name);
        attributes(event, true);
        out.append(more).append('>');
    }

    private void attributes(HtmlEvent event, boolean withId) {
        List<String> all = event.attributes();
        for (int i = 0; i + 1 < all.size(); i += 2) {
            String name = all.get(i);
            switch (name) {
                case Sanitizer.ADDRESS, "alt", "loading" -> {}
                case "id" -> {
                    if (withId) {
                        Html.attribute(out, "id", anchors.claim(all.get(i + 1)));
                    }
                }
                default -> Html.attribute(out, name, all.get(i + 1));
            }
        }
    }

    private boolean isUnframed() {
        return open.isEmpty() || !open.peek().hasClass("table-wrap");
    }

    private String text(int from, String name) {
        StringBuilder text = new StringBuilder();
        int notes = 0;
        for (int i = from + 1; i < events.size() && !events.get(i).closes(name); i++) {
            HtmlEvent event = events.get(i);
            // The number of a footnote is no part of a heading.
            notes += event.opens("sup") && event.hasClass("footnote-ref") ? 1 : 0;
            notes -= event.closes("sup") && notes > 0 ? 1 : 0;
            if (event.kind() == HtmlEvent.Kind.TEXT && notes == 0) {
                text.append(event.value());
            }
        }
        return text.toString().strip();
    }
}
