package org.gongkai.portal.collect;

import org.gongkai.input.config.SiteConfig.Audience;

/**
 * What was collected of a published site besides its entries.
 *
 * @param code its code in the list
 * @param name the name that it gives itself
 * @param audience its audience, whose folder is below that which the site is published to, and empty if there is one;
 *     without scopes if the site does not tell
 * @param release the release that was read
 * @param entries how many entries it has
 */
public record CollectedSite(
        String code, String name, Audience audience, Release release, int entries, PublishedFigures figures) {

    /**
     * A release that was read.
     *
     * @param published when it was published, ISO 8601
     * @param state identifies it and everything that was done to it since
     */
    public record Release(String id, String published, String state) {}

    /** The day on which it was published. */
    public String day() {
        return release.published.substring(0, 10);
    }
}
