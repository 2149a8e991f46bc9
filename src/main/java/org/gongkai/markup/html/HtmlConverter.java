package org.gongkai.markup.html;

import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;

/** Converts typed HTML: it passes the allow-list, then the same rules apply as for every body. */
public final class HtmlConverter implements MarkupConverter {
    @Override
    public Body convert(Markup markup, LinkResolver links) {
        return HtmlBody.of(markup.text(), markup, new SourceLinks(markup, links, null));
    }
}
