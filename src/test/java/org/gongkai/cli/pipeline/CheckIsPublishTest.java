package org.gongkai.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.io.FileTrees;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check takes can be published, into a new store and with a new edition; what it does not take, it says where. */
@Tag("slow")
@net.jqwik.api.Tag("slow")
class CheckIsPublishTest extends SiteFixture {

    private static final List<String> GOOD = List.of("old/a.html", "old/b/", "b.html", "x/y.htm", "gone/2019.html");
    private static final List<String> BAD = List.of(
            ".staging/x.html",
            ".gongkai-staging/new/x.html",
            "editions",
            "editions/2030/index.html",
            "Editions/2030.html",
            "manifest.json",
            "releases",
            "current/index.html",
            ".building/x.html",
            "a.html",
            "a.html/b.html",
            "A.html",
            "b.html/",
            "Index.html",
            "index.html.gz",
            "con.html",
            "nul/x.html",
            "a./b.html",
            "tags/xue-xi.html",
            "articles/2024/x0/history/index.html",
            "articles/2024/x0.html",
            "articles/2024/X1.html",
            "articles",
            "assets/gongkai.css",
            "%2e%2e/x.html",
            "n".repeat(240) + ".html",
            "n".repeat(250) + ".html",
            "p/".repeat(400) + "x.html",
            "q/".repeat(700) + "x.html");
    private static final List<String> NUMBERS =
            List.of("CON", "index", "page-2", "nul.x", "LPT1", "长".repeat(300), "a/b", "..", "X");
    private static final List<String> COLUMNS = List.of("con", "通知", "CON", "栏".repeat(200), "aux.x", "新闻");
    private static final List<String> TAGS = List.of("con", "学习", "..", "AUX", "标".repeat(300), "index");
    private static final List<String> FILES =
            List.of("history.txt", "index.txt", "表.txt", "a.html.txt", "con.txt", "长".repeat(80) + ".txt");
    private static final Pattern PROBLEM = Pattern.compile("(content/[^:]+):(\\d+):\\d+: 错误 [A-Z]\\d{3} .*");

    private Random random;

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void whatACheckTakesIsPublished(@ForAll long seed) throws IOException {
        random = new Random(seed);
        Path place = Files.createTempDirectory("gongkai-check-is-publish-");
        SiteFolder site = new SiteFolder(place.resolve("site"));
        int entries = 1 + random.nextInt(4);
        for (int i = 0; i < entries; i++) {
            write(site, i);
        }
        String to = place.resolve("published").toString();
        Ran check = check(site);
        if (check.status() != 0) {
            namesItsPlaces(site, check);
            return;
        }
        GitFolder git = new GitFolder(site.root()).commit("一");
        publishes(site, to);
        git.git("tag", "edition/2030");
        assertThat(check(site).status()).isZero();
        publishes(site, to);
        assertThat(Path.of(to, "current", "editions", "2030", "index.html")).exists();
        assertThat(run("verify", to, "--all").status()).isZero();
        delete(place);
    }

    private static void delete(Path place) throws IOException {
        try (var all = Files.walk(place)) {
            for (Path path : all.filter(Files::isDirectory).toList()) {
                path.toFile().setWritable(true);
            }
        }
        FileTrees.delete(place);
    }

    private void write(SiteFolder site, int number) {
        List<String> header = new ArrayList<>(List.of("标题: 第" + number + "条", "发布日期: 2024-01-0" + (1 + number)));
        if (random.nextInt(3) == 0) {
            header.add("索引号: " + NUMBERS.get(random.nextInt(NUMBERS.size())));
        }
        if (random.nextInt(4) == 0) {
            header.add("栏目: " + COLUMNS.get(random.nextInt(COLUMNS.size())));
        }
        if (random.nextInt(3) == 0) {
            header.add("年度: " + (random.nextBoolean() ? "2023" : "[2022, 2024]"));
        }
        if (random.nextInt(3) == 0) {
            header.add("标签: [" + TAGS.get(random.nextInt(TAGS.size())) + "]");
        }
        if (random.nextInt(4) == 0) {
            header.add("状态: 已撤回");
        }
        if (random.nextInt(3) == 0) {
            String file = FILES.get(random.nextInt(FILES.size()));
            site.file("content/" + file, "附件");
            header.add("附件: " + file);
        }
        List<String> aliases = new ArrayList<>();
        for (int more = random.nextInt(3); more > 0; more--) {
            boolean good = random.nextInt(3) > 0;
            aliases.add(good ? GOOD.get(random.nextInt(GOOD.size())) : BAD.get(random.nextInt(BAD.size())));
        }
        if (!aliases.isEmpty()) {
            header.add("旧址: ["
                    + aliases.stream().distinct().map(a -> "\"" + a + "\"").collect(Collectors.joining(", ")) + "]");
        }
        site.entry("content/x" + number + ".md", header.toArray(String[]::new));
    }

    private static Ran check(SiteFolder site) {
        return run("check", "--all", "-s", site.root());
    }

    private static List<String> errors(Ran check) {
        return check.out()
                .lines()
                .filter(line -> line.matches("content/.*:\\d+:\\d+: 错误 .*"))
                .toList();
    }

    private static void publishes(SiteFolder site, String to) {
        SiteFolder.done("publish", "-s", site.root(), "--to", to);
    }

    private static void namesItsPlaces(SiteFolder site, Ran check) throws IOException {
        List<String> errors = errors(check);
        assertThat(check.status()).as(check.err()).isEqualTo(1);
        assertThat(errors).as(check.err()).isNotEmpty();
        for (String error : errors) {
            Matcher problem = PROBLEM.matcher(error);
            assertThat(problem.matches()).as(error).isTrue();
            int lines =
                    Files.readAllLines(site.root().resolve(problem.group(1))).size();
            assertThat(Integer.parseInt(problem.group(2))).as(error).isBetween(1, lines);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            .staging/x.html         | E307 旧址 .staging/x.html 不能用：以点开头的名字“.staging”，网页服务器一般不给读者看；请删去这个旧址
            con.html                | E307 旧址 con.html 不能用：“con”是 Windows 的设备名，不能作文件名；请删去这个旧址
            nul/x.html              | E307 旧址 nul/x.html 不能用：“nul”是 Windows 的设备名，不能作文件名；请删去这个旧址
            a./b.html               | E307 旧址 a./b.html 不能用：名字“a.”的末尾是点或空格，Windows 存不下；请删去这个旧址
            editions/2030/index.html| E303 旧址 editions/2030/index.html 在 editions 文件夹里，那里留给年度存档；请删去这个旧址
            editions                | E303 旧址 editions/index.html 在 editions 文件夹里，那里留给年度存档；请删去这个旧址
            manifest.json           | E303 旧址 manifest.json/index.html 是本站现有的网页地址；请删去这个旧址
            Index.html              | E303 旧址 Index.html 与本站的网页地址 index.html 只差字母大小写，在有的磁盘和服务器上是同一个；请删去这个旧址
            articles/2024/a/history/2.html | E303 旧址 articles/2024/a/history/2.html 在留给修改记录的文件夹里；请删去这个旧址
            """)
    void tellsWhatCannotBePublished(String alias, String problem) {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: " + alias);

        assertThat(errors(check(site))).containsExactly("content/a.md:4:5: 错误 " + problem);
    }

    @Test
    void tellsOfNamesThatAreTooLong() {
        String name = "n".repeat(250) + ".html";
        String path = "p/".repeat(600) + "x.html";
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: " + name)
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02", "状态: 已撤回", "旧址: " + path);

        assertThat(errors(check(site)))
                .containsExactly(
                        "content/a.md:4:5: 错误 E307 旧址 " + name + " 不能用：里面有一个名字有 255 字节，最多 252 字节；请删去这个旧址",
                        "content/b.md:5:5: 错误 E307 旧址 " + path + " 不能用：太长，有 1206 字节，最多 1000 字节；请删去这个旧址");
    }

    @Test
    void tellsOfTwoThatDifferInCaseOnly() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: old/A.html")
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02", "旧址: old/a.html");

        assertThat(errors(check(site))).singleElement().asString().contains("只差字母大小写，在有的磁盘和服务器上是同一个；请删去这个旧址");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 300})
    void tellsOfAColumnThatNoDiskCanHold(int length) {
        String slug = length == 0 ? "aux" : "n".repeat(length);
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "栏目: 通知")
                .file("content/_data/categories.yml", "- {名称: 通知, 标识: " + slug + "}\n- {名称: 新闻, 标识: news}\n");

        assertThat(errors(check(site)))
                .contains("content/_data/categories.yml:1:16: 错误 E115 “标识”不能写“" + slug
                        + "”；可以写：小写字母、数字和连字符，最多 80 个，不能是 Windows 的设备名（con、aux 等）");
    }

    @Test
    void anAudienceHasNoFolderThatAStoreHas() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02")
                .file("content/_data/site.yml", "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: releases}\n");

        assertThat(errors(check(site)))
                .containsExactly(
                        "content/_data/site.yml:3:31: 错误 E113 “目录”不能写“releases”；它留给发布批次，也不能写 current、releases、editions、addresses");
        for (String own : SiteConfig.OF_STORES) {
            assertThat(Store.isFolderOfAudience(own)).isFalse();
        }
    }
}
