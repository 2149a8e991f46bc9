package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.gongkai.cache.CacheHome;
import org.gongkai.feature.Features;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.cache.UserCaches;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;

/** A build that makes only what changed gives byte for byte, and problem for problem, what one from nothing gives. */
@Tag("slow")
class IncrementalBuildTest {

    /** AsciiDoc takes its time to start, so not every site has it. */
    private static final List<List<String>> ENDINGS = List.of(List.of("md", "html"), List.of("md", "html", "adoc"));

    private static final List<String> SCOPES = List.of("社会", "本单位", "特定对象");
    private static final List<String> COLUMNS = List.of("通知", "计划", "总结");
    private static final List<String> FIRST = List.of("index.md", "README.md");
    private static final Map<String, String> SLUGS = Map.of("通知/", "tong-zhi-", "计划/", "ji-hua-", "总结/", "zong-jie-");
    private static final Pattern ALIAS = Pattern.compile("old/\\d*\\.html");
    private static final List<String> TAGS = List.of("学习", "党费", "换届");

    /** How often a site is edited; {@code -Dedits=30} for a long series. */
    private static final int EDITS = Integer.getInteger("edits", 4);

    private final TreeSet<String> entries = new TreeSet<>();
    private Random random;
    private List<String> endings;
    private SiteFolder site;
    private SharedParts shared;
    private int number;

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void afterAnyEditsTheSiteIsWhatItWouldBeFromNothing(@ForAll long seed) throws IOException {
        Path folder = begin(seed);
        shared = SiteFolder.SHARED;
        GitFolder git = new GitFolder(site.root());
        List<String> edits = new ArrayList<>();
        for (int round = 1; round <= EDITS; round++) {
            git.commit("2024-05-0" + Math.min(round, 4), "某委员", "第" + round + "次修改");
            compareBuilds(folder, edits, "--rev", "HEAD");
            for (int more = random.nextInt(3); more >= 0; more--) {
                edits.add(edit());
            }
        }
        git.commit("2024-05-05", "某委员", "最后一次修改");
        compareChecks(edits, "--rev", "HEAD");
        compareBuilds(folder, edits, "--rev", "HEAD");
        edits.add(edit());
        compareBuilds(folder, edits);
        delete(folder);
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void afterAnyEditsAFolderOutsideGitIsWhatItWouldBeFromNothing(@ForAll long seed) throws Exception {
        Path folder = begin(seed);
        shared = Features.parts(SiteFolder.ENGINES, UserCaches.of(new CacheHome(Map.of(), folder)));
        List<String> edits = new ArrayList<>();
        for (int round = 1; round <= EDITS; round++) {
            compareBuilds(folder, edits);
            // What was written just now is not trusted yet.
            Thread.sleep(2_600);
            compareBuilds(folder, edits);
            for (int more = random.nextInt(3); more >= 0; more--) {
                edits.add(edit());
            }
        }
        compareChecks(edits);
        compareBuilds(folder, edits);
        delete(folder);
    }

    private Path begin(long seed) throws IOException {
        random = new Random(seed);
        entries.clear();
        endings = ENDINGS.get(random.nextInt(4) / 3);
        Path folder = Files.createTempDirectory("gongkai-incremental-");
        site = new SiteFolder(folder.resolve("site"));
        settings(false);
        partial();
        for (int i = 0; i < 6; i++) {
            write(newPath());
        }
        return folder;
    }

    /** Builds as it went on and from nothing. */
    private void compareBuilds(Path folder, List<String> edits, String... from) {
        String day = "2024-05-" + (10 + random.nextInt(15));
        Path kept = folder.resolve("kept").resolve("site");
        Path clean = folder.resolve("clean").resolve("site");
        Ran first = run("build", day, from, "-o", kept.toString());
        Ran second = run("build", day, from, "-o", clean.toString(), "--no-cache");

        assertThat(first.errors()).as("edits " + edits).isEqualTo(second.errors());
        assertThat(first.status()).isEqualTo(second.status());
        if (first.status() == 0) {
            assertThat(SiteFolder.files(kept.getParent()))
                    .as("edits " + edits)
                    .isEqualTo(SiteFolder.files(clean.getParent()));
        }
    }

    private void compareChecks(List<String> edits, String... from) {
        Ran first = run("check", "2024-05-30", from, "--format", "json");
        Ran second = run("check", "2024-05-30", from, "--format", "json", "--no-cache");

        String figures = "\"entries\".*";
        assertThat(first.out().replaceFirst(figures, ""))
                .as("edits " + edits)
                .isEqualTo(second.out().replaceFirst(figures, ""));
    }

    private Ran run(String command, String day, String[] from, String... more) {
        List<String> args = new ArrayList<>(List.of(command, "-s", site.root().toString(), "--as-of", day));
        args.addAll(List.of(from));
        args.addAll(List.of(more));
        return SiteFolder.run(shared, args.toArray(String[]::new));
    }

    private String edit() throws IOException {
        switch (random.nextInt(19)) {
            case 0, 1, 2 -> {
                String path = newPath();
                write(path);
                return "new " + path;
            }
            case 3, 4, 5 -> {
                String path = some();
                write(path);
                return "write " + path;
            }
            case 6 -> {
                String path = some();
                site.delete(path);
                entries.remove(path);
                if (entries.isEmpty()) {
                    write(newPath());
                }
                return "delete " + path;
            }
            case 7 -> {
                String path = some();
                String moved = newPath();
                moved = moved.replaceFirst("\\.[a-z]+$", path.substring(path.lastIndexOf('.')));
                site.file(moved, Files.readString(site.root().resolve(path)));
                site.delete(path);
                entries.remove(path);
                entries.add(moved);
                return "move " + path + " to " + moved;
            }
            case 8 -> {
                partial();
                return "included text";
            }
            case 9 -> {
                site.file("content/表.txt", "表格 " + random.nextInt(1000) + "\n");
                return "attachment";
            }
            case 10 -> {
                boolean two = random.nextBoolean();
                settings(two);
                return "settings " + two;
            }
            case 11 -> {
                String path = "content/" + pick(COLUMNS) + "/" + pick(FIRST);
                if (entries.contains(path) && entries.size() > 1) {
                    site.delete(path);
                    entries.remove(path);
                    return "delete " + path;
                }
                write(path);
                return "first of folder " + path;
            }
            case 12 -> {
                return "title " + change("标题: |= ", "第" + random.nextInt(50) + "次安排");
            }
            case 13 -> {
                return "day " + change(":?发布日期: ", "2024-05-0" + (1 + random.nextInt(9)));
            }
            case 14, 15, 16 -> {
                return "figure " + change(".*经费预算5", random.nextInt(2) + "00元。");
            }
            case 17 -> {
                site.file(
                        "content/_data/categories.yml",
                        "- {名称: 通知, 标识: n" + random.nextInt(2) + "}\n- {名称: 计划, 不计入公开: 是}\n");
                return "columns";
            }
            default -> {
                site.file(
                        "templates/footer.ftl",
                        "<footer>" + (random.nextBoolean() ? "${site.total}" : "${site.asOfText}") + "</footer>\n");
                return "template";
            }
        }
    }

    /** Writes another value into the header of an entry, and changes nothing else of it. */
    private String change(String field, String value) throws IOException {
        String path = some();
        String text = Files.readString(site.root().resolve(path));
        site.file(path, text.replaceFirst("(?m)^(" + field + ").*$", "$1" + value));
        return path;
    }

    private void settings(boolean two) {
        site.file(
                "content/_data/site.yml",
                "名称: 示例支部" + random.nextInt(3) + "\n"
                        + (two ? "受众:\n- {名称: 甲, 范围: [社会]}\n- {名称: 乙, 范围: [社会, 本单位], 目录: b}\n" : ""));
        site.file("content/表.txt", "表格\n");
    }

    private void partial() {
        site.file("content/_共用.adoc", "共用的话" + random.nextInt(1000) + "。\n");
    }

    private String some() {
        return new ArrayList<>(entries).get(random.nextInt(entries.size()));
    }

    private String newPath() {
        return "content/" + pick(COLUMNS) + "/e" + number++ + "." + pick(endings);
    }

    private void write(String path) throws IOException {
        entries.add(path);
        String ending = path.substring(path.lastIndexOf('.') + 1);
        // Such a title makes an entry be compared with others.
        String title =
                (random.nextBoolean() ? "关于" : "") + "第" + random.nextInt(50) + "项安排" + path.replaceAll("\\D", "");
        List<String> header = new ArrayList<>(List.of(
                "发布日期: 2024-0" + (4 + random.nextInt(2)) + "-0" + (1 + random.nextInt(9)),
                "公开范围: " + pick(SCOPES),
                "标签: [" + pick(TAGS) + "]"));
        header.add("状态: " + (header.get(1).endsWith("特定对象") || random.nextInt(6) == 0 ? "草稿" : "已发布"));
        if (random.nextInt(3) == 0) {
            header.add("附件: ../表.txt");
        }
        if (random.nextInt(4) == 0) {
            header.add("索引号: A" + path.replaceAll("\\D", "") + "/2024-00001");
        }
        if (random.nextInt(4) == 0 && path.matches(".*\\d.*")) {
            header.add("旧址: old/" + path.replaceAll("\\D", "") + ".html");
        }
        if (random.nextInt(5) == 0) {
            header.add("失效日期: 2024-05-2" + random.nextInt(5));
        }
        if (random.nextInt(8) == 0) {
            header.add("例外: W220 试验");
        }
        String other = entries.isEmpty() ? path : some();
        String target = target(other);
        String place = random.nextInt(4) == 0 ? "#节" : "";
        String sentence = "第" + random.nextInt(1000) + "句话" + (random.nextInt(6) == 0 ? "，待定XXX" : "") + "。"
                + "2024年经费预算5" + random.nextInt(2) + "00元" + (random.nextInt(4) == 0 ? "，含追加" : "") + "。";
        StringBuilder text = new StringBuilder();
        switch (ending) {
            case "adoc" -> {
                text.append("= ").append(title).append('\n');
                header.forEach(line -> text.append(':')
                        .append(line.replace("[", "").replace("]", ""))
                        .append('\n'));
                text.append("\n")
                        .append(sentence)
                        .append(" link:")
                        .append(target)
                        .append(place)
                        .append("[另一条]\n\n");
                text.append(random.nextBoolean() ? "include::../_共用.adoc[]\n" : "== 节\n\n其他。\n");
            }
            case "html" -> {
                text.append("---\n标题: ").append(title).append('\n');
                header.forEach(line -> text.append(line).append('\n'));
                text.append("---\n<h2 id=\"节\">节</h2><p>").append(sentence);
                text.append("<a href=\"").append(target).append(place).append("\">另一条</a></p>\n");
            }
            default -> {
                text.append("---\n标题: ").append(title).append('\n');
                header.forEach(line -> text.append(line).append('\n'));
                text.append("---\n\n## 节\n\n")
                        .append(sentence)
                        .append("见[另一条](")
                        .append(target)
                        .append(place);
                text.append(")和[](").append(target).append(")。\n");
            }
        }
        site.file(path, text.toString());
    }

    /** One of the ways in which a link can mean an entry; when it has been moved, git knows what the link means. */
    private String target(String path) throws IOException {
        String below = path.substring("content/".length());
        String stem = below.substring(0, below.lastIndexOf('.'));
        String folder = below.substring(0, below.indexOf('/') + 1);
        String text = Files.exists(site.root().resolve(path))
                ? Files.readString(site.root().resolve(path))
                : "";
        Matcher alias = ALIAS.matcher(text);
        return switch (random.nextInt(9)) {
            case 0 -> "../" + stem;
            case 1 -> "../" + stem + ".html";
            case 2 -> "/" + stem.toUpperCase(Locale.ROOT);
            case 3 ->
                FIRST.stream().anyMatch(name -> entries.contains("content/" + folder + name))
                        ? "../" + folder
                        : "../" + below;
            case 4 -> alias.find() ? "/" + alias.group() : "../" + below;
            case 5 ->
                text.contains("索引号")
                        ? "../" + below
                        : SLUGS.get(folder) + stem.substring(folder.length()).toLowerCase(Locale.ROOT) + ".html";
            default -> "../" + below;
        };
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
