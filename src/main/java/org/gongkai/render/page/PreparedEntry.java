package org.gongkai.render.page;

import java.util.List;
import java.util.Optional;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Problem;
import org.gongkai.site.link.BodyFacts;

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
        CacheWriter out = new CacheWriter().text(inputs);
        FactsCodec.write(facts, out);
        out.all(problems, out::problem);
        return out.text(fingerprint).text(searchable).toBytes();
    }

    /**
     * Reads a record.
     *
     * @param inputs the inputs of now, which cover the names and the versions of all files
     * @param source the files of now
     * @return empty if the inputs were others
     */
    static Optional<PreparedEntry> read(CacheReader in, String inputs, SourceTree source) {
        return in.text().equals(inputs)
                ? Optional.of(new PreparedEntry(
                        inputs, FactsCodec.read(in, source), in.all(in::problem), in.text(), in.text()))
                : Optional.empty();
    }
}
