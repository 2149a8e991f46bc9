package org.gongkai.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.check.leak.LeakCheck;
import org.gongkai.cli.Main;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.markup.convert.Converters.OtherMarkup;
import org.gongkai.pipeline.OtherProjects;
import org.gongkai.pipeline.OtherProjects.OtherProject;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.cache.UserCaches;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.problem.Problem;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A product")
@Tag("slow")
class DetachmentTest extends FolderFixture {

    private static final Path SITE = Path.of("src/test/resources/org/gongkai/acceptance/sites/small");
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-01-05T02:00:00Z"), SiteConfig.ZONE);

    /** The name of a feature is that of its folder. */
    private static final Pattern NAME = Pattern.compile("org\\.gongkai\\.feature\\.(\\w+)\\..*");

    /** The code of a problem in a source. */
    private static final Pattern CODE = Pattern.compile("\"([EW]\\d{3})\"");

    static List<String> names() {
        return SiteFolder.SHARED.features().stream().map(DetachmentTest::name).toList();
    }

    private static String name(Feature feature) {
        return NAME.matcher(feature.configure().getClass().getName()).replaceFirst("$1");
    }

    @Test
    @DisplayName("without features builds entries, columns, years, tags and feeds, and no link of them leads nowhere")
    void withoutFeatures() throws IOException {
        Map<String, String> site = site(List.of());

        assertThat(site)
                .containsKeys(
                        "index.html",
                        "feed.xml",
                        "notices/index.html",
                        "notices/feed.xml",
                        "notices/2025/index.html",
                        "notices/2025/qsq01-2025-00001.html",
                        "notices/2025/qsq01-2025-00001/shu-mu.txt",
                        "years/index.html",
                        "years/2025/index.html",
                        "tags/index.html",
                        "tags/du-shu-d78892/index.html",
                        "sitemap.html",
                        "sitemap.xml");
        for (Feature feature : SiteFolder.SHARED.features()) {
            isLeftOut(feature, site);
        }
        assertThat(dead(site)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    @DisplayName("without one of its features leads to no page of it")
    void withoutOne(String name) throws IOException {
        List<Feature> all = new ArrayList<>(SiteFolder.SHARED.features());
        all.removeIf(feature -> name(feature).equals(name));
        Map<String, String> site = site(all);

        assertThat(site).containsKeys("index.html", "notices/2025/qsq01-2025-00001.html");
        SiteFolder.SHARED.features().stream()
                .filter(feature -> name(feature).equals(name))
                .forEach(feature -> isLeftOut(feature, site));
        assertThat(dead(site)).isEmpty();
    }

    /**
     * What stands above the features and uses the types of one, by its name: the commands that print it, and what is made of its
     * files. Nothing is added here; whoever can do without takes a line out.
     */
    private static final Map<String, Set<String>> USERS = Map.of(
            "register",
            Set.of(
                    "cli/register",
                    "cli/print/PrintCommand.java",
                    "cli/release/TakedownCommand.java",
                    "cli/write/FiguresCommand.java",
                    "publish/print/PrintableSite.java",
                    "publish/release/takedown/RegisterFileRedaction.java",
                    "write/desk/DeskSite.java",
                    "write/record/DraftRecords.java"),
            "search",
            Set.of(
                    "portal/collect/ReleaseReader.java",
                    "portal/merge/PortalSearch.java",
                    "publish/release/takedown/Redaction.java"));

    @ParameterizedTest
    @MethodSource("folders")
    @DisplayName(
            "whose folder of a feature is taken out compiles, but for its line in Features and what is listed above")
    void compilesWithout(String name) throws IOException {
        Path main = Path.of("src/main/java/org/gongkai");
        Set<String> users = new TreeSet<>();
        for (Path file : files(main)) {
            String path = main.relativize(file).toString().replace('\\', '/');
            if (!path.startsWith("feature/" + name + "/")
                    && !path.equals("feature/Features.java")
                    && Files.readString(file).contains("org.gongkai.feature." + name + ".")) {
                users.add(path);
            }
        }
        Set<String> listed = USERS.getOrDefault(name, Set.of());
        assertThat(users).allMatch(path -> listed.stream().anyMatch(path::startsWith));
        assertThat(listed).allMatch(user -> users.stream().anyMatch(path -> path.startsWith(user)));
    }

    /** Where the core stands; what stands above the features, such as the portal, may name their addresses. */
    private static final Pattern CORE = Pattern.compile(
            "assets/.*|templates/(?!feature/|portal).*|src/main/js/\\w+\\.js"
                    + "|src/main/java/org/gongkai/(text|problem|io|cache|input|markup|site|check|history|render|output|pipeline)/.*");

    @Test
    @DisplayName("has no address of a feature in the sources, templates, style sheets and scripts of the core")
    void theCoreNamesNoAddressOfAFeature() throws IOException {
        List<String> taken = SiteFolder.SHARED.features().stream()
                .flatMap(feature -> feature.names().folders().stream())
                .toList();
        Pattern address = Pattern.compile("[\"'}](?:\\.\\./)*(?:" + String.join("|", taken) + ")(?:/|\\.html)[^\"']*");
        Set<String> named = new TreeSet<>();
        for (String folder : List.of("src/main", "templates", "assets")) {
            for (Path file : files(Path.of(folder))) {
                if (CORE.matcher(file.toString()).matches()) {
                    address.matcher(Files.readString(file))
                            .results()
                            .forEach(it -> named.add(file + ": " + it.group()));
                }
            }
        }
        assertThat(named).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The rules are those of the core, which explains them. */
    private static final String RULES = "rules";

    @ParameterizedTest
    @MethodSource("folders")
    @DisplayName("whose folder of a feature is taken out explains no code of it and has no page about it in its manual")
    void explainsNothingOf(String name) throws IOException {
        if (name.equals(RULES)) {
            return;
        }
        Path main = Path.of("src/main/java/org/gongkai");
        Set<String> codes = codes(main.resolve("feature").resolve(name));
        Path resources = Path.of("src/main/resources/org/gongkai");
        for (Path file : files(main)) {
            if (!file.startsWith(main.resolve("feature").resolve(name))) {
                codes.removeAll(codes(file));
            }
        }
        Path explanations = resources.resolve("feature").resolve(name).resolve("explanations.yml");
        String own = Files.exists(explanations) ? Files.readString(explanations) : "";
        assertThat(codes).allMatch(code -> own.contains("- 代码: " + code + "\n"));
        Path pages = resources.resolve("feature").resolve(name).resolve("manual");
        if (Files.exists(pages)) {
            assertThat(files(pages)).allSatisfy(page -> {
                String path = pages.relativize(page).toString();
                assertThat(Path.of("src/manual", path)).doesNotExist();
                assertThat(Path.of("target/classes/org/gongkai/manual", path)).hasSameTextualContentAs(page);
            });
        }
    }

    /** The codes of problems in a file, or in the files of a folder. */
    private static Set<String> codes(Path place) throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path file : files(place)) {
            CODE.matcher(Files.readString(file)).results().forEach(code -> codes.add(code.group(1)));
        }
        return codes;
    }

    static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/gongkai/feature"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private Map<String, String> site(List<Feature> features) throws IOException {
        Path source = folder.resolve("source");
        Path output = folder.resolve("output");
        for (Path file : files(SITE.resolve("content"))) {
            Path copy = source.resolve(SITE.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        withHistory(source);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        int status = Main.run(
                new String[] {"build", "-s", source.toString(), "-o", output.toString(), "--no-cache"},
                InputStream.nullInputStream(),
                Map.of(),
                out,
                out,
                TODAY,
                new SharedParts(
                        UserCaches.NONE,
                        features,
                        LeakCheck::new,
                        new NoProjects(),
                        SiteFolder.SHARED.converters(),
                        new SharedParts.Prepared()));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return SiteFolder.files(output);
    }

    /** Entries with versions, of which one replaces another: core pages link to what is made of them. */
    private static void withHistory(Path source) throws IOException {
        GitFolder git = new GitFolder(source).commit("2025-11-01", "测试", "以前的");
        SiteFolder site = new SiteFolder(source);
        site.published("content/old.md", "标题: 旧办法", "文种: 规章制度", "栏目: 通知", "发布日期: 2025-03-01");
        for (String title : List.of("标题: 新办法", "标题: 新的办法")) {
            site.published("content/new.md", title, "文种: 规章制度", "栏目: 通知", "发布日期: 2025-06-01", "替代: old.md");
            git.commit("2025-11-02", "测试", title);
        }
    }

    private static void isLeftOut(Feature feature, Map<String, String> site) {
        for (String taken : feature.names().folders()) {
            assertThat(site.keySet()).noneMatch(address -> address.matches("(.*/)?" + taken + "(/.*|\\.html)"));
        }
    }

    /** Links of pages to files that are not there. */
    private static Set<String> dead(Map<String, String> site) {
        Set<String> dead = new TreeSet<>();
        site.forEach((address, text) -> {
            if (address.endsWith(".html")) {
                URI page = URI.create("/" + address);
                for (Element link : Jsoup.parse(text).select("[href], [src], [action]")) {
                    String target = Stream.of("href", "src", "action")
                            .filter(link::hasAttr)
                            .map(link::attr)
                            .findFirst()
                            .orElseThrow();
                    URI to = page.resolve(target.replaceFirst("[?#].*", ""));
                    if (to.getScheme() == null
                            && !target.startsWith("#")
                            && !site.containsKey(to.getPath().substring(1))) {
                        dead.add(address + " -> " + target);
                    }
                }
            }
        });
        return dead;
    }

    /** As if projects of no other generator were known. */
    private static final class NoProjects implements OtherProjects {

        @Override
        public Optional<OtherProject> open(Path folder, Consumer<Problem> problems) {
            return Optional.empty();
        }

        @Override
        public OtherMarkup markup(Path root) {
            return SiteFolder.SHARED.projects().markup(root);
        }
    }
}
