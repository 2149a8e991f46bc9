package org.gongkai.publish.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gongkai.testing.Program;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are checked and taken with less memory than they have bytes. */
@Tag("slow")
class BundleMemoryTest {

    private static final String HEAP = "64m";

    @TempDir
    private Path folder;

    private CarriedSite carried;

    @BeforeEach
    void aSite() {
        carried = new CarriedSite(folder);
    }

    @Test
    void aTextForWhichThereIsNoMemoryIsNamedWithWhatThereIs() {
        carried.near.published();
        carried.exported().tampered(parts -> parts.put("manifest.json", new byte[3 << 20]));

        assertThat(Program.runIn(HEAP, "verify", carried.zip.toString()))
                .isEqualTo(new Ran(
                        3,
                        "",
                        "读写出错：" + carried.zip
                                + "（里面的 manifest.json 有 3 MB，内存只够读 2 MB；请用 java -Xmx 给程序多一些内存）；站点没有改动。\n"));
    }

    @Test
    void moreFilesThanThereIsMemoryForAreCounted() {
        carried.near.published();
        carried.exported().tampered(parts -> {
            for (int i = 0; i < 42_000; i++) {
                parts.put("site/" + i, new byte[0]);
            }
        });

        Ran ran = Program.runIn(HEAP, "verify", carried.zip.toString());

        assertThat(ran.status()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out()).matches("(?s).*文件太多（42\\d{3} 个）.*");
    }
}
