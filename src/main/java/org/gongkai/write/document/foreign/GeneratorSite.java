package org.gongkai.write.document.foreign;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.source.SourceFile;
import org.gongkai.text.DateText;
import org.gongkai.write.document.FormatReader.SourceSite;
import org.gongkai.write.document.foreign.SiteRecognition.Generator;
import org.gongkai.write.document.text.ForeignText;
import org.gongkai.write.document.text.FrontMatter;

/**
 * The source of a website of another generator. What it states about itself is only read, never run.
 *
 * @param generator the generator
 * @param root the folder of the source
 * @param stated the name of the file or folder by which it was recognised
 * @param config its settings; those of VuePress are a program, and not read
 * @param content the folder of its texts
 */
public record GeneratorSite(Generator generator, Path root, String stated, Map<String, Object> config, Path content) {

    /** Fields with which themes and plug-ins keep a page from readers. */
    private static final List<String> CLOSED = List.of("password", "encrypt", "private", "hidden", "unlisted");

    /** The generators that do not publish what begins with an underline. */
    private static final Set<Generator> UNDERLINED = Set.of(Generator.JEKYLL, Generator.HEXO);

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

    private String folderName() {
        return root.relativize(content).toString().replace('\\', '/');
    }

    /** What it is and what of it is read, in Chinese. */
    public String description() {
        String folder = folderName();
        return "认出是 " + generator.label + " 网站（" + stated + "），只读" + (folder.isEmpty() ? "它" : " " + folder + " 里")
                + "发布的文稿";
    }

    /** What readers of its documents need to know. */
    public SourceSite source() {
        List<Path> sources = new ArrayList<>(List.of(root, root.resolve(stated).getParent(), content));
        for (Path folder : List.copyOf(sources)) {
            generator.statics.forEach(name -> sources.add(below(folder, name)));
        }
        items(config.get("staticDir")).forEach(name -> sources.add(below(root, name)));
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
        if (!path.startsWith(content)) {
            return Optional.of("不在 " + folderName() + " 里，网站不发布");
        }
        if (!path.toRealPath().startsWith(root.toRealPath())) {
            return Optional.of("指向网站文件夹以外的文件");
        }
        if (!ForeignEntryReader.ENDINGS.contains(ending)) {
            return Optional.of("模板或别的格式，搬整个网站时只导入 Markdown；需要的请单独导入");
        }
        String below = content.relativize(path).toString().replace('\\', '/');
        if (("/" + below).contains("/_drafts/")) {
            return Optional.of("草稿");
        }
        if (name.startsWith("404.")) {
            return Optional.of("找不到网页时显示的一页，本站自己有");
        }
        if (isExcluded(below)) {
            return Optional.of("网站设置里写着不发布，或者文件、文件夹的名称以下划线开头");
        }
        return reasonIn(path);
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
        return matter.body().isBlank() ? Optional.of("没有正文（首页、列表、标签等页，或者空的）") : Optional.empty();
    }

    private boolean isExcluded(String below) {
        boolean isUnderlined =
                Stream.of(below.split("/")).anyMatch(name -> name.startsWith("_") && !name.equals("_posts"));
        return UNDERLINED.contains(generator) && isUnderlined
                || Stream.of("exclude", "skip_render", "exclude_docs")
                        .flatMap(name -> items(config.get(name)).stream())
                        .flatMap(String::lines)
                        .map(pattern -> pattern.replaceFirst("^[./]+", "").replaceFirst("/?[*]*$", ""))
                        .anyMatch(plain -> !plain.isEmpty() && (below + "/").startsWith(plain + "/"));
    }

    private static List<String> items(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : value instanceof String text ? List.of(text) : List.of();
    }

    /**
     * The date in the name of a file, as Jekyll and others read it: {@code 2016-02-10-slug.md}, {@code
     * 2016-02-10-slug/index.md}, {@code 2016/02/10/slug.md}.
     *
     * @param day the date
     * @param rest the name without it; empty if the name is nothing else
     */
    public record FileNameDate(LocalDate day, String rest) {

        private static final Pattern NAME = Pattern.compile(
                "(?:.*/)?(?:(\\d{4})(\\d{2})(\\d{2})|(\\d{4})([-_./])(\\d{1,2})\\5(\\d{1,2}))(?:[-_. /]+([^/]*))?");

        private static final Pattern INDEX = Pattern.compile("(?i)/_?(?:index|readme)$");

        /** The date in the name of a file; empty if there is none. */
        public static Optional<FileNameDate> of(Path file) {
            String path = file.toAbsolutePath().normalize().toString().replace('\\', '/');
            String name = INDEX.matcher(SourceFile.folder(path) + new SourceFile(path, 0).stem())
                    .replaceFirst("");
            Matcher found = NAME.matcher(name);
            if (!found.matches()) {
                return Optional.empty();
            }
            int year = found.group(1) == null ? 4 : 1;
            int month = year == 1 ? 2 : 6;
            String rest = found.group(8) == null ? "" : found.group(8);
            return DateText.day(found.group(year) + "-" + found.group(month) + "-" + found.group(month + 1))
                    .map(day -> new FileNameDate(day, rest));
        }
    }
}
