package org.gongkai.input.config;

import java.time.ZoneId;
import java.util.List;

/**
 * The settings of one site.
 *
 * @param name the title of the site
 * @param unit the unit to which the branch belongs; may be empty
 * @param code the code of the branch, which begins its index numbers; may be empty
 * @param baseUrl the base URL of the published site with a trailing {@code /}, that of the first audience if there are
 *     several; empty if unknown
 * @param zone the time zone of days
 * @param contact how to contact the branch; may be empty
 * @param supervision how to complain; may be empty
 * @param resultWithin the number of days after the end of a 公示 within which its result is expected
 * @param gapsShownTo the names of the audiences that see what is late or missing; the branch itself always does
 * @param personsShown whether readers see who drafted, reviewed and approved an entry
 * @param audiences the audiences, at least one
 * @param reserved folders that columns cannot use
 * @param categories the declared columns in the order of the menu; empty if any column is allowed
 * @param catalogue what the branch has to publish
 * @param organisation the organization of the branch
 * @param defaults what entries say if their headers do not
 * @param pictures how large pictures may be
 * @param commits what readers see of commits
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
        List<String> gapsShownTo,
        boolean personsShown,
        List<Audience> audiences,
        List<String> reserved,
        List<Category> categories,
        Catalogue catalogue,
        Organisation organisation,
        EntryDefaults defaults,
        PictureLimits pictures,
        CommitDisplay commits) {

    /** Folders of any site, which columns cannot use. */
    static final List<String> FOLDERS = List.of("assets", "years", "tags", "editions", "index", "sitemap");

    /** Folders of a store that audiences cannot use. */
    public static final List<String> OF_STORES = List.of("current", "releases", "editions", "addresses");

    /** The default of {@link #resultWithin}. */
    public static final int RESULT_WITHIN = 30;

    /** The default of {@link #zone}. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public SiteConfig {
        gapsShownTo = List.copyOf(gapsShownTo);
        audiences = List.copyOf(audiences);
        reserved = List.copyOf(reserved);
        categories = List.copyOf(categories);
    }

    /** Returns whether a text can be the code of a site, the first part of index numbers; it may be empty. */
    public static boolean isCode(String text) {
        return text.matches("[A-Za-z0-9]*");
    }

    /** Returns this site with another name. */
    public SiteConfig named(String other) {
        return with(other, baseUrl);
    }

    /**
     * Returns this site with another base URL.
     *
     * @param address the base URL with a trailing {@code /}; empty if unknown
     */
    public SiteConfig at(String address) {
        return with(name, address);
    }

    /** Returns this site for the readers of another one: with its base URLs, and for no others what is late or missing. */
    public SiteConfig forReadersOf(SiteConfig other) {
        return with(name, other.baseUrl, other.audiences, other.gapsShownTo);
    }

    private SiteConfig with(String otherName, String otherBaseUrl) {
        return with(otherName, otherBaseUrl, audiences, gapsShownTo);
    }

    private SiteConfig with(
            String otherName, String otherBaseUrl, List<Audience> otherAudiences, List<String> otherGapsShownTo) {
        return new SiteConfig(
                otherName,
                unit,
                code,
                otherBaseUrl,
                zone,
                contact,
                supervision,
                resultWithin,
                otherGapsShownTo,
                personsShown,
                otherAudiences,
                reserved,
                categories,
                catalogue,
                organisation,
                defaults,
                pictures,
                commits);
    }

    /** Returns the base URLs of all audiences. */
    public List<String> addresses() {
        return audiences.stream()
                .map(Audience::baseUrl)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /**
     * Readers for whom a separate site is built.
     *
     * @param name the name of the audience
     * @param scopes the 公开范围 that it can see
     * @param folder the name of its output folder; empty for the first audience, which uses the requested folder
     * @param baseUrl the base URL with a trailing {@code /}; empty if unknown
     */
    public record Audience(String name, List<String> scopes, String folder, String baseUrl) {
        public Audience {
            scopes = List.copyOf(scopes);
        }

        /** Whether it is the unit itself, for which what is late and missing is meant. */
        public boolean isInternal() {
            return scopes.contains("本单位");
        }

        /** Creates an audience without a base URL. */
        public Audience(String name, List<String> scopes, String folder) {
            this(name, scopes, folder, "");
        }
    }

    /**
     * A declared column.
     *
     * @param name its name, which entries specify
     * @param slug its folder in the site, ASCII
     * @param description one sentence; may be empty
     * @param counted whether its entries count in the figures of the site
     * @param months how many months it may go without a new entry; 0 if that does not matter
     */
    public record Category(String name, String slug, String description, boolean counted, int months) {

        /** What is expected of a column that says nothing of it. */
        public static final int MONTHS = 12;
    }
}
