package org.gongkai.markup;

import com.vladsch.flexmark.util.sequence.BasedSequence;

/** Writes links and images of a Markdown body, each address through {@link Links} and the last gate. */
final class LinkWriter {
    private final MarkdownPage page;

    LinkWriter(MarkdownPage page) {
        this.page = page;
    }

    /** Where an address leads; an empty href when it leads nowhere or must not. */
    Links.Target resolve(Links.Kind kind, String destination, int offset) {
        Links.Target target =
                page.links.resolve(kind, destination, page.positions.line(offset), page.positions.column(offset));
        return Addresses.isSafe(target.href()) ? target : new Links.Target("", target.label());
    }

    /** Opens {@code <a>}; false when only the text is to be shown, which itself is no place to be led to. */
    boolean open(Links.Target target, BasedSequence title, Attributes attributes) {
        if (target.href().isEmpty() && attributes.id().isEmpty()) {
            return false;
        }
        page.out.append("<a");
        if (!target.href().isEmpty()) {
            address("href", target.href());
        }
        if (!title.isEmpty() && !attributes.has("title")) {
            Html.attribute(page.out, "title", title.unescape());
        }
        id(attributes);
        attributes.write(page.out, "");
        page.out.append('>');
        return true;
    }

    /** Writes an image, or its text when it leads nowhere. */
    void image(String destination, int offset, String alt, BasedSequence title, Attributes attributes) {
        Links.Target target = resolve(Links.Kind.IMAGE, destination, offset);
        if (target.href().isEmpty()) {
            Html.text(page.out, alt);
            return;
        }
        page.out.append("<img");
        address("src", target.href());
        Html.attribute(page.out, "alt", alt);
        if (!title.isEmpty() && !attributes.has("title")) {
            Html.attribute(page.out, "title", title.unescape());
        }
        id(attributes);
        attributes.write(page.out, "", "width", "height");
        page.out.append(" loading=\"lazy\">");
    }

    void id(Attributes attributes) {
        if (!attributes.id().isEmpty()) {
            Html.attribute(page.out, "id", page.anchors.claim(attributes.id()));
        }
    }

    private void address(String name, String href) {
        Html.attribute(page.out, name, page.marks == null ? href : page.marks.mark(href));
    }
}
