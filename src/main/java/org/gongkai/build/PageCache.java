package org.gongkai.build;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Output;

/**
 * What earlier builds made, by addresses: of what each page was made, and by what its bytes are known again. A page that would
 * be made of the same is neither rendered nor written. Safe for many threads.
 */
final class PageCache {

    private static final String READS = "reads ";
    private static final String PAGE = "page ";

    private final CacheStore records;
    private final Function<Set<String>, String> site;
    private final Map<String, Set<String>> reads = new ConcurrentHashMap<>();
    private final Map<String, String> siteNow = new ConcurrentHashMap<>();
    private final Map<String, Page> now = new ConcurrentHashMap<>();

    /**
     * A page of an earlier build or this one.
     *
     * @param template its template; empty for a file that was copied
     * @param fingerprint of what it was made from
     * @param isNew whether this build made it
     */
    private record Page(String template, String fingerprint, FileDigest seal, boolean isNew) {}

    /**
     * @param site the fingerprint of parts of the site, by the names of what templates read
     */
    PageCache(CacheStore records, Function<Set<String>, String> site) {
        this.records = records;
        this.site = site;
    }

    /** Whether anything is known or will be kept; if not, no fingerprint need be taken. */
    boolean keeps() {
        return records.keeps();
    }

    /** Whether a page that is made of this stands in an output already; it is then a part of it. */
    boolean keep(String address, String template, String fingerprint, Output output) throws IOException {
        Optional<CacheReader> record = records.find(PAGE + address);
        if (record.isEmpty()) {
            return false;
        }
        CacheReader in = record.get();
        if (!in.text().equals(template)
                || !in.text().equals(fingerprint)
                || !in.text().equals(siteNow(template))) {
            return false;
        }
        FileDigest seal = new FileDigest(in.number(), in.text(), in.number());
        if (!output.reuse(address, seal, content -> {})) {
            return false;
        }
        now.put(address, new Page(template, fingerprint, seal, false));
        return true;
    }

    /** Takes note of a page that was made. */
    void made(String address, String template, String fingerprint, FileDigest seal) {
        now.put(address, new Page(template, fingerprint, seal, true));
    }

    /** Goes on knowing a page that this build did not need. */
    void retain(String address) {
        records.find(PAGE + address);
    }

    /**
     * Keeps all that was made, once everything is known to be right.
     *
     * @param read what each template has read of the site in this run
     */
    void save(Map<String, Set<String>> read) {
        Map<String, String> sites = new HashMap<>();
        Set<String> templates = new TreeSet<>(read.keySet());
        now.values().forEach(page -> templates.add(page.template()));
        for (String template : templates) {
            // Reading more than a page did does no harm, so one list serves all pages of a template.
            Set<String> all = new TreeSet<>(reads(template));
            if (all.addAll(read.getOrDefault(template, Set.of()))) {
                CacheWriter out = new CacheWriter();
                out.all(all, out::text);
                records.keep(READS + template, out.toBytes());
            }
            sites.put(template, site.apply(all));
        }
        now.forEach((address, page) -> {
            String shown = sites.get(page.template());
            if (page.isNew() || !shown.equals(siteNow(page.template()))) {
                records.keep(PAGE + address, record(page, shown));
            }
        });
        records.save();
    }

    private static byte[] record(Page page, String shown) {
        return new CacheWriter()
                .text(page.template())
                .text(page.fingerprint())
                .text(shown)
                .number(page.seal().size())
                .text(page.seal().sha256())
                .number(page.seal().crc32c())
                .toBytes();
    }

    private String siteNow(String template) {
        return siteNow.computeIfAbsent(template, name -> site.apply(reads(name)));
    }

    private Set<String> reads(String template) {
        return reads.computeIfAbsent(template, name -> records.find(READS + name)
                .<Set<String>>map(in -> new HashSet<>(in.all(in::text)))
                .orElse(Set.of()));
    }
}
