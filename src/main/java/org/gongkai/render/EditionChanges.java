package org.gongkai.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.history.git.CommitHistory;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.render.list.LinkedEntries;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Editions;
import org.gongkai.site.Editions.Edition;
import org.gongkai.site.Item;
import org.gongkai.text.DateText;

/**
 * What happened to the entries of editions since. Editions never change, so their pages ask a style sheet of the
 * current site, which stands beside their folders. Their addresses lead to the present pages.
 */
public final class EditionChanges {

    /** The address of the style sheet; it has two lines for each page. */
    public static final String ADDRESS = Editions.FOLDER + "later.css";

    private static final String LATER = "后来";

    private final SiteModel model;
    private final EntryHistories histories;
    private final LinkedEntries ways;
    private final Map<CommitId, Integer> order;
    private final Map<String, List<String>> previous = new HashMap<>();

    /** @param previous entries by their previous addresses */
    EditionChanges(SiteModel model, EntryHistories histories, LinkedEntries ways, Map<String, Item> previous) {
        this.model = model;
        this.histories = histories;
        this.ways = ways;
        this.order = histories.history().map(CommitHistory::positions).orElse(Map.of());
        previous.forEach((address, item) -> this.previous
                .computeIfAbsent(item.entry().path(), path -> new ArrayList<>())
                .add(address));
    }

    Page page() {
        return new Page(ADDRESS, "editions-later.ftl", () -> {
                    Map<String, Object> variables =
                            model.base(model.page(ADDRESS, "editions", "年度存档以后的变动", List.of(), null));
                    variables.put("changes", changes());
                    return variables;
                })
                .unlisted();
    }

    private List<Model.EditionChange> changes() {
        List<Model.EditionChange> changes = new ArrayList<>();
        for (Edition edition : model.editions().others()) {
            model.site().items().forEach(item -> add(edition, item, changed(item, edition), changes));
            // An entry that was withdrawn already has no page there that asks; the day that it states can be earlier.
            model.site().unpublished().withdrawn().forEach(gone -> gone.day()
                    .or(() -> histories.of(gone.item().entry().path()).withdrawn())
                    .ifPresent(since -> add(edition, gone.item(), Stream.of(DateText.chinese(since) + "撤回"), changes)));
        }
        return changes;
    }

    /** What happened after an edition: the last change, by the entry or else by its last version, and adjustments. */
    private Stream<String> changed(Item item, Edition edition) {
        LocalDate day = LocalDate.parse(edition.day());
        // An entry can change on the day of the edition; where the commit is not known, the day decides.
        Optional<Integer> made = edition.commit().map(CommitId::new).map(order::get);
        Optional<LocalDate> changed = histories
                .of(item.entry().path())
                .latest()
                .filter(last -> made.map(at -> order.getOrDefault(last.commit().id(), -1) > at)
                        .orElse(last.day().isAfter(day)))
                .map(Version::day)
                .map(last -> item.entry()
                        .dates()
                        .revised()
                        .filter(revised -> revised.isAfter(day) && revised.isBefore(last))
                        .orElse(last));
        return Stream.concat(
                changed.map(since -> DateText.chinese(since) + "修改过").stream(),
                ways.atHead(item).stream()
                        .filter(head -> head.label().startsWith(LATER)
                                && !edition.pages().contains(head.uri())
                                && DateText.day(head.value())
                                        .filter(since -> !since.isBefore(day))
                                        .isPresent())
                        .map(head -> head.value() + head.label().substring(LATER.length())));
    }

    private void add(Edition edition, Item item, Stream<String> since, List<Model.EditionChange> changes) {
        String text = since.collect(Collectors.joining("、"));
        Stream.concat(
                        Stream.of(item.address()),
                        previous.getOrDefault(item.entry().path(), List.of()).stream())
                .distinct()
                .sorted()
                .filter(page -> !text.isEmpty() && edition.pages().contains(page))
                .forEach(page -> changes.add(new Model.EditionChange(edition.name() + "/" + page, text)));
    }
}
