package org.gongkai.input.config;

import java.time.ZoneId;
import java.util.List;

/**
 * The settings of one site.
 *
 * @param name title of the site
 * @param unit unit to which the branch belongs, or empty
 * @param code code of the branch, first part of its index numbers, or empty
 * @param baseUrl address of the published site ending in {@code /}, that of the first audience if there are several;
 *     empty if it is only known from its folder
 * @param zone time zone in which a day begins
 * @param contact how to reach the branch, or empty
 * @param supervision where to complain, or empty
 * @param resultWithin days after the end of a 公示 in which its result is expected
 * @param audiences who may read what; at least one
 * @param categories declared columns in the order of the menu; empty if any column may be named
 * @param catalogue what the branch has to publish
 * @param organisation the shape of the branch
 */
public record SiteConfig(
        String name,
        String unit,
        String code,
        String baseUrl,
        ZoneId zone,
        String contact,
        String supervision,
        int resultWithin,
        List<Audience> audiences,
        List<Category> categories,
        Catalogue catalogue,
        Organisation organisation) {

    /** Folders of the site that no column may have. */
    public static final List<String> RESERVED = List.of(
            "assets", "years", "tags", "search", "registers", "changes", "editions", "history", "index", "sitemap");

    /** Folders that a store has of its own, so that no audience may have its store in one. */
    public static final List<String> OF_STORES = List.of("current", "releases", "editions", "addresses");

    /** Days in which the result of a 公示 is expected where a site does not say otherwise. */
    public static final int RESULT_WITHIN = 30;

    public SiteConfig {
        audiences = List.copyOf(audiences);
        categories = List.copyOf(categories);
    }

    /** The same site under another name. */
    public SiteConfig named(String other) {
        return with(other, baseUrl);
    }

    /**
     * The same site as some of its readers find it.
     *
     * @param address where it stands for them, ending in {@code /}; empty if that is not known
     */
    public SiteConfig at(String address) {
        return with(name, address);
    }

    /** The same site for the readers of another one, at its addresses. */
    public SiteConfig forReadersOf(SiteConfig other) {
        return with(name, other.baseUrl, other.audiences);
    }

    private SiteConfig with(String otherName, String otherBaseUrl) {
        return with(otherName, otherBaseUrl, audiences);
    }

    private SiteConfig with(String otherName, String otherBaseUrl, List<Audience> otherAudiences) {
        return new SiteConfig(
                otherName,
                unit,
                code,
                otherBaseUrl,
                zone,
                contact,
                supervision,
                resultWithin,
                otherAudiences,
                categories,
                catalogue,
                organisation);
    }

    /** Every address at which some audience finds the site. */
    public List<String> addresses() {
        return audiences.stream()
                .map(Audience::baseUrl)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /**
     * Readers who get an output of their own.
     *
     * @param name what they are called
     * @param scopes the 公开范围 that they may see
     * @param folder name of their output; empty for the first audience, whose output is the folder asked for
     * @param baseUrl address at which they find it, ending in {@code /}; empty if it is not known
     */
    public record Audience(String name, List<String> scopes, String folder, String baseUrl) {
        public Audience {
            scopes = List.copyOf(scopes);
        }

        /** Readers of whom nobody has said where they find their site. */
        public Audience(String name, List<String> scopes, String folder) {
            this(name, scopes, folder, "");
        }
    }

    /**
     * A declared column.
     *
     * @param name its name, as entries give it
     * @param slug its folder in the site, ASCII
     * @param description one sentence, or empty
     */
    public record Category(String name, String slug, String description) {}
}
