package org.gongkai.markup.markdown.write;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.SafeAddress;

/** Writes links and images of a Markdown body, each address resolved by {@link LinkResolver} and checked. */
final class LinkWriter {
    /** Sizes that an image may have. */
    static final String[] SIZES = {"width", "height"};

    private final MarkdownPage page;

    LinkWriter(MarkdownPage page) {
        this.page = page;
    }

    /** Resolves an address; the href is empty when there is no target or it is not allowed. */
    LinkResolver.Target resolve(LinkResolver.Kind kind, String destination, int offset) {
        LinkResolver.Target target =
                page.links.resolve(kind, destination, page.positions.line(offset), page.positions.column(offset));
        return SafeAddress.isSafe(target.href()) ? target : new LinkResolver.Target("", target.label());
    }

    /** Writes the start tag of a link or anchor; returns false when only the text is to be shown. */
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

    /** Writes an image, or its text when it has no target. */
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
        attributes.write(page.out, "");
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
