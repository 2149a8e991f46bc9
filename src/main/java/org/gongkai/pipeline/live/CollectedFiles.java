package org.gongkai.pipeline.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gongkai.cache.CacheStore;
import org.gongkai.io.FileTrees;
import org.gongkai.output.MemoryOutput;
import org.gongkai.pipeline.feature.CollectorPlace;
import org.gongkai.pipeline.feature.EntryCollector;
import org.gongkai.render.SiteFiles.EntryFiles;

/** The files that features make of all entries together. */
final class CollectedFiles {

    private CollectedFiles() {}

    /**
     * Makes the files of a site.
     *
     * @return their bytes by their addresses
     * @throws IOException if a file cannot be read or a temporary one not be written
     */
    static Map<String, byte[]> of(SiteSnapshot snapshot) throws IOException {
        Path folder = Files.createTempDirectory(snapshot.scratch(), "collected-");
        CollectorPlace place = new CollectorPlace(
                snapshot.site(),
                snapshot.context().source(),
                CacheStore.NONE,
                name -> Optional.empty(),
                name -> Optional.of(folder.resolve(name)),
                () -> snapshot.placed().places(snapshot.context().slugs()),
                snapshot.context().slugs(),
                found -> {});
        try (EntryCollector collector = snapshot.placed().collector(place)) {
            snapshot.context().pool().forEach(snapshot.site().items(), item -> {
                EntryFiles entry = snapshot.files().of(item);
                collector.add(item, entry.searchable(), entry.facts().resources());
            });
            MemoryOutput output = new MemoryOutput();
            collector.write(output, snapshot.context().pool());
            return output.bytes();
        } finally {
            FileTrees.delete(folder);
        }
    }
}
