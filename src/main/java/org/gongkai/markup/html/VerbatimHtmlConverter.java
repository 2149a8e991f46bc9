package org.gongkai.markup.html;

import java.util.List;
import java.util.Set;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;

/** Keeps HTML that was typed for another program, except what the allow-list removes. */
public final class VerbatimHtmlConverter implements MarkupConverter {
    @Override
    public Body convert(Markup markup, LinkResolver links) {
        return VerbatimBody.of(markup.text(), markup, links, List.of(), Set.of());
    }
}
