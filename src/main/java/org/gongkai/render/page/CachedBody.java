package org.gongkai.render.page;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;
import org.gongkai.problem.Problem;

/**
 * The cached results of the conversion of a body.
 *
 * @param inputs what the conversion depended on
 * @param summary its first sentences as plain text
 * @param anchors the ids in it
 * @param problems problems found in it
 */
record CachedBody(BodyInputs inputs, String summary, Set<String> anchors, List<Problem> problems) {

    byte[] toBytes() {
        CacheWriter out = new CacheWriter();
        inputs.write(out);
        out.text(summary);
        out.all(new TreeSet<>(anchors), out::text);
        out.all(problems, out::problem);
        return out.toBytes();
    }

    static CachedBody of(CacheReader in) {
        return new CachedBody(BodyInputs.read(in), in.text(), Set.copyOf(in.all(in::text)), in.all(in::problem));
    }
}
