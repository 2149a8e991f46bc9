package org.gongkai.write.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.gongkai.write.document.Documents.body;
import static org.gongkai.write.document.Documents.remarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.gongkai.write.document.entry.ImportedEntry;
import org.gongkai.write.document.web.WebPageReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebPagesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/documents/html");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheFixtures() throws IOException {
        Documents.copy(FIXTURES, folder);
    }

    private ImportedEntry page(String body) throws IOException {
        return Documents.imported(
                folder, "a.html", "<html><head><title>关于学习的通知_某站</title></head><body>" + body + "</body></html>");
    }

    @Test
    void charactersThatCannotBeDecodedAreCounted() throws Exception {
        String page = "<html><head><meta charset=\"utf-8\"><title>关于学习的通知</title></head><body><p>定于三日";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(page.getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        bytes.writeBytes("学习，请参加。</p></body></html>".getBytes(StandardCharsets.UTF_8));

        ImportedEntry entry = Documents.imported(Files.write(folder.resolve("a.html"), bytes.toByteArray()));

        assertThat(body(entry)).isEqualTo("定于三日\uFFFD学习，请参加。\n");
        assertThat(remarks(entry)).contains("网页里有 1 个字的编码读不出，写成了“\uFFFD”，请对照原文改");
    }

    @Test
    void anArticleOfWeChat() throws Exception {
        ImportedEntry entry = Documents.imported(folder.resolve("公众号文章.html"));

        assertThat(entry.fields())
                .contains(entry("标题", "水务站党支部开展3月主题党日活动"), entry("文种", "主题党日"), entry("发布日期", "2024-03-08"));
        assertThat(body(entry))
                .isEqualTo(
                        """
                        3月8日，支部组织党员到**二号泵房**巡查。

                        ＿＿（待补：图片）

                        ![党员在泵房](水务站党支部开展3月主题党日活动-图1.png)

                        - 查压力
                        - 查照明
                          - 应急灯

                        3.第三项

                        4.第四项

                        ＿＿（待补：视频、音频或嵌入的页面）
                        """);
        assertThat(remarks(entry))
                .contains(
                        "第1段，“点击上方蓝字关注我们”是网站自己的话，没有导入",
                        "第2段，图片 https://mmbiz.qpic.cn/x.jpg 在网站上，没有导入；请下载到网页旁边",
                        "第9段，隐藏的文字“隐藏内容”没有导入",
                        "第9段，“责任编辑：某甲 审核：某乙”是网站自己的话，没有导入",
                        "正文以外，“微信扫一扫关注该公众号”没有导入");
    }

    @Test
    void hiddenTextIsTakenOverIfAskedFor() throws Exception {
        Path page = Files.writeString(
                folder.resolve("b.html"), "<html><body><p>看得见</p><p style=\"display: none\">看不见</p></body></html>");

        ImportedDocument document = new WebPageReader().read(page, Set.of(OptionalContent.HIDDEN_TEXT));

        assertThat(document.blocks()).containsExactly(Documents.paragraph("看得见"), Documents.paragraph("看不见"));
        assertThat(document.remarks())
                .containsExactly(new Remark("第2段", "隐藏的文字“看不见”按要求导入了，请核对能不能公开", Remark.Weight.NOTE));
    }

    @Test
    void aPageOfAGovernmentSite() throws Exception {
        ImportedEntry entry = Documents.imported(folder.resolve("政府网站.html"));

        assertThat(entry.fields())
                .contains(
                        entry("标题", "关于做好防汛工作的通知"),
                        entry("发文字号", "水字〔2023〕7号"),
                        entry("发布日期", "2023-06-01"),
                        entry("成文日期", "2023-06-01"),
                        entry("发布机构", "示例市水务站党支部"),
                        entry("主送", "各班组"));
        assertThat(body(entry))
                .isEqualTo(
                        """
                        各班组：

                        现将有关事项通知如下。

                        ## 一、值班要求

                        ### （一）双人值班

                        1.交接清楚；

                        2.记录齐全。

                        <table>
                        <thead>
                        <tr><th rowspan="2">班组</th><th colspan="2">人数</th></tr>
                        <tr><th>白班</th><th>夜班</th></tr>
                        </thead>
                        <tbody>
                        <tr><td>甲</td><td>3</td><td>2</td></tr>
                        </tbody>
                        </table>

                        附件：值班表

                        见上年通知
                        """);
        assertThat(remarks(entry))
                .contains(
                        "正文以外，“当前位置：首页 > 党务公开”没有导入",
                        "正文以外，“版权所有：示例市水务站 ICP备000号”没有导入",
                        "第10段，附件“值班表”（./P020230601.doc）没有导入，请下载以后放进“附件”",
                        "第11段，链接“见上年通知”指向原来网站的 ../other.htm，只留下文字；要链接请改写成本站的条目或附件");
    }

    @Test
    void aPageThatWordSaved() throws Exception {
        ImportedEntry entry = Documents.imported(folder.resolve("另存为网页.htm"));

        assertThat(entry.fields())
                .contains(
                        entry("标题", "2024年第3次支部委员会会议纪要"),
                        entry("文种", "支委会"),
                        entry(
                                "会议",
                                "{时间: 2024-03-04 15:00, 地点: 二楼小会议室, 主持人: 支部书记, 出席: 支部书记、组织委员, 记录人: 组织"
                                        + "委员, 次数: 3, 应到: 5, 实到: 4}"));
    }

    @Test
    void cutsTheWordsOfTheSiteWithinTheArticle() throws Exception {
        ImportedEntry entry = page(
                """
                <div id="zoom"><p>请全体党员参加学习，时间另行通知，请互相转告。</p><p>【字体：大 中 小】</p><p>打印本页 </p><p>【关闭窗口】</p>
                <p>责任编辑：党建办</p><p>上一篇：无</p><p>浏览次数：12</p><p>扫一扫在手机打开当前页</p><p>Copyright 2024 某站</p></div>
                """);

        assertThat(entry.fields()).contains(entry("标题", "关于学习的通知"));
        assertThat(body(entry)).isEqualTo("请全体党员参加学习，时间另行通知，请互相转告。\n");
        assertThat(remarks(entry).stream().filter(remark -> remark.contains("网站自己的话")))
                .hasSize(8);
    }

    @Test
    void sentencesThatOnlyMentionSuchWordsStay() throws Exception {
        String text = "请打印本页，交给组长。来源：群众来信。编辑部要把好关，责任编辑要负责任。";

        assertThat(body(page("<p>" + text + "</p>"))).isEqualTo(text + "\n");
    }

    @Test
    void scriptsAreNeverText() throws Exception {
        ImportedEntry entry =
                page("<div id=content><script>alert(1)</script><p onclick='x()'>请参加学习，时间另行通知，请互相转告。</p><a href"
                        + "='javascript:x()'>点</a></div>");

        assertThat(body(entry)).isEqualTo("请参加学习，时间另行通知，请互相转告。\n\n点\n");
    }

    @Test
    void deepNestingIsNoFailure() throws Exception {
        ImportedEntry entry = page("<div>".repeat(3000) + "请参加。" + "</div>".repeat(3000) + "<p>学习。</p>");

        assertThat(body(entry)).contains("请参加。", "学习。");
    }
}
