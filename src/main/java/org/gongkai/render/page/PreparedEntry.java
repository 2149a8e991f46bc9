package org.gongkai.render.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Problem;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.BodyFacts.AskedCount;
import org.gongkai.site.link.EntryLinks.AnchorLink;
import org.gongkai.site.link.Resource;

/**
 * What a build found out about an entry before it made its page. As long as the inputs are the same, the next build need
 * not convert the entry and gather its page in order to learn that both are.
 *
 * @param inputs identifies all that it was found from
 * @param facts what other pages and checks need
 * @param problems the problems that were reported
 * @param fingerprint the fingerprint of the page
 * @param searchable the fingerprint of what can be found of it
 */
record PreparedEntry(String inputs, BodyFacts facts, List<Problem> problems, String fingerprint, String searchable) {

    byte[] toBytes() {
        CacheWriter out = new CacheWriter();
        out.text(inputs).text(facts.path()).text(facts.summary());
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
        out.all(problems, out::problem);
        return out.text(fingerprint).text(searchable).toBytes();
    }

    /**
     * Reads a record.
     *
     * @param inputs the inputs of now
     * @param source the files of now
     * @return empty if the inputs were others
     */
    static Optional<PreparedEntry> read(CacheReader in, String inputs, SourceTree source) {
        if (!in.text().equals(inputs)) {
            return Optional.empty();
        }
        BodyFacts facts = new BodyFacts(
                in.text(),
                in.text(),
                Set.copyOf(in.all(in::text)),
                in.all(() -> new AnchorLink(in.shared(), in.text(), in.integer(), in.integer())),
                in.all(() -> new Resource(file(source, in.text()), in.text())),
                Set.copyOf(in.all(in::text)),
                in.all(() -> new AskedCount(in.text(), in.integer(), in.integer())));
        return Optional.of(new PreparedEntry(inputs, facts, in.all(in::problem), in.text(), in.text()));
    }

    /** The inputs cover the names and the versions of all files. */
    private static SourceFile file(SourceTree source, String path) {
        return source.file(path).orElseThrow();
    }
}
