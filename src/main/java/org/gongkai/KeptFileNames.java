package org.gongkai;

import java.util.List;
import java.util.Optional;
import org.gongkai.kept.KeptRecords;
import org.gongkai.kept.RecordWriter;
import org.gongkai.revision.FileNames;

/** What texts that were committed name as files, kept between runs: a text that was committed never changes. */
final class KeptFileNames implements FileNames.Memory {

    private final KeptRecords kept;

    KeptFileNames(KeptRecords kept) {
        this.kept = kept;
    }

    @Override
    public Optional<List<String>> find(String blob) {
        return kept.find(blob).map(record -> record.all(record::text));
    }

    @Override
    public void keep(String blob, List<String> names) {
        RecordWriter record = new RecordWriter();
        kept.keep(blob, record.all(names, record::text).toBytes());
    }

    void save() {
        kept.save();
    }
}
