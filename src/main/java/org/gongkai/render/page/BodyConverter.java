package org.gongkai.render.page;

import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.convert.Converters;
import org.gongkai.markup.count.CountedText;

/** Converts the bodies of entries, or returns the cached results of an earlier build. Safe for many threads. */
public final class BodyConverter {

    private final SourceTree source;
    private final SourceTexts texts;
    private final Converters converters;
    private final CachedRecords<CachedBody> cache;

    /**
     * @param cache results of earlier conversions, by the paths of entries
     */
    public BodyConverter(SourceTree source, SourceTexts texts, Converters converters, CacheStore cache) {
        this.source = source;
        this.texts = texts;
        this.converters = converters;
        this.cache = cache.records("body ", CachedBody.class);
    }

    /**
     * A body.
     *
     * @param cached the results that are cached between builds
     * @param html converts it, unless it is converted already
     */
    record ConvertedBody(CachedBody cached, Supplier<Body> html) {

        /** Returns the fingerprint of its HTML. */
        String fingerprint() {
            return cached.inputs().fingerprint(() -> html.get().html());
        }
    }

    /** Retains the cached results of a body that is not needed. */
    void retain(Entry entry) {
        cache.retain(entry.path());
    }

    /**
     * Converts a body, or finds it in the cache.
     *
     * @param links resolves its links, and reports their problems
     * @param withoutProblems resolves the same links without reports, for a cached body whose HTML is needed
     */
    ConvertedBody convert(Entry entry, LinkResolver links, Supplier<LinkResolver> withoutProblems) {
        String version = source.version(entry.file());
        Optional<CachedBody> cached =
                cache.find(entry.path()).filter(body -> body.inputs().match(version, source, links));
        if (cached.isPresent()) {
            return new ConvertedBody(
                    cached.get(), () -> converters.body(entry, texts.reread(entry.file()), withoutProblems.get()));
        }
        RecordedLinks recorded = new RecordedLinks(links);
        Body body = converters.body(entry, texts.reread(entry.file()), recorded);
        // The results of third-party engines may depend on anything.
        boolean builtIn = !converters.knowsOther(entry.file().ending());
        String given = CountedText.of(entry.path(), entry.values().get(CommonField.SUMMARY), recorded);
        CachedBody fresh = new CachedBody(
                BodyInputs.of(builtIn ? version : "", body.included(), recorded, source),
                given.isEmpty() ? Summary.of(body.html()) : given,
                body.anchors(),
                body.problems());
        if (fresh.inputs().areCacheable()) {
            cache.put(entry.path(), fresh);
        }
        return new ConvertedBody(fresh, () -> body);
    }
}
