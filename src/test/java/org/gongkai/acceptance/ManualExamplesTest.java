package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.problem.Problem;
import org.gongkai.publish.SiteList;
import org.gongkai.publish.archive.InspectionCheckList;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every example of the secretaries' manual")
@Tag("slow")
class ManualExamplesTest extends FolderFixture {

    /** What an example may be, and the options that it may have. */
    private static final Map<String, Set<String>> SORTS = Map.ofEntries(
            Map.entry("条目", Set.of("应报", "接上段")),
            Map.entry("文件头", Set.of("应报", "接上段", "在", "文种", "逐行")),
            Map.entry("正文", Set.of("应报", "在")),
            Map.entry("数据", Set.of("应报")),
            Map.entry("模板", Set.of()),
            Map.entry("报告", Set.of("接上段")),
            Map.entry("目录", Set.of()),
            Map.entry("清单", Set.of()),
            Map.entry("检查清单", Set.of()),
            Map.entry("命令", Set.of()),
            Map.entry("服务器", Set.of()));

    private static final Set<String> GIT =
            Set.of("git add PATH", "git commit -m \"…\"", "git push", "git pull", "git status", "git clone 服务器地址 党务公开");

    /** Where the pages of features lie among the others. */
    static final Path SOURCE = DemoSite.SOURCE.resolve("target/classes/org/gongkai/manual");

    private static final List<ManualBlock> ALL = ManualBlock.all();

    @Test
    @DisplayName("says what it is in words that this test knows")
    void saysWhatItIs() {
        assertThat(ALL).hasSizeGreaterThan(60);
        assertThat(ALL)
                .allSatisfy(block -> assertThat(SORTS)
                        .as(block.place() + "（写法见 CONTRIBUTING）")
                        .containsKey(block.sort()))
                .allSatisfy(block -> assertThat(block.options())
                        .as(block.place())
                        .allMatch(option -> SORTS.get(block.sort()).contains(option.replaceFirst("=.*", ""))));
    }

    @Test
    @DisplayName("that can be copied brings neither an error nor a warning")
    void canBeCopied() {
        ManualSite site = ManualSite.demonstration(folder);
        Map<String, ManualBlock> blocks = new HashMap<>();
        for (List<ManualBlock> group : groups()) {
            if (group.size() == 1 && isFile(group.get(0)) && !isAlone(group)) {
                site.add(group.get(0)).forEach(path -> assertThat(blocks.put(path, group.get(0)))
                        .as(path)
                        .isNull());
            }
        }
        assertThat(blocks).hasSizeGreaterThan(50);
        assertThat(site.told(List.copyOf(blocks.keySet())).stream()
                        .filter(told -> !isOfWhatIsNotShown(blocks.get(told.path()), told))
                        .map(told -> blocks.get(told.path()).place() + " " + told.line()))
                .isEmpty();
    }

    static Stream<List<ManualBlock>> alone() {
        return groups().stream().filter(ManualExamplesTest::isAlone);
    }

    @ParameterizedTest
    @MethodSource("alone")
    @DisplayName("of a mistake or of data brings what it says, and nothing else")
    void bringsWhatItSays(List<ManualBlock> group) {
        ManualSite site = ManualSite.empty(folder);
        List<String> paths = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (ManualBlock block : group) {
            if (isFile(block)) {
                paths.addAll(site.add(block));
                block.option("应报").ifPresent(codes -> expected.addAll(Arrays.asList(codes.split(","))));
            }
        }
        List<ManualSite.Told> told = site.told(paths).stream()
                .filter(t -> group.stream().noneMatch(block -> isOfWhatIsNotShown(block, t)))
                .toList();

        assertThat(told.stream().map(ManualSite.Told::code).distinct())
                .as(String.join("\n", told.stream().map(ManualSite.Told::line).toList()))
                .containsExactlyInAnyOrderElementsOf(expected);
        group.stream().filter(block -> block.sort().equals("报告")).forEach(block -> assertThat(
                        told.stream().map(ManualSite.Told::line))
                .as(block.place())
                .containsAll(block.text().lines().toList()));
    }

    @Test
    @DisplayName("stands on a page that itself brings neither an error nor a warning")
    void pagesAreRight() {
        Cli.Result result = Cli.run("check", "-s", SOURCE.toString(), "--as-of", Cli.AS_OF);
        assertThat(result.out() + result.err()).endsWith("没有发现问题。\n");
    }

    @Test
    @DisplayName("that lists files lists files of the demonstration site")
    void filesExist() {
        ManualSite site = ManualSite.demonstration(folder);
        assertThat(sort("目录")).isNotEmpty().allSatisfy(block -> assertThat(
                        block.text().lines())
                .as(block.place())
                .isNotEmpty()
                .allMatch(site::has));
    }

    @Test
    @DisplayName("that lists sites is a list of sites")
    void listsOfSites() throws IOException {
        Files.createDirectories(folder.resolve("shared/_data"));
        assertThat(sort("清单")).isNotEmpty().allSatisfy(block -> {
            List<Problem> problems = new ArrayList<>();
            assertThat(SiteList.read(folder.resolve("sites.yml"), block.text(), problems::add)
                            .sites())
                    .hasSizeGreaterThan(1);
            assertThat(problems).as(block.place()).isEmpty();
        });
    }

    @Test
    @DisplayName("that is the check list of an inspection is one")
    void checkLists() {
        Kinds kinds = Kinds.builtIn(new YamlReader());
        assertThat(sort("检查清单")).isNotEmpty().allSatisfy(block -> {
            List<Problem> problems = new ArrayList<>();
            assertThat(InspectionCheckList.read(block.place(), block.text(), kinds, problems::add)
                            .asked())
                    .isNotEmpty();
            assertThat(problems).as(block.place()).isEmpty();
        });
    }

    @Test
    @DisplayName("that is a command runs")
    void commandsRun() {
        ManualSite whole = ManualSite.demonstration(folder.resolve("whole"));
        ManualSite empty = ManualSite.empty(folder.resolve("empty"));
        sort("条目").filter(block -> !isAlone(List.of(block))).forEach(whole::add);
        Set<String> ran = new HashSet<>();
        assertThat(sort("命令")).isNotEmpty().allSatisfy(block -> assertThat(
                        block.text().lines())
                .as(block.place())
                .isNotEmpty()
                .allSatisfy(line -> {
                    if (!ran.add(line)) {
                        return;
                    }
                    if (line.startsWith("git ")) {
                        isRight(line, whole);
                    } else if (line.matches("gongkai (desk|serve|print)( .*)?")) {
                        // The first two go on until they are ended, and the last needs a browser.
                        isUnderstood(line);
                    } else {
                        runs(line, line.matches("gongkai (build|check|register)( .*)?") ? whole : empty);
                    }
                }));
    }

    /** What is typed on a server besides the program itself, which may run as another user. */
    private static final String SYSTEM = "(git (init --bare|clone|tag|push origin|-C \\S+ config)|apt install|useradd"
            + "|install|cp|tar|chmod|rm|nginx|systemctl|openssl|su - gongkai -s /bin/bash|exit)( .*)?";

    @Test
    @DisplayName("that is typed on the server has commands and options that exist")
    void serverCommandsExist() {
        assertThat(sort("服务器")).isNotEmpty().allSatisfy(block -> assertThat(
                        block.text().lines())
                .as(block.place())
                .allSatisfy(line -> {
                    String command = line.replaceFirst("^su - gongkai -s /bin/sh -c '(.*)'$", "$1");
                    if (!command.matches(SYSTEM)) {
                        isUnderstood(command);
                    }
                }));
    }

    private static void isUnderstood(String line) {
        assertThat(line).startsWith("gongkai ");
        List<String> words = List.of(line.split("\\s+"));
        List<String> command = new ArrayList<>(
                words.stream().skip(1).takeWhile(word -> !word.startsWith("-")).toList());
        command.add("--help");
        Cli.Result help = Cli.run(command.toArray(String[]::new));
        assertThat(help.status()).as(line + help.err()).isZero();
        assertThat(words.stream().filter(word -> word.startsWith("-"))).as(line).allMatch(word -> help.out()
                .matches("(?s).*[\\s,]" + word + "[\\s=,\\]].*"));
    }

    private static void isRight(String git, ManualSite site) {
        assertThat(git.replaceFirst("^git add [^\\s-].*", "git add PATH").replaceFirst("\"[^\"]+\"$", "\"…\""))
                .isIn(GIT);
        if (git.startsWith("git add ")) {
            assertThat(site.has(git.substring("git add ".length()))).as(git).isTrue();
        }
    }

    private static void runs(String line, ManualSite site) {
        assertThat(line).startsWith("gongkai ");
        List<String> words = new ArrayList<>(List.of(line.split("\\s+")));
        words.remove(0);
        if (Cli.run(words.get(0), "--help").out().contains("--source")) {
            words.addAll(List.of("-s", site.root().toString()));
        }
        Cli.Result ran = Cli.run(words.toArray(String[]::new));
        assertThat(ran.status()).as(line + "\n" + ran.err()).isZero();
    }

    private static Stream<ManualBlock> sort(String sort) {
        return ALL.stream().filter(block -> block.sort().equals(sort));
    }

    /** Examples that are checked together: each, and those behind it that go on with it. */
    private static List<List<ManualBlock>> groups() {
        List<List<ManualBlock>> groups = new ArrayList<>();
        for (ManualBlock block : ALL) {
            if (block.option("接上段").isEmpty()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(block);
        }
        return groups;
    }

    private static boolean isFile(ManualBlock block) {
        return Set.of("条目", "文件头", "正文", "数据", "模板").contains(block.sort());
    }

    /** Whether it needs a site of its own. */
    private static boolean isAlone(List<ManualBlock> group) {
        return group.stream()
                .anyMatch(block -> Set.of("数据", "模板").contains(block.sort())
                        || block.option("应报").isPresent()
                        || block.option("接上段").isPresent());
    }

    /** Some fields are shown without all the others that their kind expects. */
    private static boolean isOfWhatIsNotShown(ManualBlock block, ManualSite.Told told) {
        return block.sort().equals("文件头") && told.code().equals("W126");
    }
}
