package org.gongkai.markup.convert;

import java.util.Map;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.asciidoc.AsciiDocConverter;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.markup.convert.Converters.OtherMarkup;
import org.gongkai.markup.count.CountingConverter;
import org.gongkai.markup.html.HtmlConverter;
import org.gongkai.markup.markdown.MarkdownConverter;

/**
 * Sets up the converters of sites, in whose texts counts may stand. AsciiDoc starts only when it is first used.
 *
 * @param engines where Asciidoctor is taken from, and given back to in the end
 */
public record SiteConverters(AsciiDocEngines engines) implements Converters.Factory {

    @Override
    public Converters of(IncludedTexts included, OtherMarkup others) {
        return new Converters(
                Map.of(
                        EntryFormat.MARKDOWN,
                        new CountingConverter(new MarkdownConverter()),
                        EntryFormat.ASCIIDOC,
                        new CountingConverter(new AsciiDocConverter(engines, included)),
                        EntryFormat.HTML,
                        new HtmlConverter()),
                others);
    }
}
