package org.gongkai.register.spec;

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
                .contains("content/_data/registers.yml:1:8: 错误 E137 台账的标识“" + id + "”留给别的页面；请换一个，不能是 due、wall");
    }
}
