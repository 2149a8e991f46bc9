package org.gongkai.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gongkai.build.cache.PageCache;
import org.gongkai.check.AddressCheck;
import org.gongkai.output.AddressRules;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Output;
import org.gongkai.problem.Problem;
import org.gongkai.register.Register;
import org.gongkai.register.calendar.SiteCalendars;
import org.gongkai.register.export.RegisterFiles;
import org.gongkai.register.export.RegisterFiles.RegisterFile;
import org.gongkai.render.SitePages;
import org.gongkai.render.history.HistoryPages.EntryHistory;
import org.gongkai.render.history.HistoryPages.HistoryPage;
import org.gongkai.render.history.VersionChange;
import org.gongkai.render.model.Page;
import org.gongkai.render.page.EntryPages;
import org.gongkai.render.page.EntryPages.EntryPage;
import org.gongkai.render.picture.PublishedPictures;
import org.gongkai.render.picture.PublishedPictures.PublishedFile;
import org.gongkai.render.theme.Assets;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.Resource;

/** Writes the pages and files of one audience's site into its output. */
final class SiteWriter {

    /** Stands for the template of files that are made without one. */
    private static final String NO_TEMPLATE = "";

    private final Site site;
    private final List<Register> registers;
    private final BuildContext context;
    private final SitePages pages;
    private final PageCache cache;
    private final Progress progress;

    /** @param registers the registers of the site; those without rows are not written */
    SiteWriter(
            Site site,
            List<Register> registers,
            BuildContext context,
            SitePages pages,
            PageCache cache,
            Progress progress) {
        this.site = site;
        this.registers =
                registers.stream().filter(register -> !register.isEmpty()).toList();
        this.context = context;
        this.pages = pages;
        this.cache = cache;
        this.progress = progress;
    }

    /**
     * Writes the page of every entry and the files that belong to it.
     *
     * @param search receives what can be found of it
     * @param stored whether the bytes of files matter; if not, no picture is scaled
     * @return the facts about each body, by the path of its entry
     */
    Map<String, BodyFacts> writeEntries(Output output, SiteSearch search, boolean stored) {
        Map<String, BodyFacts> bodies = new ConcurrentHashMap<>();
        context.forEachEntry(site.items(), item -> {
            EntryPage page = pages.entries().prepare(item);
            write(output, item.address(), EntryPages.TEMPLATE, page.fingerprint(), page.html());
            for (Resource resource : page.facts().resources()) {
                if (PublishedPictures.isPicture(resource.file())) {
                    writePicture(output, resource, page.facts().resources(), stored);
                } else {
                    copy(output, resource);
                }
            }
            bodies.put(page.facts().path(), page.facts());
            search.add(item, page.searchable());
            progress.advanced("生成条目", site.items().size());
        });
        return bodies;
    }

    private void write(
            Output output, String address, String template, Supplier<String> fingerprint, Supplier<byte[]> html)
            throws IOException {
        if (!cache.isEnabled()) {
            output.write(address, html.get());
            return;
        }
        String key = fingerprint.get();
        if (!cache.reuse(address, template, key, output)) {
            cache.record(address, template, key, output.write(address, html.get()));
        }
    }

    private void copy(Output output, Resource resource) throws IOException {
        String version = cache.isEnabled() ? context.source().version(resource.file()) : "";
        if (version.isEmpty() || !cache.reuse(resource.address(), NO_TEMPLATE, version, output)) {
            try (InputStream in = context.source().open(resource.file())) {
                FileDigest digest = output.copy(resource.address(), in);
                if (!digest.sha256().isEmpty()
                        && digest.size() != resource.file().size()) {
                    throw new FileSystemException(resource.file().path(), null, "正在生成站点的时候被改动了，请再运行一次");
                }
                cache.record(resource.address(), NO_TEMPLATE, version, digest);
            }
        }
    }

    /**
     * The pages of histories that were written.
     *
     * @param pages the number of pages
     * @param changes how much the versions of an entry changed, by the path of the entry and the number of the version
     */
    record WrittenHistories(int pages, Map<String, Map<Integer, VersionChange>> changes) {}

    /**
     * Writes the pages of the histories, after those of the entries: an earlier version may show the files that the
     * current version names, and no others.
     *
     * @param bodies the facts about each body, by the path of its entry
     * @param all whether to write all; otherwise only those of one entry, which suffices to check the templates
     */
    WrittenHistories writeHistories(Output output, Map<String, BodyFacts> bodies, boolean all) {
        AtomicInteger count = new AtomicInteger();
        Map<String, Map<Integer, VersionChange>> changes = new ConcurrentHashMap<>();
        List<Item> items = site.items().stream().filter(pages.histories()::has).toList();
        int wanted = all ? items.size() : Math.min(1, items.size());
        context.forEachEntry(items.subList(0, wanted), item -> {
            EntryHistory history = pages.histories()
                    .pages(item, bodies.get(item.entry().path()).resources());
            for (HistoryPage page : history.pages()) {
                write(output, page.address(), page.template(), page.fingerprint(), page.html());
            }
            if (!history.changes().isEmpty()) {
                changes.put(item.entry().path(), history.changes());
            }
            count.addAndGet(history.pages().size());
        });
        items.subList(wanted, items.size())
                .forEach(item -> pages.histories().retain(item).forEach(cache::retain));
        return new WrittenHistories(count.get(), changes);
    }

    /**
     * Writes every other page and the assets.
     *
     * @param bodies the facts about each body, by the path of its entry
     * @param changes how much the versions of an entry changed, as in {@link WrittenHistories}
     * @return the number of pages; 0 if two files would have the same address, which is reported
     */
    int writeOthers(Output output, Map<String, BodyFacts> bodies, Map<String, Map<Integer, VersionChange>> changes) {
        Assets assets = new Assets(context.source());
        List<Page> plan = pages.plan(bodies, changes);
        List<String> own = new ArrayList<>(assets.files().keySet());
        own.add("manifest.json");
        output.files().forEach(file -> own.add(file.path()));
        plan.stream().filter(page -> !page.template().equals("redirect.ftl")).forEach(page -> own.add(page.address()));
        List<Problem> clashes = new AddressCheck(AddressRules::violation).check(site, own);
        clashes.forEach(context.problems());
        if (!clashes.isEmpty()) {
            return 0;
        }
        context.pool().forEach(plan, page -> {
            Map<String, Object> variables = page.model().get();
            write(
                    output,
                    page.address(),
                    page.template(),
                    () -> pages.fingerprint(variables),
                    () -> pages.render(page.template(), variables));
            progress.advanced("生成列表", plan.size());
        });
        context.pool().forEach(registers, register -> {
            for (RegisterFile file : RegisterFiles.of(register)) {
                write(output, file.address(), NO_TEMPLATE, file::fingerprint, file.bytes());
            }
        });
        if (!registers.isEmpty()) {
            writeFiles(output, new SiteCalendars(site, registers).files());
        }
        context.pool().forEach(assets.files().entrySet(), asset -> copy(output, asset.getKey(), asset.getValue()));
        return (int)
                plan.stream().filter(page -> page.address().endsWith(".html")).count();
    }

    private static void writeFiles(Output output, Map<String, byte[]> files) {
        files.forEach((address, content) -> {
            try {
                output.write(address, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void writePicture(Output output, Resource picture, List<Resource> resources, boolean stored)
            throws IOException {
        String version = cache.isEnabled() ? context.source().version(picture.file()) : "";
        for (PublishedFile file : pages.pictures().files(picture, resources)) {
            String key = version.isEmpty() ? "" : version + " " + file.form();
            if (key.isEmpty() || !cache.reuse(file.address(), NO_TEMPLATE, key, output)) {
                byte[] bytes = stored ? file.bytes().get() : new byte[0];
                cache.record(file.address(), NO_TEMPLATE, key, output.write(file.address(), bytes));
            }
        }
    }

    private static void copy(Output output, String address, Assets.Content content) throws IOException {
        try (InputStream in = content.open()) {
            output.copy(address, in);
        }
    }

    /** Saves what this build made for later ones; to be called only if it has not failed. */
    void saveCache() {
        cache.save(pages.reads());
    }
}
