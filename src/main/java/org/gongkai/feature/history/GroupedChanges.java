package org.gongkai.feature.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.history.git.CommitHistory;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.history.versions.Versions;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/** What happened to the entries of a site, in one group for each day, entry and kind of change. */
final class GroupedChanges {

    private final EntryHistories histories;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private GroupedChanges(EntryHistories histories) {
        this.histories = histories;
    }

    /** What can happen to an entry. */
    enum What {
        ADDED("新增"),
        CHANGED("修改"),
        WITHDRAWN("撤回"),
        RESTORED("恢复"),
        EXPIRED("失效");

        private final String label;

        What(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * The changes of one kind to one entry on one day.
     *
     * @param versions the versions that made them, newest first; empty if none did
     */
    record Group(LocalDate day, What what, Item item, List<Version> versions) {

        /** Returns the group as it is listed: a paper stands at its own date, also if it came to the site later. */
        Group listed() {
            return what == What.ADDED ? new Group(item.entry().dates().day(), what, item, versions) : this;
        }

        /** Identifies the group. */
        String key() {
            return day + " " + what + " " + item.address();
        }
    }

    /** Returns how many papers came to the site on each day after their own dates. */
    static Map<LocalDate, Long> putOnline(List<Group> groups) {
        return groups.stream()
                .filter(group -> group.what() == What.ADDED
                        && group.day().isAfter(group.listed().day()))
                .collect(Collectors.groupingBy(Group::day, Collectors.counting()));
    }

    /** Returns the groups up to the day of the site, newest first; those of one commit in the order of its lists. */
    static List<Group> of(Site site, EntryHistories histories) {
        GroupedChanges changes = new GroupedChanges(histories);
        site.items().forEach(changes::add);
        site.unpublished().withdrawn().forEach(changes::add);
        Map<CommitId, Integer> order =
                histories.history().map(CommitHistory::positions).orElse(Map.of());
        Map<String, Integer> ranks = new HashMap<>();
        site.items().forEach(item -> ranks.put(item.address(), ranks.size()));
        List<Group> all = new ArrayList<>(changes.groups.values());
        all.removeIf(group -> group.listed().day().isAfter(site.asOf()));
        all.sort(Comparator.comparing(Group::day)
                .thenComparing(group -> group.versions().isEmpty()
                        ? -1
                        : order.get(group.versions().get(0).commit().id()))
                .reversed()
                .thenComparing(group -> ranks.getOrDefault(group.item().address(), Integer.MAX_VALUE))
                .thenComparing(group -> group.item().address())
                .thenComparing(Group::what));
        return all;
    }

    private void add(LocalDate day, What what, Item item, Optional<Version> version) {
        Group group = new Group(day, what, item, new ArrayList<>());
        Group known = groups.computeIfAbsent(group.key(), key -> group);
        version.ifPresent(made -> known.versions().add(0, made));
    }

    private void add(Item item) {
        Versions versions = histories.of(item.entry().path());
        boolean hasHistory = item.entry().history() != Kind.History.NONE;
        if (versions.all().isEmpty()) {
            Entry.Dates dates = item.entry().dates();
            add(dates.published().toLocalDate(), What.ADDED, item, Optional.empty());
            if (hasHistory && dates.changed().isAfter(dates.published().toLocalDate())) {
                add(dates.changed(), What.CHANGED, item, Optional.empty());
            }
        }
        for (Version version : versions.all()) {
            if (version.number() == 1) {
                add(version.day(), What.ADDED, item, Optional.of(version));
            } else if (hasHistory) {
                add(version.day(), What.CHANGED, item, Optional.of(version));
            }
        }
        if (hasHistory) {
            versions.pauses().forEach(pause -> {
                add(pause.day(), What.WITHDRAWN, item, Optional.empty());
                pause.back().ifPresent(day -> add(day, What.RESTORED, item, Optional.empty()));
            });
        }
    }

    private void add(Site.Withdrawn gone) {
        gone.day()
                .or(() -> histories.of(gone.item().entry().path()).withdrawn())
                .ifPresent(day -> add(
                        day,
                        gone.reason() == Site.HiddenReason.EXPIRED ? What.EXPIRED : What.WITHDRAWN,
                        gone.item(),
                        Optional.empty()));
    }
}
