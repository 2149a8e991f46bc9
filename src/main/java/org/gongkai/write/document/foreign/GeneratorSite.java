package org.gongkai.write.document.foreign;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.source.SourceFile;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.SourceSite;
import org.gongkai.write.document.text.ForeignText;

/**
 * The source of a website of another generator. What it states about itself is only read, never run.
 *
 * @param generator the generator
 * @param root the folder of the source
 * @param stated the name of the file or folder by which it was recognised
 * @param config its settings; those of VuePress are a program, and not read
 * @param folders the folders of its texts, with what precedes their addresses
 * @param contents the texts that the table of contents of a book names; empty if there is none
 */
public record GeneratorSite(
        Generator generator,
        Path root,
        String stated,
        Map<String, Object> config,
        Map<Path, String> folders,
        List<Path> contents) {

    /** Fields with which themes and plug-ins keep a page from readers. */
    private static final List<String> CLOSED = List.of("password", "encrypt", "private", "hidden", "unlisted");

    /** The generators that do not publish what begins with an underline. */
    private static final Set<Generator> UNDERLINED = Set.of(Generator.JEKYLL, Generator.HEXO, Generator.DOCUSAURUS);

    /** Patterns with more stars could take very long to be compared. */
    private static final int MOST_STARS = 4;

    private static final Pattern LOOP = Pattern.compile("\\{%-?\\s*(?:for|include_relative|paginate)\\b");
    private static final Pattern OTHERS = Pattern.compile("[\\\\/](?:(?:\\w+_)?versioned_docs|i18n)[\\\\/]");
    private static final Pattern LANGUAGE = Pattern.compile(".*\\.([a-z]{2}(?:-[a-zA-Z]{2,4})?)");

    /** A folder or file below another; the other itself if it would lie elsewhere. */
    static Path below(Path folder, String typed) {
        try {
            Path path = folder.resolve(typed.replaceFirst("^/+", "")).normalize();
            return path.startsWith(folder) ? path : folder;
        } catch (InvalidPathException e) {
            return folder;
        }
    }

    /** A setting, ignoring case; the usual value if it is not stated. */
    static String text(Map<String, Object> settings, String name, String usual) {
        return settings.entrySet().stream()
                .filter(setting -> setting.getKey().equalsIgnoreCase(name) && setting.getValue() instanceof String)
                .map(setting -> String.valueOf(setting.getValue()).strip())
                .filter(value -> !value.isEmpty() && !value.equals("null"))
                .findFirst()
                .orElse(usual);
    }

    /** The folder of texts that a file or folder lies in; empty if it lies elsewhere. */
    Optional<Path> folder(Path path) {
        return folders.keySet().stream().filter(path::startsWith).findFirst();
    }

    private String folderNames() {
        return folders.keySet().stream()
                .map(folder -> root.relativize(folder).toString().replace('\\', '/'))
                .collect(Collectors.joining("、"));
    }

    /** What it is and what of it is read, in Chinese. */
    public String description() {
        String folder = folderNames();
        return "认出是 " + generator.label() + " 网站（" + stated + "），只读"
                + (generator == Generator.GITBOOK ? "目录里列出的" : folder.isEmpty() ? "它发布的" : " " + folder + " 里发布的")
                + "文稿";
    }

    /** What readers of its documents need to know. */
    public SourceSite source() {
        List<Path> sources = new ArrayList<>(List.of(root, root.resolve(stated).getParent()));
        sources.addAll(folders.keySet());
        for (Path folder : List.copyOf(sources)) {
            generator.statics().forEach(name -> sources.add(below(folder, name)));
        }
        items(config.get("staticDir")).forEach(name -> sources.add(below(root, name)));
        String theme = text(config, "theme", "");
        sources.add(below(root, "themes/" + theme + "/" + (generator == Generator.HUGO ? "static" : "source")));
        String address = Stream.of("url", "site_url", "baseurl")
                .map(name -> text(config, name, ""))
                .filter(typed -> typed.matches("https?://.+"))
                .findFirst()
                .orElse("");
        return new SourceSite(sources, address.replaceFirst("/+$", ""));
    }

    /** Why a document is not published by the website; empty if it is. */
    public Optional<String> reasonAgainst(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        String name = path.getFileName().toString();
        String ending = SourceFile.ending(name);
        if (generator == Generator.GITBOOK && !contents.contains(path)) {
            return Optional.of("没有列在目录 " + stated + " 里");
        }
        Optional<Path> folder = folder(path);
        if (folder.isEmpty()) {
            boolean isOther = generator == Generator.DOCUSAURUS
                    && OTHERS.matcher(path.toString()).find();
            return Optional.of(isOther ? "别的版本或者别的语言，只读现在的" : "不在 " + folderNames() + " 里，网站不发布");
        }
        if (!path.toRealPath().startsWith(root.toRealPath())) {
            return Optional.of("指向网站文件夹以外的文件");
        }
        if (!ForeignEntryReader.isForeign(ending)) {
            return Optional.of("模板或别的格式，搬整个网站时只导入 Markdown 和 AsciiDoc；需要的请单独导入");
        }
        String below = folder.get().relativize(path).toString().replace('\\', '/');
        if (below.startsWith("_drafts/") || below.contains("/_drafts/")) {
            return Optional.of("草稿");
        }
        if (below.matches("404\\.\\w+|.*/404\\.\\w+") || name.startsWith("404.")) {
            return Optional.of("找不到网页时显示的一页，本站自己有");
        }
        if (isExcluded(below)) {
            return Optional.of("网站设置里写着不发布，或者文件、文件夹的名称以下划线开头");
        }
        if (name.endsWith(".snippet.md")) {
            return Optional.of("给别的网页引用的片段");
        }
        return Optional.ofNullable(otherLanguage(below)).or(() -> reasonIn(path));
    }

    /** Why a document is not published, by its header and body. */
    private Optional<String> reasonIn(Path file) {
        FrontMatter matter;
        try {
            matter = FrontMatter.of(ForeignText.read(file).text());
        } catch (IOException e) {
            // The import tells why it cannot be read.
            return Optional.empty();
        }
        Map<String, Object> header = matter.header();
        Predicate<String> isTrue = name -> text(header, name, "").equalsIgnoreCase("true");
        if (isTrue.test("draft")
                || text(header, "published", "").equalsIgnoreCase("false")
                || isTrue.test("headless")) {
            return Optional.of("草稿");
        }
        if (CLOSED.stream()
                .map(name -> text(header, name, "false"))
                .anyMatch(value -> !value.equalsIgnoreCase("false"))) {
            return Optional.of("原来设了密码，或者写着不列出，没有向所有人公开");
        }
        if (generator == Generator.JEKYLL && header.isEmpty() && matter.firstLine() == 1) {
            return Optional.of("没有文件头，网站不发布");
        }
        if (matter.body().isBlank()) {
            return Optional.of("没有正文（首页、列表、标签等页，或者空的）");
        }
        boolean isPost = file.toString().replace('\\', '/').contains("/_posts/");
        return generator == Generator.JEKYLL
                        && !isPost
                        && LOOP.matcher(matter.body()).find()
                ? Optional.of("由模板列出别的文章的一页")
                : Optional.empty();
    }

    private boolean isExcluded(String below) {
        for (String name : below.split("/")) {
            if (name.startsWith("_")
                    && UNDERLINED.contains(generator)
                    && !name.equals("_posts")
                    && !collections().containsKey(name.substring(1))) {
                return true;
            }
        }
        return Stream.of("exclude", "skip_render", "exclude_docs")
                .flatMap(name -> items(config.get(name)).stream())
                .flatMap(String::lines)
                .anyMatch(pattern -> {
                    String plain = pattern.replaceFirst("^[./]+", "").replaceFirst("/+$", "");
                    try {
                        return !plain.isEmpty()
                                && plain.chars().filter(c -> c == '*').count() <= MOST_STARS
                                && (below.equals(plain)
                                        || below.startsWith(plain + "/")
                                        || FileSystems.getDefault()
                                                .getPathMatcher("glob:" + plain)
                                                .matches(Path.of(below)));
                    } catch (IllegalArgumentException e) {
                        return false;
                    }
                });
    }

    /** The collections of Jekyll that are published, with their settings. */
    Map<String, Map<?, ?>> collections() {
        Map<String, Map<?, ?>> found = new HashMap<>();
        if (generator == Generator.JEKYLL && config.get("collections") instanceof Map<?, ?> all) {
            all.forEach((name, settings) -> {
                if (settings instanceof Map<?, ?> map && "true".equals(String.valueOf(map.get("output")))) {
                    found.put(String.valueOf(name), map);
                }
            });
        }
        return found;
    }

    private String otherLanguage(String below) {
        if (generator != Generator.HUGO || !(config.get("languages") instanceof Map<?, ?> languages)) {
            return null;
        }
        String read = language(config);
        String stem = new SourceFile(below, 0).stem();
        Matcher suffix = LANGUAGE.matcher(stem);
        boolean isOther = suffix.matches()
                && languages.keySet().stream().anyMatch(name -> suffix.group(1).equalsIgnoreCase(String.valueOf(name)))
                && !suffix.group(1).equalsIgnoreCase(read);
        return isOther ? "别的语言的版本，只读 " + read : null;
    }

    /** The language of which texts are read: Chinese if it is one of several; empty if there is only one. */
    static String language(Map<String, Object> config) {
        if (!(config.get("languages") instanceof Map<?, ?> languages)) {
            return "";
        }
        String usual = text(config, "defaultcontentlanguage", "en");
        return languages.keySet().stream()
                .map(String::valueOf)
                .filter(name -> name.toLowerCase(Locale.ROOT).matches("(?:zh|cn).*"))
                .sorted()
                .findFirst()
                .orElse(usual);
    }

    /**
     * Returns the header of a document with the address at which it was published.
     *
     * @param header what it states itself
     * @param mapped the same by our fields
     * @param remarks accepts why the address is unknown
     */
    public Map<String, Object> addressed(
            Path file, Map<String, Object> header, MappedHeader mapped, List<Remark> remarks) {
        return new PublishedAddress(this, file.toAbsolutePath().normalize(), header, mapped).header(remarks);
    }

    static List<String> items(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().flatMap(item -> items(item).stream()).toList()
                : value instanceof String text && !text.isBlank() ? List.of(text.strip()) : List.of();
    }

    /** The title that the navigation of MkDocs gives a document; empty for none. */
    Optional<String> title(Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        return named(config.get("nav"))
                .filter(item -> path.endsWith("/" + item.getValue()))
                .map(item -> String.valueOf(item.getKey()))
                .findFirst();
    }

    private static Stream<Map.Entry<?, ?>> named(Object navigation) {
        return navigation instanceof Map<?, ?> titles
                ? titles.entrySet().stream().flatMap(item -> Stream.concat(Stream.of(item), named(item.getValue())))
                : navigation instanceof Collection<?> items
                        ? items.stream().flatMap(GeneratorSite::named)
                        : Stream.of();
    }
}
