package org.gongkai.pipeline.cache;

import java.util.List;
import java.util.Optional;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.history.versions.NamedFiles;

/** The file names in committed texts, cached between runs: the text of a blob never changes. */
public final class FileNameCache implements NamedFiles.Memory {

    private final CacheStore cache;

    public FileNameCache(CacheStore cache) {
        this.cache = cache;
    }

    @Override
    public Optional<List<String>> find(String blob) {
        return cache.find(blob).map(record -> record.all(record::text));
    }

    @Override
    public void keep(String blob, List<String> names) {
        CacheWriter record = new CacheWriter();
        cache.put(blob, record.all(names, record::text).toBytes());
    }

    public void save() {
        cache.save();
    }
}
