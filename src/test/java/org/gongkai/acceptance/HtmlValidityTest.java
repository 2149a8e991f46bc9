package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.HtmlChecker;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The Nu HTML checker finds no error")
@Tag("slow")
class HtmlValidityTest {

    private static HtmlChecker checker;

    @BeforeAll
    static void setUp() throws Exception {
        checker = new HtmlChecker();
    }

    @ParameterizedTest
    @EnumSource(PageType.class)
    @DisplayName("in a page of each type")
    void pageTypes(PageType type) throws Exception {
        assertThat(checker.errors(type.site().bytes(type.address())))
                .as(type.address())
                .isEmpty();
    }

    @Test
    @DisplayName("in any entry of the demonstration site")
    void entries() throws Exception {
        List<String> errors = new ArrayList<>();
        for (String page : DemoSite.entries()) {
            checker.errors(DemoSite.site().bytes(page)).forEach(error -> errors.add(page + ":" + error));
        }
        assertThat(DemoSite.entries()).hasSizeGreaterThan(90);
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 5", "5, 3", "1, 4", "4, 1"})
    @DisplayName("in a comparison of tables that have other columns")
    void comparedTables(int before, int after, @TempDir Path folder) throws Exception {
        GitFolder git = new GitFolder(folder);
        SiteFolder site = new SiteFolder(folder);
        rule(site, "a", table(before), "");
        git.commit("2024-04-01", "测试", "first");
        rule(site, "a", table(after), "");
        git.commit("2024-04-02", "测试", "second");
        rule(site, "a", "没有表。", "");
        rule(site, "b", table(before) + "\n完。\n\n" + table(after), "替代: a.md\n");
        git.commit("2024-04-03", "测试", "third");
        List<String> errors = new ArrayList<>();
        List<String> compared = new ArrayList<>();
        for (Map.Entry<String, String> file : site.built().files().entrySet()) {
            if (file.getKey().contains("/history/") && file.getKey().endsWith(".html")) {
                compared.add(file.getKey());
                checker.errors(Files.readAllBytes(site.output().resolve(file.getKey())))
                        .forEach(error -> errors.add(file.getKey() + ":" + error));
            }
        }

        assertThat(compared).hasSizeGreaterThan(4).anyMatch(path -> path.contains("replaces-"));
        assertThat(errors).isEmpty();
    }

    private static void rule(SiteFolder site, String name, String text, String more) {
        site.file(
                "content/制度/" + name + ".md",
                "---\n标题: 用水管理办法\n文种: 规章制度\n发布日期: 2024-0" + (name.equals("a") ? 3 : 4) + "-01\n公开范围: 社会\n发布机构: 支部\n"
                        + "保密审查: 宣传委员 2024-02-01\n审批: 书记 2024-02-02\n" + more + "---\n\n" + text + "\n");
    }

    private static String table(int columns) {
        return IntStream.range(0, 4)
                .mapToObj(row -> "|" + (row == 1 ? "---|" : "第" + row + columns + "格|").repeat(columns))
                .collect(Collectors.joining("\n"));
    }

    @Test
    @DisplayName("only because there is none: it finds those of a bad page")
    void badPage() throws Exception {
        String page =
                "<!DOCTYPE html><html lang=zh><title>x</title><p><table><tr><td colspan=2></table><img src=x><div id=a></div><p id=a>";
        assertThat(String.join("\n", checker.errors(page.getBytes(StandardCharsets.UTF_8))))
                .contains("alt", "Duplicate ID", "column");
    }
}
