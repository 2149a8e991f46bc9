package org.gongkai.feature.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;

/** What stands in attachments is found if the site wants it, as far as a reader of the files sees it. */
class AttachmentTextSearchTest extends SiteFixture {

    @Test
    void namesAloneAreFoundUnlessTheSiteSaysOtherwise() throws IOException {
        assertThat(UnpackedIndex.legible(site("").output())).contains("值守安排").doesNotContain("阀门井逐一编号", "泵房甲班", "抄表路线");
    }

    @Test
    void textsOfDocumentsTablesAndTextFilesAreFoundAsFarAsTheirReadersSeeThem() throws IOException {
        assertThat(UnpackedIndex.legible(site("搜索附件: 是\n").output()))
                .contains("值守安排", "阀门井逐一编号", "泵房甲班", "抄表路线")
                .doesNotContain("已经删去的话", "别人家的附件");
    }

    @Test
    void aSettingThatSaysNeitherIsTold() throws IOException {
        SiteFolder site = site("搜索附件: 是\n").file("content/_data/site.yml", "名称: 附件支部\n搜索附件: 有时\n");

        assertThat(SiteFolder.run("check", "-s", site.root().toString()).out())
                .contains("content/_data/site.yml:2:7: 错误 E110 “搜索附件”不能写“有时”；可以写：是、否：附件里的文字要不要也能搜到\n");
    }

    @Test
    void aChangedAttachmentIsReadAgain() throws IOException {
        SiteFolder site = site("搜索附件: 是\n");
        Files.write(site.root().resolve("content/通知/值守安排.docx"), Attachments.docx("水表井改为每周查看。"));
        assertThat(site.build().status()).isZero();

        assertThat(UnpackedIndex.legible(site.output())).contains("水表井改为每周查看").doesNotContain("阀门井逐一编号");
    }

    private SiteFolder site(String setting) throws IOException {
        site.entry(
                "content/通知/值守.md",
                "标题: 值守通知",
                "文种: 文章",
                "发布日期: 2024-05-01",
                "附件: [值守安排.docx, 班次.xlsx, 路线.txt, 修订.docx]");
        Path notices = site.root().resolve("content/通知");
        Files.createDirectories(site.root().resolve("content/_data"));
        Files.writeString(site.root().resolve("content/_data/site.yml"), "名称: 附件支部\n" + setting);
        Files.write(notices.resolve("值守安排.docx"), Attachments.docx("阀门井逐一编号。"));
        Files.write(notices.resolve("班次.xlsx"), Attachments.xlsx("班次", "泵房甲班"));
        Files.writeString(notices.resolve("路线.txt"), "抄表路线从一号井到九号井。\n");
        Files.write(
                notices.resolve("修订.docx"),
                Attachments.docx(Map.of(
                        "word/document.xml",
                        "<w:p><w:del><w:r><w:delText>已经删去的话</w:delText></w:r></w:del>"
                                + "<w:r><w:t>留下的话。</w:t></w:r></w:p>")));
        Files.write(notices.resolve("别的.docx"), Attachments.docx("别人家的附件。"));
        SiteFolder.Ran ran = site.build();
        assertThat(ran.status()).as(ran.err()).isZero();
        return site;
    }
}
