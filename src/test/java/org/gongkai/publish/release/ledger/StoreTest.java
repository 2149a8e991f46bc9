package org.gongkai.publish.release.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.Publication.Outcome;
import org.gongkai.publish.release.Sites;
import org.gongkai.publish.release.SitesFixture;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.Ledger.UnknownRelease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreTest extends SitesFixture {

    private static final Map<String, String> FIRST =
            Map.of("index.html", "甲", "a/2024/x.html", "正文", "a/2024/x/f.txt", "附件", "old/x.html", "旧址");

    @BeforeEach
    void aRelease() throws IOException {
        sites.publish(FIRST);
    }

    @Test
    void recordsWhoWhenAndHowMuch() throws IOException {
        Published second = sites.publish(with("index.html", "乙", "b/2024/y.html", "新"))
                .published()
                .orElseThrow();

        assertThat(second.release()).isEqualTo("20240601-120000-2");
        assertThat(second.base()).contains("20240601-120000");
        assertThat(second.counts()).isEqualTo(new Event.Counts(2, 5, 5, 24, 1, 1, 0));
        LedgerRecord entry = sites.store().ledger().records().get(1);
        assertThat(entry.by()).isEqualTo("李明");
        assertThat(entry.at()).isEqualTo("2024-06-01T12:00:00+08:00");
        assertThat(entry.event()).isEqualTo(second);
        assertThat(sites.served()).isEqualTo(with("index.html", "乙", "b/2024/y.html", "新"));
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void sharesUnchangedFilesAndProtectsAll() throws IOException {
        sites.publish(with("index.html", "乙"));

        Path first = sites.store().release("20240601-120000");
        Path second = sites.store().release("20240601-120000-2");
        assertThat(Files.isSameFile(first.resolve("a/2024/x.html"), second.resolve("a/2024/x.html")))
                .isTrue();
        assertThat(Files.isSameFile(first.resolve("index.html"), second.resolve("index.html")))
                .isFalse();
        try (Stream<Path> all = Files.walk(second)) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "r-xr-xr-x" : "r--r--r--"));
        }
        assertThat(Files.readSymbolicLink(sites.folder().resolve("current")))
                .isEqualTo(Path.of("releases/20240601-120000-2"));
    }

    @Test
    void refusesToLoseAnAddress() throws IOException {
        Map<String, String> less = with();
        less.keySet().removeAll(List.of("a/2024/x.html", "old/x.html", "index.html"));

        Outcome refused = sites.publish(less);

        assertThat(refused.lost()).containsExactly("a/2024/x.html", "old/x.html");
        assertThat(refused.published()).isEmpty();
        assertThat(sites.served()).isEqualTo(FIRST);
        assertThat(sites.allowLost(true).publish(less).published().orElseThrow().lost())
                .containsExactly("a/2024/x.html", "old/x.html");
        assertThat(sites.allowLost(false)
                        .publish(with("old/x.html", "又有", "a/2024/x.html", "又有"))
                        .published())
                .isPresent();
    }

    @Test
    void onlyTellsOfAttachmentsThatAreGone() throws IOException {
        Map<String, String> less = with("index.html", "乙");
        less.remove("a/2024/x/f.txt");

        assertThat(sites.publish(less).notes()).containsExactly("有 1 个附件或图片不再公开：a/2024/x/f.txt");
    }

    @Test
    void goesBackAndForth() throws IOException {
        sites.publish(with("index.html", "乙"));
        sites.publish(with("index.html", "丙"));

        rollBack(Optional.empty());
        assertThat(sites.served()).containsEntry("index.html", "乙");
        rollBack(Optional.empty());
        assertThat(sites.served()).isEqualTo(FIRST);
        assertThatThrownBy(() -> rollBack(Optional.empty()))
                .isInstanceOf(UnknownRelease.class)
                .hasMessage("没有比当前更早的发布批次");
        rollBack(Optional.of("20240601-120000-3"));
        assertThat(sites.served()).containsEntry("index.html", "丙");
        assertThatThrownBy(() -> rollBack(Optional.of("20240601-120000-4")))
                .hasMessageStartingWith("没有“20240601-120000-4”这个发布批次；您是不是要写“20240601-120000-");
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void aStepBackAfterARollbackSkipsWhatWasLeft() throws IOException {
        sites.publish(with("index.html", "乙"));
        rollBack(Optional.empty());
        sites.publish(with("index.html", "丙"));

        rollBack(Optional.empty());

        assertThat(sites.served()).isEqualTo(FIRST);
    }

    @Test
    void prunesAllButTheNewestAndTheCurrentOne() throws IOException {
        for (String text : List.of("2", "3", "4", "5")) {
            sites.publish(with("index.html", text));
        }
        rollBack(Optional.of("20240601-120000-2"));

        assertThat(sites.prune(2).stream().map(Ledger.Release::id))
                .containsExactly("20240601-120000", "20240601-120000-3");
        assertThat(sites.releases()).containsExactly("20240601-120000-2", "20240601-120000-4", "20240601-120000-5");
        assertThat(sites.store().ledger().releases()).hasSize(5);
        assertThat(sites.store().release("20240601-120000")).doesNotExist();
        assertThat(sites.faults()).isEmpty();
        assertThat(sites.publish(with("index.html", "6"))
                        .published()
                        .orElseThrow()
                        .release())
                .isEqualTo("20240601-120000-6");
    }

    @Test
    void namesWhatIsMissingAddedAndChanged() throws IOException {
        damage("20240601-120000/index.html", "坏");
        damage("20240601-120000/a/2024/x.html", null);
        damage("20240601-120000/a/2024/多.html", "多");
        Files.createDirectories(release().resolve("空"));
        Files.createSymbolicLink(release().resolve("link"), Path.of("index.html"));

        assertThat(sites.currentFaults())
                .containsExactly("缺少：a/2024/x.html", "多出：a/2024/多.html", "多出：link", "多出：空/", "改动：index.html");
    }

    @Test
    void findsAChangeThatKeepsTheSize() throws IOException {
        damage("20240601-120000/index.html", "乙");

        assertThat(sites.currentFaults()).containsExactly("改动：index.html");
    }

    @Test
    void theNextReleaseHasWhatTheOneBeforeHasLost() throws IOException {
        damage("20240601-120000/a/2024/x.html", null);

        sites.publish(with("index.html", "乙"));

        assertThat(sites.served()).isEqualTo(with("index.html", "乙"));
        assertThat(sites.currentFaults()).isEmpty();
    }

    @Test
    void findsAManifestThatWasMadeToFit() throws IOException {
        sites.publish(with("index.html", "乙"));
        String changed =
                Files.readString(sites.store().release("20240601-120000-2").resolve("manifest.json"));
        damage("20240601-120000/index.html", "乙");
        damage("20240601-120000/manifest.json", changed);

        assertThat(sites.faults()).containsExactly("清单与封存的不符：releases/20240601-120000");
        damage("20240601-120000-2/manifest.json", "{}");
        assertThat(sites.currentFaults())
                .containsExactly("清单与封存的不符：releases/20240601-120000-2", "清单不是本程序写的，或被改动过：manifest.json");
        damage("20240601-120000-2/manifest.json", null);
        assertThat(sites.currentFaults()).containsExactly("缺少：manifest.json");
    }

    @Test
    void findsTamperedRecords() throws IOException {
        sites.publish(with("index.html", "乙"));
        Path records = sites.store().records();
        String text = Files.readString(records);

        Files.writeString(records, text.replaceFirst("李明", "王芳"));
        assertThatThrownBy(() -> sites.currentFaults())
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("发布记录被改动过，第 2 行与前面对不上：" + records);
        Files.writeString(records, text.substring(text.indexOf('\n') + 1));
        assertThatThrownBy(() -> sites.publish(FIRST)).hasMessageContaining("第 1 行");
        Files.writeString(records, "{\"number\":1}\n");
        assertThatThrownBy(() -> sites.publish(FIRST)).hasMessageContaining("第 1 行");
        Files.delete(records);
        assertThatThrownBy(() -> sites.publish(FIRST))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("这里发布过，但是发布记录不见了；请从备份放回 " + records + "，或另选一个文件夹发布");
        Files.writeString(records, text);
        assertThat(sites.faults()).isEmpty();
        assertThat(sites.releases()).hasSize(2);
    }

    @Test
    void findsAChangedListOfAddresses() throws IOException {
        Files.writeString(sites.store().addresses("20240601-120000"), "");

        assertThat(sites.currentFaults()).containsExactly("网址清单与封存的不符：addresses/20240601-120000.txt");
        assertThatThrownBy(() -> sites.publish(FIRST)).hasMessageStartingWith("上一个发布批次的网址清单被改动过");
    }

    @Test
    void doesNotShareAFileThatWasTamperedWith() throws IOException {
        damage("20240601-120000/old/x.html", "坏坏");

        sites.publish(with("index.html", "乙"));

        assertThat(sites.currentFaults()).isEmpty();
        assertThat(sites.served()).isEqualTo(with("index.html", "乙"));
    }

    @Test
    void doesNotShareANoticeThatWasTamperedWith() throws IOException {
        sites.takeDown("a/2024/x.html", "试");
        String notice = sites.served().get("a/2024/x.html");
        damage("20240601-120000/a/2024/x.html", notice.replace("撤下", "还在"));
        Map<String, String> rest = with("index.html", "乙");
        rest.keySet().removeIf(path -> path.startsWith("a/2024/x"));

        sites.publish(rest);

        assertThat(sites.currentFaults()).isEmpty();
        assertThat(sites.served()).containsEntry("a/2024/x.html", notice);
    }

    @Test
    void readsWhatIsNewAndRefusesWhatIsNoLongerWhatWasBuilt() {
        sites.afterBuild(site -> Files.writeString(site.resolve("index.html"), "坏"));

        assertThatThrownBy(() -> sites.publish(with("index.html", "乙")))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("新的发布批次与生成的不一致，没有发布：改动：index.html");
        assertThat(sites.served()).isEqualTo(FIRST);
    }

    @Test
    void tellsOneOfSeveralFailures() throws IOException {
        sites.on(new Disk(
                (operation, path) -> {
                    if (operation.equals("protect") && path.toString().contains("/b/")) {
                        throw new FileSystemException(path.toString(), null, "No space left on device");
                    }
                },
                false));

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> sites.publish(with(
                            "a/2024/z.html", "好", "b/2024/a.html", "新", "b/2024/b.html", "新", "b/2024/c.html", "新")))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageMatching(".*/b/2024/[abc][.]html: No space left on device");
        }
        assertThat(sites.leftovers()).isEmpty();
        assertThat(sites.served()).isEqualTo(FIRST);
    }

    @Test
    void wordsOfAnyKindStayWhatTheyAre() throws IOException {
        String reason = "“引号”\"'\\ : {a} # \uD83D\uDE00\n\t\u0085\u2028\uFEFF尾";
        sites.publish(with("index.html", "乙"));
        sites.rollBack(Optional.empty(), reason);

        assertThat(sites.store().ledger().records().get(2).event())
                .isEqualTo(new Event.RolledBack("20240601-120000", "“引号”\"'\\ : {a} # \uD83D\uDE00 \u2028 尾"));
    }

    @Test
    void takesNoFolderForCurrentThatIsNoLink() throws IOException {
        Files.delete(sites.folder().resolve("current"));
        Files.createDirectories(sites.folder().resolve("current"));

        assertThatThrownBy(() -> sites.publish(FIRST))
                .hasMessage("这里的 current 不是符号链接，不是发布出来的，请移走它，或另选一个文件夹："
                        + sites.folder().resolve("current"));
    }

    private Path release() {
        return sites.store().release("20240601-120000");
    }

    private void rollBack(Optional<String> id) throws IOException {
        sites.rollBack(id, "");
    }

    /** Replaces a file of a release by another one, or removes it. */
    private void damage(String path, String text) throws IOException {
        sites.replace(path, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(release(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The files of the first release with others over them. */
    private static TreeMap<String, String> with(String... others) {
        return Sites.with(FIRST, others);
    }

    @Test
    void aParentThatThePublicationOfAnotherSiteMakesAtTheSameTimeIsNoFailure() throws IOException {
        Path site = folder.resolve("www/1");

        new Disk((operation, path) -> Files.createDirectory(path), false).createServedFolders(site);

        assertThat(site).isDirectory();
    }
}
