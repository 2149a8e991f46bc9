package org.gongkai.publish.sites;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A list of sites.
 *
 * @param shared the folder that all sites share
 * @param units the sites, and the units that only group others, in their order
 * @param portal the portal over them, if the list has one
 */
public record SiteList(Optional<Path> shared, List<ListedSite> units, Optional<PortalSettings> portal) {

    public SiteList {
        units = List.copyOf(units);
    }

    /** The sites, without units that only group others. */
    public List<ListedSite> sites() {
        return units.stream().filter(unit -> unit.source().isPresent()).toList();
    }

    /** The unit with a code. */
    public Optional<ListedSite> unit(String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** Whether a unit is another one, or below it. */
    public boolean isWithin(ListedSite unit, String code) {
        return unit.code().equals(code)
                || unit.parent()
                        .flatMap(this::unit)
                        .filter(parent -> isWithin(parent, code))
                        .isPresent();
    }
}
