package org.gongkai.render.page;

import java.util.Set;
import java.util.TreeSet;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;
import org.gongkai.input.source.SourceTree;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.BodyFacts.AskedCount;
import org.gongkai.site.link.EntryLinks.AnchorLink;
import org.gongkai.site.link.Resource;

/** Writes and reads facts about bodies. */
public final class FactsCodec {

    private FactsCodec() {}

    /** Writes facts; the same facts are the same bytes. */
    public static void write(BodyFacts facts, CacheWriter out) {
        out.text(facts.path()).text(facts.summary());
        out.all(new TreeSet<>(facts.anchors()), out::text);
        out.all(facts.links(), link -> out.shared(link.path())
                .text(link.anchor())
                .number(link.line())
                .number(link.column()));
        out.all(facts.resources(), resource -> out.text(resource.file().path()).text(resource.address()));
        out.all(new TreeSet<>(facts.included()), out::text);
        out.all(
                facts.counts(),
                count -> out.text(count.typed()).number(count.line()).number(count.column()));
    }

    /**
     * Reads facts.
     *
     * @param source has the files that they name
     */
    static BodyFacts read(CacheReader in, SourceTree source) {
        return new BodyFacts(
                in.text(),
                in.text(),
                Set.copyOf(in.all(in::text)),
                in.all(() -> new AnchorLink(in.shared(), in.text(), in.integer(), in.integer())),
                in.all(() -> new Resource(source.file(in.text()).orElseThrow(), in.text())),
                Set.copyOf(in.all(in::text)),
                in.all(() -> new AskedCount(in.text(), in.integer(), in.integer())));
    }
}
