package org.gongkai.feature.history;

import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;
import org.gongkai.render.page.BodyInputs;

/**
 * The cached results of a previous version.
 *
 * @param inputs what its conversion depended on
 * @param withheld reason why it is not shown; empty if it is shown
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
