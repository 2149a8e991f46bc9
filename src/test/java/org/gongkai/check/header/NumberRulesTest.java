package org.gongkai.check.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.check.header.Rules.told;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.cache.CacheStore;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.source.FolderSource;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 索引号 and 发文字号. */
class NumberRulesTest {

    @Test
    void anIndexNumberOfAnotherBranchIsTold() {
        assertThat(told(Rules.site("SLSW01", ""), "索引号: SLSW02/2024-00018"))
                .containsExactly("2:6: 警告 W140 索引号“SLSW02/2024-00018”的机构代码是 SLSW02，本站的机构代码是 SLSW01；"
                        + "如果不是转载的条目，请改成 SLSW01/2024-00018");
        assertThat(told(Rules.site("SLSW01", ""), "索引号: SLSW01/2024-00018")).isEmpty();
    }

    @Test
    void anIndexNumberThatTwoEntriesBearIsToldAtBoth(@TempDir Path folder) {
        assertThat(toldOfTwo(folder, Map.of(), "A1/2024-00007", "A1/2024-00007"))
                .containsExactly(
                        "content/a.md:4:6: 错误 E141 索引号“A1/2024-00007”与 content/b.md 的相同；一个索引号只用于一条，请给其中较晚的一条另编一个",
                        "content/b.md:4:6: 错误 E141 索引号“A1/2024-00007”与 content/a.md 的相同；一个索引号只用于一条，请给其中较晚的一条另编一个");
        assertThat(toldOfTwo(folder, Map.of(), "A1/2024-00007", "A1/2024-00008"))
                .isEmpty();
    }

    @Test
    void anIndexNumberOfAnEntryThatIsGoneIsNotGivenAgain(@TempDir Path folder) {
        assertThat(toldOfTwo(
                        folder,
                        Map.of("A1/2024-00007", "content/旧.md", "A1/2024-00008", "content/b.md"),
                        "A1/2024-00007",
                        "A1/2024-00008"))
                .containsExactly("content/a.md:4:6: 错误 E142 索引号“A1/2024-00007”以前是 content/旧.md 的索引号；"
                        + "索引号一经使用不再分配给别的条目，请另编一个");
    }

    private static List<String> toldOfTwo(Path folder, Map<String, String> past, String first, String second) {
        List<Problem> problems = new ArrayList<>();
        WholeSite site = new WholeSite(
                List.of(
                        Headers.right(Headers.read("content/a.md", header(first))),
                        Headers.right(Headers.read("content/b.md", header(second)))),
                new FolderSource(folder, List.of()),
                Set.of(),
                Set.of(),
                past,
                name -> CacheStore.NONE,
                (path, version) -> {});
        HeaderRules.all(Rules.NOTHING_KNOWN).siteRules().forEach(rule -> rule.check(site, problems::add));
        return problems.stream().sorted().map(Problem::text).toList();
    }

    private static String header(String number) {
        return "---\n标题: 甲\n发布日期: 2024-03-01\n索引号: " + number + "\n---\n\n正文。\n";
    }
}
