package org.gongkai.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.check.AddressCheck;
import org.gongkai.io.Digests;
import org.gongkai.output.AddressRules;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Output;
import org.gongkai.pipeline.cache.PageCache;
import org.gongkai.pipeline.cache.SiteInputs;
import org.gongkai.pipeline.feature.EntryCollector;
import org.gongkai.problem.Problem;
import org.gongkai.render.EntryPart;
import org.gongkai.render.SitePages;
import org.gongkai.render.page.EntryPages.EntryPage;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteFile;
import org.gongkai.site.link.BodyFacts;

/** Writes the pages and files of one audience's site into its output. */
final class SiteWriter {

    private final Site site;
    private final BuildContext context;
    private final SitePages pages;
    private final PageCache cache;
    private final Progress progress;

    private final String siteInputs;

    /** @param siteInputs identifies what pages show of the site, see {@link SiteInputs}; empty if that is not known */
    SiteWriter(
            Site site, BuildContext context, SitePages pages, PageCache cache, Progress progress, String siteInputs) {
        this.siteInputs = siteInputs;
        this.site = site;
        this.context = context;
        this.pages = pages;
        this.cache = cache;
        this.progress = progress;
    }

    /**
     * Writes the page of every entry and the files that belong to it.
     *
     * @param collector receives what can be found of it
     * @param stored whether the bytes of files matter; if not, no picture is scaled
     * @return the facts about each body, by the path of its entry
     */
    Map<String, BodyFacts> writeEntries(Output output, EntryCollector collector, boolean stored) {
        Map<String, BodyFacts> bodies = new ConcurrentHashMap<>();
        context.forEachEntry(site.items(), item -> {
            EntryPage page = pages.entries().prepare(item);
            write(output, pages.page(item, page));
            for (SiteFile file : pages.files(page.facts().resources())) {
                write(output, stored ? file : file.withoutBytes());
            }
            bodies.put(page.facts().path(), page.facts());
            collector.add(item, page.searchable(), page.facts().resources());
            progress.advanced("生成条目", site.items().size());
        });
        return bodies;
    }

    private void write(Output output, SiteFile file) throws IOException {
        if (cache.reuse(file, output)) {
            return;
        }
        SiteFile.Content content = file.content().get();
        String key = cache.isEnabled() ? content.fingerprint().get() : "";
        if (key.isEmpty() || !cache.reuse(file, key, output)) {
            Optional<SiteFile.Original> original = content.original();
            FileDigest digest = original.isPresent()
                    ? copy(output, file.address(), original.get())
                    : output.write(file.address(), content.bytes().get());
            if (cache.isEnabled()) {
                cache.record(file, key, digest);
            }
        }
    }

    private static FileDigest copy(Output output, String address, SiteFile.Original original) throws IOException {
        try (InputStream in = original.open()) {
            FileDigest digest = output.copy(address, in);
            OptionalLong size = original.size();
            if (size.isPresent() && !digest.sha256().isEmpty() && digest.size() != size.getAsLong()) {
                throw new FileSystemException(address, null, "正在生成站点的时候被改动了，请再运行一次");
            }
            return digest;
        }
    }

    /**
     * Writes what features add to the files of entries, after the pages of all entries: an earlier version may show the
     * files that the current version names, and no others.
     *
     * @param bodies the facts about each body, by the path of its entry
     * @param all whether to write all; otherwise only those of one entry, which suffices to check the templates
     * @return the number of pages
     */
    int writeParts(Output output, Map<String, BodyFacts> bodies, boolean all) {
        AtomicInteger count = new AtomicInteger();
        for (EntryPart part : pages.entryParts()) {
            List<Item> items = site.items().stream().filter(part::has).toList();
            int wanted = all ? items.size() : Math.min(1, items.size());
            context.forEachEntry(items.subList(0, wanted), item -> {
                List<SiteFile> files =
                        part.files(item, bodies.get(item.entry().path()).resources());
                for (SiteFile file : files) {
                    write(output, file);
                }
                count.addAndGet(pages(files));
            });
            items.subList(wanted, items.size())
                    .forEach(item -> part.retain(item).forEach(cache::retain));
        }
        return count.get();
    }

    /**
     * Returns every other file but the assets.
     *
     * @param bodies the facts about each body, by the path of its entry
     */
    List<SiteFile> planOthers(Map<String, BodyFacts> bodies) {
        return pages.others(
                item -> Optional.ofNullable(bodies.get(item.entry().path()))
                        .map(BodyFacts::summary)
                        .orElse(""),
                item -> Optional.empty(),
                inputs(bodies));
    }

    /**
     * Writes other files and the assets.
     *
     * @return the number of pages; 0 if two files of the site would have the same address, which is reported
     */
    int writeOthers(Output output, List<SiteFile> files) {
        List<SiteFile> assets = pages.assets();
        List<String> own = new ArrayList<>(List.of("manifest.json"));
        assets.forEach(file -> own.add(file.address()));
        output.files().forEach(file -> own.add(file.path()));
        files.stream().filter(file -> !file.template().equals("redirect.ftl")).forEach(file -> own.add(file.address()));
        List<Problem> clashes = new AddressCheck(AddressRules::violation).check(site, own);
        clashes.forEach(context.problems());
        if (!clashes.isEmpty()) {
            return 0;
        }
        context.pool().forEach(files, file -> {
            write(output, file);
            progress.advanced("生成列表", files.size());
        });
        context.pool().forEach(assets, file -> write(output, file));
        return pages(files);
    }

    private static int pages(List<SiteFile> files) {
        return (int)
                files.stream().filter(file -> file.address().endsWith(".html")).count();
    }

    /** Identifies what files are made of that show summaries of entries; empty if that is not known. */
    private String inputs(Map<String, BodyFacts> bodies) {
        if (siteInputs.isEmpty()) {
            return "";
        }
        MessageDigest digest = Digests.sha256();
        Digests.addLine(digest, siteInputs);
        new TreeMap<>(bodies).forEach((path, facts) -> Digests.addLine(digest, path + "\n" + facts.summary()));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Saves what this build made for later ones; to be called only if it has not failed. */
    void saveCache() {
        cache.save(pages.reads());
    }
}
