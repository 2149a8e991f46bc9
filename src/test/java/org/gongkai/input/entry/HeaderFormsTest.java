package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.Headers.asciidoc;
import static org.gongkai.testing.Headers.jbake;
import static org.gongkai.testing.Headers.listed;
import static org.gongkai.testing.Headers.read;
import static org.gongkai.testing.Headers.right;
import static org.gongkai.testing.Headers.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three forms of a header say the same. */
class HeaderFormsTest {

    /** Fields as {@code name=value}; each stands in all three forms besides a title and a date. */
    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of("nothing more", List.of()),
                Arguments.of("English names", List.of("category=计划", "scope=社会", "publisher=一支部")),
                Arguments.of("Chinese names", List.of("栏目=计划", "公开范围=社会", "发布机构=一支部")),
                Arguments.of("a list after commas", List.of("标签=甲, 乙，丙、丁；戊")),
                Arguments.of("two years and two columns", List.of("年度=2023, 2024年度", "栏目=计划、总结")),
                Arguments.of("signed, revised, expires", List.of("成文日期=2024年1月1日", "修订日期=2024/2/1", "失效日期=2025-01-01")),
                Arguments.of(
                        "a number and former addresses", List.of("索引号=A01-2024-0001", "旧址=/old/plan.html, old/2019/")),
                Arguments.of("attachments", List.of("附件=附件/表.xlsx, 附件/图.png")),
                Arguments.of("a draft", List.of("状态=草稿")),
                Arguments.of("a draft in English", List.of("status=draft")),
                Arguments.of(
                        "a kind with fields of its own",
                        List.of("文种=党课", "主讲人=李某", "题目=节水", "公开范围=全党", "发布机构=一支部", "保密审查=是", "审批=书记")),
                Arguments.of(
                        "texts with colons, quotes and hashes", List.of("摘要=时间：三月 \"节水\" 月 #1", "发文字号=供水党〔2024〕3号")),
                Arguments.of("the type of JBake", List.of("type=post", "description=一句话")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void sayTheSameInEveryForm(String name, List<String> fields) {
        Said yaml = Said.by(right(yaml(lines(fields, "标题: 甲", "发布日期: 2024-01-02 09:30", "%s: '%s'"))));

        assertThat(Said.by(right(jbake(lines(fields, "title=甲", "date=2024-01-02 09:30", "%s=%s")))))
                .isEqualTo(yaml);
        assertThat(Said.by(right(asciidoc(lines(fields, "= 甲", ":date: 2024-01-02 09:30", ":%s: %s")))))
                .isEqualTo(yaml);
        assertThat(Said.by(right(asciidoc(lines(fields, "= 甲", ":jbake-date: 2024-01-02 09:30", ":jbake-%s: %s")))))
                .isEqualTo(yaml);
    }

    @Test
    void aPeriodIsAGroupOrFieldsWithTheGroupInFront() {
        Entry.Notice notice = right(
                        yaml("标题: 甲", "发布日期: 2024-01-02", "公示: {起: 2024-01-02, 止: 2024-01-09, 工作日: 5, 结果: 结果.md}"))
                .notice()
                .orElseThrow();

        for (Entry entry : List.of(
                right(jbake(
                        "title=甲",
                        "date=2024-01-02",
                        "notice.from=2024-01-02",
                        "notice.to=2024-01-09",
                        "notice.working-days=5",
                        "notice.result=结果.md")),
                right(jbake(
                        "title=甲", "date=2024-01-02", "公示-起=2024-01-02", "公示-止=2024-01-09", "公示-工作日=5", "公示-结果=结果.md")),
                right(asciidoc(
                        "= 甲",
                        ":date: 2024-01-02",
                        ":公示-起: 2024-01-02",
                        ":公示-止: 2024-01-09",
                        ":公示-工作日: 5",
                        ":公示-结果: 结果.md")),
                right(asciidoc(
                        "= 甲",
                        ":date: 2024-01-02",
                        ":notice-from: 2024-01-02",
                        ":notice-to: 2024-01-09",
                        ":notice-working-days: 5",
                        ":notice-result: 结果.md")))) {
            Entry.Notice other = entry.notice().orElseThrow();
            assertThat(other.from()).isEqualTo(notice.from());
            assertThat(other.to()).isEqualTo(notice.to());
            assertThat(other.workingDays()).isEqualTo(notice.workingDays()).contains(5);
            assertThat(other.result().text()).isEqualTo(notice.result().text()).isEqualTo("结果.md");
        }
    }

    @Test
    void attachmentsAreNamesOrNamesWithWordsForReaders() {
        Entry entry = right(
                yaml("标题: 甲", "发布日期: 2024-01-02", "附件:", "- 表, 一.xlsx", "- {文件: 图.png, 名称: 平面图}", "- {file: b.pdf}"));

        assertThat(entry.header().attachments())
                .extracting(a -> a.path().text() + "|" + a.label())
                .containsExactly("表, 一.xlsx|", "图.png|平面图", "b.pdf|");
    }

    @Test
    void theYearIsThatOfTheDateUnlessSaid() {
        assertThat(listed(yaml("标题: 甲", "发布日期: 2024-01-02")).years()).containsExactly(2024);
        assertThat(listed(yaml("标题: 总结", "发布日期: 2024-01-02", "年度: 2023")).years())
                .containsExactly(2023);
        assertThat(listed(yaml("标题: 总结", "发布日期: 2024-01-02", "年度: [2023, 2024, 2023]"))
                        .years())
                .containsExactly(2023, 2024);
    }

    @Test
    void theColumnIsThatOfTheKindUnlessSaid() {
        assertThat(listed(yaml("标题: 甲", "发布日期: 2024-01-02")).categories()).containsExactly("文章");
        assertThat(listed(yaml("标题: 甲", "发布日期: 2024-01-02", "文种: 党课", "状态: 草稿")).categories())
                .containsExactly("三会一课");
    }

    @Test
    void aKindMayBeGivenByAnotherName() {
        assertThat(right(yaml("标题: 甲", "发布日期: 2024-01-02", "文种: [工作要点, 支部党员大会]", "状态: 草稿"))
                        .kinds())
                .extracting(Kind::name)
                .containsExactly("工作计划", "党员大会");
    }

    @Test
    void formerAddressesCountFromTheHomePage() {
        assertThat(right(yaml(
                                "标题: 甲",
                                "发布日期: 2024-01-02",
                                "旧址: [/old/2019/, ./a.html, b/c, '%E6%97%A7/100%.html', '%e9%80%9a%E7%9F%A5/']"))
                        .publication()
                        .aliases())
                .containsExactly(
                        "old/2019/index.html", "a.html", "b/c/index.html", "%E6%97%A7/100%.html", "通知/index.html");
    }

    @Test
    void anEntryThatSaysNoScopeIsForTheUnit() {
        assertThat(right(yaml("标题: 甲", "发布日期: 2024-01-02")).publication().scope())
                .isEqualTo("本单位");
    }

    @Test
    void valuesKnowTheirPlaceInEveryForm() {
        assertThat(place(right(yaml("标题: 甲", "发布日期: 2024-01-02", "公开范围:   社会"))))
                .isEqualTo("4:9");
        assertThat(place(right(jbake("title=甲", "date=2024-01-02", "scope = 社会"))))
                .isEqualTo("3:9");
        assertThat(place(right(asciidoc("= 甲", ":date: 2024-01-02", ":公开范围:  社会"))))
                .isEqualTo("3:9");
        assertThat(place(right(asciidoc("= 甲", ":date: 2024-01-02", ":jbake-scope: 社会"))))
                .isEqualTo("3:15");
    }

    @Test
    void bodiesBeginBehindTheHeader() {
        assertThat(right(yaml("标题: 甲", "发布日期: 2024-01-02")).source().bodyLine()).isEqualTo(5);
        assertThat(right(jbake("title=甲", "date=2024-01-02")).source().bodyLine())
                .isEqualTo(4);
        assertThat(right(asciidoc("= 甲", ":date: 2024-01-02")).source().bodyLine())
                .isEqualTo(1);
    }

    @Test
    void aMarkInFrontAndLineEndsOfWindowsChangeNothing() {
        String yaml = "---\n标题: 甲\n发布日期: 2024-01-02\n---\n正文\n";

        assertThat(Said.by(right(read("content/a.md", "\uFEFF" + yaml.replace("\n", "\r\n")))))
                .isEqualTo(Said.by(right(read("content/a.md", yaml))));
    }

    @Test
    void aYamlHeaderMayEndInDotsAndHaveSpacesBehindItsMarks() {
        assertThat(right(read("content/a.md", "---  \n标题: 甲\n发布日期: 2024-01-02\n... \n正文\n"))
                        .title())
                .isEqualTo("甲");
    }

    @Test
    void anyFormMayStandInAnAsciiDocFile() {
        assertThat(right(read("content/a.adoc", "---\n标题: 甲\n发布日期: 2024-01-02\n---\n正文\n"))
                        .title())
                .isEqualTo("甲");
        assertThat(right(read("content/a.adoc", "title=甲\ndate=2024-01-02\n~~~~~~\n正文\n"))
                        .title())
                .isEqualTo("甲");
    }

    @Test
    void theDateOfAnAsciiDocEntryMayStandInItsRevisionLine() {
        assertThat(right(asciidoc("= 甲", "李某 <li@dang.lan>", "v1.0, 2024-01-02: 初稿"))
                        .dates()
                        .published())
                .isEqualTo("2024-01-02T00:00");
        assertThat(right(asciidoc("= 甲", "李某", "2024-01-02")).dates().published())
                .isEqualTo("2024-01-02T00:00");
        assertThat(right(asciidoc("= 甲", "李某", "v1.0, 2024-01-02", ":date: 2024-03-04"))
                        .dates()
                        .published())
                .isEqualTo("2024-01-02T00:00");
    }

    @Test
    void whatIsAsciiDocsOwnOrTheWritersStaysOutOfTheHeader() {
        Entry entry = right(asciidoc(
                "// 说明",
                "= 甲",
                ":toc:",
                ":!sectnums:",
                ":sectnums!:",
                ":imagesdir: 图",
                ":company-name: 供水公司",
                ":date: 2024-01-02"));

        assertThat(entry.own()).isEmpty();
        assertThat(entry.header().extras()).isEmpty();
        assertThat(entry.values().keySet()).containsExactlyInAnyOrder(CommonField.TITLE, CommonField.DATE);
    }

    private static String[] lines(List<String> fields, String title, String date, String form) {
        List<String> lines = new ArrayList<>(List.of(title, date));
        for (String field : fields) {
            lines.add(String.format(form, (Object[]) field.split("=", 2)));
        }
        return lines.toArray(String[]::new);
    }

    private static String place(Entry entry) {
        Value value = entry.values().get(CommonField.SCOPE);
        return value.line() + ":" + value.column();
    }

    /** All that an entry says, without the places at which it says so. */
    private record Said(
            String title,
            List<String> kinds,
            Entry.Listing listing,
            Entry.Dates dates,
            Entry.Publication publication,
            List<String> attachments,
            List<String> own,
            Map<String, String> extras,
            List<String> texts) {

        static Said by(Entry entry) {
            return new Said(
                    entry.title(),
                    entry.kinds().stream().map(Kind::name).toList(),
                    entry.listing(),
                    entry.dates(),
                    entry.publication(),
                    entry.header().attachments().stream()
                            .map(a -> a.path().text() + "|" + a.label())
                            .toList(),
                    entry.own().stream()
                            .map(f -> f.spec().name() + "=" + ((Value.Text) f.value()).text())
                            .toList(),
                    entry.header().extras(),
                    Arrays.stream(CommonField.values()).map(entry::text).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "////\n这一篇由组织委员起草。\n:标题: 乙\n////\n= 甲\n:发布日期: 2024-01-02\n:栏目: 计划\n\n正文\n",
                "// 起草：组织委员\n\n// 校对：书记\n= 甲\n// 又一行\n:发布日期: 2024-01-02\n:栏目: 计划\n\n正文\n",
                "[#jia]\n= 甲\n:发布日期: 2024-01-02\n:栏目: 计划\n\n正文\n",
                "[[jia]]\n= 甲\n:发布日期: 2024-01-02\n:栏目: 计划\n\n正文\n",
                ":发布日期: 2024-01-02\n:栏目: 计划\n\n= 甲\n\n正文\n",
                ":发布日期: 2024-01-02\n\n////\n说明\n////\n\n:栏目: 计划\n[.big]\n= 甲\n",
                ":toc:\n:note-caption: 说明\n\n:栏目: 计划\n= 甲\n张三\n2024-01-02\n\n正文\n",
                "ifdef::x[]\n:y: z\nendif::[]\n= 甲\n:栏目: 计划\n:发布日期: 2024-01-02\n"
            })
    void muchMayStandBeforeTheTitleOfAsciiDoc(String text) {
        Entry entry = right(read("content/a.adoc", text));
        assertThat(entry.title()).isEqualTo("甲");
        assertThat(entry.dates().published()).hasToString("2024-01-02T00:00");
        assertThat(entry.listing().categories()).containsExactly("计划");
    }

    @Test
    void anAttributeOfAsciiDocMayGoOnInTheNextLine() {
        Entry entry = right(read("content/a.adoc", "= 甲\n:标签: 学习, \\\n  党日, \\\n  公益\n:发布日期: 2024-01-02\n\n正文\n"));
        assertThat(entry.listing().tags()).containsExactly("学习", "党日", "公益");
    }

    @Test
    void attributesOfTheTextAreNoHeader() {
        Entry entry = right(read("content/a.adoc", ":标题: 甲\n:发布日期: 2024-01-02\n\n:标题: 乙\n\n正文\n"));
        assertThat(entry.title()).isEqualTo("甲");
    }

    // A value as long as a line may be is read or refused in every field of every kind.

    static Stream<String> names() {
        return Stream.concat(
                CommonField.allNames().stream(),
                Kinds.builtIn(new YamlReader()).all().stream()
                        .flatMap(kind -> kind.fields().stream().map(field -> kind.name() + "/" + field.name())));
    }

    @ParameterizedTest
    @MethodSource("names")
    void areReadOrRefused(String name) {
        String kind = name.contains("/") ? name.substring(0, name.indexOf('/')) : "文章";
        String field = name.substring(name.indexOf('/') + 1);
        for (String piece : new String[] {"1", "长", "1,", "a/"}) {
            String value = piece.repeat(19_000 / piece.length());
            Headers.Read read = Headers.yaml("文种: " + kind, field + ": \"" + value + "\"");

            assertThat(read.found()).allMatch(problem -> problem.line() > 0);
        }
    }
}
