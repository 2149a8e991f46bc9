package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.Films;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder.Ran;
import org.gongkai.testing.SmallDisk;
import org.gongkai.testing.Unzipped;
import org.junit.jupiter.api.Test;

class StripCommandTest extends SiteFixture {

    private static final byte[] BROKEN = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0x7f, 0x7f, 1};

    @Test
    void removesFromAllPicturesOfASiteWhereTheyWereTaken() throws Exception {
        site.entry("content/a.md", "标题: 走访", "发布日期: 2024-03-02")
                .file("content/走访.jpg", Attachments.jpegWithPlace())
                .file("content/图.png", Attachments.png());

        assertThat(run("strip", "-s", site.root()))
                .isEqualTo(new Ran(0, "content/走访.jpg：已去掉照片里的拍摄地点\n", "1 个文件去掉了拍摄信息，1 个里本来没有。\n"));

        assertThat(site.root().resolve("content/走访.jpg")).hasBinaryContent(Attachments.jpeg());
        assertThat(site.root().resolve("content/图.png")).hasBinaryContent(Attachments.png());
        assertThat(run("check", "-s", site.root()).out()).doesNotContain("E266");
    }

    @Test
    void removesFromFilmsAndOfficeFilesWhatTheyContain() throws Exception {
        byte[] document = Attachments.withPicture("word", Attachments.jpegWithPlace());
        site.entry("content/a.md", "标题: 走访", "发布日期: 2024-03-02", "附件: [走访.mp4, 走访.docx, 无.docx]")
                .file("content/走访.mp4", Films.ofApple())
                .file("content/走访.docx", document)
                .file("content/无.docx", Attachments.docx("甲"));

        assertThat(run("strip", "-s", site.root()))
                .isEqualTo(new Ran(
                        0, "content/走访.docx：已去掉文件里照片的拍摄信息\ncontent/走访.mp4：已去掉影片里的拍摄地点\n", "2 个文件去掉了拍摄信息，1 个里本来没有。\n"));

        assertThat(site.build().problems()).isEmpty();
        assertThat(Unzipped.of(site.root().resolve("content/走访.docx")).bytes("word/media/image1.jpeg"))
                .isEqualTo(Attachments.jpeg());
    }

    @Test
    void saysWhatItCannotChange() throws Exception {
        Path file = Files.write(site.root().resolve("走访.pdf"), Attachments.pdf("1"));

        assertThat(run("strip", file).out()).isEqualTo(file + "：没有改，这种文件里的照片改不了；请先去掉照片里的拍摄信息，在原稿里换上，再另存或导出一次。\n");
        Path signed = Files.write(
                site.root().resolve("走访.docx"),
                Attachments.withPicture("word", Attachments.jpegWithPlace(), "_xmlsignatures/sig1.xml"));
        assertThat(run("strip", signed).out()).contains("文件有电子签名，一改签名就失效");
    }

    @Test
    void tellsAProgramWhatItDidBeforeItFailed() throws Exception {
        Path first = Files.write(site.root().resolve("甲.jpg"), Attachments.jpegWithPlace());
        try (SmallDisk disk = new SmallDisk(site.root().resolve("盘"), "size=1m")) {
            Path second = Files.write(disk.folder().resolve("乙.jpg"), Attachments.jpegWithPlace());
            disk.remount("ro");

            Ran ran = run("strip", first, second, "--json");

            assertThat(ran.status()).isEqualTo(3);
            assertThat(ran.out())
                    .startsWith("{\"ok\":false,\"done\":[{\"path\":\"" + first)
                    .hasLineCount(1);
        }
    }

    @Test
    void leavesWhatItCannotCleanAndSaysSo() throws Exception {
        Path broken = Files.write(site.root().resolve("坏.jpg"), BROKEN);

        assertThat(run("strip", broken))
                .isEqualTo(new Ran(1, broken + "：没有改，图片已经损坏，打不开。\n", "0 个文件去掉了拍摄信息，0 个里本来没有，1 个没有改。\n"));
        assertThat(run("strip", broken, "--json").out())
                .isEqualTo("{\"ok\":false,\"done\":[{\"path\":\"" + broken
                        + "\",\"removed\":[],\"failure\":\"图片已经损坏，打不开。\"}]}\n");
        assertThat(broken).hasBinaryContent(BROKEN);
        Path missing = site.root().resolve("没有.jpg");
        assertThat(run("strip", missing)).isEqualTo(new Ran(2, "", "没有这个文件：" + missing + "。\n"));
    }
}
