package org.gongkai.portal.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.portal.collect.CollectedEntry;
import org.gongkai.portal.page.PortalModel.PortalPage;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Model.Link;
import org.gongkai.render.model.SiteLink;
import org.gongkai.render.model.SiteLink.Place;
import org.gongkai.site.address.AddressPaths;

/** What all pages of a portal share: its name and menu, and how entries and links are shown. */
public final class PortalFrame {

    static final String TEMPLATE = "portal.ftl";
    static final String UNITS = "units/index.html";
    static final String COLUMNS = "columns/index.html";
    static final String HELP = "help.html";
    private static final String SEARCH = "search.html";

    private static final Pattern SEGMENT = Pattern.compile("[^/:]+");

    private final LocalDate asOf;
    private final Model.SiteInfo info;
    private final Map<String, UnitSite> branches = new HashMap<>();
    private final List<String> units = new ArrayList<>();
    private final List<String> silent = new ArrayList<>();

    /** @param isInternal whether its readers see what is late and missing */
    public PortalFrame(Unit root, LocalDate asOf, boolean isInternal) {
        this.asOf = asOf;
        root.branches().forEach(branch -> branches.put(branch.listed().code(), branch));
        root.sites().forEach(unit -> (unit.own().isPresent() ? units : silent).add(unit.name()));
        List<Model.ColumnInfo> menu = new ArrayList<>();
        menu.add(column("各单位", UNITS));
        menu.add(column("栏目", COLUMNS));
        menu.add(column("公开目录", DisclosureTables.Kind.COVERAGE.address(root)));
        menu.add(column("党费", DisclosureTables.Kind.DUES.address(root)));
        menu.add(column("任期", DisclosureTables.Kind.TERMS.address(root)));
        if (isInternal) {
            menu.add(column("缺报逾期", DisclosureTables.Kind.LATE.address(root)));
        }
        this.info = new Model.SiteInfo(
                root.name(),
                null,
                null,
                null,
                null,
                asOf.toString(),
                new Model.Contents(root.entries(), menu, List.of(), 0),
                SiteLink.group(List.of(
                        SiteLink.of("搜索", SEARCH, 10, Place.SEARCH),
                        SiteLink.of("怎样看这个网站", HELP, 50, Place.FOOT),
                        SiteLink.of(Link.YEARS, 60, Place.FOOT))));
    }

    private static Model.ColumnInfo column(String name, String uri) {
        return new Model.ColumnInfo(name, uri, 0, null, List.of(), false);
    }

    /** The portal as templates know it. */
    public Model.SiteInfo info() {
        return info;
    }

    /**
     * Returns a page with the variables of every page.
     *
     * @param type as templates know the page
     * @param way the pages above it, from the home page down
     */
    PortalPage page(String address, String type, String title, List<Link> way, Map<String, Object> variables) {
        List<Link> crumbs = Link.way(title, way.toArray(Link[]::new));
        String section = way.isEmpty() ? address : way.get(0).uri();
        Map<String, Object> all = new HashMap<>(variables);
        all.put("root", AddressPaths.root(address));
        all.put("page", new Model.PageInfo(title, address, type, null, section, crumbs, List.of(), null));
        all.put("site", info);
        all.put("editions", List.of());
        all.put("portal", true);
        all.put("units", units);
        all.put("silent", silent);
        return new PortalPage(address, TEMPLATE, all);
    }

    /** The variables of a page with these parts, to which others may be added. */
    static Map<String, Object> variables(String heading, List<PortalModel.Section> sections) {
        return new HashMap<>(Map.of("heading", heading, "sections", sections));
    }

    /**
     * Returns the search page, which is that of every site with other names for what hits are filtered by.
     *
     * @param isSearched whether there is an index
     */
    public PortalPage search(boolean isSearched) {
        PortalPage page = page(
                SEARCH,
                "search",
                "搜索",
                List.of(),
                Map.of("heading", "搜索", "sections", List.of(), "notes", List.of("这里的内容太多，不能在网页里直接搜索，请到各单位的网站里搜索。")));
        return isSearched ? new PortalPage(page.address(), "search.ftl", page.variables()) : page;
    }

    /** Returns the page that explains the portal to its readers. */
    public PortalPage help() {
        String title = "怎样看这个网站";
        PortalPage page = page(HELP, "help", title, List.of(), Map.of("heading", title));
        return new PortalPage(page.address(), "portal-help.ftl", page.variables());
    }

    /** Returns the page that a server shows for a missing address. */
    public PortalPage notFound() {
        PortalPage page = page("404.html", "error404", "没有找到这个页面", List.of(), Map.of());
        return new PortalPage(page.address(), "error404.ftl", page.variables());
    }

    /** Returns an entry as a line of a list of entries of many sites. */
    PortalModel.Line line(CollectedEntry entry) {
        UnitSite branch = branches.get(entry.site());
        return new PortalModel.Line(
                entry.title(),
                href(branch.base() + entry.address()),
                entry.marks(),
                entry.day(),
                new Link(branch.listed().name(), Unit.address(entry.site())),
                String.join("、", entry.listing().columns()),
                entry.notice()
                        .filter(notice -> !notice.from().isAfter(asOf))
                        .map(it -> Map.of(
                                "from", it.from().toString(),
                                "to", it.to().toString(),
                                "result", branch.figures().isUntold(entry.address()) ? "结果未公布" : ""))
                        .orElse(null),
                branch.figures().dues().stream()
                        .anyMatch(it -> entry.address().equals(it.evidence().orElse(""))));
    }

    /** Returns an address of a site with the characters that an address cannot have written in hexadecimal digits. */
    static String href(String address) {
        return SEGMENT.matcher(address).replaceAll(segment -> URLEncoder.encode(segment.group(), StandardCharsets.UTF_8)
                .replace("+", "%20"));
    }
}
