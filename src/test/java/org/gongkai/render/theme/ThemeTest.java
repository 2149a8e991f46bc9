package org.gongkai.render.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest extends SiteFixture {

    private static final String HINT = "；请改正模板，或删去它以使用自带的模板";

    @BeforeEach
    void aSite() {
        site.entry("content/a.md", "标题: 甲 <b>&", "发布日期: 2024-01-02");
    }

    @Test
    @Promise("Templates see values as text")
    void aSitesOwnTemplateTakesThePlaceOfTheBuiltInOne() {
        site.file("templates/post.ftl", "本站：${content.title}").built();

        assertThat(site.page("articles/2024/a.html")).isEqualTo("本站：甲 &lt;b&gt;&amp;");
    }

    @Test
    void aSitesOwnAssetTakesThePlaceOfTheBuiltInOne() {
        site.file("assets/gongkai.css", "body{}")
                .file("assets/own/logo.svg", "<svg/>")
                .built();

        assertThat(site.page("assets/gongkai.css")).isEqualTo("body{}");
        assertThat(site.page("assets/own/logo.svg")).isEqualTo("<svg/>");
        assertThat(site.files()).containsKey("assets/print.css");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    <#if x>                     | 1:7 | <#if> 没有写结束标记 </#if>
                    ${content.title             | 1:15 | “{”没有写完
                    <#list x as                 | 1:11 | 没有写完就到了末尾
                    ${'abc}                     | 1:8 | 没有写完就到了末尾
                    <#nothing>                  | 1:2 | 没有 <#nothing> 这个指令
                    ${content.title?uper}       | 1:17 | 没有 ?uper 这个内建函数
                    ${a b}                      | 1:5 | 这里不该有“b”
                    ${a} </#if>                 | 1:6 | 这里不该有“</#if>”
                    <#outputformat "x"></#outputformat> | 1:1 | 从这里起的写法读不懂（Unregistered output format name, "x". The output formats \
                    registered in the Configuration are: "CSS", "HTML", "JSON", "JavaScript", "RTF", "XHTML", "XML", \
                    "plainText", "undefined"）
                    <#setting x=1>              | 1:11 | 从这里起的写法读不懂（Unknown setting name: "x". The allowed setting names are: \
                    boolean_format, c_format, classic_compatible, date_format, datetime_format, locale, number_format, \
                    output_encoding, sql_date_and_time_time_zon…）
                    """)
    void tellsWhereATemplateIsWrong(String template, String place, String reason) {
        site.file("templates/post.ftl", template);

        assertThat(site.build().problems())
                .containsExactly("templates/post.ftl:" + place + ": 错误 E501 模板不能使用：" + reason + HINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${.now}",
                "${.now?string('yyyy')}",
                "<#assign x = .now>",
                "<#if (site.name)?has_content && .now?string?has_content></#if>",
                "<#list [.now] as x>甲</#list>",
                "${\"甲${.now}\"}",
                "<#macro m x=.now>甲</#macro>"
            })
    void refusesTheMomentOfTheBuild(String moment) {
        site.file("templates/footer.ftl", "<p>\n  " + moment + "</p>");

        assertThat(site.build().problems())
                .containsExactly("templates/footer.ftl:2:3: 错误 E501 模板不能使用：用到了 .now（生成网页的时刻），同一次提交每次生成的网页就都不一样；"
                        + "要写日期，请用 ${site.asOfText}（站点所依据的日期）");
        assertThat(site.output()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#-- ${.now} -->",
                "<#noparse>${.now}</#noparse>",
                "写作 .now。",
                "${{'now': '甲'}.now}",
                "${'见 .now'}"
            })
    void wordsThatOnlyLookLikeItAreNone(String words) {
        site.file("templates/footer.ftl", "<p>" + words + "</p>").built();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ${content.nothing}          | 2:3 | “content.nothing”没有值；没有值时显示什么，写成 (content.nothing)!""
                    <@nothing x=1 />            | 2:3 | 没有 <@nothing> 这个宏
                    <#macro m a></#macro><@m /> | 2:1 | 调用宏 m 时没有写参数 a
                    <#macro m></#macro><@m b=1 /> | 2:20 | 宏 m 没有参数 b
                    <#include "nothing.ftl">    | 2:1 | 要用的模板“nothing.ftl”不存在
                    ${content.title.x}          | 2:3 | “content.title”的值是 string，这里要用 hash
                    <#if content.title></#if>   | 2:6 | “content.title”的值是 string，这里要用 boolean
                    <@r"a ${b c} d"?interpret />  | 2:3 | 这里不该有“c”
                    <@r"${nothing}"?interpret />  | 2:1 | “nothing”没有值
                    ${"a"?number}               | 2:1 | 用到这里出错（Can't convert this string to number: "a"）
                    ${"a"?matches("(")}         | 2:1 | 用到这里出错（Malformed regular expression: Unclosed group near index 1）
                    """)
    void tellsWhereATemplateFails(String template, String place, String reason) {
        site.file("templates/post.ftl", "甲\n" + template);

        assertThat(site.build().problems())
                .containsExactly("templates/post.ftl:" + place + ": 错误 E501 模板不能使用：" + reason + HINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<#include \"part.ftl\">", "<#import \"part.ftl\" as part>"})
    void anErrorStandsInTheTemplateThatContainsIt(String used) {
        site.file("templates/post.ftl", used).file("templates/part.ftl", "甲\n${a b}");

        assertThat(site.build().problems()).containsExactly("templates/part.ftl:2:5: 错误 E501 模板不能使用：这里不该有“b”" + HINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<#include \"post.ftl\">", "<#macro m><@m /></#macro><@m />"})
    void aTemplateThatUsesItselfEnds(String template) {
        site.file("templates/post.ftl", template);

        assertThat(site.build().problems()).containsExactly("templates/post.ftl:1:1: 错误 E501 模板不能使用：没完没了地调用自己" + HINT);
    }

    @Test
    void aBrokenTemplateLeavesTheOldSiteAsItWas() {
        site.built();
        TreeMap<String, String> before = site.files();
        site.file("templates/tags-index.ftl", "${nothing}").entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02");

        assertThat(site.build().status()).isEqualTo(1);
        assertThat(site.files().keySet()).isEqualTo(before.keySet());
        assertThat(site.files().equals(before)).isTrue();
    }

    @Test
    @Promise("Templates see values as text")
    void noTemplateCanLoadAClass() {
        site.file("templates/post.ftl", "${\"freemarker.template.utility.Execute\"?new()(\"id\")}");

        assertThat(site.build().problems())
                .containsExactly(
                        "templates/post.ftl:1:1: 错误 E501 模板不能使用：不允许载入程序的类 freemarker.template.utility.Execute" + HINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${content?api.class}", "${content.title?api.length()}", "${content.class}"})
    @Promise("Templates see values as text")
    void noTemplateReachesTheProgram(String template) {
        site.file("templates/post.ftl", template);

        assertThat(site.build().problems()).singleElement().asString().contains("错误 E501 模板不能使用：");
        assertThat(site.output()).doesNotExist();
    }

    // Lines of a title end between words.

    @ParameterizedTest
    @CsvSource({
        "示例水务站党支部2024年第7次支部委员会会议纪要, 示例水务站|党支部|2024年|第7次|支部委员会|会议纪要",
        "关于拟确定××同志为发展对象的公示, 关于|拟确定|××同志|为发展对象|的公示",
        "示例水务站党支部2024年度工作总结及2025年工作计划, 示例水务站|党支部|2024年度|工作总结|及2025年|工作计划",
        "支部开展3月主题党日活动（“数一数滴下来的水”）, 支部|开展|3月|主题党日|活动|（“数一数滴下来的|水”）",
        "示例水务站党支部党费收缴、使用和管理办法, 示例水务站|党支部|党费|收缴、|使用|和管理|办法",
        "关于开会的通知, 关于开会的通知",
    })
    void divides(String title, String parts) {
        assertThat(String.join("|", TitleLineBreaks.of(title))).isEqualTo(parts);
    }

    @Property
    void losesNothing(@ForAll @CharRange(from = '一', to = '丿') String some, @ForAll String any) {
        String title = some + "关于2024年的通知（" + any + "”）的工作计划";
        assertThat(String.join("", TitleLineBreaks.of(title))).isEqualTo(title);
        assertThat(TitleLineBreaks.of(title)).allMatch(part -> part.length() >= 2);
    }
}
