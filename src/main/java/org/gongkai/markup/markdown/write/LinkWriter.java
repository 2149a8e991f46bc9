package org.gongkai.markup.markdown.write;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.SafeAddress;

/** Writes links and images of a Markdown body, each address through {@link LinkResolver} and the last gate. */
final class LinkWriter {
    private final MarkdownPage page;

    LinkWriter(MarkdownPage page) {
        this.page = page;
    }

    /** Where an address leads; an empty href when it leads nowhere or must not. */
    LinkResolver.Target resolve(LinkResolver.Kind kind, String destination, int offset) {
        LinkResolver.Target target =
                page.links.resolve(kind, destination, page.positions.line(offset), page.positions.column(offset));
        return SafeAddress.isSafe(target.href()) ? target : new LinkResolver.Target("", target.label());
    }

    /** Opens {@code <a>}; false when only the text is to be shown, which itself is no place to be led to. */
    boolean open(LinkResolver.Target target, BasedSequence title, AttributeBlock attributes) {
        if (target.href().isEmpty() && attributes.id().isEmpty()) {
            return false;
        }
        page.out.append("<a");
        if (!target.href().isEmpty()) {
            address("href", target.href());
        }
        if (!title.isEmpty() && !attributes.has("title")) {
            HtmlEscape.attribute(page.out, "title", title.unescape());
        }
        id(attributes);
        attributes.write(page.out, "");
        page.out.append('>');
        return true;
    }

    /** Writes an image, or its text when it leads nowhere. */
    void image(String destination, int offset, String alt, BasedSequence title, AttributeBlock attributes) {
        LinkResolver.Target target = resolve(LinkResolver.Kind.IMAGE, destination, offset);
        if (target.href().isEmpty()) {
            HtmlEscape.text(page.out, alt);
            return;
        }
        page.out.append("<img");
        address("src", target.href());
        HtmlEscape.attribute(page.out, "alt", alt);
        if (!title.isEmpty() && !attributes.has("title")) {
            HtmlEscape.attribute(page.out, "title", title.unescape());
        }
        id(attributes);
        attributes.write(page.out, "", "width", "height");
        page.out.append(" loading=\"lazy\">");
    }

    void id(AttributeBlock attributes) {
        if (!attributes.id().isEmpty()) {
            HtmlEscape.attribute(page.out, "id", page.anchors.claim(attributes.id()));
        }
    }

    private void address(String name, String href) {
        HtmlEscape.attribute(page.out, name, page.marks == null ? href : page.marks.mark(href));
    }
}
