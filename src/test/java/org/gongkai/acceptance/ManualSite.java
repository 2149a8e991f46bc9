package org.gongkai.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.testing.SiteFolder;

/** A site to which examples of the manual are added where a reader would put them. */
final class ManualSite {

    private static final Kinds KINDS = Kinds.builtIn(new YamlReader());
    private static final Pattern NOTICE = Pattern.compile("公示[:：].{0,5}?(20\\d\\d)[-年](\\d\\d?)[-月](\\d\\d?)");

    private static final Pattern FIELD = Pattern.compile("(?m)^([^\\s:：#{}-][^:：\\s]*)[:：]\\s*(.*)$");
    private static final Pattern PROBLEM = Pattern.compile("(\\S+?):\\d+:\\d+: (?:错误|警告) ([EW]\\d{3}) .*");

    private final SiteFolder site;

    /** A line of a report, the file of which it speaks, and its code. */
    record Told(String line, String path, String code) {}

    /** The settings of the demonstration site and none of its entries. */
    static ManualSite empty(Path root) {
        return new ManualSite(root, path -> path.startsWith("_data"));
    }

    /** The whole demonstration site. */
    static ManualSite demonstration(Path root) {
        return new ManualSite(root, path -> true);
    }

    private ManualSite(Path root, Predicate<Path> wanted) {
        site = new SiteFolder(root);
        Path from = DemoSite.SOURCE.resolve("content");
        try (var all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path path = from.relativize(file);
                if (wanted.test(path)) {
                    site.file("content/" + path.toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return site.root();
    }

    boolean has(String path) {
        return Files.exists(site.root().resolve(path));
    }

    /** Puts an example into the site and gives the paths of the files that it became. */
    List<String> add(ManualBlock block) {
        String folder = block.option("在").orElse("content/通知/2025");
        String name = "例-" + block.place().replaceAll("[^\\p{L}\\d]+", "-");
        List<String> texts = block.option("逐行").isPresent()
                ? block.text().lines().map(line -> line + "\n").toList()
                : List.of(block.text());
        List<String> paths = new ArrayList<>();
        for (String text : texts) {
            String path =
                    switch (block.sort()) {
                        case "条目", "模板" -> block.value();
                        case "数据" -> "content/_data/" + block.value();
                        default ->
                            folder + "/" + name + "-" + paths.size()
                                    + (block.language().equals("asciidoc") ? ".adoc" : ".md");
                    };
            site.file(
                    path,
                    switch (block.sort()) {
                        case "文件头" -> headed(text, block.option("文种").orElse(""));
                        case "正文" -> withBody(text, path.endsWith(".adoc"));
                        default -> text;
                    });
            paths.add(path);
        }
        return paths;
    }

    /** What the program says of some files of this site. */
    List<Told> told(List<String> paths) {
        Cli.Result result = Cli.run("check", "-s", site.root().toString(), "--as-of", Cli.AS_OF);
        Set<Told> told = new LinkedHashSet<>();
        (result.out() + result.err())
                .lines()
                .map(PROBLEM::matcher)
                .filter(Matcher::matches)
                .forEach(line -> {
                    if (paths.contains(line.group(1))) {
                        told.add(new Told(line.group(), line.group(1), line.group(2)));
                    }
                });
        return List.copyOf(told);
    }

    private static String withBody(String body, boolean asciidoc) {
        return (asciidoc ? "= 例子\n:发布日期: 2025-12-26\n:栏目: 通知\n\n" : "---\n标题: 例子\n发布日期: 2025-12-26\n栏目: 通知\n---\n\n")
                + body;
    }

    /** A 公示 is published on its first day. */
    private static String published(String header, Kind kind) {
        Matcher typed = NOTICE.matcher(header);
        return typed.find()
                ? typed.group(1) + "-" + typed.group(2) + "-" + typed.group(3)
                : kind.demands().notice().isPresent() ? "2025-12-22" : "2025-12-26";
    }

    /** A header with its marks gets a body; fields get what an entry of their kind needs besides them. */
    private static String headed(String header, String kindName) {
        if (header.startsWith("---") || header.startsWith("= ") || header.contains("\n~~~~~~")) {
            return header + "\n正文。\n";
        }
        Set<String> typed = new LinkedHashSet<>();
        String named = kindName;
        Matcher field = FIELD.matcher(header);
        while (field.find()) {
            typed.add(field.group(1));
            named = field.group(1).equals("文种") ? field.group(2).replaceAll("^\\[|[,，\\]].*$", "") : named;
        }
        Kind kind = KINDS.named(named).orElse(KINDS.standard());
        StringBuilder whole = new StringBuilder("---\n").append(header);
        String title = kind.demands().title().map(pattern -> pattern.example()).orElse("例子");
        List<String> needed = new ArrayList<>(List.of(
                // The demonstration has the dues of that quarter, which has no second notice.
                "标题: " + title.replaceAll("20\\d\\d年", "2025年").replace("第一季度党费", "党费"),
                "文种: " + kind.name(),
                "发布日期: " + published(header, kind),
                "栏目: 通知",
                "公开范围: 本单位",
                "发布机构: 示例水务站党支部",
                "保密审查: {审查人: 宣传委员, 日期: 2010-01-04}",
                "审批: {审批人: 支部书记, 日期: 2010-01-05}"));
        if (kind.demands().notice().isPresent()) {
            needed.add("公示: {起: 2025-12-22, 止: 2025-12-26, 工作日: 5}");
        }
        needed.stream()
                .filter(line -> !typed.contains(line.substring(0, line.indexOf(':'))))
                .forEach(line -> whole.append(line).append('\n'));
        return whole.append("---\n\n正文。\n").toString();
    }
}
