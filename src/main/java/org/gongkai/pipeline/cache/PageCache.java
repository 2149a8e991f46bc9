package org.gongkai.pipeline.cache;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Output;
import org.gongkai.site.SiteFile;

/**
 * The pages of earlier builds: for each address a fingerprint of the page's input and a digest of its bytes. A page
 * whose input is unchanged is neither rendered nor written. Safe for use by multiple threads.
 */
public final class PageCache {

    private final CacheStore store;
    private final CachedRecords<Page> pages;
    private final CachedRecords<Reads> readsBefore;
    private final Function<Set<String>, String> site;
    private final Map<String, String> siteNow = new ConcurrentHashMap<>();
    private final Map<String, Page> now = new ConcurrentHashMap<>();

    /**
     * A page of an earlier build or this one.
     *
     * @param site fingerprint of what its template read of the site; empty if it is to be recorded anew
     * @param template its template; empty for a file that was copied
     * @param inputs identifies its inputs; empty if they were not known before its content was gathered
     * @param fingerprint fingerprint of its content; empty if it has none
     * @param digest digest of its bytes
     */
    private record Page(String site, String template, String inputs, String fingerprint, FileDigest digest) {}

    /** The names of the parts of the site that a template has read. */
    private record Reads(Set<String> names) {}

    /**
     * @param site computes the fingerprint of the parts of the site that a template read, from their names
     */
    public PageCache(CacheStore store, Function<Set<String>, String> site) {
        this.store = store;
        this.pages = store.records("page ", Page.class);
        this.readsBefore = store.records("reads ", Reads.class);
        this.site = site;
    }

    /** Whether anything is or will be cached; if not, fingerprints are not needed. */
    public boolean isEnabled() {
        return store.isEnabled();
    }

    /**
     * Reuses a file of an earlier build, if its known inputs are unchanged and the previous output still holds its
     * bytes.
     *
     * @return whether the file is now part of the output
     */
    public boolean reuse(SiteFile file, Output output) throws IOException {
        return !file.inputs().isEmpty() && reuse(file, page -> page.inputs().equals(file.inputs()), output);
    }

    /**
     * Reuses a file of an earlier build, if its content is unchanged and the previous output still holds its bytes.
     *
     * @param fingerprint the fingerprint of its content
     * @return whether the file is now part of the output
     */
    public boolean reuse(SiteFile file, String fingerprint, Output output) throws IOException {
        return reuse(file, page -> page.fingerprint().equals(fingerprint), output);
    }

    private boolean reuse(SiteFile file, Predicate<Page> isSame, Output output) throws IOException {
        Optional<Page> before = pages.find(file.address())
                .filter(page -> page.template().equals(file.template()))
                .filter(page -> page.site().equals(siteNow(file.template())))
                .filter(isSame);
        if (before.isEmpty() || !output.reuse(file.address(), before.get().digest())) {
            return false;
        }
        Page page = before.get();
        String shown = page.inputs().equals(file.inputs()) ? page.site() : "";
        now.put(file.address(), new Page(shown, page.template(), file.inputs(), page.fingerprint(), page.digest()));
        return true;
    }

    /** Records a file that this build made, unless neither its inputs nor its fingerprint are known. */
    public void record(SiteFile file, String fingerprint, FileDigest digest) {
        if (!file.inputs().isEmpty() || !fingerprint.isEmpty()) {
            now.put(file.address(), new Page("", file.template(), file.inputs(), fingerprint, digest));
        }
    }

    /** Retains the cache entry of a page that this build did not render. */
    public void retain(String address) {
        pages.retain(address);
    }

    /**
     * Saves what was recorded; to be called only if the build has not failed.
     *
     * @param read names of the parts of the site that each template read in this build
     */
    public void save(Map<String, Set<String>> read) {
        Map<String, String> sites = new HashMap<>();
        Set<String> templates = new TreeSet<>(read.keySet());
        now.values().forEach(page -> templates.add(page.template()));
        for (String template : templates) {
            // One list for all pages of a template: names that a page did not read cause a rebuild at worst.
            Set<String> all = new TreeSet<>(reads(template));
            if (all.addAll(read.getOrDefault(template, Set.of()))) {
                readsBefore.put(template, new Reads(all));
            }
            sites.put(template, site.apply(all));
        }
        now.forEach((address, page) -> {
            String shown = sites.get(page.template());
            if (!page.site().equals(shown)) {
                pages.put(address, new Page(shown, page.template(), page.inputs(), page.fingerprint(), page.digest()));
            }
        });
        store.save();
    }

    private String siteNow(String template) {
        return siteNow.computeIfAbsent(template, name -> site.apply(reads(name)));
    }

    private Set<String> reads(String template) {
        return readsBefore.find(template).map(Reads::names).orElse(Set.of());
    }
}
