package org.gongkai.write.document.foreign;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.source.SourceFile;
import org.gongkai.write.document.Remark;

/**
 * The address at which a generator published a document, by its header or by the pattern in the settings.
 *
 * @param file the document
 * @param header what it states
 * @param mapped the same by our fields
 */
record PublishedAddress(GeneratorSite site, Path file, Map<String, Object> header, MappedHeader mapped) {

    private static final Pattern PLACEHOLDER = Pattern.compile(":([A-Za-z_]+)");
    private static final Pattern INDEX = Pattern.compile("(?i)(?:^|(?<=/))_?(?:index|readme)$");
    private static final Pattern MKDOCS_POST = Pattern.compile("(.*?)posts/.+");
    private static final Pattern NUMBER = Pattern.compile("(?<![^/])(?!\\d+[-_.]\\d)\\d+\\s*[-_.]+\\s*(?=[^-_.\\s/])");
    private static final Pattern TIME = Pattern.compile("\\d[T ](\\d{1,2}):(\\d{2})(?::(\\d{2}))?");

    /** The patterns that Jekyll has names for. */
    private static final Map<String, String> STYLES = Map.of(
            "date", "/:categories/:year/:month/:day/:title.html",
            "pretty", "/:categories/:year/:month/:day/:title/",
            "ordinal", "/:categories/:year/:y_day/:title.html",
            "none", "/:categories/:title.html");

    /** Parts of dates in patterns, and how the library of Java writes them. */
    private static final String DAYS = "year:uuuu short_year:uu month:MM i_month:M day:dd i_day:d y_day:DDD yearday:D";

    private static final String UNKNOWN = "\0";

    /** Returns the header in which the address takes the place of what it was made of. */
    Map<String, Object> header(List<Remark> remarks) {
        Map<String, Object> all = new LinkedHashMap<>(header);
        String pattern = pattern();
        String address = filled(pattern);
        boolean isDocusaurus = site.generator() == Generator.DOCUSAURUS;
        List.of("permalink", isDocusaurus ? "id" : "url").forEach(all::remove);
        if (pattern.contains(":slug")
                || pattern.contains(":title")
                || site.generator() == Generator.HUGO
                || isDocusaurus) {
            all.remove("slug");
        }
        if (!all.containsKey("title") && !all.containsKey("标题")) {
            Optional.ofNullable(all.remove("sidebar_label"))
                    .or(() -> site.title(file))
                    .ifPresent(title -> all.put("title", title));
        }
        Map<String, String> values = values();
        PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !values.containsKey(name))
                .forEach(all::remove);
        if (address.contains(UNKNOWN)) {
            remarks.add(new Remark("", "原来的网址按 " + pattern + " 算不出来，没有写旧址，请照原来的网站补上", Remark.Weight.LEFT_OUT));
        } else if (!address.matches("/?(?:index\\.html)?")) {
            all.put("permalink", address);
        }
        if (site.generator() == Generator.HUGO && all.containsKey("aliases")) {
            String folder = SourceFile.folder(address.replaceFirst("/$", ""));
            all.put(
                    "aliases",
                    GeneratorSite.items(all.get("aliases")).stream()
                            .map(alias -> alias.startsWith("/") ? alias : folder + alias)
                            .toList());
        }
        return all;
    }

    /** The path of the document below the folder of texts, without its extension. */
    private String path() {
        String path = site.folder(file)
                .orElse(site.root())
                .relativize(file)
                .toString()
                .replace('\\', '/');
        String stem =
                path.substring(0, path.length() - file.getFileName().toString().length())
                        + new SourceFile(file.getFileName().toString(), 0).stem();
        String language = GeneratorSite.language(site.config());
        return stem.endsWith("." + language) ? stem.substring(0, stem.length() - language.length() - 1) : stem;
    }

    private String stated(String name) {
        return Objects.toString(header.getOrDefault(name, ""), "").strip();
    }

    /** The address or its pattern; with a slash at its end for a folder. */
    private String pattern() {
        String path = path();
        String plain = INDEX.matcher(path).replaceFirst("");
        boolean isIndex = plain.length() < path.length();
        String stated = stated(site.generator() == Generator.HUGO ? "url" : "permalink");
        if (!stated.isEmpty() && !STYLES.containsKey(stated)) {
            return stated;
        }
        boolean isPost = ("/" + path).contains("/_posts/");
        String usual = isIndex ? "/" + plain : "/" + plain + ".html";
        return switch (site.generator()) {
            case HUGO -> hugo(plain, isIndex);
            case HEXO -> isPost ? GeneratorSite.text(site.config(), "permalink", ":year/:month/:day/:title/") : usual;
            case JEKYLL -> jekyll(plain, usual, isPost, isIndex);
            case DOCUSAURUS -> docusaurus(path);
            case MKDOCS -> mkDocs(plain, usual);
            case VUEPRESS, GITBOOK -> usual;
        };
    }

    /** Numbers at the beginning of names are for their order; the first text of a folder has the address of the folder. */
    private String docusaurus(String path) {
        String route = "/" + site.folders().get(site.folder(file).orElseThrow());
        Optional<FileNameDate> day = FileNameDate.of(file).filter(any -> route.startsWith("/blog"));
        String plain = NUMBER.matcher(path).replaceAll("");
        String folder =
                day.map(found -> found.day().toString().replace('-', '/') + "/").orElse(SourceFile.folder(plain));
        String name = day.map(FileNameDate::rest)
                .orElse(plain.substring(SourceFile.folder(plain).length()));
        boolean isFirst = INDEX.matcher(name).matches() || ("/" + folder).endsWith("/" + name + "/");
        String slug = stated("slug").isEmpty() ? stated("id") : stated("slug");
        boolean isWhole = slug.startsWith("/") || route.startsWith("/blog") && !slug.isEmpty();
        return route + (isWhole ? slug : folder + (!slug.isEmpty() ? slug : isFirst ? "" : name)) + "/";
    }

    private String mkDocs(String plain, String usual) {
        Matcher post = MKDOCS_POST.matcher(plain);
        boolean isPost =
                post.matches() && String.valueOf(site.config().get("plugins")).contains("blog");
        boolean isFlat =
                GeneratorSite.text(site.config(), "use_directory_urls", "true").equals("false");
        return isPost
                ? "/" + post.group(1) + ":year/:month/:day/:slug" + (isFlat ? ".html" : "/")
                : isFlat ? usual : "/" + plain + "/";
    }

    private String jekyll(String plain, String usual, boolean isPost, boolean isIndex) {
        String general = GeneratorSite.text(site.config(), "permalink", "date");
        String pattern = STYLES.getOrDefault(general, general);
        String collection =
                plain.startsWith("_") && !isPost ? plain.substring(1).split("/")[0] : "";
        if (!collection.isEmpty()) {
            Object own = site.collections().getOrDefault(collection, Map.of()).get("permalink");
            return own == null ? "/:collection/:path.html" : String.valueOf(own);
        }
        return isPost ? pattern : pattern.endsWith("/") && !isIndex ? "/" + plain + "/" : usual;
    }

    private String hugo(String plain, boolean isIndex) {
        String path = plain.replaceFirst("/$", "");
        boolean isList = file.getFileName().toString().startsWith("_index");
        String section = path.contains("/") || isList ? path.split("/")[0] : "/";
        Object own = null;
        if (site.config().entrySet().stream()
                        .filter(setting -> setting.getKey().equalsIgnoreCase("permalinks"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null)
                instanceof Map<?, ?> permalinks) {
            own = permalinks.get("page") instanceof Map<?, ?> pages ? pages.get(section) : permalinks.get(section);
        }
        if (own != null && !isList) {
            return String.valueOf(own);
        }
        String slug = stated("slug");
        String address = slug.isEmpty() || isList ? path : SourceFile.folder(path) + slug;
        boolean isUgly = GeneratorSite.text(site.config(), "uglyurls", "false").equals("true");
        boolean isTyped =
                GeneratorSite.text(site.config(), "disablepathtolower", "false").equals("true");
        String plainAddress = address.replaceAll("\\s+", "-");
        return "/" + (isTyped ? plainAddress : plainAddress.toLowerCase(Locale.ROOT))
                + (isUgly && !isIndex ? ".html" : "/");
    }

    private String filled(String pattern) {
        Map<String, String> values = values();
        String filled =
                PLACEHOLDER.matcher(pattern).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
        return filled.replaceAll("/{2,}", "/");
    }

    private String value(MatchResult found, Map<String, String> values) {
        String name = found.group(1);
        String value = values.get(name);
        if (value == null && !stated(name).isEmpty()) {
            value = stated(name);
        }
        return value == null ? UNKNOWN : value;
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        String path = INDEX.matcher(path()).replaceFirst("").replaceFirst("/$", "");
        String below = path.replaceFirst("^(?:.*/)?_(?:posts|[^/]+)/", "");
        String base = path.substring(path.lastIndexOf('/') + 1);
        boolean isDated = site.generator() == Generator.JEKYLL
                || GeneratorSite.text(site.config(), "new_post_name", "").contains(":year");
        Optional<FileNameDate> named = FileNameDate.of(Path.of(base + ".md")).filter(any -> isDated);
        String name =
                named.map(FileNameDate::rest).filter(rest -> !rest.isEmpty()).orElse(base);
        String title = mapped.texts().getOrDefault("标题", name);
        String slug = stated("slug");
        day(values);
        values.put("post_title", title);
        values.put("name", name);
        values.put("path", below);
        values.put("basename", base);
        values.put("output_ext", ".html");
        values.put("lang", GeneratorSite.text(site.config(), "language", "zh-CN"));
        switch (site.generator()) {
            case HUGO -> {
                String[] sections = path.split("/");
                values.put("section", sections.length > 1 ? sections[0] : "");
                values.put("sections", SourceFile.folder(path).replaceFirst("/$", ""));
                values.put("title", slugged(title));
                values.put("slug", slug.isEmpty() ? slugged(title) : slugged(slug));
                List.of("filename", "contentbasename").forEach(key -> values.put(key, slugged(base)));
                List.of("slugorfilename", "slugorcontentbasename")
                        .forEach(key -> values.put(key, slugged(slug.isEmpty() ? base : slug)));
            }
            case MKDOCS -> values.put("slug", slug.isEmpty() ? spaced(title) : slug);
            case HEXO -> {
                values.put("title", named.isPresent() ? SourceFile.folder(below) + name : below);
                values.put("category", category());
            }
            default -> {
                List<String> categories = new ArrayList<>(List.of(path.split("_posts/")[0].split("/")));
                categories.addAll(mapped.lists().getOrDefault("栏目", List.of()));
                categories.removeIf(String::isEmpty);
                values.put(
                        "categories",
                        path.contains("_posts/") ? String.join("/", categories).toLowerCase(Locale.ROOT) : "");
                values.put("title", slug.isEmpty() ? name.replaceAll("\\s+", "-") : slug);
                values.put("slug", slugged(slug.isEmpty() ? name : slug));
                values.put(
                        "collection", path.startsWith("_") ? path.substring(1).split("/")[0] : "");
            }
        }
        return values;
    }

    private String category() {
        List<String> categories = GeneratorSite.items(header.get("categories"));
        if (categories.isEmpty()) {
            return GeneratorSite.text(site.config(), "default_category", "uncategorized");
        }
        Map<?, ?> names = site.config().get("category_map") instanceof Map<?, ?> map ? map : Map.of();
        return String.join(
                "/",
                categories.stream()
                        .map(category -> names.containsKey(category) ? String.valueOf(names.get(category)) : category)
                        .map(category -> category.replaceAll("\\s+", "-"))
                        .toList());
    }

    private void day(Map<String, String> values) {
        String day = mapped.texts().getOrDefault("发布日期", "");
        for (String part : day.isEmpty() ? new String[0] : DAYS.split(" ")) {
            String[] named = part.split(":");
            values.put(named[0], LocalDate.parse(day).format(DateTimeFormatter.ofPattern(named[1], Locale.ROOT)));
        }
        Matcher time = TIME.matcher(stated("date"));
        if (time.find()) {
            values.put("hour", (time.group(1).length() == 1 ? "0" : "") + time.group(1));
            values.put("minute", time.group(2));
            values.put("second", time.group(3) == null ? "00" : time.group(3));
        }
    }

    /** As Python-Markdown writes names of headings, each blank by itself. */
    private static String spaced(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                .replace(' ', '-');
    }

    private static String slugged(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}._~-]+", "-")
                .replaceAll("^-+|-+$", "");
    }
}
