package org.gongkai.check.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.check.header.Rules.told;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.source.FolderSource;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 索引号 and 发文字号. */
class NumberRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SLSW01-2024-00018   | 机构代码后面没有斜线",
                "SLSW01／2024-00018  | 斜线、连字符和数字要用半角",
                "SLSW01/ 2024-00018  | 中间有空格",
                "水务/2024-00018     | 机构代码只用字母和数字",
                "SLSW01/24-00018     | 斜线后面应是四位年份和连字符",
                "SLSW01/2024-018     | 序号应是五位，现在是3位",
                "SLSW01/2024-甲      | 序号应是五位数字"
            })
    void aMalformedIndexNumberIsToldByItsWrongPart(String number, String fault) {
        assertThat(told("索引号: " + number))
                .containsExactly(
                        "2:6: 错误 E140 索引号“" + number + "”不合格式：" + fault + "；请写成“机构代码/年-五位序号”，如 ABCD01/2024-00018");
    }

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "示水党[2020]1号      | ：年份用六角括号〔〕，不用[]         | 请写成 示水党〔2020〕1号",
                "示水党【2020】1号    | ：年份用六角括号〔〕，不用【】       | 请写成 示水党〔2020〕1号",
                "示水党（2020）1号    | ：年份用六角括号〔〕，不用（）       | 请写成 示水党〔2020〕1号",
                "示水党〔2020〕第3号  | ：序号前不写“第”                     | 请写成 示水党〔2020〕3号",
                "示水党〔2020〕003号  | ：序号前不补0                        | 请写成 示水党〔2020〕3号",
                "示水党〔20〕3号      | ：年份写四位                         | 请写成 示水党〔2020〕3号",
                "示水党〔2020〕3      | ：末尾缺少“号”                       | 请写成 示水党〔2020〕3号",
                "示水党 〔2020〕 3号  | ：中间不留空格                       | 请写成 示水党〔2020〕3号",
                "示水党(20)第03       | ：年份用六角括号〔〕，不用()；年份写四位；序号前不写“第”；序号前不补0；末尾缺少“号” | 请写成 示水党〔2020〕3号",
                "2020年3号文          | ''                                   | 请写成“机关代字〔年份〕序号号”，如 示水党〔2020〕1号"
            })
    void aMalformedDocumentNumberIsToldByItsWrongParts(String number, String faults, String hint) {
        assertThat(told("发文字号: " + number))
                .containsExactly("2:7: 错误 E143 发文字号“" + number + "”不合格式" + faults + "；" + hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"示水党〔2020〕1号", "示水办发〔2024〕120号", "示水党（函）〔2024〕3号"})
    void aRightDocumentNumberIsFine(String number) {
        assertThat(told("发文字号: " + number)).isEmpty();
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
                past);
        HeaderRules.all(Rules.NOTHING_KNOWN).siteRules().forEach(rule -> rule.check(site, problems::add));
        return problems.stream().sorted().map(Problem::text).toList();
    }

    private static String header(String number) {
        return "---\n标题: 甲\n发布日期: 2024-03-01\n索引号: " + number + "\n---\n\n正文。\n";
    }
}
