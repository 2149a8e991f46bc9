package org.gongkai.render.page;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;

/**
 * What is kept of a converted body.
 *
 * @param inputs what it was made from
 * @param summary its beginning in plain words
 * @param anchors the ids in it
 * @param problems what was wrong in it
 */
record CachedBody(BodyInputs inputs, String summary, Set<String> anchors, List<Problem> problems) {

    byte[] toBytes() {
        CacheWriter out = new CacheWriter();
        inputs.write(out);
        out.text(summary);
        out.all(new TreeSet<>(anchors), out::text);
        out.all(problems, problem -> out.flag(problem.isError())
                .text(problem.code())
                .text(problem.path())
                .number(problem.line())
                .number(problem.column())
                .text(problem.message())
                .text(problem.hint()));
        return out.toBytes();
    }

    static CachedBody of(CacheReader in) {
        return new CachedBody(
                BodyInputs.read(in),
                in.text(),
                Set.copyOf(in.all(in::text)),
                in.all(() -> new Problem(
                        in.flag() ? Severity.ERROR : Severity.WARNING,
                        in.text(),
                        in.text(),
                        in.integer(),
                        in.integer(),
                        in.text(),
                        in.text())));
    }
}
