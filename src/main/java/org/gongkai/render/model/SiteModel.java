package org.gongkai.render.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.PublicationReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.site.Editions;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.Site.Column;
import org.gongkai.site.Visibility;
import org.gongkai.site.address.AddressPaths;
import org.gongkai.text.DateText;

/** Builds the parts of the model that many pages share. */
public final class SiteModel {

    /** The width that one row of the menu has for columns, of a character and of a gap, in em. */
    private static final double MENU_ROOM = 40;

    private static final double MENU_CHARACTER = 0.94;
    private static final double MENU_GAP = 1.6;

    /** The state of a 公示 after its last day. */
    private static final String NOTICE_ENDED = "公示已结束";

    /** A longer period is not counted down day by day. */
    private static final int LONGEST_COUNTDOWN = 60;

    private final Site site;
    private final WorkCalendar calendar;
    private final EditionLinks editions;
    private final Model.SiteInfo info;
    private final String domain;
    private final Map<String, Model.Name> columnNames = new HashMap<>();

    /**
     * @param calendar the working days
     * @param links the links that stand on many pages
     */
    public SiteModel(Site site, WorkCalendar calendar, Editions editions, List<SiteLink> links) {
        this.site = site;
        this.calendar = calendar;
        this.editions = new EditionLinks(editions);
        site.groups().columns().forEach(c -> columnNames.put(c.name(), new Model.Name(c.name(), c.address())));
        SiteConfig config = site.config();
        this.domain = domain(config.baseUrl());
        this.info = new Model.SiteInfo(
                config.name(),
                orNull(config.branch().unit()),
                // A number stays in a line with the word before it.
                orNull(config.branch().contact().replaceAll(" (?=\\d)", "\u00a0")),
                orNull(config.branch().supervision().replaceAll(" (?=\\d)", "\u00a0")),
                orNull(config.baseUrl()),
                site.asOf().toString(),
                contents(),
                SiteLink.group(links));
    }

    private Model.Contents contents() {
        return new Model.Contents(
                site.counted(site.items()).size(),
                columnInfos(),
                site.groups().years().stream()
                        .map(y -> new Model.YearInfo(
                                y.year(), y.address(), site.counted(y.items()).size()))
                        .filter(y -> y.count() > 0)
                        .toList(),
                site.groups().tags().size());
    }

    public Site site() {
        return site;
    }

    /** Returns the links to editions, and what was done to the published site. */
    public EditionLinks editions() {
        return editions;
    }

    public Model.SiteInfo info() {
        return info;
    }

    public Model.Name column(String name) {
        return columnNames.get(name);
    }

    /** The variables that every page has. */
    public Map<String, Object> base(Model.PageInfo page) {
        Map<String, Object> model = new HashMap<>();
        model.put("root", AddressPaths.root(page.path()));
        model.put("page", page);
        model.put("site", info);
        model.put("editions", editions.on(page.path()));
        model.put("editionsUri", editions.index());
        model.put("ownEdition", editions.own());
        return model;
    }

    /** Returns the description of a page that belongs to no column. */
    public Model.PageInfo page(String address, String type, String title, List<Model.Link> crumbs, String section) {
        Model.Link feed = new Model.Link(info.name(), Model.Link.FEED.uri());
        return new Model.PageInfo(title, address, type, null, section, crumbs, siteMeta(), feed);
    }

    private List<Model.ColumnInfo> columnInfos() {
        List<Model.ColumnInfo> infos = new ArrayList<>();
        double room = MENU_ROOM;
        for (Column column : site.groups().columns()) {
            room -= column.name().length() * MENU_CHARACTER + MENU_GAP;
            infos.add(columnInfo(column, room < 0));
        }
        return infos;
    }

    private Model.ColumnInfo columnInfo(Column column, boolean rest) {
        return new Model.ColumnInfo(
                column.name(),
                column.address(),
                column.items().size(),
                orNull(column.description()),
                site.groups().years().stream()
                        .filter(y -> !y.of(column).isEmpty())
                        .map(y -> new Model.YearInfo(
                                y.year(), column.address(y.year()), y.of(column).size()))
                        .toList(),
                rest);
    }

    /**
     * An entry as a line of a list.
     *
     * @param ways entries that belong to it
     */
    public Model.Post post(Item item, String summary, List<Model.Fact> ways) {
        Entry entry = item.entry();
        return new Model.Post(
                entry.title(),
                item.address(),
                published(entry),
                new Model.Listing(
                        column(entry.column()),
                        entry.kinds().stream().map(k -> k.name()).toList(),
                        orNull(entry.publication().number())),
                orNull(summary),
                entry.notice()
                        .map(n -> notice(
                                n,
                                Visibility.result(n)
                                        .map(it -> new Model.Link(it, null))
                                        .orElse(null)))
                        .orElse(null),
                state(entry),
                ways);
    }

    public static String published(Entry entry) {
        return entry.dates().day().toString();
    }

    public Model.Notice notice(Entry.Notice notice, Model.Link result) {
        LocalDate today = site.asOf();
        return new Model.Notice(
                notice.isOpen(today) ? "公示中" : today.isBefore(notice.from()) ? "公示未开始" : NOTICE_ENDED,
                notice.from().toString(),
                notice.to().toString(),
                DateText.chinese(notice.from()),
                DateText.chinese(notice.to()),
                notice.workingDays().orElse(null),
                workingDays(notice),
                result);
    }

    /** The working days of a period, so that a script can count those that are left on the reader's day. */
    private String workingDays(Entry.Notice notice) {
        return notice.workingDays()
                .filter(any -> !notice.to().isAfter(notice.from().plusDays(LONGEST_COUNTDOWN)))
                .flatMap(any -> calendar.days(notice.from(), notice.to()))
                .map(days -> days.stream().map(LocalDate::toString).collect(Collectors.joining(" ")))
                .orElse(null);
    }

    public static Model.State state(Entry entry) {
        String text = entry.publication().validity();
        if (text.isEmpty()) {
            return null;
        }
        return switch (Choice.canonical(PublicationReader.VALIDITIES, text).orElse("")) {
            case "现行" -> new Model.State(text.equals("现行") ? "现行有效" : text, "good");
            case "废止" -> new Model.State(text, "gone");
            default -> new Model.State(text, "warn");
        };
    }

    /** The table of years and columns; a column that holds nothing or does not count is left out. */
    public Model.Matrix matrix() {
        List<Column> columns = site.groups().columns().stream()
                .filter(c -> c.counted() && !c.items().isEmpty())
                .toList();
        int most = 1;
        for (Site.Year year : site.groups().years()) {
            for (Column column : columns) {
                most = Math.max(most, year.of(column).size());
            }
        }
        List<Model.MatrixRow> rows = new ArrayList<>();
        for (Site.Year year : site.groups().years()) {
            int total = site.counted(year.items()).size();
            if (total == 0) {
                continue;
            }
            List<Model.Cell> cells = new ArrayList<>();
            for (Column column : columns) {
                int count = year.of(column).size();
                cells.add(new Model.Cell(
                        count, count == 0 ? null : column.address(year.year()), (4 * count + most - 1) / most));
            }
            rows.add(new Model.MatrixRow(year.year(), year.address(), cells, total));
        }
        return new Model.Matrix(
                columns.stream().map(c -> column(c.name())).toList(),
                rows,
                columns.stream().map(c -> c.items().size()).toList(),
                info.total(),
                site.counted(site.items()).stream()
                        .filter(item -> item.entry().listing().years().size() > 1)
                        .count(),
                site.items().stream()
                        .map(item -> item.entry().listing().categories())
                        .filter(names -> columns.stream()
                                        .filter(column -> names.contains(column.name()))
                                        .count()
                                > 1)
                        .count());
    }

    /** The meta tags of every page (国办发〔2017〕47号). */
    public List<Model.Meta> siteMeta() {
        List<Model.Meta> meta = new ArrayList<>();
        addMeta(meta, "SiteName", info.name());
        addMeta(meta, "SiteDomain", domain);
        addMeta(meta, "SiteIDCode", site.config().branch().code());
        return meta;
    }

    /** The meta tags of a column's pages. */
    public List<Model.Meta> columnMeta(Column column) {
        List<Model.Meta> meta = siteMeta();
        addMeta(meta, "ColumnName", column.name());
        addMeta(meta, "ColumnDescription", column.description());
        addMeta(meta, "ColumnKeywords", column.name());
        addMeta(meta, "ColumnType", column.name());
        return meta;
    }

    /** The meta tags of an entry's page. */
    public List<Model.Meta> entryMeta(Item item, String description) {
        Entry entry = item.entry();
        List<Model.Meta> meta = siteMeta();
        addMeta(meta, "ColumnName", entry.column());
        addMeta(meta, "ColumnType", entry.column());
        addMeta(meta, "ArticleTitle", entry.title());
        addMeta(meta, "PubDate", DateText.minutes(entry.dates().published()));
        addMeta(meta, "ContentSource", entry.publication().publisher());
        addMeta(meta, "Keywords", String.join(",", entry.listing().tags()));
        addMeta(meta, "Author", site.config().display().personsShown() ? entry.text(CommonField.OWNER) : "");
        addMeta(meta, "Description", description);
        if (!site.config().baseUrl().isEmpty()) {
            addMeta(meta, "Url", site.config().baseUrl() + item.address());
        }
        return meta;
    }

    private static String domain(String baseUrl) {
        return baseUrl.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
    }

    private static void addMeta(List<Model.Meta> meta, String name, String content) {
        if (!content.isEmpty()) {
            meta.add(new Model.Meta(name, content));
        }
    }

    public static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
