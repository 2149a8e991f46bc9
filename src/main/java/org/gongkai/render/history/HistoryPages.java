package org.gongkai.render.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.history.versions.Version;
import org.gongkai.history.versions.Versions;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.DateText;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.render.Theme;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.ModelFingerprint;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.link.Resource;

/** Makes the pages of the history of an entry: the list of its versions, and each that may be read. Safe for many threads. */
public final class HistoryPages {

    private static final String INDEX = "history.ftl";
    private static final String VERSION = "version.ftl";

    private final SiteModel model;
    private final VersionOpener opener;
    private final Theme theme;
    private final PublicHistory chronicle;
    private final ModelFingerprint prints;
    private final Comparisons comparisons;

    public HistoryPages(
            SiteModel model,
            VersionOpener opener,
            Comparisons comparisons,
            Theme theme,
            ModelFingerprint prints,
            PublicHistory chronicle) {
        this.model = model;
        this.opener = opener;
        this.comparisons = comparisons;
        this.theme = theme;
        this.prints = prints;
        this.chronicle = chronicle;
    }

    /**
     * A page.
     *
     * @param address where it goes
     * @param template its template
     * @param fingerprint takes that of all that it is made from but for what templates read of the site
     * @param html makes its bytes
     */
    public record HistoryPage(String address, String template, Supplier<String> fingerprint, Supplier<byte[]> html) {}

    /**
     * The history of one entry.
     *
     * @param pages its pages, none if it has but one version or its kind keeps none
     * @param amounts how much each version changed, in words, by its number; only of those that may be read
     */
    public record EntryHistory(List<HistoryPage> pages, Map<Integer, String> amounts) {

        static final EntryHistory NONE = new EntryHistory(List.of(), Map.of());
    }

    /** Whether an entry has pages of its history. */
    public boolean has(Item item) {
        return has(item, chronicle.histories().of(item.entry().path()));
    }

    /** Whether an entry has pages of its history. */
    public static boolean has(Item item, Versions versions) {
        return versions.all().size() > 1 && item.entry().history() != Kind.History.NONE;
    }

    public static String address(Item item) {
        return item.folder() + "history/index.html";
    }

    /**
     * Makes the pages of an entry.
     *
     * @param resources the files that its page names
     */
    public EntryHistory pages(Item item, List<Resource> resources) {
        Versions versions = chronicle.histories().of(item.entry().path());
        if (!has(item, versions)) {
            return EntryHistory.NONE;
        }
        boolean full = item.entry().history() == Kind.History.FULL;
        List<OpenedVersion> opened = new ArrayList<>();
        for (Version version : versions.all()) {
            opened.add(full ? opener.open(item, versions, version, resources) : OpenedVersion.closed(version, ""));
        }
        List<HistoryPage> pages = new ArrayList<>();
        Map<Integer, String> amounts = new LinkedHashMap<>();
        for (int i = 0; full && i < opened.size(); i++) {
            if (opened.get(i).isShown()) {
                pages.add(page(item, opened, i, amounts));
            }
        }
        Map<String, Object> variables = variables(item, address(item), "修改记录", null);
        variables.put("history", history(item, versions, opened, full, amounts));
        pages.add(new HistoryPage(
                address(item),
                INDEX,
                () -> prints.of(variables, Theme.ACCOUNTED_FOR),
                () -> theme.render(INDEX, variables)));
        return new EntryHistory(pages, Collections.unmodifiableMap(amounts));
    }

    /** The addresses that the pages of an entry may have; what is known of them is not forgotten for not being asked for. */
    public List<String> retain(Item item) {
        List<String> addresses = new ArrayList<>(List.of(address(item)));
        for (Version version : chronicle.histories().of(item.entry().path()).all()) {
            String address = address(item, version.number());
            opener.retain(version);
            comparisons.retain(address);
            addresses.add(address);
        }
        return addresses;
    }

    private HistoryPage page(Item item, List<OpenedVersion> opened, int at, Map<Integer, String> amounts) {
        OpenedVersion now = opened.get(at);
        String address = address(item, now.version().number());
        Optional<Comparisons.Compared> compared = at == 0 || !opened.get(at - 1).isShown()
                ? Optional.empty()
                : Optional.of(comparisons.of(address, opened.get(at - 1), now));
        compared.ifPresent(known -> amounts.put(now.version().number(), known.amount()));
        Function<Optional<Comparisons.Marked>, Map<String, Object>> variables = marked -> {
            Map<String, Object> all =
                    variables(item, address, "第" + now.version().number() + "版", now.title());
            all.put("version", version(item, opened, at, compared.map(Comparisons.Compared::amount), marked));
            return all;
        };
        Supplier<String> fingerprint = () -> now.fingerprint()
                + compared.map(Comparisons.Compared::fingerprint).orElse("")
                + prints.of(variables.apply(Optional.empty()), Theme.ACCOUNTED_FOR);
        return new HistoryPage(
                address,
                VERSION,
                fingerprint,
                () -> theme.render(
                        VERSION,
                        variables.apply(
                                Optional.of(compared.map(known -> known.marked().get())
                                        .orElseGet(() -> new Comparisons.Marked(
                                                now.body().get(), List.of()))))));
    }

    private Model.VersionPage version(
            Item item,
            List<OpenedVersion> opened,
            int at,
            Optional<String> amount,
            Optional<Comparisons.Marked> marked) {
        OpenedVersion now = opened.get(at);
        return new Model.VersionPage(
                now.title(),
                item.address(),
                address(item),
                now.version().number(),
                opened.size(),
                at == opened.size() - 1,
                now.version().day().toString(),
                DateText.chinese(now.version().day()),
                now.version().commit().author(),
                purpose(now.version()),
                compared(at, amount.isPresent()),
                amount.orElse(null),
                marked.map(Comparisons.Marked::fields).orElse(List.of()).stream()
                        .map(change -> new Model.FieldRow(change.name(), change.html()))
                        .toList(),
                now.facts().entrySet().stream()
                        .map(fact -> new Model.Fact(fact.getKey(), fact.getValue(), null))
                        .toList(),
                marked.map(Comparisons.Marked::html).orElse(""),
                neighbour(item, opened, at, -1),
                neighbour(item, opened, at, 1));
    }

    private static String compared(int at, boolean shown) {
        if (at == 0) {
            return "这是首次公开的版本。";
        }
        return shown ? "与第" + at + "版相比：" : "第" + at + "版未予显示，这里不标改动。";
    }

    /** The nearest version in a direction that may be read. */
    private static String neighbour(Item item, List<OpenedVersion> opened, int at, int step) {
        for (int i = at + step; i >= 0 && i < opened.size(); i += step) {
            if (opened.get(i).isShown()) {
                return address(item, opened.get(i).version().number());
            }
        }
        return null;
    }

    private Model.HistoryInfo history(
            Item item, Versions versions, List<OpenedVersion> opened, boolean full, Map<Integer, String> amounts) {
        List<Model.VersionRow> rows = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            Version version = opened.get(i).version();
            boolean shown = full && opened.get(i).isShown();
            // Who wrote what is withheld, and why, is withheld with it.
            boolean told = full ? shown : chronicle.covers(version);
            rows.add(new Model.VersionRow(
                    version.number(),
                    i == opened.size() - 1,
                    version.day().toString(),
                    DateText.chinese(version.day()),
                    told ? version.commit().author() : null,
                    told ? purpose(version) : null,
                    amounts.get(version.number()),
                    shown ? address(item, version.number()) : null,
                    full ? opened.get(i).withheld() : null,
                    null));
            versions.pauses().stream()
                    .filter(pause -> pause.after() == version.number())
                    .forEach(pause -> rows.add(pause(pause)));
        }
        Collections.reverse(rows);
        return new Model.HistoryInfo(
                item.entry().title(),
                item.address(),
                opened.size(),
                versions.uncommitted(),
                chronicle.histories().cutOff().map(DateText::chinese).orElse(null),
                rows);
    }

    private static Model.VersionRow pause(Versions.Pause pause) {
        String gone = DateText.chinese(pause.day()) + "撤回"
                + pause.back().map(day -> "，" + DateText.chinese(day) + "重新公开").orElse("");
        return new Model.VersionRow(
                null, false, pause.day().toString(), DateText.chinese(pause.day()), null, null, null, null, null, gone);
    }

    private String purpose(Version version) {
        return chronicle.purpose(version).orElse(null);
    }

    static String address(Item item, int number) {
        return item.folder() + "history/" + number + ".html";
    }

    private Map<String, Object> variables(Item item, String address, String here, String title) {
        Entry entry = item.entry();
        Model.Name column = model.column(entry.categories().get(0));
        List<Model.Link> crumbs = new ArrayList<>(List.of(
                new Model.Link("首页", "index.html"),
                new Model.Link(column.name(), column.uri()),
                new Model.Link(entry.title(), item.address())));
        if (title != null) {
            crumbs.add(new Model.Link("修改记录", address(item)));
        }
        crumbs.add(new Model.Link(here, null));
        return model.base(new Model.PageInfo(
                (title == null ? entry.title() : title) + " · " + here,
                address,
                "history",
                null,
                column.uri(),
                crumbs,
                model.siteMeta(),
                null));
    }
}
