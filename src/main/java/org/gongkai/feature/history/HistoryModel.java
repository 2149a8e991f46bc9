package org.gongkai.feature.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.feature.history.Comparisons.VersionChange;
import org.gongkai.feature.history.VersionOpener.OpenedVersion;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.history.versions.Versions;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.text.DateText;

/** Builds the variables of the pages of histories. */
record HistoryModel(SiteModel model, PublicHistory history) {

    /**
     * Returns the content of the page of a version.
     *
     * @param at index of the version in {@code opened}
     * @param change its change; empty if it is not compared
     * @param marked its changes; empty while only a fingerprint is computed
     */
    VersionModel.VersionPage version(
            Item item,
            List<OpenedVersion> opened,
            int at,
            Optional<VersionChange> change,
            Optional<Comparisons.Marked> marked) {
        OpenedVersion now = opened.get(at);
        VersionModel.Made made = new VersionModel.Made(
                now.version().number(),
                opened.size(),
                at == opened.size() - 1,
                now.version().day().toString(),
                DateText.chinese(now.version().day()),
                history.author(now.version()).orElse(null),
                purpose(now.version()));
        VersionModel.Change changed = new VersionModel.Change(
                comparison(now.version(), change),
                change.map(VersionChange::words).orElse(null),
                marked.map(Comparisons.Marked::sentences).orElse(List.of()).stream()
                        .map(each -> new VersionModel.Sentence(each.where(), each.before(), each.now()))
                        .toList());
        return new VersionModel.VersionPage(
                now.version().entry().title(),
                made,
                changed,
                facts(now, true),
                facts(now, false),
                marked.map(Comparisons.Marked::html).orElse(""),
                new VersionModel.Ways(
                        item.address(),
                        HistoryAddresses.list(item),
                        nearest(item, opened, at, -1),
                        nearest(item, opened, at, 1)));
    }

    private static List<Model.Fact> facts(OpenedVersion version, boolean first) {
        return version.facts().entrySet().stream()
                .filter(fact -> version.first().contains(fact.getKey()) == first)
                .map(fact -> new Model.Fact(fact.getKey(), fact.getValue(), null))
                .toList();
    }

    private static String comparison(Version version, Optional<VersionChange> change) {
        int number = version.number();
        if (number == 1) {
            return "这是首次公开的版本。";
        }
        if (change.isEmpty()) {
            return "以前各版不予显示，这里不标改动。";
        }
        int skipped = change.get().skipped();
        String between = skipped == 0 ? "" : "（中间" + skipped + "版不予显示）";
        return "与第" + (number - skipped - 1) + "版相比" + between + "：";
    }

    /** Returns the address of the nearest version in a direction that may be read; null if there is none. */
    private static String nearest(Item item, List<OpenedVersion> opened, int at, int step) {
        for (int i = at + step; i >= 0 && i < opened.size(); i += step) {
            if (opened.get(i).isShown()) {
                return HistoryAddresses.version(item, opened.get(i).version().number());
            }
        }
        return null;
    }

    /**
     * Returns the list of versions, newest first.
     *
     * @param full whether the kind of the entry shows whole versions
     * @param changes what the versions changed, by their numbers
     */
    VersionModel.HistoryInfo list(
            Item item,
            Versions versions,
            List<OpenedVersion> opened,
            boolean full,
            Map<Integer, VersionChange> changes) {
        List<VersionModel.VersionRow> rows = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            Version version = opened.get(i).version();
            boolean shown = full && opened.get(i).isShown();
            // The author and the purpose of a withheld version are withheld, too.
            boolean open = full ? shown : history.covers(version);
            VersionModel.Made made = new VersionModel.Made(
                    version.number(),
                    opened.size(),
                    i == opened.size() - 1,
                    version.day().toString(),
                    DateText.chinese(version.day()),
                    open ? history.author(version).orElseGet(() -> owner(version)) : null,
                    open ? purpose(version) : null);
            rows.add(new VersionModel.VersionRow(
                    made,
                    version.number() == 1
                            ? "首次公开"
                            : Optional.ofNullable(changes.get(version.number()))
                                    .map(VersionChange::words)
                                    .orElse(null),
                    shown ? HistoryAddresses.version(item, version.number()) : null,
                    full ? opened.get(i).withheld() : null,
                    null));
            versions.pauses().stream()
                    .filter(pause -> pause.after() == version.number())
                    .forEach(pause -> rows.add(pause(pause)));
        }
        Collections.reverse(rows);
        return new VersionModel.HistoryInfo(
                item.entry().title(),
                item.address(),
                published(opened.get(0).version()),
                opened.size(),
                versions.uncommitted(),
                history.histories().cutOff().map(DateText::chinese).orElse(null),
                rows);
    }

    private static VersionModel.VersionRow pause(Versions.Pause pause) {
        String notice = DateText.chinese(pause.day()) + "撤回"
                + pause.back().map(day -> "，" + DateText.chinese(day) + "重新公开").orElse("");
        VersionModel.Gone gone = new VersionModel.Gone(pause.day().toString(), notice);
        return new VersionModel.VersionRow(null, null, null, null, gone);
    }

    /** A paper may have been published elsewhere before it came to the site. */
    private static String published(Version version) {
        LocalDate published = version.entry().dates().day();
        return published.isBefore(version.day()) ? DateText.chinese(published) : null;
    }

    private String owner(Version version) {
        String owner = version.entry().text(CommonField.OWNER);
        return owner.isEmpty() || !model.site().config().display().personsShown() ? null : "责任人：" + owner;
    }

    private String purpose(Version version) {
        return history.purpose(version).orElse(null);
    }

    /**
     * Returns the variables that all pages of a history have.
     *
     * @param here last breadcrumb
     * @param title title of the version; null for the list of versions
     */
    Map<String, Object> variables(Item item, String address, String here, String title) {
        Entry entry = item.entry();
        Model.Name column = model.column(entry.column());
        Model.Link above = new Model.Link(column.name(), column.uri());
        Model.Link own = new Model.Link(entry.title(), item.address());
        List<Model.Link> crumbs = title == null
                ? Model.Link.way(here, above, own)
                : Model.Link.way(here, above, own, new Model.Link("修改记录", HistoryAddresses.list(item)));
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
