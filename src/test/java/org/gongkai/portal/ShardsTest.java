package org.gongkai.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Program;
import org.gongkai.testing.SiteFolder;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A process is stopped where it reads a pipe that stands in the place of a file: whoever opens the other end knows that it has come
 * that far, and that it comes no further.
 */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
@DisplayName("The shards of a portal, each a process of its own")
class ShardsTest extends FolderFixture {

    private static final int SITES = 6;

    private Path list;

    @BeforeEach
    void publishedSites() throws IOException {
        List<String> lines = new ArrayList<>(List.of("门户: {名称: 示例市党务公开, 发布到: www/portal}", "站点:"));
        for (int i = 1; i <= SITES; i++) {
            site(i, "通知");
            lines.add("- {名称: 第" + i + "支部, 代码: Z" + i + ", 来源: s" + i + ", 发布到: www/" + i + "}");
        }
        Files.createDirectories(folder.resolve("www"));
        list = Files.write(folder.resolve("sites.yml"), lines);
        publish();
    }

    private void site(int number, String title) {
        new SiteFolder(folder.resolve("s" + number))
                .published("content/通知/一.md", "标题: 第" + number + "支部的" + title, "发布日期: 2024-05-20");
    }

    private void publish() {
        SiteFolder.done("publish", "--sites", list);
    }

    @Test
    @DisplayName("bring what one process brings, if one is killed and run again and one runs twice at the same time")
    void killedAndTwice() throws Exception {
        TreeMap<String, String> expected = inOneProcess();
        // Read first of what is known of the site.
        Files.createDirectories(records(5).getParent());
        Path pipe = pipe(records(5));

        Process killed = Program.start(collect("2/3", "--jobs", "1"));
        try (OutputStream reached = reader(pipe)) {
            assertThat(records(2)).exists();
            kill(killed);
        }
        Files.delete(pipe);
        List<Process> rest = Stream.of("3/3", "2/3", "1/3", "3/3")
                .map(shard -> Program.start(collect(shard)))
                .toList();

        for (Process shard : rest) {
            assertThat(shard.waitFor()).isZero();
        }
        SiteFolder.done(merge("work"));
        assertThat(pages("work")).isEqualTo(expected).hasSizeGreaterThan(30);
    }

    @Test
    @DisplayName("leave the site that stood if the merge is killed, and the same bytes come of the next one")
    void killedMerge() throws Exception {
        TreeMap<String, String> expected = inOneProcess();
        SiteFolder.done(collect("1/3"));
        SiteFolder.done(merge("work"));
        TreeMap<String, String> stood = pages("work");
        assertThat(stood).isNotEqualTo(expected);
        SiteFolder.done(collect("1/1"));

        // Read when all pages are made, and none is in its place.
        Path pipe = pipe(folder.resolve("work/cache/search"));
        Process killed = Program.start(merge("work"));
        try (OutputStream reached = reader(pipe)) {
            kill(killed);
        }
        Files.delete(pipe);

        TreeMap<String, String> left = pages("work");
        left.keySet().removeIf(path -> path.startsWith(".gongkai-staging/"));
        assertThat(left).isEqualTo(stood);
        SiteFolder.done(merge("work"));
        assertThat(pages("work")).isEqualTo(expected);
        assertThat(folder.resolve("work/cache").toFile().list()).noneMatch(name -> name.startsWith("merge-"));
    }

    @Test
    @DisplayName("may collect while a merge reads: it takes what there was when it began")
    void collectedMeanwhile() throws Exception {
        SiteFolder.done(collect("1/1"));
        SiteFolder.done(merge("work"));
        TreeMap<String, String> stood = pages("work");
        site(1, "另一份通知");
        publish();

        // Entries have been read by then, their texts have not.
        Path pipe = pipe(folder.resolve("work/cache/search"));
        Process merge = Program.start(merge("work"));
        try (OutputStream reached = reader(pipe)) {
            assertThat(SiteFolder.done(collect("1/1")).out()).startsWith(SITES + " 个站点：1 个重新读过");
        }

        assertThat(merge.waitFor()).isZero();
        assertThat(pages("work")).isEqualTo(stood);
        SiteFolder.done(merge("work"));
        assertThat(pages("work").get("index.html")).isNotEqualTo(stood.get("index.html"));
    }

    @Test
    @DisplayName(
            "read a site again of which a machine that failed has left an empty file, and remove what was left long"
                    + " ago")
    void damagedRecords() throws IOException {
        TreeMap<String, String> expected = inOneProcess();
        SiteFolder.done(collect("1/1"));
        Files.write(records(3), new byte[0]);
        Path left = Files.createFile(records(3).resolveSibling(".gongkai-1.tmp"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2024-05-31T00:00:00Z")));

        assertThat(SiteFolder.done(collect("1/1")).out()).isEqualTo("6 个站点：1 个重新读过，5 个没有变。\n");
        assertThat(left).doesNotExist();
        SiteFolder.done(merge("work"));
        assertThat(pages("work")).isEqualTo(expected);

        byte[] whole = Files.readAllBytes(records(4));
        Files.write(records(4), Arrays.copyOf(whole, whole.length / 2));
        SiteFolder.done(merge("work"));
        assertThat(Jsoup.parse(folder.resolve("work/site/index.html").toFile(), "UTF-8")
                        .select(".note")
                        .text())
                .startsWith("第4支部：这一次没有读到（收集到的文件损坏了，要再收集一次），");
        assertThat(SiteFolder.done(collect("1/1")).out()).startsWith("6 个站点：1 个重新读过");
        SiteFolder.done(merge("work"));
        assertThat(pages("work")).isEqualTo(expected);
    }

    private TreeMap<String, String> inOneProcess() throws IOException {
        assertThat(SiteFolder.done("portal", "collect", "--sites", list, "--work", folder.resolve("one"), "--json")
                        .out())
                .startsWith(
                        "{\"ok\":true,\"done\":[{\"code\":\"Z1\",\"name\":\"第1支部\",\"changed\":true,\"failure\":null},");
        SiteFolder.done(merge("one"));
        return pages("one");
    }

    private String[] collect(String shard, String... more) {
        return SiteFolder.words(
                "portal", "collect", "--sites", list, "--work", folder.resolve("work"), "--shard", shard, more);
    }

    private String[] merge(String work) {
        return SiteFolder.words(
                "portal", "merge", "--sites", list, "--work", folder.resolve(work), "--as-of", "2024-06-01");
    }

    private Path records(int site) {
        return folder.resolve("work/collected/Z" + site + "/records.jsonl.gz");
    }

    /** Puts a pipe in the place of a file. */
    private static Path pipe(Path file) throws Exception {
        Files.deleteIfExists(file);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        return file;
    }

    /** Waits until a process opens a pipe to read it, and lets it wait until what is returned is closed. */
    private static OutputStream reader(Path pipe) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return new FileOutputStream(pipe.toFile());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .get(2, TimeUnit.MINUTES);
    }

    /** Kills the program, and waits until its worker has seen it and has ended, too. */
    private static void kill(Process process) throws InterruptedException {
        List<ProcessHandle> workers = process.descendants().toList();
        process.destroyForcibly().waitFor();
        workers.forEach(worker -> worker.onExit().join());
    }

    private TreeMap<String, String> pages(String work) {
        return SiteFolder.files(folder.resolve(work).resolve("site"));
    }
}
