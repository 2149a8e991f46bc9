package org.gongkai.build;

import java.util.List;
import java.util.Optional;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.history.versions.NamedFiles;

/** What texts that were committed name as files, kept between runs: a text that was committed never changes. */
final class FileNameCache implements NamedFiles.Memory {

    private final CacheStore kept;

    FileNameCache(CacheStore kept) {
        this.kept = kept;
    }

    @Override
    public Optional<List<String>> find(String blob) {
        return kept.find(blob).map(record -> record.all(record::text));
    }

    @Override
    public void keep(String blob, List<String> names) {
        CacheWriter record = new CacheWriter();
        kept.keep(blob, record.all(names, record::text).toBytes());
    }

    void save() {
        kept.save();
    }
}
