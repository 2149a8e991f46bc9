package org.gongkai.feature.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.convert.Converters;
import org.gongkai.render.metadata.FactsTable;
import org.gongkai.render.metadata.FieldTables;
import org.gongkai.render.model.Fingerprint;
import org.gongkai.render.page.BodyInputs;
import org.gongkai.render.page.CountLinks;
import org.gongkai.render.page.RecordedLinks;
import org.gongkai.render.page.RenderContext;
import org.gongkai.site.Item;
import org.gongkai.site.link.Counts;
import org.gongkai.site.link.HistoryLinks;
import org.gongkai.site.link.LinkIndex;
import org.gongkai.site.link.Resource;

/** Converts current entries for another page than their own. Safe for many threads. */
final class CurrentTexts {

    private final LinkIndex index;
    private final Counts counts;
    private final SourceTree source;
    private final SourceTexts texts;
    private final Converters converters;
    private final CacheStore cache;

    /** @param counts answers the counts that bodies ask for */
    CurrentTexts(RenderContext context, LinkIndex index, Counts counts) {
        this.index = index;
        this.counts = counts;
        this.source = context.source();
        this.texts = context.texts();
        this.converters = context.converters();
        this.cache = context.cache();
    }

    /**
     * Returns the tables and the body of an entry.
     *
     * @param page address of the page that shows them
     * @param resources the files that the page may show
     */
    ComparedText text(Item item, String page, List<Resource> resources) {
        Entry entry = item.entry();
        LinkResolver links = new CountLinks(
                new HistoryLinks(index, entry.path(), item, page, resources), counts, entry, page, problem -> {});
        String version = source.version(entry.file());
        Optional<BodyInputs> cached = cache.find(name(page, item))
                .map(BodyInputs::read)
                .filter(inputs -> inputs.match(version, source, links));
        if (cached.isPresent()) {
            return compared(entry, cached.get(), () -> converters
                    .body(entry, texts.reread(entry.file()), links)
                    .html());
        }
        RecordedLinks recorded = new RecordedLinks(links);
        Body body = converters.body(entry, texts.reread(entry.file()), recorded);
        // The results of third-party engines may depend on anything.
        boolean builtIn = !converters.knowsOther(entry.file().ending());
        BodyInputs inputs = BodyInputs.of(builtIn ? version : "", body.included(), recorded, source);
        if (inputs.areCacheable()) {
            CacheWriter out = new CacheWriter();
            inputs.write(out);
            cache.put(name(page, item), out.toBytes());
        }
        return compared(entry, inputs, body::html);
    }

    /** Retains the cached results of an entry. */
    void retain(String page, Item item) {
        cache.find(name(page, item));
    }

    private static String name(String page, Item item) {
        return "compared " + page + " " + item.entry().path();
    }

    private static ComparedText compared(Entry entry, BodyInputs inputs, Supplier<String> body) {
        String tables = FieldTables.html(FactsTable.tables(entry));
        String fingerprint =
                new Fingerprint().add(tables).add(inputs.fingerprint(body)).text();
        return new ComparedText(fingerprint, Map.of(), List.of(), () -> tables + body.get());
    }
}
