package org.gongkai.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.check.PreviousAddressCheck;
import org.gongkai.output.AddressRules;
import org.gongkai.output.Manifest;
import org.gongkai.output.Output;
import org.gongkai.pipeline.Build.Progress;
import org.gongkai.pipeline.cache.PageCache;
import org.gongkai.pipeline.feature.EntryCollector;
import org.gongkai.problem.Problem;
import org.gongkai.render.FeaturePages.FeatureEntryFiles;
import org.gongkai.render.SiteFiles;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteFile;
import org.gongkai.site.link.BodyFacts;

/** Writes the pages and files of one audience's site into its output. */
record SiteWriter(Site site, BuildContext context, SiteFiles files, PageCache cache, Progress progress) {

    /**
     * Writes the page of every entry and the files that belong to it.
     *
     * @param collector receives what can be found of it
     * @param stored whether the bytes of files matter; if not, no picture is scaled
     * @return the facts about each body, by the path of its entry
     */
    Map<String, BodyFacts> writeEntries(Output output, EntryCollector collector, boolean stored) {
        Map<String, BodyFacts> bodies = new ConcurrentHashMap<>();
        SiteFileWriter writer = new SiteFileWriter(output, cache);
        context.forEachEntry(site.items(), item -> {
            SiteFiles.EntryFiles entry = files.of(item);
            writer.write(entry.page());
            for (SiteFile file : entry.named()) {
                writer.write(stored ? file : file.withoutBytes());
            }
            bodies.put(entry.facts().path(), entry.facts());
            collector.add(item, entry.searchable(), entry.facts().resources());
            progress.advanced("生成条目", site.items().size());
        });
        return bodies;
    }

    /**
     * Writes what features add to the files of entries, after the pages of all entries: an earlier version may show the
     * files that the current version names, and no others.
     *
     * @param all whether to write all; otherwise only those of one entry, which suffices to check the templates
     * @return the number of pages
     */
    int writeParts(Output output, boolean all) {
        AtomicInteger count = new AtomicInteger();
        SiteFileWriter writer = new SiteFileWriter(output, cache);
        for (FeatureEntryFiles part : files.entryParts()) {
            List<Item> items = site.items().stream().filter(part::has).toList();
            int wanted = all ? items.size() : Math.min(1, items.size());
            context.forEachEntry(items.subList(0, wanted), item -> {
                List<SiteFile> added = part.files(item, files.facts(item).resources());
                for (SiteFile file : added) {
                    writer.write(file);
                }
                count.addAndGet(pages(added));
            });
            items.subList(wanted, items.size())
                    .forEach(item -> part.retain(item).forEach(cache::retain));
        }
        return count.get();
    }

    /** Writes other files but redirects, and returns the number of pages. */
    int writeOthers(Output output, List<SiteFile> others) {
        List<SiteFile> lists = others.stream().filter(file -> !isRedirect(file)).toList();
        SiteFileWriter writer = new SiteFileWriter(output, cache);
        context.pool().forEach(lists, file -> {
            writer.write(file);
            progress.advanced("生成列表", lists.size());
        });
        return pages(lists);
    }

    /**
     * Writes the assets and, when all files that are no redirects have been written, those.
     *
     * @return the number of pages; 0 if a redirect would have the address of another file, which is reported
     */
    int writeRedirects(Output output, List<SiteFile> others) {
        writeAll(output, files.assets());
        List<String> own = new ArrayList<>(List.of(Manifest.NAME));
        output.files().forEach(file -> own.add(file.path()));
        List<Problem> clashes = new PreviousAddressCheck(AddressRules::violation).check(site, own);
        clashes.forEach(context.problems());
        List<SiteFile> redirects = others.stream()
                .filter(file -> clashes.isEmpty() && isRedirect(file))
                .toList();
        writeAll(output, redirects);
        return pages(redirects);
    }

    private static boolean isRedirect(SiteFile file) {
        return file.template().equals("redirect.ftl");
    }

    void writeAll(Output output, List<SiteFile> few) {
        context.pool().forEach(few, new SiteFileWriter(output, cache)::write);
    }

    private static int pages(List<SiteFile> files) {
        return (int)
                files.stream().filter(file -> file.address().endsWith(".html")).count();
    }

    /** Saves what this build made for later ones; to be called only if it has not failed. */
    void saveCache() {
        cache.save(files.reads());
    }
}
