package org.gongkai.markup;

/** HTML typed by hand: everything passes the allow-list, then the same rules hold as for every body. */
public final class HtmlConverter implements MarkupConverter {
    @Override
    public Body convert(Markup markup, Links links) {
        return HtmlBody.of(markup.text(), markup, new TypedLinks(markup, links, null));
    }
}
