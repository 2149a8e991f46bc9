package org.gongkai.feature.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** 附件下载: all attachments with their type and size, and the entries that they belong to. */
class AttachmentListTest extends SiteFixture {

    @Test
    void listsTheAttachmentsOfTheNewestEntriesFirst() {
        site.file("content/登记表.txt", "姓名\n")
                .file("content/名单.csv", "组,数\n")
                .file("content/旧.txt", "旧\n")
                .entry("content/a.md", "标题: 志愿服务报名", "发布日期: 2024-05-02", "附件: [登记表.txt, 名单.csv]")
                .entry("content/b.md", "标题: 旧通知", "发布日期: 2023-05-02", "附件: 旧.txt")
                .entry("content/c.md", "标题: 没有附件", "发布日期: 2024-05-03")
                .built();

        Document page = site.html("attachments.html");
        assertThat(page.select(".total").text()).isEqualTo("共3个");
        assertThat(page.select(".files li").eachText())
                .containsExactly("登记表 纯文本，1 KB 名单 表格，1 KB 原文：志愿服务报名 2024年5月2日", "旧 纯文本，1 KB 原文：旧通知 2023年5月2日");
        for (String address : page.select(".files a").eachAttr("href")) {
            assertThat(site.files()).containsKey(address);
        }
        assertThat(site.html("index.html").select(".home-ways a[href=attachments.html]"))
                .hasSize(1);
    }

    @Test
    void continuesOnFurtherPages() {
        for (int i = 1; i <= 31; i++) {
            site.file("content/" + i + ".txt", "一\n")
                    .entry("content/" + i + ".md", "标题: 第" + i + "条", "发布日期: 2024-01-01", "附件: " + i + ".txt");
        }
        site.built();

        assertThat(site.html("attachments.html").select("a[rel=next]").attr("href"))
                .isEqualTo("attachments-page-2.html");
        assertThat(site.html("attachments-page-2.html").select(".files li")).hasSize(1);
    }

    @Test
    void isMissingWhereNothingIsAttached() {
        site.entry("content/c.md", "标题: 没有附件", "发布日期: 2024-05-03").built();

        assertThat(site.files()).doesNotContainKey("attachments.html");
        assertThat(site.page("index.html")).doesNotContain("附件下载");
    }
}
