package org.gongkai.markup;

import java.util.List;
import java.util.Set;

/** HTML typed by hand for another program: as it is, but for what the allow-list takes out. */
public final class VerbatimHtmlConverter implements MarkupConverter {
    @Override
    public Body convert(Markup markup, Links links) {
        return VerbatimBody.of(markup.text(), markup, links, List.of(), Set.of());
    }
}
