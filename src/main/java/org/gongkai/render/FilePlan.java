package org.gongkai.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.io.Memoized;
import org.gongkai.site.SiteFile;

/** Which files a site consists of besides those of its entries, as an earlier build planned them from the same inputs. */
final class FilePlan {

    private static final String RECORD = "plan";

    private FilePlan() {}

    /**
     * Returns the files, which are planned only if the inputs are others or the bytes of a file are wanted.
     *
     * @param cache what an earlier build planned
     * @param inputs identifies all that the files are made of; empty if that is not known
     * @param planning plans the files
     */
    static List<SiteFile> of(CacheStore cache, String inputs, Supplier<List<SiteFile>> planning) {
        Optional<CacheReader> known =
                cache.find(RECORD).filter(in -> !inputs.isEmpty() && in.text().equals(inputs));
        if (known.isPresent()) {
            Supplier<Map<String, SiteFile>> planned = new Memoized<>(
                    () -> planning.get().stream().collect(Collectors.toMap(SiteFile::address, Function.identity())));
            return known.get().all(() -> read(known.get(), inputs, planned));
        }
        List<SiteFile> files =
                planning.get().stream().map(file -> file.of(inputs)).toList();
        if (!inputs.isEmpty()) {
            CacheWriter out = new CacheWriter().text(inputs);
            out.all(files, file -> out.text(file.address())
                    .shared(file.template())
                    .optional(file.listing(), listing -> out.optional(listing.changed(), out::shared)));
            cache.put(RECORD, out.toBytes());
        }
        return files;
    }

    private static SiteFile read(CacheReader in, String inputs, Supplier<Map<String, SiteFile>> planned) {
        String address = in.text();
        return new SiteFile(
                address,
                in.shared(),
                inputs,
                in.optional(() -> new SiteFile.Listing(in.optional(in::shared))),
                () -> planned.get().get(address).content().get());
    }
}
