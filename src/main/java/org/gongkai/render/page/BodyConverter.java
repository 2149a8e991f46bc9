package org.gongkai.render.page;

import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.cache.CacheStore;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.convert.Converters;

/** Converts the bodies of entries, or tells what is known of them from an earlier run. Safe for many threads. */
public final class BodyConverter {

    private static final String NAME = "body ";

    private final SourceTree source;
    private final SourceTexts texts;
    private final Converters converters;
    private final CacheStore kept;

    /**
     * @param kept what is known of bodies, by the paths of their entries
     */
    public BodyConverter(SourceTree source, SourceTexts texts, Converters converters, CacheStore kept) {
        this.source = source;
        this.texts = texts;
        this.converters = converters;
        this.kept = kept;
    }

    /**
     * A body.
     *
     * @param known what is known of it
     * @param html converts it, unless that was done already
     */
    record ConvertedBody(CachedBody cached, Supplier<Body> html) {

        /** Its fingerprint. */
        String fingerprint() {
            return cached.inputs().fingerprint(() -> html.get().html());
        }
    }

    /**
     * Reads a body.
     *
     * @param links answers for its links, and tells what is wrong with them
     * @param again the same links, telling nobody; for a body that has to be converted after all
     */
    ConvertedBody convert(Entry entry, LinkResolver links, Supplier<LinkResolver> again) {
        String version = source.version(entry.file());
        Optional<CachedBody> known = kept.find(NAME + entry.path())
                .map(CachedBody::of)
                .filter(body -> body.inputs().match(version, source, links));
        if (known.isPresent()) {
            return new ConvertedBody(known.get(), () -> convert(entry, again.get()));
        }
        RecordedLinks asked = new RecordedLinks(links);
        Body body = convert(entry, asked);
        // Engines of others may depend on anything.
        boolean ours = !converters.knowsOther(entry.file().ending());
        String given = entry.text(CommonField.SUMMARY);
        CachedBody fresh = new CachedBody(
                BodyInputs.of(ours ? version : "", body.included(), asked, source),
                given.isEmpty() ? Summary.of(body.html()) : given,
                body.anchors(),
                body.problems());
        if (fresh.inputs().areCacheable()) {
            kept.keep(NAME + entry.path(), fresh.toBytes());
        }
        return new ConvertedBody(fresh, () -> body);
    }

    private Body convert(Entry entry, LinkResolver links) {
        String ending = entry.file().ending();
        String text = HeaderParser.markup(texts.reread(entry.file()), ending, entry.bodyLine());
        return converters
                .forEnding(ending)
                .orElseThrow()
                .convert(new Markup(entry.path(), text, entry.bodyLine()), links);
    }
}
