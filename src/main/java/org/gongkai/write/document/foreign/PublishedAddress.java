package org.gongkai.write.document.foreign;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.source.SourceFile;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.foreign.GeneratorSite.FileNameDate;
import org.gongkai.write.document.foreign.SiteRecognition.Generator;

/**
 * The address at which a generator published a document, by its header or by the pattern in the settings.
 *
 * @param file the document, by its absolute path
 * @param header what it states
 * @param texts the title and the day of publication, by our fields
 * @param lists its categories, by our fields
 */
public record PublishedAddress(
        GeneratorSite site,
        Path file,
        Map<String, Object> header,
        Map<String, String> texts,
        Map<String, List<String>> lists) {

    private static final Pattern PLACEHOLDER = Pattern.compile(":([A-Za-z_]+)");
    private static final Pattern INDEX = Pattern.compile("(?i)(?:^|(?<=/))_?(?:index|readme)$");
    private static final Pattern MKDOCS_POST = Pattern.compile("(.*?)posts/.+");

    /** The patterns that Jekyll has names for. */
    private static final Map<String, String> STYLES = Map.of(
            "date", "/:categories/:year/:month/:day/:title.html",
            "pretty", "/:categories/:year/:month/:day/:title/",
            "none", "/:categories/:title.html");

    /** Parts of dates in patterns, and how the library of Java writes them. */
    private static final Map<String, String> DAYS =
            Map.of("year", "uuuu", "short_year", "uu", "month", "MM", "i_month", "M", "day", "dd", "i_day", "d");

    private static final String UNKNOWN = "\0";

    /**
     * Returns the header in which the address takes the place of what it was made of.
     *
     * @param remarks accepts why the address is unknown
     */
    public Map<String, Object> header(List<Remark> remarks) {
        Map<String, Object> all = new LinkedHashMap<>(header);
        String pattern = pattern();
        Map<String, String> values = values();
        PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !values.containsKey(name))
                .forEach(name -> values.put(name, Objects.toString(all.remove(name), UNKNOWN)));
        String address = PLACEHOLDER
                .matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))))
                .replaceAll("/{2,}", "/");
        boolean isHugo = site.generator() == Generator.HUGO;
        all.remove("permalink");
        if (isHugo) {
            all.remove("url");
        }
        if (pattern.contains(":slug") || pattern.contains(":title") || isHugo) {
            all.remove("slug");
        }
        if (address.contains(UNKNOWN)) {
            remarks.add(new Remark("", "原来的网址按 " + pattern + " 算不出来，没有写旧址，请照原来的网站补上", Remark.Weight.LEFT_OUT));
        } else if (!address.matches("/?(?:index\\.html)?")) {
            all.put("permalink", address);
        }
        return all;
    }

    /** The path of the document below the folder of texts, without its extension. */
    private String path() {
        String path = site.content().relativize(file).toString().replace('\\', '/');
        return SourceFile.folder(path) + new SourceFile(path, 0).stem();
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
            case JEKYLL -> {
                String general = GeneratorSite.text(site.config(), "permalink", "date");
                String pattern = STYLES.getOrDefault(general, general);
                yield isPost ? pattern : pattern.endsWith("/") && !isIndex ? "/" + plain + "/" : usual;
            }
            case MKDOCS -> mkDocs(plain, usual);
            case VUEPRESS, GITBOOK -> usual;
        };
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

    private String hugo(String plain, boolean isIndex) {
        String path = plain.replaceFirst("/$", "");
        boolean isList = file.getFileName().toString().startsWith("_index");
        if (site.config().get("permalinks") instanceof Map<?, ?> all && !isList) {
            Map<?, ?> pages = all.get("page") instanceof Map<?, ?> own ? own : all;
            Object pattern = pages.get(path.contains("/") ? path.split("/")[0] : "/");
            if (pattern != null) {
                return String.valueOf(pattern);
            }
        }
        String slug = stated("slug");
        String address = slug.isEmpty() || isList ? path : SourceFile.folder(path) + slug;
        boolean isFlat = GeneratorSite.text(site.config(), "uglyurls", "").equals("true") && !isIndex;
        return "/" + address.replaceAll("\\s+", "-").toLowerCase(Locale.ROOT) + (isFlat ? ".html" : "/");
    }

    /** What placeholders stand for; others are fields of the header, or unknown. */
    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        String day = texts.getOrDefault("发布日期", "");
        if (!day.isEmpty()) {
            DAYS.forEach((name, format) ->
                    values.put(name, LocalDate.parse(day).format(DateTimeFormatter.ofPattern(format, Locale.ROOT))));
        }
        String path = INDEX.matcher(path()).replaceFirst("").replaceFirst("/$", "");
        String base = path.substring(SourceFile.folder(path).length());
        boolean isDated = site.generator() == Generator.JEKYLL
                || GeneratorSite.text(site.config(), "new_post_name", "").contains(":year");
        String name = FileNameDate.of(Path.of(base + ".md"))
                .filter(any -> isDated)
                .map(FileNameDate::rest)
                .filter(rest -> !rest.isEmpty())
                .orElse(base);
        String title = texts.getOrDefault("标题", name);
        String slug = stated("slug");
        values.put("name", name);
        switch (site.generator()) {
            case HUGO -> {
                values.put("section", path.contains("/") ? path.split("/")[0] : "");
                values.put("title", slugged(title));
                values.put("slug", slugged(slug.isEmpty() ? title : slug));
                values.put("filename", slugged(base));
            }
            case MKDOCS -> values.put("slug", slug.isEmpty() ? spaced(title) : slug);
            case HEXO -> values.put("title", SourceFile.folder(path).replaceFirst("^(?:.*/)?_posts/", "") + name);
            default -> {
                String folders = path.split("_posts/")[0] + String.join("/", lists.getOrDefault("栏目", List.of()));
                values.put("categories", folders.toLowerCase(Locale.ROOT));
                values.put("title", slug.isEmpty() ? name.replaceAll("\\s+", "-") : slug);
            }
        }
        return values;
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
