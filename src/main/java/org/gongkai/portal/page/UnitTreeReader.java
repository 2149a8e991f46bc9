package org.gongkai.portal.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.portal.collect.CollectedFolder;
import org.gongkai.portal.collect.CollectedSite;
import org.gongkai.portal.collect.RecordFile;
import org.gongkai.publish.SiteList;
import org.gongkai.publish.SiteList.ListedSite;
import org.gongkai.publish.SiteList.PortalSettings;

/**
 * Reads what was collected of the units of a list into their tree, for one audience of its portal.
 *
 * @param audienceFolder the folder of the audience below that which the portal is published to; empty if it has one
 * @param below the units right below each, by its code; by the empty text those at the top
 */
public record UnitTreeReader(
        PortalSettings portal,
        CollectedFolder folder,
        Audience audience,
        String audienceFolder,
        Map<String, List<ListedSite>> below) {

    /**
     * Returns the root of the tree.
     *
     * @param list a list with a portal
     * @throws IOException if what was collected cannot be read
     */
    public static Unit of(SiteList list, CollectedFolder folder, Audience audience, String audienceFolder)
            throws IOException {
        PortalSettings portal = list.portal().orElseThrow();
        Map<String, List<ListedSite>> below = list.units().stream()
                .collect(Collectors.groupingBy(unit -> unit.parent().orElse("")));
        UnitTreeReader tree = new UnitTreeReader(portal, folder, audience, audienceFolder, below);
        return new Unit("", portal.name(), Optional.empty(), tree.below(""));
    }

    private List<Unit> below(String code) throws IOException {
        List<Unit> units = new ArrayList<>();
        for (ListedSite listed : below.getOrDefault(code, List.of())) {
            Optional<UnitSite> own = listed.to().isPresent() ? Optional.of(branch(listed)) : Optional.empty();
            units.add(new Unit(listed.code(), listed.name(), own, below(listed.code())));
        }
        return units;
    }

    /**
     * Of the sites for several audiences, that which says most among those that say nothing which the readers of the
     * portal may not see. A site that does not tell who may read it is for those only who may see everything.
     */
    private UnitSite branch(ListedSite listed) throws IOException {
        Optional<CollectedSite> best = Optional.empty();
        Optional<Path> records = Optional.empty();
        Optional<String> failure = folder.failure(listed.code());
        Comparator<CollectedSite> order = Comparator.comparing(UnitTreeReader::extent);
        for (RecordFile file : folder.files(listed.code())) {
            Optional<CollectedSite> site = file.site();
            if (site.isEmpty()) {
                failure = Optional.of("收集到的文件损坏了，要再收集一次");
            }
            site = site.filter(this::isVisible);
            if (site.isPresent() && (best.isEmpty() || order.compare(site.get(), best.get()) > 0)) {
                best = site;
                records = Optional.of(file.path());
            }
        }
        return new UnitSite(listed, best, records, failure, base(listed, best));
    }

    private static int extent(CollectedSite site) {
        List<String> scopes = site.audience().scopes();
        return scopes.isEmpty() ? Integer.MAX_VALUE : scopes.size();
    }

    private boolean isVisible(CollectedSite site) {
        List<String> scopes = site.audience().scopes();
        return scopes.isEmpty() ? audience.isInternal() : audience.scopes().containsAll(scopes);
    }

    /** The address in the list, that in the site itself, or the way from one folder to the other. */
    private String base(ListedSite listed, Optional<CollectedSite> site) {
        String own = site.map(it -> it.audience().baseUrl()).orElse("");
        String folderOfSite = site.map(it -> it.audience().folder()).orElse("");
        if (listed.url().isPresent() && folderOfSite.isEmpty()) {
            return listed.url().get();
        }
        if (!own.isEmpty()) {
            return own;
        }
        Path from = portal.to().resolve(audienceFolder).resolve("current");
        Path to = listed.to().orElseThrow().resolve(folderOfSite).resolve("current");
        return from.relativize(to).toString().replace('\\', '/') + "/";
    }
}
