package org.gongkai.portal.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A unit of the tree: one of the list or, at the root, the whole portal.
 *
 * @param code its code; empty at the root
 * @param own its own site, if it has one
 * @param below the units right below it, in the order of the list
 * @param branches all sites from here on down
 */
public record Unit(String code, String name, Optional<UnitSite> own, List<Unit> below, List<UnitSite> branches) {

    Unit(String code, String name, Optional<UnitSite> own, List<Unit> below) {
        this(
                code,
                name,
                own,
                below,
                Stream.concat(own.stream(), below.stream().flatMap(unit -> unit.branches().stream()))
                        .toList());
    }

    /** The folder of its pages from the root of the portal; empty or ends in {@code /}. */
    public String folder() {
        return folder(code);
    }

    private static String folder(String code) {
        return code.isEmpty() ? "" : "units/" + code.toLowerCase(Locale.ROOT) + "/";
    }

    /** The address of its page. */
    public String address() {
        return address(code);
    }

    /** The address of the page of the unit with a code. */
    public static String address(String code) {
        return folder(code) + "index.html";
    }

    /** Whether it groups others, as the root does whatever it has. */
    public boolean isGroup() {
        return !below.isEmpty() || code.isEmpty();
    }

    /** This unit and all below it, each before those below it. */
    public List<Unit> all() {
        return Stream.concat(Stream.of(this), below.stream().flatMap(unit -> unit.all().stream()))
                .toList();
    }

    /** The units from here on down that have a site or, with none below them, should have one; without those below. */
    List<Unit> sites() {
        return all().stream()
                .filter(unit -> unit.own.isPresent() || unit.below.isEmpty())
                .map(unit -> new Unit(unit.code, unit.name, unit.own, List.of()))
                .toList();
    }

    public int entries() {
        return branches().stream().mapToInt(UnitSite::entries).sum();
    }

    /**
     * The rows of a table of this unit: its own site, and the units right below; of a single group, those below it.
     */
    public List<Unit> rows() {
        if (own.isEmpty() && below.size() == 1 && below.get(0).isGroup()) {
            return below.get(0).rows();
        }
        return Stream.concat(own.stream().map(site -> new Unit(code, name, own, List.of())), below.stream())
                .toList();
    }
}
