package org.gongkai.input.config;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;

/**
 * The settings of one site.
 *
 * @param name the title of the site
 * @param branch whose site it is
 * @param readers for whom it is
 * @param zone the time zone of days
 * @param resultWithin the number of days after the end of a 公示 within which its result is expected
 * @param display how much of an entry readers see, and in which look
 * @param data what the other files of settings say
 * @param defaults what entries say if their headers do not
 */
@Key.Group("例如：名称: 第一党支部党务公开")
public record SiteConfig(
        @Key(value = "名称 name", or = "党务公开") String name,
        @Key("") Branch branch,
        @Key("") Readers readers,
        @Key(value = "时区 time-zone", or = SHANGHAI, allowed = "时区的名称，一般是 " + SHANGHAI, code = "E112") ZoneId zone,
        @Key(
                        value = "公示结果期限 result-within",
                        by = "days",
                        or = "" + RESULT_WITHIN,
                        allowed = "1 到 999 的天数，如 30：公示结束多少天以后还没有写结果就提醒")
                int resultWithin,
        @Key("") Display display,
        Data data,
        @Key("默认 defaults") EntryDefaults defaults) {

    /** The names of the field with a base URL. */
    public static final String URL = "网址 base-url";

    /** What base URLs look like, for users. */
    public static final String URLS = "完整的网址，如 http://主机名/";

    /** The default of {@link #resultWithin}. */
    public static final int RESULT_WITHIN = 30;

    /** The default of {@link #zone}. */
    public static final ZoneId ZONE = ZoneId.of(SiteConfig.SHANGHAI);

    private static final String SHANGHAI = "Asia/Shanghai";
    private static final String CODE = "[A-Za-z0-9]*";
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?");

    /** The 公开范围 of entries that state none. */
    public static final String UNIT = "本单位";

    /** The 公开范围 of entries for persons who are named; no shared site has them. */
    public static final String SPECIAL = "特定对象";

    /** Every 公开范围, the widest first. */
    public static final List<String> SCOPES = List.of("社会", "全党", UNIT, SPECIAL);

    /** Folders of any site, which columns cannot use. */
    static final List<String> FOLDERS = List.of("assets", "years", "tags", "editions", "index", "sitemap");

    /** Folders of a store that audiences cannot use. */
    public static final List<String> OF_STORES = List.of("current", "releases", "editions", "addresses");

    /** Returns whether a text can be the code of a site, the first part of index numbers; it may be empty. */
    public static boolean isCode(String text) {
        return text.matches(CODE);
    }

    /** Returns a base URL with a trailing {@code /}; null if the text is none. */
    public static String url(String typed) {
        return ADDRESS.matcher(typed).matches() ? typed.replaceFirst("/?$", "/") : null;
    }

    private static Integer days(String typed) {
        return typed.matches("[1-9]\\d{0,2}(\\s*[天日])?") ? Integer.valueOf(typed.replaceAll("\\D", "")) : null;
    }

    /** The base URL with a trailing {@code /}, that of the first audience if there are several; empty if unknown. */
    public String baseUrl() {
        return readers.baseUrl;
    }

    /** The audiences, at least one. */
    public List<Audience> audiences() {
        return readers.audiences;
    }

    /** Returns this site with another name. */
    public SiteConfig named(String other) {
        return with(other, readers);
    }

    /**
     * Returns this site with another base URL.
     *
     * @param address the base URL with a trailing {@code /}; empty if unknown
     */
    public SiteConfig at(String address) {
        return with(name, new Readers(address, readers.audiences, readers.gapsShownTo));
    }

    /**
     * Returns this site for the readers of another one: with its base URLs, and for no others what is late or missing.
     */
    public SiteConfig forReadersOf(SiteConfig other) {
        return with(name, other.readers);
    }

    private SiteConfig with(String otherName, Readers others) {
        return new SiteConfig(otherName, branch, others, zone, resultWithin, display, data, defaults);
    }

    /**
     * The branch whose site it is.
     *
     * @param unit the unit to which it belongs; may be empty
     * @param code its code, which begins its index numbers; may be empty
     * @param contact how to contact it; may be empty
     * @param supervision how to complain; may be empty
     */
    public record Branch(
            @Key("单位 unit") String unit,
            @Key(value = "机构代码 code", matches = CODE, allowed = "字母和数字，如 ABCD01；它是索引号的第一段") String code,
            @Key("联系 contact") String contact,
            @Key("监督 supervision") String supervision) {}

    /**
     * For whom a site is.
     *
     * @param baseUrl the base URL of the published site with a trailing {@code /}, that of the first audience if there
     *     are several; empty if unknown
     * @param audiences the audiences, at least one
     * @param gapsShownTo the names of the audiences that see what is late or missing; the branch itself always does
     */
    public record Readers(
            @Key(value = URL, by = "url", allowed = URLS, code = "E111") String baseUrl,
            @Key(value = "公开对象 受众 audiences", code = "E113") List<Audience> audiences,
            @Key("公布应办事项 publish-due") List<String> gapsShownTo) {

        private static final Set<String> YES = Set.of("是", "yes", "true");
        private static final Set<String> NO = Set.of("否", "no", "false");

        private static String url(String typed) {
            return SiteConfig.url(typed);
        }

        /** Completes what {@code site.yml} says by what follows from it. */
        static Readers completed(Readers typed, BoundGroup group) {
            List<Audience> audiences =
                    typed.audiences.isEmpty() ? List.of(Audience.everyone(typed.baseUrl)) : typed.audiences;
            List<String> names = audiences.stream().map(Audience::name).toList();
            List<Value.Text> shownTo = group.fields().texts("公布应办事项");
            boolean isYes = shownTo.size() == 1 && YES.contains(shownTo.get(0).text());
            boolean isNo = shownTo.size() == 1 && NO.contains(shownTo.get(0).text());
            shownTo.stream()
                    .filter(name -> !isYes && !isNo && !names.contains(name.text()))
                    .forEach(name -> group.error(
                            name,
                            "“公布应办事项”不能写“" + name.text() + "”",
                            "可以写：是、否，或者公开对象的名称：" + String.join("、", names) + "；写了的人看得到缺少和逾期的事项"));
            return new Readers(
                    audiences.get(0).baseUrl, audiences, isYes ? names : isNo ? List.of() : typed.gapsShownTo);
        }

        /** The 公开范围 that any audience may see. */
        public List<String> scopes() {
            return audiences.stream()
                    .flatMap(it -> it.scopes().stream())
                    .distinct()
                    .toList();
        }

        /** Returns the base URLs of all audiences. */
        public List<String> addresses() {
            return audiences.stream()
                    .map(Audience::baseUrl)
                    .filter(address -> !address.isEmpty())
                    .toList();
        }
    }

    /**
     * How much of an entry readers see, and in which look.
     *
     * @param personsShown whether they see who drafted, reviewed and approved it
     * @param picturesReduced whether photographs above the limits are published at {@link #REDUCED_SIDE}, without a
     *     warning
     * @param commits what they see of commits
     * @param look the name of the look of pages; empty for that of the program
     */
    public record Display(
            @Key(value = "经办人 persons", words = CommitDisplay.SHOWN, or = "公开", allowed = "公开、不公开：读者看不看得到谁拟稿、谁审查、谁审批")
                    boolean personsShown,
            @Key(value = "图片 pictures", words = "缩小 不缩小 reduce 不缩小", allowed = "缩小、不缩小") boolean picturesReduced,
            @Key("修改记录 history") CommitDisplay commits,
            @Key(value = "样子 look", words = "标准 朴素 现代") String look) {

        /** The size of the file of a picture: enough for a page of paper, little enough for a telephone. */
        public static final long LARGEST_PICTURE = 2 << 20;

        /** The longer side of a picture in pixels. */
        public static final int LONGEST_SIDE = 4_000;

        /** The longer side of a reduced photograph in pixels. */
        public static final int REDUCED_SIDE = 2_000;
    }

    /**
     * What the other files of settings say.
     *
     * @param reserved folders that columns cannot use
     * @param categories the declared columns in the order of the menu; empty if any column is allowed
     * @param catalogue what the branch has to publish
     * @param organisation the organization of the branch
     */
    public record Data(
            List<String> reserved, List<ColumnConfig> categories, Catalogue catalogue, Organisation organisation) {}

    /**
     * Readers for whom a separate site is built.
     *
     * @param name the name of the audience
     * @param scopes the 公开范围 that it can see
     * @param folder the name of its output folder; empty for the first audience, which uses the requested folder
     * @param baseUrl the base URL with a trailing {@code /}; empty if unknown
     */
    @Key.Group(value = "例如：{名称: 全体党员, 范围: [社会, 全党], 目录: dang}；第二个起，每个写一个自己的目录", code = "E113")
    public record Audience(
            @Key(value = "名称 name", or = UNIT) String name,
            @Key(value = "范围 scopes", required = true, words = "社会 全党 " + UNIT + " " + SPECIAL) List<String> scopes,
            @Key(value = "目录 folder", matches = Key.SLUG, allowed = Key.SLUGS) String folder,
            @Key(value = URL, by = "url", allowed = URLS, code = "E111") String baseUrl) {

        private static final String FIRST_FOLDER = "它的网站就在指定的文件夹里，几个一起发布时用它名称的拼音；请删去“目录”";

        private static String url(String typed) {
            return SiteConfig.url(typed);
        }

        /**
         * Checks an audience in a list. The base URL of the site is that of the first one, which uses the folder that
         * is asked for; with that of any other, readers would be led to pages that they must not see.
         */
        public static Audience checked(Audience typed, BoundGroup group) {
            boolean isFirst = group.index() == 0;
            if (typed.scopes.contains(SPECIAL) || typed.name.equals(SPECIAL)) {
                group.refuse("", "E114", "“特定对象”不能进入共用的站点", "请从名称和范围里去掉“特定对象”");
            }
            if (OF_STORES.contains(typed.folder)) {
                group.refuse("目录", "“目录”不能写“" + typed.folder + "”", "它留给发布批次，也不能写 " + String.join("、", OF_STORES));
            }
            String site = group.around().text("网址").map(SiteConfig::url).orElse("");
            String url = typed.baseUrl.isEmpty() && isFirst ? site : typed.baseUrl;
            if (isFirst && !site.isEmpty() && !url.equalsIgnoreCase(site)) {
                String message = "公开对象“" + typed.name + "”的网址“" + url + "”与站点的网址“" + site + "”不同";
                group.error("网址", message, "站点的网址就是第一个公开对象的网址，请只写一处");
            }
            if (isFirst && !typed.folder.isEmpty()) {
                group.warning("目录", "W195", "第一个公开对象的“目录”“" + typed.folder + "”不起作用", FIRST_FOLDER);
            }
            if (!isFirst) {
                group.need("目录");
                group.distinct("目录", typed.folder, "E113");
            }
            group.distinct("网址", url, "E113");
            return new Audience(typed.name, typed.scopes, isFirst ? "" : typed.folder, url);
        }

        /** The audience of a site that names none: it sees everything that a public site can contain. */
        public static Audience everyone(String baseUrl) {
            return new Audience(UNIT, SCOPES.subList(0, SCOPES.indexOf(SPECIAL)), "", baseUrl);
        }

        /** Whether it is the unit itself, for which what is late and missing is meant. */
        public boolean isInternal() {
            return scopes.contains(UNIT);
        }

        /** Creates an audience without a base URL. */
        public Audience(String name, List<String> scopes, String folder) {
            this(name, scopes, folder, "");
        }
    }
}
