package org.gongkai.render.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.site.Site;

/**
 * A link that stands on many pages of a site.
 *
 * @param title its text
 * @param uri the address of a page
 * @param rank its place among the others, the lowest first
 * @param places where it stands
 */
public record SiteLink(String title, String uri, int rank, Set<Place> places) {

    /** Where links stand. */
    public enum Place {
        /** Where the search box of every page leads. */
        SEARCH,
        /** Behind the columns at the head of every page. */
        MENU,
        /** Beside the latest entries on the home page. */
        HOME,
        /** At the foot of every page. */
        FOOT,
        /** In the site map, among the pages of no column. */
        MAP
    }

    /** A link with the places where it stands. */
    public static SiteLink of(String title, String uri, int rank, Place first, Place... others) {
        return new SiteLink(title, uri, rank, EnumSet.of(first, others));
    }

    /** The same of a link. */
    public static SiteLink of(Model.Link link, int rank, Place first, Place... others) {
        return of(link.title(), link.uri(), rank, first, others);
    }

    /** Returns the links to the pages that every site has. */
    public static List<SiteLink> of(Site site) {
        List<SiteLink> links = new ArrayList<>();
        links.add(of(Model.Link.HOME, 0, Place.MAP));
        links.add(of(Model.Link.SITE_MAP, 50, Place.FOOT));
        links.add(of(Model.Link.YEARS, 60, Place.FOOT, Place.MAP));
        if (!site.groups().tags().isEmpty()) {
            links.add(of(Model.Link.TAGS, 70, Place.FOOT, Place.MAP));
        }
        links.add(of(Model.Link.FEED, 90, Place.FOOT));
        return links;
    }

    private static List<Model.Link> in(Place place, List<SiteLink> all) {
        return all.stream()
                .filter(link -> link.places().contains(place))
                .sorted(Comparator.comparingInt(SiteLink::rank))
                .map(link -> new Model.Link(link.title(), link.uri()))
                .toList();
    }

    /** Returns the links of all places, as templates know them. */
    public static Model.SiteLinks group(List<SiteLink> all) {
        return new Model.SiteLinks(
                in(Place.SEARCH, all),
                in(Place.MENU, all),
                in(Place.HOME, all),
                in(Place.FOOT, all),
                in(Place.MAP, all));
    }
}
