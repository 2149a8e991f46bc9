package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripCommandTest {

    private static final byte[] BROKEN = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0x7f, 0x7f, 1};

    @TempDir
    private Path folder;

    @Test
    void removesFromAllPicturesOfASiteWhereTheyWereTaken() throws Exception {
        new SiteFolder(folder)
                .entry("content/a.md", "标题: 走访", "发布日期: 2024-03-02")
                .file("content/走访.jpg", Attachments.jpegWithPlace())
                .file("content/图.png", Attachments.png());

        assertThat(run("strip", "-s", folder.toString()))
                .isEqualTo(new Ran(0, "content/走访.jpg：已去掉照片里的拍摄地点\n", "1 张图片去掉了拍摄信息，1 张里本来没有。\n"));

        assertThat(folder.resolve("content/走访.jpg")).hasBinaryContent(Attachments.jpeg());
        assertThat(folder.resolve("content/图.png")).hasBinaryContent(Attachments.png());
        assertThat(run("check", "-s", folder.toString()).out()).doesNotContain("E266");
    }

    @Test
    void leavesWhatItCannotCleanAndSaysSo() throws Exception {
        Path broken = Files.write(folder.resolve("坏.jpg"), BROKEN);

        assertThat(run("strip", broken.toString()))
                .isEqualTo(new Ran(1, broken + "：没有改，图片已经损坏，打不开。\n", "0 张图片去掉了拍摄信息，0 张里本来没有，1 张没有改。\n"));
        assertThat(broken).hasBinaryContent(BROKEN);
        Path missing = folder.resolve("没有.jpg");
        assertThat(run("strip", missing.toString())).isEqualTo(new Ran(2, "", "没有这个文件：" + missing + "。\n"));
    }
}
