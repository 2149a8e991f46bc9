package org.gongkai.portal.collect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was collected of a published site besides its entries.
 *
 * @param code its code in the list
 * @param folder the folder of its audience below that which it is published to; empty if it has one audience
 * @param name the name that it gives itself
 * @param audience the name of its audience
 * @param scopes the scopes of disclosure that the audience may see; empty if the site does not tell
 * @param url its base URL with a trailing {@code /}; empty if it has none
 * @param release the release that was read
 * @param published when it was published, ISO 8601
 * @param state identifies the release and everything that was done to it since
 * @param entries how many entries it has
 * @param columns how many of them each column has
 * @param years how many of them each year has
 */
public record CollectedSite(
        String code,
        String folder,
        String name,
        String audience,
        List<String> scopes,
        String url,
        String release,
        String published,
        String state,
        int entries,
        Map<String, Integer> columns,
        Map<String, Integer> years,
        PublishedFigures figures) {

    public CollectedSite {
        scopes = List.copyOf(scopes);
        columns = new TreeMap<>(columns);
        years = new TreeMap<>(years);
    }

    /** The day on which it was published. */
    public String day() {
        return published.substring(0, 10);
    }
}
