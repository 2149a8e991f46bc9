package org.gongkai.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.problem.Problem;
import org.gongkai.site.FurtherRestrictions.Restriction;
import org.gongkai.site.address.AddressBook;
import org.gongkai.site.address.Slugs;

/** Builds a {@link Site} from entries. */
public record SiteBuilder(Kinds kinds, Slugs slugs, Consumer<Problem> problems) {

    /** The order of every list. */
    public static final Comparator<Item> ORDER = Comparator.comparing(
                    (Item i) -> i.entry().dates().published())
            .reversed()
            .thenComparing(i -> i.entry().publication().number(), Comparator.reverseOrder())
            .thenComparing(i -> i.entry().path());

    /**
     * Builds the site of one audience.
     *
     * @param config the settings
     * @param entries every entry that could be read
     * @param scopes the 公开范围 that the audience may see
     * @param asOf the day of the site
     * @param drafts whether drafts and entries that are not due are shown, too, as a preview
     * @param restrictions beyond those of headers: consulted for every entry that is public or has a notice
     */
    public Site build(
            SiteConfig config,
            List<Entry> entries,
            List<String> scopes,
            LocalDate asOf,
            boolean drafts,
            FurtherRestrictions restrictions) {
        Visibility visibility = new Visibility(scopes, asOf, drafts);
        AddressBook addresses = new AddressBook(config, kinds, slugs, problems);
        List<Item> items = new ArrayList<>();
        List<Item> scheduled = new ArrayList<>();
        List<Site.Withdrawn> withdrawn = new ArrayList<>();
        List<Item> hidden = new ArrayList<>();
        Map<String, Site.HiddenReason> hiddenReasons = new HashMap<>();
        List<Entry> unrestricted = new ArrayList<>();
        for (Entry entry : entries) {
            if (!scopes.contains(SiteConfig.SPECIAL)) {
                refuseSpecialScope(entry);
            }
            addresses.checkColumns(entry);
            // Every entry takes its address, public or not: a conflict must not appear only on the day on which a draft
            // becomes
            // public.
            Item item = addresses.place(visibility.known(entry));
            Optional<Site.HiddenReason> own = visibility.hiddenReason(entry);
            boolean traced = own.isEmpty() || withdrawn(item, own.get()).isPresent();
            Optional<Restriction> restriction = traced ? restrictions.on(item) : Optional.empty();
            if (restriction.isEmpty()) {
                unrestricted.add(entry);
            }
            Optional<Site.HiddenReason> reason =
                    restriction.map(Restriction::reason).or(() -> own);
            if (reason.isPresent()) {
                hiddenReasons.put(entry.path(), reason.get());
                if (reason.get() == Site.HiddenReason.NOT_DUE) {
                    scheduled.add(item);
                }
                withdrawn(item, reason.get())
                        .map(it -> restriction
                                .map(other -> new Site.Withdrawn(item, other.reason(), other.day()))
                                .orElse(it))
                        .ifPresentOrElse(withdrawn::add, () -> hidden.add(item));
            } else {
                items.add(item);
            }
        }
        addresses.checkAliases(Stream.concat(items.stream(), withdrawn.stream().map(Site.Withdrawn::item))
                .toList());
        items.sort(ORDER);
        Map<String, Item> byPath = new HashMap<>();
        items.forEach(item -> byPath.put(item.entry().path(), item));
        return new Site(
                config,
                asOf,
                visibility.nextChange(unrestricted),
                List.copyOf(items),
                EntryGroups.of(config, items, addresses, slugs),
                Map.copyOf(byPath),
                new Site.Unpublished(
                        List.copyOf(scheduled), List.copyOf(withdrawn), List.copyOf(hidden), Map.copyOf(hiddenReasons)),
                new NeighbourEntries(items, asOf));
    }

    /**
     * A static site cannot restrict a page to some of its readers, so the narrowest scope is rejected for a shared
     * one.
     */
    private void refuseSpecialScope(Entry entry) {
        if (entry.publication().scope().equals(SiteConfig.SPECIAL)
                && entry.publication().status() == Entry.Status.PUBLISHED) {
            Value at = entry.values().get(CommonField.SCOPE);
            problems.accept(Problem.error("E304", entry.path(), at, "公开范围是“特定对象”的内容不能进入共用的站点", "请用其他方式送达，或把状态写成“草稿”"));
        }
    }

    /** Returns the withdrawal of an entry that was public before; empty if the reason leaves no notice. */
    private static Optional<Site.Withdrawn> withdrawn(Item item, Site.HiddenReason reason) {
        Entry.Dates dates = item.entry().dates();
        return switch (reason) {
            case WITHDRAWN -> Optional.of(new Site.Withdrawn(item, reason, dates.withdrawn()));
            case EXPIRED -> Optional.of(new Site.Withdrawn(item, reason, dates.expires()));
            default -> Optional.empty();
        };
    }
}
