package org.gongkai.portal.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gongkai.portal.collect.CollectedEntry;
import org.gongkai.portal.page.PortalModel.PortalPage;
import org.gongkai.portal.page.PortalModel.Section;
import org.gongkai.portal.page.PortalModel.Table;
import org.gongkai.render.model.Model.Link;
import org.gongkai.site.Site;
import org.gongkai.site.address.Slugs;
import org.gongkai.text.MoneyText;

/**
 * The lists of all entries of each column and each year, made while the entries pass by oldest first. Pages are
 * numbered from the oldest: a page that is full keeps its entries when others are added, and only the last two are held
 * in memory. What all pages of a list tell of it is known once all entries have passed by: they do so twice.
 */
public final class PagedLists {

    private static final int PAGE = 50;

    private final PortalFrame frame;
    private final Slugs slugs;
    private final Map<String, PagedList> counted;
    private final Consumer<PortalPage> pages;
    private final Map<String, PagedList> lists = new HashMap<>();
    private final Map<String, PagedList> columns = new TreeMap<>();
    private final Map<String, PagedList> years = new TreeMap<>();

    /**
     * @param slugs gives columns their addresses
     * @param counted such lists through which the same entries have passed; empty for these themselves
     * @param pages receives the pages
     */
    public PagedLists(PortalFrame frame, Slugs slugs, Optional<PagedLists> counted, Consumer<PortalPage> pages) {
        this.frame = frame;
        this.slugs = slugs;
        this.counted = counted.map(earlier -> earlier.lists).orElse(Map.of());
        this.pages = pages;
    }

    /** The names of all columns with the addresses of their lists. */
    public Map<String, String> columns() {
        Map<String, String> addresses = new TreeMap<>();
        columns.forEach((name, list) -> addresses.put(name, list.folder + "index.html"));
        return addresses;
    }

    public void add(CollectedEntry entry) {
        for (String column : entry.listing().columns()) {
            String folder = "columns/" + slugs.distinct(column) + "/";
            columns.computeIfAbsent(column, name -> new PagedList(name, folder, new Link("栏目", PortalFrame.COLUMNS)))
                    .add(entry);
        }
        for (String year : entry.listing().years()) {
            years.computeIfAbsent(year, name -> new PagedList(name + "年", Site.YEARS + name + "/", Link.YEARS))
                    .add(entry);
        }
    }

    /** Completes all lists, and adds the pages that list them. */
    public void finish() {
        columns.values().forEach(PagedList::finish);
        List<PagedList> newestFirst = new ArrayList<>();
        for (PagedList list : years.values()) {
            list.finish();
            newestFirst.add(0, list);
        }
        pages.accept(index(PortalFrame.COLUMNS, "list", "栏目", List.copyOf(columns.values())));
        pages.accept(index(Link.YEARS.uri(), "years", Link.YEARS.title(), newestFirst));
    }

    private PortalPage index(String address, String type, String title, List<PagedList> lists) {
        List<PortalModel.Row> rows = lists.stream()
                .map(list -> new PortalModel.Row(
                        new Link(list.title, list.folder + "index.html"),
                        List.of(PortalModel.Cell.plain(MoneyText.grouped(list.count + "篇")))))
                .toList();
        Section all =
                rows.isEmpty() ? Section.of(null, List.of()) : Section.of(null, new Table(List.of(title, "公开"), rows));
        return frame.page(address, type, title, List.of(), PortalFrame.variables(title, List.of(all)));
    }

    /** The entries of one column or year. */
    private final class PagedList {

        private final String title;
        private final String folder;
        private final Link above;
        private final PagedList whole;
        /** The pages on which months begin; of other years, in which entries of this one were published, those. */
        private final Map<String, String> months = new TreeMap<>(Comparator.reverseOrder());

        private int count;
        private List<PortalModel.Line> held = new ArrayList<>();
        private List<PortalModel.Line> full = List.of();
        private int page = 1;
        /** How many of the oldest lines that are held make a page; 0 if they are not enough. */
        private int cut;

        /** How many entries the pages before the one that is full have. */
        private int older;

        PagedList(String title, String folder, Link above) {
            this.title = title;
            this.folder = folder;
            this.above = above;
            this.whole = counted.getOrDefault(folder, this);
            lists.put(folder, this);
        }

        /** A page is not cut between what units publish under the same title, nor within a month that is short. */
        void add(CollectedEntry entry) {
            PortalModel.Line line = frame.line(entry);
            count++;
            int over = held.size() - PAGE;
            boolean isEnd = over >= PAGE
                    || over >= PAGE / 2 && !brief(held.get(0)).equals(brief(line))
                    || over >= 0 && !line.day().startsWith(held.get(0).day().substring(0, 7));
            if (cut == 0 && isEnd) {
                cut = held.size();
            }
            held.add(0, line);
            // The newest page is no shorter than others.
            if (cut > 0 && held.size() == cut + PAGE) {
                turn("page-" + page + ".html", cut);
            }
        }

        private static String brief(PortalModel.Line line) {
            return line.title().replace(line.group().title(), "");
        }

        /** Writes the page before the one that is full now with the oldest lines. */
        private void turn(String newer, int oldest) {
            if (page > 1) {
                write("page-" + (page - 1) + ".html", folder + newer);
            }
            List<PortalModel.Line> newest = held.subList(0, held.size() - oldest);
            full = List.copyOf(held.subList(newest.size(), held.size()));
            held = new ArrayList<>(newest);
            cut = 0;
            page++;
        }

        /** The newest page is the one that readers come to. */
        void finish() {
            turn("index.html", held.size());
            write("index.html", null);
        }

        private void write(String name, String newer) {
            Map<String, Object> variables = PortalFrame.variables(title, List.of(Section.of(null, full)));
            full.forEach(line -> months.put(
                    line.day().substring(0, title.startsWith(line.day().substring(0, 4)) ? 7 : 4), folder + name));
            variables.put("months", whole.months);
            variables.put("total", whole.count);
            older += full.size();
            variables.put("first", whole.count - older + 1);
            variables.put("newer", newer);
            variables.put("older", page > 2 ? folder + "page-" + (page - 2) + ".html" : null);
            pages.accept(frame.page(folder + name, "list", title, List.of(above), variables));
        }
    }
}
