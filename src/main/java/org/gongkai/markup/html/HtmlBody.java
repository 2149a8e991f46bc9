package org.gongkai.markup.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.gongkai.markup.Body;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.html.clean.DroppedHtml;
import org.gongkai.markup.html.clean.HtmlElements;
import org.gongkai.markup.html.clean.HtmlEvent;
import org.gongkai.markup.html.clean.Sanitizer;
import org.gongkai.problem.Problem;

/** Converts sanitized HTML to a body: addresses resolved, headings with ids, tables framed. */
public final class HtmlBody {
    private final List<HtmlEvent> events;
    private final SourceLinks links;
    private final HtmlLinks linkTexts;
    private final StringBuilder out;
    private final AnchorNames anchors = new AnchorNames();
    private final HeadingIds headings;
    private final HanText texts;
    /** End tag of each open element; empty when its start tag was omitted. */
    private final Deque<String> closing = new ArrayDeque<>();

    private final Deque<HtmlEvent> open = new ArrayDeque<>();
    /** Index of the last row that was opened. */
    private int row;
    /** Whether that row has data cells; {@code null} until it is needed. */
    private Boolean hasOtherCells;
    /** Index of a text that was replaced by a label. */
    private int replaced = -1;

    /** Markup language of the original text. */
    enum Source {
        HTML,
        MARKDOWN,
        ASCIIDOC
    }

    private HtmlBody(List<HtmlEvent> events, SourceLinks links, Source source) {
        this.events = events;
        this.links = links;
        this.out = new StringBuilder(events.size() * 16 + 64);
        this.headings = new HeadingIds(events, anchors, source);
        this.texts = new HanText(events, out);
        this.linkTexts = new HtmlLinks(events, links, headings, source == Source.ASCIIDOC, out);
    }

    /** Returns the body of HTML that an author typed. */
    static Body of(String html, Markup markup, SourceLinks links) {
        DroppedHtml dropped = DroppedHtml.ofTyped(markup);
        List<HtmlEvent> clean = Sanitizer.cleanTyped(html, dropped);
        return of(clean, links, Source.HTML, dropped.problems(), Set.of());
    }

    /** Returns the body of Markdown with typed HTML; {@code dropped} records what is not shown of it. */
    public static Body ofMarkdown(String html, SourceLinks links, DroppedHtml dropped) {
        List<HtmlEvent> clean = Sanitizer.clean(html, dropped);
        return of(clean, links, Source.MARKDOWN, dropped.problems(), Set.of());
    }

    /** Returns a body of AsciiDoc, in which Asciidoctor generated some links. */
    public static Body ofAsciiDoc(
            List<HtmlEvent> clean, SourceLinks links, List<Problem> problems, Set<String> included) {
        return of(clean, links, Source.ASCIIDOC, problems, included);
    }

    private static Body of(
            List<HtmlEvent> clean, SourceLinks links, Source source, List<Problem> problems, Set<String> included) {
        HtmlBody body = new HtmlBody(clean, links, source);
        body.write();
        return new Body(body.out.toString(), body.headings.outline(), body.anchors.all(), problems, included);
    }

    private void write() {
        for (int i = 0; i < events.size(); i++) {
            HtmlEvent event = events.get(i);
            switch (event.kind()) {
                case TEXT -> {
                    boolean isLayout = !open.isEmpty()
                            && HtmlElements.LINE_AFTER_OPEN.contains(open.peek().value())
                            && event.value().isBlank();
                    if (!isLayout && i != replaced) {
                        texts.write(event.value(), i);
                    }
                }
                case CLOSE -> {
                    texts.tag(event);
                    if (!HtmlElements.VOID.contains(event.value()) && !closing.isEmpty()) {
                        close();
                    }
                }
                case OPEN -> {
                    open(event, i);
                    texts.tag(event);
                }
            }
        }
        while (!closing.isEmpty()) {
            close();
        }
    }

    private void close() {
        out.append(closing.pop());
        if (HtmlElements.LINE_AFTER_CLOSE.contains(open.pop().value())) {
            out.append('\n');
        }
    }

    private void open(HtmlEvent event, int index) {
        if (event.opens("tr")) {
            row = index;
            hasOtherCells = null;
        }
        String close = "</" + event.value() + ">";
        if (event.headingLevel() > 0) {
            close = heading(event, headings.at(index));
            headings.aliases(index).forEach(name -> AnchorAliases.write(out, name));
        } else if (event.opens("a")) {
            close = link(event, index) ? close : "";
        } else if (event.opens("img")) {
            image(event);
        } else if (event.opens("table") && isUnframed()) {
            out.append(TableFrame.OPEN);
            tag("table", event, "");
            close = "</table>" + TableFrame.CLOSE;
        } else if (event.opens("th") && event.attribute("scope").isEmpty()) {
            tag("th", event, isInRowOfHeads() ? " scope=\"col\"" : " scope=\"row\"");
        } else {
            tag(event.value(), event, "");
        }
        if (HtmlElements.LINE_AFTER_OPEN.contains(event.value())) {
            out.append('\n');
        }
        if (!HtmlElements.VOID.contains(event.value())) {
            closing.push(close);
            open.push(event);
        }
    }

    private String heading(HtmlEvent event, Body.Heading heading) {
        out.append("<h").append(heading.level());
        HtmlEscape.attribute(out, "id", heading.id());
        attributes(event, false);
        out.append('>');
        return "</h" + heading.level() + ">";
    }

    private boolean link(HtmlEvent event, int index) {
        String typed = event.attribute(Sanitizer.ADDRESS);
        if (typed.isEmpty()) {
            // An anchor or an empty link.
            boolean isPlace = !event.attribute("id").isEmpty();
            if (isPlace) {
                tag("a", event, "");
            }
            return isPlace;
        }
        LinkResolver.Target target =
                linkTexts.target(typed, index + 1, open.stream().anyMatch(e -> e.hasClass("toc")));
        boolean leads = !target.href().isEmpty();
        if (leads) {
            out.append("<a");
            HtmlEscape.attribute(out, "href", target.href());
            attributes(event, true);
            out.append('>');
        } else if (!event.attribute("id").isEmpty()) {
            tag("a", event, "");
            leads = true;
        }
        replaced = linkTexts.label(target.label(), typed, index + 1);
        return leads;
    }

    private void image(HtmlEvent event) {
        LinkResolver.Target target = links.resolve(LinkResolver.Kind.IMAGE, event.attribute(Sanitizer.ADDRESS));
        if (target.href().isEmpty()) {
            HtmlEscape.text(out, event.attribute("alt"));
            return;
        }
        out.append("<img");
        HtmlEscape.attribute(out, "src", target.href());
        HtmlEscape.attribute(out, "alt", event.attribute("alt"));
        attributes(event, true);
        out.append(" loading=\"lazy\">");
    }

    private void tag(String name, HtmlEvent event, String more) {
        out.append('<').append(name);
        attributes(event, true);
        out.append(more).append('>');
        String id = event.attribute("id");
        if (!id.isEmpty()
                && !HtmlElements.VOID.contains(name)
                && !HtmlElements.LINE_AFTER_OPEN.contains(name)
                && !name.equals("colgroup")) {
            headings.claim(AnchorAliases.ofTyped(id), anchors).forEach(alias -> AnchorAliases.write(out, alias));
        }
    }

    private void attributes(HtmlEvent event, boolean withId) {
        List<String> all = event.attributes();
        for (int i = 0; i + 1 < all.size(); i += 2) {
            String name = all.get(i);
            switch (name) {
                case Sanitizer.ADDRESS, "alt", "loading" -> {}
                case "id" -> {
                    if (withId) {
                        HtmlEscape.attribute(out, "id", anchors.claim(all.get(i + 1)));
                    }
                }
                default -> HtmlEscape.attribute(out, name, all.get(i + 1));
            }
        }
    }

    private boolean isInRowOfHeads() {
        return open.stream().anyMatch(e -> e.opens("thead")) || isRowOfHeads();
    }

    /** Whether the last row that was opened contains header cells only. */
    private boolean isRowOfHeads() {
        if (hasOtherCells == null) {
            hasOtherCells = false;
            for (int i = row; i < events.size() && !events.get(i).closes("tr") && !hasOtherCells; i++) {
                hasOtherCells = events.get(i).opens("td");
            }
        }
        return !hasOtherCells;
    }

    private boolean isUnframed() {
        return open.isEmpty() || !open.peek().hasClass("table-wrap");
    }
}
