package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.problem.Problem;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterSpecReaderTest {

    @Test
    void findsNoMistakesInTheBuiltInDefinitions() {
        YamlReader yaml = new YamlReader();
        List<Problem> problems = new ArrayList<>();

        List<RegisterSpec> specs =
                new RegisterSpecReader(yaml, Kinds.builtIn(yaml), 30, problems::add).read(Optional.empty());

        assertThat(problems).isEmpty();
        assertThat(specs).extracting(RegisterSpec::name).contains("三会一课", "主题党日");
    }

    /** Their folders hold the sheets for the wall and what is due. */
    @ParameterizedTest
    @ValueSource(strings = {"wall", "due"})
    void refusesAFolderThatOtherPagesOfRegistersHave(String id, @TempDir Path folder) {
        new SiteFolder(folder)
                .file("content/_data/registers.yml", "- {标识: " + id + ", 名称: 试验, 文种: [通知], 列: [标题]}")
                .entry("content/通知/a.md", "标题: 值班安排", "发布日期: 2024-05-01", "文种: 通知");

        assertThat(SiteFolder.run("build", "-s", folder.toString()).err())
                .contains("content/_data/registers.yml:1:8: 错误 E137 “标识”不能写“" + id + "”，它留给别的页面；请换一个，不能是 due、wall");
    }

    @Test
    void collectsKindsThatNameARegisterByAnotherOfItsNames(@TempDir Path folder) {
        SiteFolder site = new SiteFolder(folder)
                .file("content/_data/kinds.yml", "- {名称: 走访, 标识: visits, 台账: [签订, 入户]}\n")
                .file(
                        "content/_data/registers.yml",
                        "- {标识: calls, 名称: 走访, 别名: 入户, 列: [标题]}\n- {标识: signatures, 列: [标题]}\n")
                .entry("content/通知/a.md", "标题: 看望老党员", "发布日期: 2024-05-01", "文种: 走访")
                .built();

        assertThat(site.html("registers/calls/index.html").select("td").text()).contains("看望老党员");
    }

    @Test
    void theOverviewHasARegisterUnderItsHeading(@TempDir Path folder) {
        SiteFolder site = new SiteFolder(folder)
                .file(
                        "content/_data/registers.yml",
                        "- {标识: calls, 名称: 走访, 文种: [文章], 列: [标题]}\n"
                                + "- {标识: visits, 名称: 慰问, 分类: 公开和归档, 文种: [文章], 列: [标题]}\n")
                .entry("content/通知/a.md", "标题: 看望老党员", "发布日期: 2024-05-01")
                .built();

        assertThat(site.html("registers/index.html")
                        .select("h2.sub, .register-name a")
                        .eachText())
                .containsSubsequence("公开和归档", "归档", "慰问", "其他", "走访");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{句: '{户数}户。', 行: 各次} | “行”不能写“各次”；您是不是要写“各”",
                "{词: [走访]} | 没有写“句”；写成",
                "走访 | “答”应由“名称: 值”组成；写成",
                "{句: '{户教}户'} | 答里的“户教”不是这本台账的列；您是不是要写“户数”",
                "{句: '{户数}户', 满足: {标提: 走访}} | 答里的“标提”不是这本台账的列；您是不是要写“标题”",
                "{句: '{户数}户', 止: 结束} | 答里的“结束”不是这本台账的列",
            })
    void saysWhatIsWrongWithAnAnswer(String answer, String message, @TempDir Path folder) {
        new SiteFolder(folder)
                .file(
                        "content/_data/registers.yml",
                        "- {标识: visits, 名称: 走访, 文种: [通知], 列: [标题, 户数 number], 答: " + answer + "}")
                .entry("content/通知/a.md", "标题: 值班安排", "发布日期: 2024-05-01", "文种: 通知");

        assertThat(SiteFolder.run("build", "-s", folder.toString()).err()).contains("错误 E137 " + message);
    }
}
