package org.gongkai.build.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.build.AudienceBuild;
import org.gongkai.build.BuildContext;
import org.gongkai.build.PlacedSite;
import org.gongkai.build.SiteSearch;
import org.gongkai.cache.CacheStore;
import org.gongkai.io.FileTrees;
import org.gongkai.io.Lazy;
import org.gongkai.output.MemoryOutput;
import org.gongkai.register.Register;
import org.gongkai.register.calendar.SiteCalendars;
import org.gongkai.register.export.RegisterFiles;
import org.gongkai.search.SearchIndex;

/** The files of a site that are computed from all entries: registers, calendars and the search index. */
final class DerivedFiles {

    private final BuildContext context;
    private final PlacedSite placed;
    private final AudienceBuild build;
    private final Path parent;
    private final Lazy<Map<String, byte[]>> registers = new Lazy<>(this::registers);
    private final Lazy<Map<String, byte[]>> search = new Lazy<>(this::search);

    /** @param parent an existing folder for temporary files */
    DerivedFiles(BuildContext context, PlacedSite placed, AudienceBuild build, Path parent) {
        this.context = context;
        this.placed = placed;
        this.build = build;
        this.parent = parent;
    }

    /** @throws IOException if a file cannot be read, or the disk has no room for the work on the index */
    Optional<byte[]> file(String address) throws IOException {
        Lazy<Map<String, byte[]>> files = address.startsWith(SearchIndex.FOLDER) ? search : registers;
        return Optional.ofNullable(files.get().get(address));
    }

    private Map<String, byte[]> registers() {
        List<Register> filled = placed.publishedRegisters().stream()
                .filter(register -> !register.isEmpty())
                .toList();
        Map<String, byte[]> files = new HashMap<>();
        filled.stream()
                .flatMap(register -> RegisterFiles.of(register).stream())
                .forEach(file -> files.put(file.address(), file.bytes().get()));
        if (!filled.isEmpty()) {
            files.putAll(new SiteCalendars(placed.site(), filled).files());
        }
        return files;
    }

    private Map<String, byte[]> search() throws IOException {
        Path scratch = Files.createTempDirectory(parent, "search-");
        try (SiteSearch index =
                SiteSearch.open(placed.site(), CacheStore.NONE, Optional.empty(), Optional.of(scratch), found -> {})) {
            context.pool()
                    .forEach(
                            placed.site().items(),
                            item -> index.add(
                                    item, build.pages().entries().prepare(item).searchable()));
            MemoryOutput output = new MemoryOutput();
            index.write(output, context.pool());
            return output.bytes();
        } finally {
            FileTrees.delete(scratch);
        }
    }
}
