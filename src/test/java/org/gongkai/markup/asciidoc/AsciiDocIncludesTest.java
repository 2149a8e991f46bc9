package org.gongkai.markup.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.Markup;
import org.gongkai.problem.Problem;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Includes bring the lines that plain Asciidoctor brings, and tell of those that they do not bring. */
@Tag("slow")
class AsciiDocIncludesTest {
    private static final Map<String, String> FILES = Map.of(
            "tagged.txt",
            "head\n# tag::a[]\na1 *前*后\n# tag::b[]\nb1\n# end::b[]\na2\n# end::a[]\nmiddle\n# tag::c[]\nc1\n# end::c[]\nfoot\n",
            "wrong.txt",
            "x\n# tag::a[]\na\n# tag::b[]\nb\n# end::a[]\n# end::d[]\ny\n",
            "lines.txt",
            "一\n二\n三\n四\n五\n",
            "code.txt",
            "    if (x) {\n      y_甲_z();\n    }\n",
            "part.adoc",
            "== 分节\n\n*重点*工作。\n\n[#mao]\n=== 小节\n\n{无此属性}\n\ninclude::lines.txt[lines=2]\n",
            "kept.adoc",
            "第一行\n\n// tag::x[]\n第四行\n// end::x[]\n\n// tag::y[]\n\n====\n没有结束\n// end::y[]\n",
            "条件.adoc",
            "ifdef::有[]\n有\nendif::[]\nifndef::有[]\n没有\nendif::[]\n");

    @TempDir
    static Path site;

    private static AsciiDocConverter ours;

    @BeforeAll
    static void start() throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(site.resolve(file.getKey()), file.getValue());
        }
        ours = new AsciiDocConverter(SiteFolder.ENGINES, new IncludedTexts() {
            @Override
            public boolean has(String path) {
                return FILES.containsKey(path.substring("content/".length()));
            }

            @Override
            public boolean isEntry(String path) {
                return false;
            }

            @Override
            public Optional<String> text(String path, Consumer<Problem> problems) {
                return Optional.of(FILES.get(path.substring("content/".length())));
            }
        });
    }

    @AfterAll
    static void stop() {
        ours.close();
    }

    private static Body body(String text) {
        return ours.convert(new Markup("content/甲.adoc", text, 3), new Bodies.Recorder());
    }

    private static List<String> problems(String text) {
        return body(text).problems().stream()
                .map(problem -> problem.text().replaceFirst("^content/", ""))
                .toList();
    }

    private static void sameAsPlain(String text) {
        assertThat(ComparableAsciiDoc.of(body(text).html()))
                .isEqualTo(ComparableAsciiDoc.of(PlainAsciidoctor.html(
                        text, Map.of(), Options.builder().safe(SafeMode.SAFE).baseDir(site.toFile()))));
        assertThat(problems(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tag=a", "tag=b", "tags=a;b", "\"tags=a,c\"", "tag=", "tags="})
    void tagsChooseWhatTheyChooseInAsciidoctor(String attributes) {
        sameAsPlain("----\ninclude::tagged.txt[" + attributes + "]\n----\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lines=2",
                "lines=2..4",
                "lines=1;3..4",
                "\"lines=1,3..4\"",
                "lines=4..",
                "lines=4..-1",
                "lines=2..99",
                "lines=",
                "lines=3..4;1",
                "\"lines=5,1..2\"",
                "lines=2..3;3..4"
            })
    void linesChooseWhatTheyChooseInAsciidoctor(String attributes) {
        sameAsPlain("----\ninclude::lines.txt[" + attributes + "]\n----\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "----\ninclude::code.txt[]\n----",
                "----\ninclude::code.txt[indent=0]\n----",
                "----\ninclude::code.txt[indent=2]\n----",
                "== 甲\n\ninclude::part.adoc[leveloffset=+1]\n\n== 乙",
                "== 甲\n\n:leveloffset: 1\n\ninclude::part.adoc[]\n\n:leveloffset!:\n\n== 乙",
                "include::part.adoc[]\n\n见<<mao>>和xref:part.adoc#mao[小节]。",
                "include::条件.adoc[]\n\n:有:\n\ninclude::条件.adoc[]",
                "|===\n|include::lines.txt[lines=2]\na|\ninclude::lines.txt[lines=1]\n|===",
                "* 甲\n+\ninclude::lines.txt[lines=2]",
                "\\include::lines.txt[]",
                ":file: lines\n\ninclude::{file}.txt[lines=3]",
                "include::nowhere.txt[opts=optional]\n\n甲",
                ",===\ninclude::lines.txt[]\n,==="
            })
    void includesDoWhatTheyDoInAsciidoctor(String text) {
        String known = text.replace("{无此属性}", "");
        assertThat(ComparableAsciiDoc.of(body(known).html()).replace("重点", "").replaceAll("</?strong>|\\*", ""))
                .isEqualTo(ComparableAsciiDoc.of(PlainAsciidoctor.html(
                                known,
                                Map.of("outfilesuffix", ".adoc"),
                                Options.builder().safe(SafeMode.SAFE).baseDir(site.toFile())))
                        .replace("重点", "")
                        .replaceAll("</?strong>|\\*", ""));
    }

    @Test
    void textThatIsIncludedIsTreatedAsTextThatIsTyped() {
        assertThat(body("include::part.adoc[]").html()).contains("<strong>重点</strong>工作");
        assertThat(body("----\ninclude::tagged.txt[tag=a]\n----").html()).contains("a1 *前*后");
        assertThat(body("----\ninclude::code.txt[]\n----").html()).contains("y_甲_z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "tag=d → 包含的文件“tagged.txt”里没有标签“d”；文件里有这些标签：a、b、c",
                "tags=a;bb → 包含的文件“tagged.txt”里没有标签“bb”；文件里有这些标签：a、b、c",
                "lines=99 → 包含的文件“tagged.txt”只有 13 行，没有第 99 行；核对 lines= 的行号",
                "lines=14.. → 包含的文件“tagged.txt”只有 13 行，没有第 14 行；核对 lines= 的行号",
                "lines=..5 → 看不懂要包含哪几行：..5；写成 lines=5、lines=2..4 或 lines=5..，几段之间用分号",
                "lines=-1 → 看不懂要包含哪几行：-1；写成 lines=5、lines=2..4 或 lines=5..，几段之间用分号",
                "lines=4..2 → 看不懂要包含哪几行：4..2；写成 lines=5、lines=2..4 或 lines=5..，几段之间用分号",
                "lines=二 → 看不懂要包含哪几行：二；写成 lines=5、lines=2..4 或 lines=5..，几段之间用分号"
            })
    void whatIsNotThereIsTold(String attributes, String message) {
        assertThat(problems("甲\n\n----\ninclude::tagged.txt[" + attributes + "]\n----\n"))
                .containsExactly("甲.adoc:6:1: 错误 E167 " + message);
    }

    @Test
    void aFileWithoutTagsSaysSo() {
        assertThat(problems("include::lines.txt[tag=a]\n"))
                .containsExactly("甲.adoc:3:1: 错误 E167 包含的文件“lines.txt”里没有标签“a”；"
                        + "文件里还没有标签；在要包含的一段前后写 // tag::a[] 和 // end::a[]");
    }

    @Test
    void tagsThatDoNotEndOrBeginAreTold() {
        assertThat(problems("----\ninclude::wrong.txt[tags=a;b;d]\n----\n"))
                .containsExactly(
                        "甲.adoc:4:1: 错误 E167 包含的文件“wrong.txt”里标签“b”没有结束；在这一段末尾写 // end::b[]",
                        "甲.adoc:4:1: 错误 E167 包含的文件“wrong.txt”里没有标签“d”；文件里有这些标签：a、b");
    }

    @Test
    void placesInIncludedPartsAreThoseOfTheirFiles() {
        assertThat(problems("甲\n\ninclude::kept.adoc[tags=x;y]\n"))
                .containsExactly("kept.adoc:9:1: 警告 W163 这个示例块没有结束标记；在块的末尾写上与开头相同的一行");
        assertThat(problems("== 甲\n\ninclude::part.adoc[leveloffset=+1]\n\n====\n乙\n"))
                .containsExactlyInAnyOrder(
                        "part.adoc:8:1: 警告 W163 属性“无此属性”没有定义；在文件头写“:无此属性: 值”；不是属性的，在花括号前写反斜线",
                        "甲.adoc:7:1: 警告 W163 这个示例块没有结束标记；在块的末尾写上与开头相同的一行");
    }
}
