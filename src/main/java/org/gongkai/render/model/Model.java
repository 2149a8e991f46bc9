package org.gongkai.render.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;

/**
 * The values that templates read. A missing value is {@code null}, for FreeMarker's {@code ??}; a list
 * never is. Every {@code uri} is an address from the root of the site, to be written as {@code ${root}${x.uri}}.
 */
public final class Model {

    private Model() {}

    /** The page itself: what every template gets as {@code page}. */
    public record PageInfo(
            String title,
            String path,
            String type,
            String description,
            String section,
            List<Link> crumbs,
            List<Meta> meta,
            Link feed) {}

    /** A title and its target; {@code uri} null for plain text. */
    public record Link(String title, String uri) {

        public static final Link HOME = new Link("首页", "index.html");
        public static final Link SITE_MAP = new Link("网站地图", "sitemap.html");
        public static final Link YEARS = new Link("按年浏览", Site.YEARS + "index.html");
        public static final Link TAGS = new Link("标签", Site.TAGS + "index.html");
        public static final Link FEED = new Link("订阅地址", "feed.xml");

        /**
         * The way from the home page to a page.
         *
         * @param title as the page is called there
         * @param above the pages between
         */
        public static List<Link> way(String title, Link... above) {
            List<Link> way = new ArrayList<>(List.of(HOME));
            way.addAll(List.of(above));
            way.add(new Link(title, null));
            return way;
        }

        /** Returns the variables of the page at the target, whose title ends the way to it. */
        public Map<String, Object> page(SiteModel model, String type, String section, Link... above) {
            return model.base(model.page(uri, type, title, way(title, above), section));
        }
    }

    /** A meta tag of the page's head (国办发〔2017〕47号). */
    public record Meta(String name, String content) {}

    /** The site: what every template gets as {@code site}. */
    public record SiteInfo(
            String name,
            String unit,
            String contact,
            String supervision,
            String baseUrl,
            String asOf,
            Contents contents,
            SiteLinks links) {

        public String asOfText() {
            return DateText.chinese(LocalDate.parse(asOf));
        }

        public int total() {
            return contents.total;
        }

        public List<ColumnInfo> columns() {
            return contents.columns;
        }

        public List<YearInfo> years() {
            return contents.years;
        }

        public int tagCount() {
            return contents.tagCount;
        }
    }

    /** What a site holds: the number of entries, the columns, the years with their counts, the number of tags. */
    public record Contents(int total, List<ColumnInfo> columns, List<YearInfo> years, int tagCount) {}

    /** The links that stand on many pages, by where they stand; see {@link SiteLink.Place}. */
    public record SiteLinks(List<Link> search, List<Link> menu, List<Link> home, List<Link> foot, List<Link> map) {}

    /**
     * A column of the menu.
     *
     * @param rest whether the first row of the menu has no room for it
     */
    public record ColumnInfo(
            String name, String uri, int count, String description, List<YearInfo> years, boolean rest) {}

    public record YearInfo(int year, String uri, int count) {}

    /** A chooser's entry: a year or a column with its count. */
    public record Choice(String name, Integer year, String uri, int count, boolean current) {}

    /** A name and its target. */
    public record Name(String name, String uri) {}

    /** An entry in a list. */
    public record Post(
            String title,
            String uri,
            String published,
            Listing listing,
            String summary,
            Notice notice,
            State state,
            List<Fact> ways) {

        public Name column() {
            return listing.column;
        }

        public List<String> kinds() {
            return listing.kinds;
        }

        public String number() {
            return listing.number;
        }
    }

    /** Where an entry is listed. */
    public record Listing(Name column, List<String> kinds, String number) {}

    /** Entries of a list that stand below a heading of their own. */
    public record PostGroup(String name, List<Post> posts) {}

    /**
     * The 公示 period of an entry; {@code days} are its working days as dates with a blank between them, null if it is
     * not counted in working days; {@code result} is null if nothing is known of it, in lists without a text if it is
     * another entry.
     */
    public record Notice(
            String state,
            String from,
            String to,
            String fromText,
            String toText,
            Integer workingDays,
            String days,
            Link result) {

        public boolean open() {
            return state.equals("公示中");
        }
    }

    /** 现行, 已修订, 废止 with the tone in which it is shown: good, warn or gone. */
    public record State(String text, String tone) {}

    /** The entry of an entry page: what its template gets as {@code content}. */
    public record Content(
            String title,
            String uri,
            Publication publication,
            Filing filing,
            Validity validity,
            Details details,
            Text text,
            Neighbours near) {}

    /** The day of publication, of 成文 and of the last correction, and who publishes. */
    public record Publication(String day, String dayText, String publisher, String signedText, String revisedText) {}

    /** Where an entry is found. */
    public record Filing(Name column, int year, List<String> kinds, List<Name> tags) {}

    /** Whether an entry is in force, its 公示 with those to turn to, its version, and what replaces what. */
    public record Validity(
            State state,
            Notice notice,
            List<Contact> contacts,
            VersionInfo version,
            List<Dated> replaces,
            List<Successor> replacedBy) {}

    /**
     * What the header states. {@code meeting} begins the body, {@code key} stands above it, {@code information} are the
     * other rows, {@code all} are all of them.
     */
    public record Details(
            List<Fact> meeting,
            List<Fact> key,
            List<Fact> information,
            List<Fact> all,
            List<Step> steps,
            List<Table> tables) {}

    /** The body as HTML, its outline, and the attached files. */
    public record Text(String body, List<Heading> outline, List<Attachment> attachments) {}

    /** The entries before and after this one in its column, and those related to it. */
    public record Neighbours(Dated previous, Dated next, List<Dated> related) {}

    /**
     * The entry that replaces another: the day from which, and the address of their differences; either may be null.
     */
    public record Successor(String title, String uri, String sinceText, String comparisonUri) {}

    /** Whom to tell what; {@code target} dials or writes, null if the text names no single number or address. */
    public record Contact(String label, String value, String target) {}

    /** A step to publication: who took it and when; either may be null. */
    public record Step(String name, String person, String dayText) {}

    /** A row of the metadata. */
    public record Fact(String label, String value, String uri) {}

    /** A typed table. */
    public record Table(String caption, List<String> columns, List<List<String>> rows) {}

    /** A line of the outline. */
    public record Heading(int level, String id, String text) {}

    /** An attached file. */
    public record Attachment(String name, String uri, String type, String size) {}

    /**
     * The version of an entry and the address of its history; {@code uri} null if it has no pages of its history.
     * {@code revisions} counts the changes of words or fields since the first version, {@code changed} is the day of
     * the last.
     */
    public record VersionInfo(int number, String changed, String changedText, String uri, int revisions) {}

    /** The page in another edition; {@code uri} null if it has none there, or this is it. */
    public record EditionLink(String name, String uri, boolean current) {}

    /** An edition in the list of all. */
    public record EditionRow(String name, String uri, String day, int pages) {}

    /** What happened to the entry of a page of an edition since. */
    public record EditionChange(String page, String text) {}

    /** The notice at the address of a withdrawn entry. */
    public record Gone(String what, Name column, String number, String publishedText, String dayText, String reason) {}

    /** An entry beside this one. */
    public record Dated(String title, String uri, String published) {}

    /**
     * The table of years and columns.
     *
     * @param severalYears how many entries are in more than one row
     * @param severalColumns how many entries are in more than one column
     */
    public record Matrix(
            List<Name> columns,
            List<MatrixRow> rows,
            List<Integer> totals,
            int total,
            long severalYears,
            long severalColumns) {}

    /** A year of the table. */
    public record MatrixRow(int year, String uri, List<Cell> cells, int total) {}

    /** A cell of the table; {@code uri} null when it counts nothing, {@code shade} from 0 to 4. */
    public record Cell(int count, String uri, int shade) {}

    /** The position of a page in a list. */
    public record Pager(int page, int pages, String previousUri, String nextUri, List<PagerItem> items) {}

    /** A page of a list. */
    public record PagerItem(int number, String uri, boolean current) {}

    public record TagInfo(String name, String uri, int count) {}

    /** A row of the XML site map. */
    public record Url(String loc, String lastmod) {}
}
