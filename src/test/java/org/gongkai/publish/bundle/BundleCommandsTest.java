package org.gongkai.publish.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.publish.bundle.PublishedSite.FIRST;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.gongkai.testing.SmallDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code export bundle} here, {@code verify} and {@code import bundle} there. */
@Tag("slow")
class BundleCommandsTest extends FolderFixture {

    private static final String SECOND = FIRST + "-2";

    private CarriedSite carried;

    @BeforeEach
    void aPublishedSite() {
        carried = new CarriedSite(folder);
        carried.near.published("--by", "李明");
    }

    @Test
    void publishesThereTheVeryFilesThatArePublishedHere() {
        Ran exported = carried.export();
        Ran verified = carried.verify();
        Ran brought = carried.bring("--by", "王芳");

        assertThat(exported.err()).isEmpty();
        assertThat(exported.out())
                .matches("离线包 " + carried.zip + "：发布批次 " + FIRST + "，没有可比的发布批次；新增 \\d+，改动 0，减少 0\n大小 "
                        + carried.bytes().length + " 字节，SHA-256 [0-9a-f]{64}\n");
        assertThat(verified.status()).as(verified.out()).isZero();
        assertThat(verified.out())
                .startsWith("离线包 " + carried.zip + "：完好\n2024-06-01 12:00　李明　发布批次 " + FIRST + "：2 条，");
        assertThat(brought.status()).as(brought.err()).isZero();
        assertThat(brought.err()).isEmpty();
        assertThat(brought.out()).startsWith("离线包里的发布批次 " + FIRST + "：已发布\n发布批次 " + FIRST + "：2 条，");
        assertThat(carried.servedThere()).isEqualTo(carried.near.served());
        done("verify", "--all", carried.far);
        assertThat(run("releases", "--to", carried.far).out())
                .startsWith("* 2024-06-01 12:00　王芳　发布批次 ")
                .endsWith("；来自离线包里的发布批次 " + FIRST + "\n");
    }

    @Test
    void writesTheSameBytesEachTimeWhateverWasDoneSince() {
        byte[] first = carried.exported().bytes();
        carried.near.edit("改过。").published();

        assertThat(carried.exported("--release", FIRST).bytes()).isEqualTo(first);
    }

    @Test
    void importingTwiceChangesNothing() {
        carried.exported().bring();
        List<String> before = List.copyOf(SiteFolder.files(carried.far).keySet());

        Ran again = carried.bring();

        assertThat(again)
                .isEqualTo(new Ran(
                        0,
                        "离线包里的发布批次 " + FIRST + "：没有变化，没有新的发布批次\n当前：" + carried.far.resolve("current/index.html") + "\n",
                        ""));
        assertThat(SiteFolder.files(carried.far).keySet()).containsExactlyElementsOf(before);
    }

    @Test
    void tellsPeopleWhatChanged() {
        carried.near
                .edit("改过的正文。")
                .site
                .file("content/c.txt", "附件\n")
                .entry("content/c.md", "标题: 第三条 <内容>", "发布日期: 2024-02-01", "附件: c.txt");
        carried.near.published();

        Ran ran = carried.exported().export();

        assertThat(ran.out()).startsWith("离线包 " + carried.zip + "：发布批次 " + SECOND + "，与发布批次 " + FIRST + " 相比；新增 ");
        assertThat(carried.part("CHANGES.txt").lines())
                .contains(
                        "新增的条目（1）",
                        "  第三条 <内容>",
                        "    articles/2024/c.html",
                        "内容有改动的条目（1）",
                        "  第二条内容",
                        "新增的附件和图片（1）",
                        "  + articles/2024/c.html",
                        "  * index.html");
        assertThat(carried.part("CHANGES.txt")).doesNotContain("不再公开");
        carried.near.site.delete("content/a.md");
        carried.near.published("--allow-lost");
        assertThat(carried.exported("--since", FIRST).part("CHANGES.txt"))
                .contains(
                        "相比：发布批次 " + FIRST + "（2024-06-01 12:00 发布）",
                        "不再公开的条目（1）\r\n  第一条内容\r\n    articles/2024/a.html");
        assertThat(carried.verify().status()).isZero();
    }

    @Test
    void tellsPeopleWhatWasWithdrawn() {
        carried.near.site.entry("content/a.md", "标题: 第一条内容", "发布日期: 2024-01-02", "旧址: old.html", "状态: 已撤回");
        carried.near.published();

        assertThat(carried.exported().part("CHANGES.txt"))
                .contains("撤下了或换了网址、原处只留说明的条目（1）\r\n  第一条内容\r\n    articles/2024/a.html")
                .doesNotContain("新增的条目", "不再公开");
    }

    @Test
    void saysWhyThereIsNothingToCompareWith() {
        carried.near.edit("改过。").published().with("prune", "--keep", "1");

        assertThat(carried.exported().part("CHANGES.txt"))
                .contains("相比：上一个发布批次 " + FIRST + " 已经清理，没有可比的，全部列为新增", "新增的条目（2）");
    }

    @Test
    void anybodyCanCheckWithoutTheProgram() throws IOException, InterruptedException {
        carried.exported();
        Path unpacked = folder.resolve("unpacked");
        for (var part : carried.parts().entrySet()) {
            Path file = unpacked.resolve(part.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, part.getValue());
        }

        Process process = new ProcessBuilder("sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS")
                .directory(unpacked.toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes())).isEmpty();
        assertThat(process.waitFor()).isZero();
        assertThat(carried.part("README.txt")).contains("涉密的内容不属于这里", "sha256sum -c SHA256SUMS");
    }

    @Test
    void refusesAnOlderOneUnlessItIsWanted() throws IOException {
        byte[] first = carried.exported().bytes();
        carried.near.edit("改过。");
        carried.publishNextDay();
        carried.exported().bring();
        String later = "20240602-120000";
        Files.write(carried.zip, first);

        Ran ran = carried.bring();

        assertThat(ran)
                .isEqualTo(new Ran(1, "", "离线包里的发布批次 " + FIRST + " 比现在的 " + later + " 旧；如果有意退回去，加上 --force；站点没有改动。\n"));
        assertThat(carried.servedThere()).isEqualTo(carried.near.served());
        assertThat(carried.bring("--force").status()).isZero();
        assertThat(carried.servedThere()).isNotEqualTo(carried.near.served());
    }

    @Test
    @Promise("A rollback, or the import of an older archive")
    void anOlderOneBringsBackNothingThatWasWithdrawnSinceUnlessItIsNamed() {
        byte[] first = carried.exported().bytes();
        carried.near.site.entry("content/b.md", "标题: 第二条内容", "发布日期: 2024-01-03", "状态: 已撤回");
        carried.publishNextDay();
        carried.exported().bring();
        carried.near.site.file("old.zip", first);
        Path old = carried.near.site.root().resolve("old.zip");

        Ran ran = run("import", "bundle", old, "--to", carried.far, "--force");

        assertThat(ran.status()).isOne();
        assertThat(ran.err())
                .startsWith("发布批次 " + FIRST + " 里有后来撤回、缩小公开范围或者删去的条目，换回去读者又会看到：articles/2024/b.html；")
                .endsWith("；站点没有改动。\n");
        assertThat(carried.servedThere()).isEqualTo(carried.near.served());
        done("import", "bundle", old, "--to", carried.far, "--force", "--with-withdrawn", "articles/2024/b.html");
    }

    @Test
    void refusesASiteOfAnotherStore() {
        carried.exported().bring();
        CarriedSite other = new CarriedSite(folder.resolve("other"));
        other.near.edit("另一个公开对象的。").published("--by", "王芳");
        other.exported();

        Ran ran = run("import", "bundle", other.zip, "--to", carried.far);

        assertThat(ran).isEqualTo(new Ran(1, "", "这个离线包来自另一处发布，和这里的站点不是同一个（例如另一个公开对象的）；确实要用它换掉，加上 --force；站点没有改动。\n"));
        assertThat(carried.servedThere()).isEqualTo(carried.near.served());
        done("import", "bundle", other.zip, "--to", carried.far, "--force");
        assertThat(carried.servedThere()).isEqualTo(other.near.served());
    }

    @Test
    void comesBehindReleasesThatWerePublishedThere() {
        PublishedSite there =
                new PublishedSite(folder.resolve("there")).edit("那边自己的。").published();
        carried.exported();

        Ran ran = done("import", "bundle", carried.zip, "--to", there.to);
        assertThat(there.served()).isEqualTo(carried.near.served());
        assertThat(there.with("rollback").status()).isZero();
        assertThat(there.page("articles/2024/b.html")).contains("那边自己的");
        assertThat(there.verify("--all").status()).isZero();
    }

    @Test
    void refusesToLoseAddressesThere() {
        carried.exported().bring();
        carried.near.site.delete("content/a.md");
        carried.near.published("--allow-lost");
        carried.exported();

        Ran ran = carried.bring();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.errors())
                .containsExactly(
                        "网址 articles/2024/a.html 没有了；请在那边补上 旧址，确实不再需要，加上 --allow-lost",
                        "网址 old.html 没有了；请在那边补上 旧址，确实不再需要，加上 --allow-lost",
                        "没有导入，站点没有改动。");
        assertThat(carried.servedThere()).containsKey("old.html");
        assertThat(carried.bring("--allow-lost").out()).contains("失效的网址：articles/2024/a.html、old.html\n");
        assertThat(carried.servedThere()).isEqualTo(carried.near.served());
    }

    @Test
    @Promise("A takedown removes an entry, not an address")
    void doesNotBringBackWhatWasTakenDownThere() throws IOException {
        carried.exported().bring();
        done("takedown", "articles/2024/a.html", "--to", carried.far, "--reason", "试");
        carried.near.edit("改过。").published();

        Ran ran = carried.exported().bring();

        assertThat(ran.errors())
                .containsExactly(
                        "网址 articles/2024/a.html 的页面已于 2024-06-01 撤下（试），离线包里还有；"
                                + "请在那边也撤下，要重新公开，先在这里运行 takedown articles/2024/a.html --undo（连同 --to 和 --reason）",
                        "没有导入，站点没有改动。");
        carried.near.site.entry("content/a.md", "标题: 第一条内容", "发布日期: 2024-01-02", "旧址: old.html", "状态: 已撤回");
        carried.near.published();
        assertThat(carried.exported().bring().status()).isZero();
        TreeMap<String, String> there = carried.servedThere();
        TreeMap<String, String> near = carried.near.served();
        for (String notice : List.of("articles/2024/a.html", "old.html")) {
            assertThat(Files.readString(carried.far.resolve("current").resolve(notice)))
                    .contains("本页已撤下");
            there.remove(notice);
            near.remove(notice);
        }
        there.remove("manifest.json");
        near.remove("manifest.json");
        assertThat(there).isEqualTo(near);
    }

    @Test
    void doesNotBringBackWhatWasTakenDownThereUnderAnotherAddress() {
        carried.exported().bring();
        done("takedown", "articles/2024/a.html", "--to", carried.far, "--reason", "试");
        carried.near.site.entry("content/a.md", "标题: 第一条内容", "发布日期: 2024-01-02", "旧址: old.html", "栏目: 别的");
        carried.near.published("--allow-lost");

        assertThat(carried.exported().bring("--allow-lost").errors())
                .contains("网址 articles/2024/a.html 的页面已于 2024-06-01 撤下（试），离线包里还有，现在的网址是 bie-de/2024/a.html；"
                        + "请在那边也撤下，要重新公开，先在这里运行 takedown articles/2024/a.html --undo（连同 --to 和 --reason）");
    }

    @Test
    void anArchiveThatWasMadeBeforeTheTakedownIsRefusedEvenIfForced() {
        carried.exported().bring();
        carried.near.edit("改过。").published();
        Path old = carried.zip.resolveSibling("old.zip");
        carried.exportTo(old, "--release", FIRST);
        carried.exported().bring();
        done("takedown", "articles/2024/a.html", "--to", carried.far, "--reason", "试");

        Ran ran = run("import", "bundle", old, "--to", carried.far, "--force");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("网址 articles/2024/a.html 的页面已于 2024-06-01 撤下（试），离线包里还有；");
        done("verify", carried.far, "--all");
    }

    @Test
    void anArchiveWithOlderTakedownsBringsBackNothingOfLaterOnes() {
        carried.exported().bring();
        carried.near.with("takedown", "articles/2024/b.html", "--reason", "早");
        carried.near.site.delete("content/b.md");
        carried.near.published();
        done("takedown", "articles/2024/a.html", "--to", carried.far, "--reason", "晚");

        assertThat(carried.exported().bring("--allow-lost").errors())
                .contains("没有导入，站点没有改动。")
                .anyMatch(line -> line.startsWith("网址 articles/2024/a.html 的页面已于 2024-06-01 撤下（晚）"))
                .noneMatch(line -> line.contains("articles/2024/b.html"));
    }

    @Test
    void anArchiveOfAnotherAudienceBringsBackNothing() {
        carried.near
                .site
                .file("content/_data/site.yml", "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n")
                .entry("content/a.md", "标题: 第一条内容", "发布日期: 2024-01-02", "旧址: old.html", "公开范围: 社会");
        Path both = folder.resolve("both");
        done("publish", "-s", carried.near.site.root(), "--to", both);
        for (String audience : List.of("qun-zhong", "dang")) {
            Path zip = folder.resolve(audience + ".zip");
            Ran exported = done("export", "bundle", "--to", both.resolve(audience), "-o", zip);
        }
        String far = carried.far.toString();
        done("import", "bundle", folder.resolve("dang.zip"), "--to", far);
        done("takedown", "articles/2024/a.html", "--to", far, "--reason", "试");

        String other = folder.resolve("qun-zhong.zip").toString();
        assertThat(run("import", "bundle", other, "--to", far).err()).contains("来自另一处发布");
        assertThat(run("import", "bundle", other, "--to", far, "--force").err())
                .contains("网址 articles/2024/a.html 的页面已于 2024-06-01 撤下（试），离线包里还有；");
    }

    @Test
    void carriesWhatIsLeftAfterATakedownHere() {
        carried.near.with("takedown", "articles/2024/a.html", "--reason", "试");

        assertThat(carried.exported().verify().status()).isZero();
        assertThat(carried.bring().status()).isZero();
        assertThat(carried.servedThere()).isEqualTo(carried.near.served());
    }

    @Test
    void doesNotExportADamagedRelease() throws IOException {
        Path page = carried.near.release(FIRST).resolve("articles/2024/a.html");
        page.toFile().setWritable(true);
        Files.writeString(page, "外来");

        assertThat(carried.export())
                .isEqualTo(new Ran(1, "", "发布批次 " + FIRST + " 不完好，没有写：改动：articles/2024/a.html；站点没有改动。\n"));
        assertThat(carried.zip).doesNotExist();
    }

    @Test
    void leavesNothingOfAnArchiveOnAFullDisk() throws IOException {
        try (SmallDisk disk = new SmallDisk(folder.resolve("disc"), "size=64k")) {
            Path full = disk.folder().resolve("gongkai.zip");

            Ran ran = carried.exportTo(full);

            assertThat(ran.status()).isEqualTo(3);
            assertThat(ran.err()).startsWith("磁盘已满，写不下了：").hasLineCount(1);
            assertThat(SiteFolder.files(disk.folder())).isEmpty();
        }
    }

    @Test
    void leavesTheSiteThereOnAFullDisk() throws IOException {
        try (SmallDisk disk = new SmallDisk(carried.far, "size=1m")) {
            assertThat(carried.exported().bring().status()).isZero();
            carried.near
                    .site
                    .file("content/c.txt", "很长的附件。".repeat(60_000))
                    .entry("content/c.md", "标题: 丙", "发布日期: 2024-01-02", "附件: c.txt");
            var before = carried.servedThere();
            carried.near.published();

            Ran ran = carried.exported().bring();

            assertThat(ran.status()).isEqualTo(3);
            assertThat(ran.err()).startsWith("磁盘已满，写不下了").hasLineCount(1);
            assertThat(carried.servedThere()).isEqualTo(before);
            done("verify", "--all", disk.folder());
        }
    }

    @Test
    void wantsRightArguments() throws IOException {
        assertThat(run("export").errors()).containsExactly("没有写要导出什么。用法见 gongkai export --help");
        assertThat(run("import").errors()).containsExactly("没有写要导入什么。用法见 gongkai import --help");
        assertThat(run("export", "bundle").errors())
                .containsExactly("缺少参数：--to、--output。用法见 gongkai export bundle --help");
        assertThat(carried.export("--release", "x")).isEqualTo(new Ran(2, "", "没有“x”这个发布批次；有：" + FIRST + "。\n"));
        assertThat(carried.exportTo(carried.near.to.resolve("x.zip")))
                .isEqualTo(new Ran(2, "", "不能写进发布的文件夹：" + carried.near.to.resolve("x.zip") + "。\n"));
        assertThat(carried.bring()).isEqualTo(new Ran(2, "", "没有这个文件：" + carried.zip + "。\n"));
        assertThat(carried.far).doesNotExist();
        assertThat(Arrays.stream(folder.toFile().list()))
                .doesNotContain("gongkai.zip")
                .noneMatch(n -> n.startsWith("."));
    }

    @Test
    void editionsComeAlongAsFilesOfTheSite() {
        GitFolder git = new GitFolder(carried.near.site.root());
        git.commit("first");
        git.git("tag", "edition/2024");
        carried.near.published("--rev", "main");

        assertThat(carried.exported().bring().status()).isZero();

        assertThat(carried.servedThere())
                .isEqualTo(carried.near.served())
                .containsKeys("editions/2024/index.html", "editions/2024/manifest.json");
        done("verify", "--all", carried.far);
    }
}
