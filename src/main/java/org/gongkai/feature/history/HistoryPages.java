package org.gongkai.feature.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.feature.history.Comparisons.VersionChange;
import org.gongkai.feature.history.VersionOpener.OpenedVersion;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.history.versions.Versions;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.io.Memoized;
import org.gongkai.render.FeaturePages.FeatureContext;
import org.gongkai.render.FeaturePages.FeatureEntryFiles;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.Item;
import org.gongkai.site.SiteFile;
import org.gongkai.site.link.BodyFacts.Resource;

/** Renders the history of an entry: the list of its versions, and each version that may be read. */
final class HistoryPages implements FeatureEntryFiles {

    private static final String LIST = "history.ftl";
    private static final String VERSION = "version.ftl";

    private final SiteModel site;
    private final FeatureContext context;
    private final PageRenderer renderer;
    private final PublicHistory history;
    private final Memoized<Tools> tools;
    /** How much the versions of an entry changed that have been rendered, by its path. */
    private final Map<String, Map<Integer, VersionChange>> changes = new ConcurrentHashMap<>();

    HistoryPages(FeatureContext context) {
        this.site = context.model();
        this.history = context.history();
        this.renderer = context.renderer();
        this.context = context;
        this.tools = new Memoized<>(() -> Tools.of(context));
    }

    /** What makes pages of versions; not needed if no entry has more than one. */
    private record Tools(
            HistoryModel model, VersionOpener opener, Comparisons comparisons, ReplacementPages replacements) {

        static Tools of(FeatureContext context) {
            HistoryModel model = new HistoryModel(context.model(), context.history());
            Comparisons comparisons = new Comparisons(context.rendering().cache());
            return new Tools(
                    model,
                    new VersionOpener(context.rendering(), context.index(), context.history(), context.counts()),
                    comparisons,
                    new ReplacementPages(context, comparisons, model));
        }
    }

    /**
     * The history of one entry.
     *
     * @param pages its pages; empty if it has only one version or its kind shows no history
     * @param changes what each version that may be read changed, by its number
     */
    private record EntryHistory(List<SiteFile> pages, Map<Integer, VersionChange> changes) {

        static final EntryHistory NONE = new EntryHistory(List.of(), Map.of());
    }

    @Override
    public boolean has(Item item) {
        return HistoryAddresses.exist(item, versions(item)) || replacesOthers(item);
    }

    @Override
    public Optional<String> versionList(Item item) {
        return HistoryAddresses.exist(item, versions(item))
                ? Optional.of(HistoryAddresses.list(item))
                : Optional.empty();
    }

    @Override
    public Optional<String> comparison(Item newer, Item older) {
        return Optional.of(HistoryAddresses.replaced(newer, older));
    }

    private boolean replacesOthers(Item item) {
        return !context.relations().replaced(item).isEmpty();
    }

    @Override
    public List<SiteFile> files(Item item, List<Resource> resources) {
        EntryHistory own = versions(item, resources);
        if (!own.changes().isEmpty()) {
            changes.put(item.entry().path(), own.changes());
        }
        List<SiteFile> pages = new ArrayList<>(own.pages());
        if (replacesOthers(item)) {
            pages.addAll(tools.get().replacements().pages(item, resources));
        }
        return pages;
    }

    @Override
    public List<Page> pages(Function<Item, Optional<List<Resource>>> resources) {
        return new ChangesPages(site, history, item -> {
                    Map<Integer, VersionChange> known = changes.get(item.entry().path());
                    return known != null
                            ? known
                            : resources
                                    .apply(item)
                                    .map(named -> versions(item, named).changes())
                                    .orElse(Map.of());
                })
                .pages();
    }

    private EntryHistory versions(Item item, List<Resource> resources) {
        Versions versions = versions(item);
        if (!HistoryAddresses.exist(item, versions)) {
            return EntryHistory.NONE;
        }
        boolean full = item.entry().history() == Kind.History.FULL;
        List<OpenedVersion> opened = new ArrayList<>();
        for (Version version : versions.all()) {
            opened.add(tools.get().opener().open(item, versions, version, resources));
        }
        List<SiteFile> pages = new ArrayList<>();
        Map<Integer, VersionChange> changes = new LinkedHashMap<>();
        for (int i = 0; i < opened.size(); i++) {
            if (opened.get(i).isShown()) {
                Optional<Comparisons.Compared> change = change(item, opened, i);
                int number = opened.get(i).version().number();
                change.map(Comparisons.Compared::change)
                        .map(words -> full ? words : words.withoutFormerText(heading -> stands(opened, heading)))
                        .ifPresent(words -> changes.put(number, words));
                if (full) {
                    pages.add(page(item, opened, i, change));
                }
            }
        }
        String address = HistoryAddresses.list(item);
        Map<String, Object> variables = tools.get().model().variables(item, address, "修改记录", null);
        variables.put("history", tools.get().model().list(item, versions, opened, full, changes));
        pages.add(SiteFile.of(
                address, LIST, () -> renderer.fingerprint(variables), () -> renderer.render(LIST, variables)));
        return new EntryHistory(pages, Collections.unmodifiableMap(changes));
    }

    /** Whether the current text has a heading. */
    private static boolean stands(List<OpenedVersion> opened, String heading) {
        OpenedVersion now = opened.get(opened.size() - 1);
        return now.isShown() && now.text().body().get().contains(heading);
    }

    @Override
    public List<String> retain(Item item) {
        List<String> addresses = new ArrayList<>(
                replacesOthers(item) ? tools.get().replacements().retain(item) : List.of());
        addresses.add(HistoryAddresses.list(item));
        for (Version version : versions(item).all()) {
            String address = HistoryAddresses.version(item, version.number());
            tools.get().opener().retain(version);
            tools.get().comparisons().retain(address);
            addresses.add(address);
        }
        return addresses;
    }

    /** Compares a version with the last one before that may be read; empty if there is none. */
    private Optional<Comparisons.Compared> change(Item item, List<OpenedVersion> opened, int at) {
        for (int before = at - 1; before >= 0; before--) {
            if (opened.get(before).isShown()) {
                OpenedVersion now = opened.get(at);
                String address = HistoryAddresses.version(item, now.version().number());
                int skipped = at - before - 1;
                return Optional.of(
                        tools.get().comparisons().of(address, opened.get(before).text(), now.text(), skipped));
            }
        }
        return Optional.empty();
    }

    private SiteFile page(Item item, List<OpenedVersion> opened, int at, Optional<Comparisons.Compared> compared) {
        OpenedVersion now = opened.get(at);
        HistoryModel model = tools.get().model();
        String address = HistoryAddresses.version(item, now.version().number());
        Function<Optional<Comparisons.Marked>, Map<String, Object>> variables = marked -> {
            Map<String, Object> all = model.variables(
                    item,
                    address,
                    "第" + now.version().number() + "版",
                    now.version().entry().title());
            all.put("version", model.version(item, opened, at, compared.map(Comparisons.Compared::change), marked));
            return all;
        };
        Supplier<String> fingerprint = () -> now.text().fingerprint()
                + compared.map(Comparisons.Compared::fingerprint).orElse("")
                + renderer.fingerprint(variables.apply(Optional.empty()));
        return SiteFile.of(
                address,
                VERSION,
                fingerprint,
                () -> renderer.render(
                        VERSION,
                        variables.apply(Optional.of(
                                compared.map(change -> change.marked().get())
                                        .orElseGet(() -> new Comparisons.Marked(
                                                now.text().body().get(), List.of()))))));
    }

    private Versions versions(Item item) {
        return history.histories().of(item.entry().path());
    }
}
