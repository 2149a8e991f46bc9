package org.gongkai.check.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.check.explain.Explanation;
import org.gongkai.check.explain.Explanations;
import org.gongkai.input.data.YamlReader;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of what a code means are true: the wrong one brings the code, the right one does not. */
@Tag("slow")
class ExplainedExamplesTest {

    private static final Explanations EXPLANATIONS = new Explanations(new YamlReader());

    private static final Map<String, List<String>> DATA = Map.of(
            "site.yml", List.of("E110", "E111", "E112", "E113", "E114"),
            "categories.yml", List.of("E115", "E116"),
            "kinds.yml", List.of("E125", "E126", "E127", "E128", "E129"),
            "catalogue.yml", List.of("E130", "E131"),
            "organisation.yml", List.of("E133", "W133"),
            "registers.yml", List.of("E137"));

    @TempDir
    Path folder;

    static Stream<String> codes() {
        return EXPLANATIONS.all().stream().map(Explanation::code).filter(code -> code.matches("[EW]1[0-37]\\d"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theyBringTheirCodeOrNot(String code) {
        Explanation explanation = EXPLANATIONS.of(code).orElseThrow();

        assertThat(told("wrong", code, explanation.wrong())).contains(code);
        assertThat(told("right", code, explanation.right())).doesNotContain(code);
    }

    private List<String> told(String name, String code, String example) {
        SiteFolder site = new SiteFolder(folder.resolve(name));
        String data = DATA.entrySet().stream()
                .filter(e -> e.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        if (!data.isEmpty()) {
            site.file("content/_data/" + data, example + "\n").entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
        } else if (code.equals("E100")) {
            site.file("content/a.md", example + "\n");
        } else {
            site.file("content/附件/安排表.xlsx", "表").entry("content/a.md", header(code, example));
        }
        if (code.equals("W129")) {
            site.file("content/_data/organisation.yml", "党小组: [厂区组, 管网组]\n");
        }
        if (code.equals("E117")) {
            site.file("content/_data/categories.yml", "- {名称: 通知, 标识: notices}\n");
        }
        return site.build().problems().stream()
                .map(line -> line.replaceFirst("^.*?: (?:错误|警告) ([EW]\\d{3}) .*$", "$1"))
                .toList();
    }

    private static String[] header(String code, String example) {
        List<String> lines = new ArrayList<>(example.lines().toList());
        if (!code.equals("E104")) {
            for (String common : List.of("标题: 甲", "发布日期: 2024-01-02", "公开范围: 社会", "发布机构: 一支部", "保密审查: 是", "审批: 书记")) {
                String field = common.substring(0, common.indexOf(':'));
                if (lines.stream().noneMatch(line -> line.matches(field + "[:：].*"))) {
                    lines.add(common);
                }
            }
        }
        return lines.toArray(String[]::new);
    }
}
