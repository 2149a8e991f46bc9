package org.gongkai.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import freemarker.template.Configuration;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.check.explain.Explanations;
import org.gongkai.check.explain.Explanations.Explanation;
import org.gongkai.input.data.YamlReader;
import org.gongkai.testing.SiteFolder.Ran;
import org.gongkai.text.ChineseNumeral;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {

    @Test
    void explainsACodeInAnyLetterCase() {
        Ran ran = run("explain", "e303");

        assertThat(ran)
                .isEqualTo(new Ran(
                        0,
                        """
                                E303 旧址已被占用（错误）
                                旧址上要放一个转到新网页的页面，而那里已经有本站的网页、文件，或另一条也写了同一个旧址；只差字母大小写的也算，在 Windows 和 macOS 上那是同一个文件。editions 和各条的 history 文件夹留给年度存档和修改记录。
                                改法：请删去这个旧址，或改成这一条真正用过的地址。
                                错：
                                    旧址: index.html
                                对：
                                    旧址: old/2019/plan.html
                                这条规则不能关。
                                """,
                        ""));
        assertThat(run("explain", "e303", "--json").out()).startsWith("{\"code\":\"E303\",\"name\":\"旧址已被占用\"");
    }

    @Test
    void saysWhichCodeIsNearest() {
        assertThat(run("explain", "E6o1")).isEqualTo(new Ran(2, "", "没有“E6o1”这个代码；您是不是要写“E611”。\n"));
        assertThat(run("explain", "什么")).isEqualTo(new Ran(2, "", "没有“什么”这个代码；不写代码可列出全部。\n"));
    }

    @Test
    void listsAllCodesByGroup() {
        String list = run("explain").out();

        assertThat(list)
                .contains(
                        "网页地址和公开范围\n  E301 网页地址重复\n  E302 栏目地址冲突\n  E303 旧址已被占用\n  E304 特定对象不能上站\n  E305 不公开的内容进了输出\n  W306 与不公开的附件相同\n  E307 旧址的名字不能用\n  E308 不能做成年度存档\n")
                .contains("  W606 日期写得不对\n  W607 没有日期\n  E608 缺少模板要用的值\n");
        assertThat(list.lines().filter(line -> line.startsWith("  ")))
                .hasSameSizeAs(new Explanations(new YamlReader()).all());
        assertThat(run("explain", "--json").out()).startsWith("[{\"code\":\"E100\"");
    }

    /** The page of rules in the manual is written with {@code -Dgolden=renew}. */
    @Test
    void isTheSourceOfThePageOfRulesInTheManual() throws Exception {
        Explanations explanations = new Explanations(new YamlReader());
        Map<String, List<Explanation>> groups = new LinkedHashMap<>();
        for (String part : run("explain").out().split("\n\n")) {
            String heading = ChineseNumeral.format(groups.size() + 1) + "、"
                    + part.lines().findFirst().orElseThrow();
            groups.put(
                    heading,
                    part.lines()
                            .skip(1)
                            .map(line -> explanations
                                    .of(line.strip().substring(0, 4))
                                    .orElseThrow())
                            .toList());
        }
        Configuration settings = new Configuration(Configuration.VERSION_2_3_34);
        settings.setClassForTemplateLoading(ExplainCommandTest.class, "");
        settings.setDefaultEncoding("UTF-8");
        StringWriter text = new StringWriter();
        settings.getTemplate("rules.ftl").process(Map.of("groups", groups), text);

        Path page = Path.of("src/manual/content/规则/10-规则一览.md");
        if ("renew".equals(System.getProperty("golden"))) {
            Files.writeString(page, text.toString());
        }
        assertThat(page).hasContent(text.toString());
    }

    @Test
    void explainsEveryRuleInWordsThatAPageCanHold() {
        for (Explanation rule : new Explanations(new YamlReader()).all()) {
            assertThat(rule.code()).matches("[EW][1-6]\\d\\d");
            assertThat(rule.name()).as(rule.code()).hasSizeBetween(2, 20).doesNotContain("\n");
            assertThat(rule.sentence()).as(rule.code()).endsWith("。").doesNotContain("\n");
            assertThat(rule.mend()).as(rule.code()).endsWith("。").doesNotContain("\n");
            assertThat(rule.wrong() + rule.right()).as(rule.code()).doesNotContain("```");
        }
    }

    @Test
    void explainsEveryCodeThatTheProgramTells() throws Exception {
        List<String> unexplained = new ArrayList<>();
        Explanations explanations = new Explanations(new YamlReader());
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Pattern.compile("\"([EW]\\d{3})\"")
                        .matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .filter(code -> explanations.of(code).isEmpty())
                        .forEach(unexplained::add);
            }
        }

        assertThat(unexplained.stream().distinct().sorted()).isEmpty();
    }
}
