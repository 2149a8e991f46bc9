package org.gongkai.portal.page;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.portal.collect.CollectedSite;
import org.gongkai.portal.collect.PublishedFigures;
import org.gongkai.publish.SiteList.ListedSite;

/**
 * A site of the list, for one audience.
 *
 * @param listed the site in the list
 * @param collected what was collected of it for the audience; empty if nothing was
 * @param records the file of its records; present if it was collected
 * @param failure why it could not be read the last time; empty if it could
 * @param base where its pages are from the root of the portal, or its base URL; ends in {@code /}
 */
public record UnitSite(
        ListedSite listed,
        Optional<CollectedSite> collected,
        Optional<Path> records,
        Optional<String> failure,
        String base) {

    public int entries() {
        return collected.map(CollectedSite::entries).orElse(0);
    }

    public PublishedFigures figures() {
        return collected.map(CollectedSite::figures).orElse(PublishedFigures.NONE);
    }

    /** The items of the catalogue in a year: a site need not list those without entries. */
    public List<PublishedFigures.Item> items(int year) {
        List<PublishedFigures.Item> all = figures().items();
        Map<String, PublishedFigures.Item> items = new LinkedHashMap<>();
        String last = collected.map(CollectedSite::day).orElse("");
        if (figures().began().compareTo(year + "-12-31") <= 0 && last.compareTo(year + "-01-01") >= 0) {
            all.forEach(
                    it -> items.put(it.item(), new PublishedFigures.Item(year, it.item(), it.name(), 0, List.of())));
        }
        all.stream().filter(it -> it.year() == year).forEach(it -> items.put(it.item(), it));
        return List.copyOf(items.values());
    }

    /** The dues of a period of a year, if they are told. */
    public Optional<PublishedFigures.Dues> dues(int year, String period) {
        return figures().dues().stream()
                .filter(dues -> dues.year() == year && dues.period().equals(period))
                .findFirst();
    }
}
