package org.gongkai.render.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {

    private static final String HINT = "；请改正模板，或删去它以使用自带的模板";

    @TempDir
    private Path folder;

    private SiteFolder site;

    @BeforeEach
    void aSite() {
        site = new SiteFolder(folder).entry("content/a.md", "标题: 甲 <b>&", "发布日期: 2024-01-02");
    }

    @Test
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

    @Test
    void tellsWhereATemplateIsWrong() {
        site.file("templates/post.ftl", "甲\n<#if x>");

        assertThat(site.build().problems())
                .containsExactly(
                        "templates/post.ftl:2:7: 错误 E501 模板不能使用：<#if> 没有写结束标记 </#if>（Unexpected end of file reached. You have an unclosed #if. "
                                + "Check if the FreeMarker end-tags are present, and aren't malformed. "
                                + "(Note that FreeMarker end-tags must have # or @ after the / character.)）" + HINT);
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

    @Test
    void tellsWhereATemplateFails() {
        site.file("templates/post.ftl", "甲\n${content.nothing}");

        assertThat(site.build().problems())
                .containsExactly(
                        "templates/post.ftl:2:3: 错误 E501 模板不能使用：“content.nothing”没有值；没有值时显示什么，写成 (content.nothing)!\"\""
                                + HINT);
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
    void noTemplateCanLoadAClass() {
        site.file("templates/post.ftl", "${\"freemarker.template.utility.Execute\"?new()(\"id\")}");

        assertThat(site.build().problems())
                .containsExactly(
                        "templates/post.ftl:1:1: 错误 E501 模板不能使用：不允许载入程序的类（Instantiating freemarker.template.utility.Execute "
                                + "is not allowed in the template for security reasons.）" + HINT);
    }
}
