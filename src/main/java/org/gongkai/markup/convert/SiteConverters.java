package org.gongkai.markup.convert;

import org.gongkai.input.source.EntryFormat;
import org.gongkai.markup.CountingConverter;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.markup.asciidoc.AsciiDocConverter;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.markup.convert.Converters.OtherMarkup;
import org.gongkai.markup.html.HtmlBody;
import org.gongkai.markup.markdown.MarkdownConverter;

/**
 * Sets up the converters of sites, in whose texts counts may stand. AsciiDoc starts only when it is first used.
 *
 * @param engines where Asciidoctor is taken from, and given back to in the end
 */
public record SiteConverters(AsciiDocEngines engines) implements Converters.Factory {

    @Override
    public Converters of(IncludedTexts included, OtherMarkup others) {
        return new Converters(format -> converter(format, included), others);
    }

    private MarkupConverter converter(EntryFormat format, IncludedTexts included) {
        return switch (format) {
            case MARKDOWN -> new CountingConverter(new MarkdownConverter());
            case ASCIIDOC -> new CountingConverter(new AsciiDocConverter(engines, included));
            case HTML -> HtmlBody::of;
        };
    }
}
