package org.gongkai.render.model;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.site.Editions;
import org.gongkai.site.Editions.Edition;
import org.gongkai.site.Intervention;

/**
 * Links from a page to the same page in other editions. An edition never changes, so it links only to older ones;
 * through the current site every other can be reached.
 */
public record EditionLinks(Editions editions) {

    private static final String TODAY = "最新";

    public List<Edition> others() {
        return editions.others();
    }

    /** The list of all editions, from the root of the site; null if there is nothing to choose from. */
    public String index() {
        return editions.isEmpty()
                ? null
                : editions.own().isPresent() ? "../index.html" : Editions.FOLDER + "index.html";
    }

    /** What was done to the published site, oldest first. */
    public List<Intervention> interventions() {
        return editions.interventions();
    }

    /** The edition that the site itself is; null if it is none. */
    public String own() {
        return editions.own().orElse(null);
    }

    /** The choices on a page: none if there are no editions. A page that an edition lacks has no address there. */
    public List<Model.EditionLink> on(String page) {
        if (editions.isEmpty()) {
            return List.of();
        }
        boolean today = editions.own().isEmpty();
        List<Model.EditionLink> links = new ArrayList<>();
        links.add(new Model.EditionLink(TODAY, today ? null : "../../" + page, today));
        editions.own().ifPresent(name -> links.add(new Model.EditionLink(name, null, true)));
        for (int i = editions.others().size() - 1; i >= 0; i--) {
            Edition other = editions.others().get(i);
            String folder = today ? other.folder() : "../" + other.name() + "/";
            links.add(new Model.EditionLink(other.name(), other.pages().contains(page) ? folder + page : null, false));
        }
        return links;
    }
}
