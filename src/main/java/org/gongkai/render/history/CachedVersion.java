package org.gongkai.render.history;

import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;
import org.gongkai.render.page.BodyInputs;

/**
 * What is kept of a former version once it was opened.
 *
 * @param inputs what its HTML was made from
 * @param withheld why it is not shown; empty if it is
 */
record CachedVersion(BodyInputs inputs, String withheld) {

    byte[] toBytes() {
        CacheWriter out = new CacheWriter();
        inputs.write(out);
        return out.text(withheld).toBytes();
    }

    static CachedVersion of(CacheReader in) {
        return new CachedVersion(BodyInputs.read(in), in.text());
    }
}
