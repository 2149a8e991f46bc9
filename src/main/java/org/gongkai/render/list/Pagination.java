package org.gongkai.render.list;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.NeighbourEntries;
import org.gongkai.text.DateText;

/** Splits a list into pages. The first page has the address of the list, the others are in the same folder. */
public final class Pagination {

    /** Entries on a page. */
    private static final int PAGE_SIZE = 40;

    /** Pages on each side of the current one to which a pager links. */
    private static final int AROUND = 2;

    private final SiteModel model;
    private final LinkedEntries ways;
    private final Function<Item, String> summaries;
    /** Rows by the address of their entry, shared by all lists. */
    private final Map<String, Model.Post> posts = new ConcurrentHashMap<>();

    Pagination(SiteModel model, LinkedEntries ways, Function<Item, String> summaries) {
        this.model = model;
        this.ways = ways;
        this.summaries = summaries;
    }

    /**
     * One list.
     *
     * @param heading its heading
     * @param intro a sentence below it, or null
     * @param empty text of an empty list
     * @param years years to choose from
     * @param months months to choose from
     * @param columns columns to choose from
     * @param yearsAllUri the list without the year that is chosen, or null
     * @param columnsAllUri the list without the column that is chosen, or null
     */
    record Listing(
            String heading,
            String intro,
            String empty,
            List<Model.Choice> years,
            List<Model.Link> months,
            List<Model.Choice> columns,
            String yearsAllUri,
            String columnsAllUri) {}

    /**
     * How the rows of a list are shown, which is the same on all its pages.
     *
     * @param meetings whether most entries report meetings
     * @param byMonth whether they stand under their months
     */
    private record Order(boolean meetings, boolean byMonth) {}

    /** The pages of a list of which page 1 is described by {@code first}. */
    List<Page> pages(Model.PageInfo first, Listing listing, List<Item> items) {
        int size = pageSize(items);
        int count = Math.max(1, (items.size() + size - 1) / size);
        boolean meetings = areMeetings(items);
        Order order = new Order(meetings, meetings && isCrowded(items));
        List<Page> pages = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            int page = number;
            String address = address(first.path(), number);
            Page list = new Page(address, "list.ftl", () -> variables(first, listing, items, order, page, count));
            pages.add(number == 1 ? list.of(items) : list.unlisted());
        }
        return pages;
    }

    private Map<String, Object> variables(
            Model.PageInfo first, Listing listing, List<Item> items, Order order, int page, int count) {
        String address = address(first.path(), page);
        Model.PageInfo info = page == 1
                ? first
                : new Model.PageInfo(
                        first.title() + "（第" + page + "页）",
                        address,
                        first.type(),
                        first.description(),
                        first.section(),
                        first.crumbs(),
                        first.meta(),
                        first.feed());
        Map<String, Object> variables = model.base(info);
        variables.put("heading", listing.heading());
        variables.put("intro", listing.intro());
        variables.put("empty", listing.empty());
        variables.put("years", listing.years());
        variables.put("months", listing.months());
        variables.put("columns", listing.columns());
        variables.put("yearsAllUri", listing.yearsAllUri());
        variables.put("columnsAllUri", listing.columnsAllUri());
        variables.put("total", items.size());
        int size = pageSize(items);
        List<Model.Post> shown = items.subList((page - 1) * size, Math.min(items.size(), page * size)).stream()
                .map(this::post)
                .toList();
        variables.put("posts", shown);
        variables.put("meetings", order.meetings());
        variables.put("groups", order.byMonth() ? byMonth(shown) : List.of());
        variables.put("pager", pager(first.path(), page, count));
        return variables;
    }

    /**
     * The rows of a page of a list. Chapters are looked up, not read from the newest on, so that more of them stand
     * together.
     */
    static int pageSize(List<Item> items) {
        return NeighbourEntries.isSeries(items) ? 3 * PAGE_SIZE : PAGE_SIZE;
    }

    /** Returns whether most of some entries report meetings, of which a month has several of different kinds. */
    private static boolean areMeetings(List<Item> items) {
        return items.stream()
                        .filter(item -> item.entry().kinds().stream().anyMatch(kind -> kind.is(Trait.CALENDAR, "会议")))
                        .count()
                > items.size() / 2;
    }

    /** Returns whether a month has two entries at the average, so that it is worth a heading. */
    private static boolean isCrowded(List<Item> items) {
        long months = items.stream()
                .map(item -> YearMonth.from(item.entry().dates().published()))
                .distinct()
                .count();
        return months * 2 <= items.size();
    }

    /** The rows of each month in which entries were published, in their order. */
    private static List<Model.PostGroup> byMonth(List<Model.Post> posts) {
        Map<String, List<Model.Post>> months = new LinkedHashMap<>();
        posts.forEach(post -> months.computeIfAbsent(
                        DateText.chinese(YearMonth.from(LocalDate.parse(post.published()))), month -> new ArrayList<>())
                .add(post));
        return months.entrySet().stream()
                .map(month -> new Model.PostGroup(month.getKey(), month.getValue()))
                .toList();
    }

    private Model.Post post(Item item) {
        Model.Post cached = posts.get(item.address());
        return cached != null
                ? cached
                : posts.computeIfAbsent(
                        item.address(), key -> model.post(item, summaries.apply(item), ways.inLists(item)));
    }

    /**
     * Returns the links from a page of a list to the first, the last and those around it.
     *
     * @param first address of its first page
     */
    public static Model.Pager pager(String first, int page, int count) {
        List<Model.PagerItem> numbers = IntStream.rangeClosed(1, count)
                .filter(n -> isShown(n, page, count) || isShown(n - 1, page, count) && isShown(n + 1, page, count))
                .mapToObj(n -> new Model.PagerItem(n, address(first, n), n == page))
                .toList();
        return new Model.Pager(
                page,
                count,
                page > 1 ? address(first, page - 1) : null,
                page < count ? address(first, page + 1) : null,
                numbers);
    }

    /** The first and the last page and those near the current one; a gap of a single page is filled. */
    private static boolean isShown(int n, int page, int count) {
        return n == 1 || n == count || Math.abs(n - page) <= AROUND;
    }

    /**
     * The address of a page of a list.
     *
     * @param first address of its first page; further ones lie beside it
     */
    public static String address(String first, int page) {
        if (page == 1) {
            return first;
        }
        return (first.endsWith("index.html")
                        ? first.substring(0, first.length() - "index.html".length())
                        : first.substring(0, first.length() - ".html".length()) + "-")
                + "page-" + page + ".html";
    }
}
