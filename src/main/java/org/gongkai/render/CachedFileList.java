package org.gongkai.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongkai.cache.CacheStore;
import org.gongkai.io.Memoized;
import org.gongkai.site.SiteFile;

/**
 * Which files a site consists of besides those of its entries, as an earlier build planned them from the same inputs.
 */
final class CachedFileList {

    /** @param files in their order */
    private record Planned(List<PlannedFile> files) {}

    /** A file as in {@link SiteFile}, without what it is made of. */
    private record PlannedFile(String address, String template, Optional<SiteFile.Listing> listing) {}

    private CachedFileList() {}

    /**
     * Returns the files, which are planned only if the inputs are others or the bytes of a file are wanted.
     *
     * @param cache what an earlier build planned
     * @param inputs identifies all that the files are made of; empty if that is not known
     * @param planning plans the files
     */
    static List<SiteFile> of(CacheStore cache, String inputs, Supplier<List<SiteFile>> planning) {
        Supplier<List<SiteFile>> all = new Memoized<>(planning);
        Supplier<Map<String, SiteFile>> planned = new Memoized<>(() -> all.get().stream()
                .collect(Collectors.toMap(SiteFile::address, Function.identity(), (first, same) -> first)));
        return cache
                .records("", Planned.class)
                .of(
                        "plan",
                        inputs,
                        () -> new Planned(all.get().stream()
                                .map(file -> new PlannedFile(file.address(), file.template(), file.listing()))
                                .toList()))
                .files()
                .stream()
                .map(file -> new SiteFile(file.address(), file.template(), inputs, file.listing(), () -> planned.get()
                        .get(file.address())
                        .content()
                        .get()))
                .toList();
    }
}
