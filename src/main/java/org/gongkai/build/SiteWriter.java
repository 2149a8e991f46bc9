package org.gongkai.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gongkai.check.AddressCheck;
import org.gongkai.check.AnchorCheck;
import org.gongkai.check.rule.SiteRule;
import org.gongkai.check.rule.WholeSite;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.WorkPool;
import org.gongkai.output.AddressRules;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Output;
import org.gongkai.problem.Problem;
import org.gongkai.render.SitePages;
import org.gongkai.render.history.HistoryPages.EntryHistory;
import org.gongkai.render.history.HistoryPages.HistoryPage;
import org.gongkai.render.model.Page;
import org.gongkai.render.page.EntryPages;
import org.gongkai.render.page.EntryPages.EntryPage;
import org.gongkai.render.theme.Assets;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.Resource;

/** Writes the pages and files of one audience's site into its staged output. */
final class SiteWriter {

    /** In the place of a template, for files that are taken over as they are. */
    private static final String COPIED = "";

    private final Site site;
    private final SourceTree source;
    private final SitePages pages;
    private final PageCache kept;
    private final WorkPool pool;
    private final Progress progress;
    private final Consumer<Problem> problems;
    private final Map<String, BodyFacts> bodies = new ConcurrentHashMap<>();
    private final Map<String, Map<Integer, String>> amounts = new ConcurrentHashMap<>();

    SiteWriter(
            Site site,
            SourceTree source,
            SitePages pages,
            PageCache kept,
            WorkPool pool,
            Progress progress,
            Consumer<Problem> problems) {
        this.site = site;
        this.source = source;
        this.pages = pages;
        this.kept = kept;
        this.pool = pool;
        this.progress = progress;
        this.problems = problems;
    }

    /**
     * Converts every body only to find its problems; for a site that cannot be written as it is, and for entries whose
     * day has not come: their mistakes must be told while somebody is looking.
     */
    void checkBodies(Collection<Item> items) {
        pool.forEach(items, item -> {
            BodyFacts facts = pages.entries().check(item);
            bodies.put(facts.path(), facts);
        });
    }

    /** Writes the page of every entry and the files that go with it. */
    void writeEntries(Output output) {
        pool.forEach(site.items(), item -> {
            EntryPage page = pages.entries().prepare(item);
            write(output, item.address(), EntryPages.TEMPLATE, page.fingerprint(), page.html());
            for (Resource resource : page.facts().resources()) {
                copy(output, resource);
            }
            bodies.put(page.facts().path(), page.facts());
            progress.advanced("生成条目", site.items().size());
        });
    }

    private void write(
            Output output, String address, String template, Supplier<String> fingerprint, Supplier<byte[]> html)
            throws IOException {
        if (!kept.keeps()) {
            output.write(address, html.get());
            return;
        }
        String print = fingerprint.get();
        if (!kept.keep(address, template, print, output)) {
            kept.made(address, template, print, output.write(address, html.get()));
        }
    }

    private void copy(Output output, Resource resource) throws IOException {
        String version = kept.keeps() ? source.version(resource.file()) : "";
        if (version.isEmpty() || !kept.keep(resource.address(), COPIED, version, output)) {
            try (InputStream in = source.open(resource.file())) {
                FileDigest seal = output.copy(resource.address(), in);
                if (!seal.sha256().isEmpty() && seal.size() != resource.file().size()) {
                    throw new FileSystemException(resource.file().path(), null, "正在生成站点的时候被改动了，请再运行一次");
                }
                kept.made(resource.address(), COPIED, version, seal);
            }
        }
    }

    /**
     * Writes the pages of the histories; those of entries come first, because a version of the past may show the files
     * that the version of today names, and no others.
     *
     * @param all whether all are wanted; a check is content with the first ones, which show whether the templates are right
     * @return how many pages
     */
    int writeHistories(Output output, boolean all) {
        AtomicInteger count = new AtomicInteger();
        List<Item> items = site.items().stream().filter(pages.histories()::has).toList();
        int wanted = all ? items.size() : Math.min(1, items.size());
        pool.forEach(items.subList(0, wanted), item -> {
            EntryHistory history = pages.histories()
                    .pages(item, bodies.get(item.entry().path()).resources());
            for (HistoryPage page : history.pages()) {
                write(output, page.address(), page.template(), page.fingerprint(), page.html());
            }
            if (!history.amounts().isEmpty()) {
                amounts.put(item.entry().path(), history.amounts());
            }
            count.addAndGet(history.pages().size());
        });
        items.subList(wanted, items.size())
                .forEach(item -> pages.histories().retain(item).forEach(kept::retain));
        return count.get();
    }

    /** What is known of the bodies that were written or checked. */
    Collection<BodyFacts> bodies() {
        return List.copyOf(bodies.values());
    }

    /**
     * Tells the problems that show only when all bodies are known.
     *
     * @param formerNumbers whose an index number was in former commits
     */
    void checkTogether(List<Entry> entries, Map<String, String> formerNumbers, List<SiteRule> rules) {
        new AnchorCheck().check(bodies.values()).forEach(problems);
        Set<String> named = new HashSet<>();
        bodies.values().forEach(body -> named.addAll(body.named()));
        WholeSite whole = new WholeSite(entries, source, named, bodies.keySet(), formerNumbers);
        pool.forEach(rules, rule -> rule.check(whole, problems));
    }

    /**
     * Writes every other page and the assets.
     *
     * @return how many pages
     */
    int writeOthers(Output output) {
        Assets assets = new Assets(source);
        List<Page> plan = pages.plan(bodies, amounts);
        List<String> own = new ArrayList<>(assets.files().keySet());
        own.add("manifest.json");
        output.files().forEach(file -> own.add(file.path()));
        plan.stream().filter(page -> !page.template().equals("redirect.ftl")).forEach(page -> own.add(page.address()));
        List<Problem> clashes = new AddressCheck(AddressRules::violation).check(site, own);
        clashes.forEach(problems);
        if (!clashes.isEmpty()) {
            return 0;
        }
        pool.forEach(plan, page -> {
            Map<String, Object> variables = page.model().get();
            write(
                    output,
                    page.address(),
                    page.template(),
                    () -> pages.fingerprint(variables),
                    () -> pages.render(page.template(), variables));
            progress.advanced("生成列表", plan.size());
        });
        pool.forEach(assets.files().entrySet(), asset -> copy(output, asset.getKey(), asset.getValue()));
        return (int)
                plan.stream().filter(page -> page.address().endsWith(".html")).count();
    }

    private static void copy(Output output, String address, Assets.Content content) throws IOException {
        try (InputStream in = content.open()) {
            output.copy(address, in);
        }
    }

    /** Keeps for later builds what this one made, once everything is known to be right. */
    void keep() {
        kept.save(pages.reads());
    }
}
