package org.gongkai.render.page;

import org.gongkai.cache.CacheStore;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.convert.Converters;
import org.gongkai.render.theme.LookStyles;
import org.gongkai.site.address.Slugs;

/**
 * What rendering works with, whatever the site shows.
 *
 * @param source templates, assets and files that entries name
 * @param texts texts of entries
 * @param converters converters of bodies, by the extension of their files
 * @param slugs names in addresses
 * @param styles the style sheets of the program
 * @param cache results of earlier builds of the same site
 * @param siteInputs identifies all that the page of an entry shows of the site besides the text and the history of the
 *     entry: its first half without entries, the other half entries; empty if that is not known
 */
public record RenderContext(
        SourceTree source,
        SourceTexts texts,
        Converters converters,
        Slugs slugs,
        LookStyles styles,
        CacheStore cache,
        String siteInputs) {}
