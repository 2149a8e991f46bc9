package org.gongkai.pipeline.feature;

import java.io.IOException;
import java.util.List;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Output;
import org.gongkai.site.Item;
import org.gongkai.site.link.Resource;
import org.gongkai.site.text.SearchableEntry;

/** Collects all entries while their pages are written, and writes files of them. Safe for use by multiple threads. */
public interface EntryCollector extends AutoCloseable {

    /**
     * Adds an entry.
     *
     * @param entry what can be found of it
     * @param resources the files that its page names
     */
    void add(Item item, SearchableEntry entry, List<Resource> resources) throws IOException;

    /** Writes the files; every entry must have been added. */
    void write(Output output, WorkPool pool) throws IOException;

    @Override
    void close() throws IOException;

    /** Does what several do. */
    static EntryCollector of(List<EntryCollector> all) {
        return new EntryCollector() {
            @Override
            public void add(Item item, SearchableEntry entry, List<Resource> resources) throws IOException {
                for (EntryCollector one : all) {
                    one.add(item, entry, resources);
                }
            }

            @Override
            public void write(Output output, WorkPool pool) throws IOException {
                for (EntryCollector one : all) {
                    one.write(output, pool);
                }
            }

            @Override
            public void close() throws IOException {
                for (EntryCollector one : all) {
                    one.close();
                }
            }
        };
    }
}
