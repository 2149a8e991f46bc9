package org.gongkai.publish.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.io.FileTrees;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store in a folder in which others have files: they are never touched. */
class OnlyOursTest extends FolderFixture {

    private static final Map<String, String> SITE = Map.of("index.html", "甲", "a/2024/x.html", "正文");
    private static final Map<String, String> NEXT = Map.of("index.html", "乙", "a/2024/x.html", "正文");

    /** What may lie in somebody's home, in the root of a web server, or in a folder that another program publishes into. */
    private static final List<String> FOREIGN = List.of(
            "index.html",
            ".profile",
            ".building/half.txt",
            ".records.jsonl.new",
            ".current.new",
            "editions/2023/index.html",
            "editions/.new-2024/x",
            "addresses/friends.txt",
            "addresses/20240101-000000.txt",
            "releases/20230101120000/index.html",
            "releases/20230101-120000/index.html",
            "releases/.new/x",
            "releases/.old-20240601-120000/x",
            "releases/notes.txt",
            "other/records.jsonl");

    private Sites sites;

    @BeforeEach
    void filesOfOthers() throws IOException {
        sites = new Sites(folder.resolve("published"));
        for (String path : FOREIGN) {
            put(path, "外来");
        }
    }

    @AfterEach
    void mayBeDeleted() throws IOException {
        sites.delete();
    }

    private void put(String path, String text) throws IOException {
        Path file = sites.folder().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void theyAreUntouched() throws IOException {
        for (String path : FOREIGN) {
            assertThat(sites.folder().resolve(path)).hasContent("外来");
        }
    }

    @Test
    void publishingPruningAndTakingDownLeaveThem() throws IOException {
        sites.publish(SITE);
        theyAreUntouched();
        sites.editions(new RequestedEditions(List.of("v1"), (name, audience, to) -> Sites.write(to, SITE)))
                .publish(NEXT);
        sites.takeDown("a/2024/x.html", "试");
        assertThat(sites.prune(1)).hasSize(1);
        theyAreUntouched();
        assertThat(sites.store().release("20240601-120000")).doesNotExist();
        assertThat(sites.faults()).isEmpty();
        assertThat(Store.at(sites.folder())).containsExactly(sites.store());
    }

    @Test
    void aReleaseTakesAnotherNameWhereSomethingStands() throws IOException {
        put("releases/20240601-120000", "外来");
        put("addresses/20240601-120000-2.txt", "外来");

        sites.publish(SITE);

        assertThat(sites.releases()).containsExactly("20240601-120000-3");
        assertThat(sites.folder().resolve("releases/20240601-120000")).hasContent("外来");
        assertThat(sites.folder().resolve("addresses/20240601-120000-2.txt")).hasContent("外来");
        theyAreUntouched();
    }

    @Test
    void anEditionInWhosePlaceSomethingStandsIsRefusedAndNothingIsChanged() throws IOException {
        sites.publish(SITE);
        TreeMap<String, String> before = Sites.all(sites.folder());

        assertThatThrownBy(() -> sites.editions(
                                new RequestedEditions(List.of("2023"), (name, audience, to) -> Sites.write(to, SITE)))
                        .publish(NEXT))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("这里已有一个不是发布出来的文件夹，年度存档 2023 没有地方放；请移走它，或另选一个文件夹："
                        + sites.folder().resolve("editions/2023"));

        assertThat(Sites.all(sites.folder())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStoreWhoseRecordsAreGoneIsRefusedAndKept(boolean link) throws IOException {
        sites.publish(SITE);
        sites.publish(NEXT);
        Files.delete(sites.store().records());
        if (!link) {
            Files.delete(sites.store().current());
        }
        TreeMap<String, String> before = Sites.all(sites.folder().resolve("releases"));

        assertThatThrownBy(() -> sites.publish(SITE))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("这里发布过，但是发布记录不见了；请从备份放回 " + sites.store().records() + "，或另选一个文件夹发布");

        assertThat(Sites.all(sites.folder().resolve("releases"))).isEqualTo(before);
        assertThat(Files.isSymbolicLink(sites.store().current())).isEqualTo(link);
    }

    @Test
    void olderRecordsFromABackupDeleteNothing() throws IOException {
        sites.publish(SITE);
        byte[] backup = Files.readAllBytes(sites.store().records());
        sites.publish(NEXT);
        Files.write(sites.store().records(), backup);

        sites.publish(Map.of("index.html", "丙", "a/2024/x.html", "正文"));

        assertThat(Sites.files(sites.store().release("20240601-120000-2"))).isEqualTo(NEXT);
        assertThat(sites.releases()).containsExactly("20240601-120000", "20240601-120000-3");
        assertThat(sites.faults()).isEmpty();
    }

    @Test
    void aCurrentOfAnotherProgramIsRefused() throws IOException {
        Files.createSymbolicLink(sites.folder().resolve("current"), Path.of("releases/20230101120000"));

        assertThatThrownBy(() -> sites.publish(SITE))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage(
                        "这里已有一个不是发布出来的 current，请移走它，或另选一个文件夹：" + sites.folder().resolve("current"));

        assertThat(sites.folder().resolve("current").toRealPath())
                .isEqualTo(sites.folder().toRealPath().resolve("releases/20230101120000"));
        theyAreUntouched();
    }

    @Test
    void aLockOfAnotherProgramIsRefused() throws IOException {
        put(".lock", "外来");

        assertThatThrownBy(() -> sites.publish(SITE)).hasMessageContaining("这里已有一个同名的文件，不是发布时加的锁");

        assertThat(sites.folder().resolve(".lock")).hasContent("外来");
        theyAreUntouched();
    }

    @Test
    void whatADeadRunLeftIsClearedAwayAndNothingElse() throws IOException {
        sites.publish(SITE);
        for (String work : List.of("building/site", "records.jsonl")) {
            put(".gongkai-" + work, "半");
        }
        for (String room : List.of("releases", "editions", "addresses")) {
            put(room + "/.gongkai-half/x", "半");
        }

        sites.publish(NEXT);

        assertThat(sites.leftovers()).noneMatch(path -> path.contains(".gongkai-"));
        theyAreUntouched();
    }

    @Test
    void aFolderInAStoreIsKnown() throws IOException {
        sites.publish(SITE);
        Path below = sites.folder().resolve("current/a");

        assertThat(Store.around(below)).isEqualTo(Optional.of(sites.store()));
        assertThat(Store.around(sites.folder().resolve("other"))).contains(sites.store());
        assertThat(Store.around(folder)).isEmpty();
        FileTrees.delete(sites.store().current());
        Files.delete(sites.store().records());
        assertThat(Store.around(sites.folder())).contains(sites.store());
    }
}
