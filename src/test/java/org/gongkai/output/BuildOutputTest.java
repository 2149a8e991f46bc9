package org.gongkai.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SmallDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a build does to the folder that it writes. */
@Tag("slow")
class BuildOutputTest extends SiteFixture {

    @BeforeEach
    void aSite() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
    }

    @Test
    void comesOutTheSameWhateverStoodThereBefore() {
        site.built();
        TreeMap<String, String> clean = site.files();
        site.entry("content/b.md", "标题: 乙", "发布日期: 2024-01-03")
                .built()
                .delete("content/b.md")
                .built();

        assertThat(site.files()).isEqualTo(clean);
    }

    @Test
    void aFailedBuildLeavesTheOldSiteByteForByte() {
        site.built();
        TreeMap<String, String> before = site.files();
        site.entry("content/b.md", "标题: 乙", "发布日期: 2024-13-40").entry("content/c.md", "标题: 丙", "发布日期: 2024-01-02");

        assertThat(site.build().status()).isEqualTo(1);
        assertThat(site.files()).isEqualTo(before);
    }

    @Test
    void aFailedFirstBuildLeavesNothing() {
        site.entry("content/b.md", "标题: 乙");

        assertThat(site.build().status()).isEqualTo(1);
        assertThat(site.output()).doesNotExist();
    }

    @Test
    void oneAudienceThatFailsKeepsAllFromBeingPutInPlace() {
        site.file("content/_data/site.yml", "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n")
                .built();
        site.file("content/b.md", "---\n标题: 乙\n发布日期: 2024-01-02\n公开范围: 本单位\n---\n\n![图](没有.png)\n")
                .entry("content/c.md", "标题: 丙", "发布日期: 2024-01-02", "公开范围: 社会");
        TreeMap<String, String> before = SiteFolder.files(site.root().resolve("target"));

        assertThat(site.build().status()).isEqualTo(1);
        assertThat(SiteFolder.files(site.root().resolve("target"))).isEqualTo(before);
    }

    @Test
    void aFolderInTheWayOfOneAudienceKeepsAllFromBeingPutInPlace() throws IOException {
        site.file("content/_data/site.yml", "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n")
                .built();
        Path other = site.output().resolveSibling("site-dang");
        Files.createDirectories(other.resolve("articles/2024/c.html/外来"));
        site.entry("content/c.md", "标题: 丙", "发布日期: 2024-01-02", "公开范围: 社会");
        TreeMap<String, String> before = SiteFolder.files(site.root().resolve("target"));

        SiteFolder.Ran ran = site.build();

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.errors()).contains("读写出错：" + other.resolve("articles/2024/c.html") + "（这里已有一个同名的文件夹）；站点没有改动。");
        assertThat(SiteFolder.files(site.root().resolve("target"))).isEqualTo(before);
    }

    @Test
    void refusesAStoreAndWhatLiesInOne() {
        Path store = folder.resolve("is here-stored");
        SiteFolder.done("publish", "-s", site.root(), "--to", store);
        TreeMap<String, String> before = SiteFolder.files(store);
        String sentence = "这个文件夹是 publish 发布用的，build 不能写进去；要发布请用 publish --to '" + store + "'，要看生成的结果请用 -o 另选一个文件夹。";

        for (String place : List.of("", "current", "new", "releases/20240601-120000/a", "current/articles")) {
            SiteFolder.Ran ran = site.build("-o", store.resolve(place).toString());
            assertThat(ran.status()).as(place).isEqualTo(2);
            assertThat(ran.errors()).as(place).containsExactly(sentence);
        }

        site.file("content/_data/site.yml", "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: stored}\n");
        SiteFolder.Ran beside = site.build("-o", folder.resolve("is here").toString());
        assertThat(beside.errors()).contains("这个文件夹是 publish 发布用的，build 不能写进去，要发布请用 publish：" + store + "；站点没有改动。");
        assertThat(SiteFolder.files(store)).isEqualTo(before);
    }

    @Test
    void takesAwayThePagesOfAnEntryThatIsGone() {
        site.file("content/图.png", Attachments.png())
                .entry("content/b.md", "标题: 乙", "发布日期: 2023-01-02", "栏目: 通知", "标签: q1", "附件: 图.png", "旧址: old.html")
                .built()
                .delete("content/b.md")
                .built();

        assertThat(site.files().keySet())
                .noneMatch(name -> name.contains("notices")
                        || name.contains("2023")
                        || name.contains("q1")
                        || name.equals("old.html"));
    }

    @Test
    void leavesForeignFilesWhereTheyAre() throws IOException {
        site.built();
        Files.writeString(site.output().resolve("robots.txt"), "外来");
        Files.writeString(site.output().resolve("articles/2024/旧稿.doc"), "外来");

        site.delete("content/a.md")
                .entry("content/b.md", "标题: 乙", "发布日期: 2023-01-02")
                .built();

        assertThat(site.page("robots.txt")).isEqualTo("外来");
        assertThat(site.page("articles/2024/旧稿.doc")).isEqualTo("外来");
    }

    @Test
    void saysThatAFolderStandsWhereAPageMustGo() throws IOException {
        site.built();
        Files.createDirectories(site.output().resolve("articles/2024/b.html/外来"));
        TreeMap<String, String> before = site.files();

        SiteFolder.Ran ran =
                site.entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02").build();

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.errors())
                .containsExactly("读写出错：" + site.output().resolve("articles/2024/b.html") + "（这里已有一个同名的文件夹）；站点没有改动。");
        assertThat(site.files()).isEqualTo(before);
    }

    @Test
    void letsOneBuildWaitForNoOther() throws IOException {
        site.built();
        SiteFolder.Ran ran;
        StagedOutput other = new StagedOutput(site.output());
        try {
            ran = site.build();
        } finally {
            other.close();
        }
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.errors()).containsExactly("读写出错：" + site.output() + "（另一个生成任务正在写这个文件夹）；站点没有改动。");
    }

    private void says(String beginning, SmallDisk disk) {
        SiteFolder.Ran ran = site.build("-o", output(disk));

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.errors())
                .singleElement()
                .asString()
                .startsWith(beginning)
                .endsWith("；站点没有改动。");
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), "size=512k")) {
            site.built("-o", output(disk));
            TreeMap<String, String> before = SiteFolder.files(disk.folder());
            byte[] noise = new byte[800_000];
            new Random(1).nextBytes(noise);
            site.file("content/b.bin", noise).entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02", "附件: b.bin");

            says("磁盘已满，写不下了", disk);
            assertThat(SiteFolder.files(disk.folder())).isEqualTo(before);
        }
    }

    @Test
    void saysThatNotEvenTheFirstFileFits() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), "nr_inodes=3")) {
            says("磁盘已满，写不下了", disk);
            assertThat(SiteFolder.files(disk.folder())).isEmpty();
        }
    }

    @Test
    void saysThatTheFolderIsReadOnly() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), "size=1m")) {
            site.built("-o", output(disk));
            TreeMap<String, String> before = SiteFolder.files(disk.folder());
            disk.remount("ro");
            site.entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02");

            says("文件夹只能读，不能写：" + output(disk), disk);
            assertThat(SiteFolder.files(disk.folder())).isEqualTo(before);
        }
    }

    @Test
    void copiesAFileLargerThanItsMemory() throws Exception {
        long size = Math.min(Runtime.getRuntime().maxMemory(), 200_000_000L);
        sparse("录像.mp4", size);
        site.file(
                        "content/b.md",
                        "---\n标题: 乙\n发布日期: 2024-01-02\n附件: [{文件: 录像.mp4, 人工核查: 支部书记 2024-01-01}]\n---\n\n见附件。\n")
                .built();

        assertThat(site.output().resolve("articles/2024/b/lu-xiang.mp4")).hasSize(size);
        assertThat(site.page("manifest.json")).contains("\"articles/2024/b/lu-xiang.mp4\", \"size\": " + size);
    }

    @Test
    void refusesAPictureThatIsTooLargeToBeCleaned() throws Exception {
        sparse("大图.png", 200_000_000L);
        site.file("content/b.md", "---\n标题: 乙\n发布日期: 2024-01-02\n---\n\n![大图](大图.png)\n");

        assertThat(site.build().problems()).anySatisfy(problem -> assertThat(problem.toString())
                .contains("content/大图.png:1:1: 错误 E267 图片有 190 MB，超过 100 MB，里面的拍摄信息去不掉"));
    }

    private void sparse(String name, long size) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(site.root().resolve("content/" + name).toFile(), "rw")) {
            file.setLength(size);
        }
    }

    @Test
    void takesAnEntryOfFiveMegabytes() {
        site.file("content/long.md", "---\n标题: 长\n发布日期: 2024-01-02\n---\n\n" + "很长的一段话，写了一遍又一遍。\n\n".repeat(120_000))
                .built();

        assertThat(site.page("articles/2024/long.html").length()).isGreaterThan(1_700_000);
    }

    @Test
    void refusesAnEntryOfNineMegabytes() {
        site.file("content/long.md", "---\n标题: 长\n发布日期: 2024-01-02\n---\n\n" + "a".repeat(9 * 1024 * 1024));

        assertThat(site.build().problems())
                .containsExactly("content/long.md:1:1: 错误 E403 文件太大：9.1 MB；最多 8 MB；大的表格和图片请作为附件");
    }

    @Test
    void takesTwoThousandTags() {
        String tags = IntStream.range(0, 2000).mapToObj(i -> "标签" + i).collect(Collectors.joining(", "));
        site.entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02", "标签: [" + tags + "]")
                .built();

        assertThat(site.files().keySet().stream().filter(name -> name.matches("tags/.*/index\\.html")))
                .hasSize(2000);
    }

    @Test
    void buildsAFolderWithoutEntries() {
        site.delete("content/a.md");

        assertThat(site.build().errors())
                .containsExactly(
                        "content:1:1: 警告 W404 content 文件夹里还没有条目；条目是 .md 或 .adoc 文件，写法见使用手册",
                        "有 1 个警告，站点照常生成。",
                        SiteFolder.NO_HISTORY);
        assertThat(site.files()).containsKeys("index.html", "404.html", "feed.xml", "sitemap.xml", "years/index.html");
    }

    private static String output(SmallDisk disk) {
        return disk.folder().resolve("site").toString();
    }
}
