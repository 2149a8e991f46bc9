package org.gongkai.publish.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order in which a store waits for the disk, on which it depends whether it survives a loss of power. */
class DurabilityTest extends SitesFixture {

    private static final String LONG = "这是很长的一段。".repeat(100);
    private static final String PAGE = "a/2024/x.html";
    private static final Map<String, String> FIRST =
            Map.of("index.html", "甲" + LONG, PAGE, "<h1>走访安排</h1>" + LONG, "a/2024/x/f.txt", "附件", "c.css", LONG);
    private static final Map<String, String> SECOND =
            Map.of("index.html", "乙" + LONG, PAGE, "<h1>走访安排</h1>" + LONG, "a/2024/y/z.txt", "新", "c.css", LONG);

    private static final String NEW_RELEASE = "releases/.gongkai-release";
    private static final String SECOND_RELEASE = "releases/20240601-120000-2";
    private static final String RECORDED = "move records.jsonl";
    private static final String SWITCHED = "move current";

    /** What waits for the names in the folder of the store. */
    private static final String STORE = "force ";

    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void aRelease() throws IOException {
        sites.publish(FIRST);
        sites.on(new Disk(
                (operation, path) -> steps.add(operation + " "
                        + sites.folder().relativize(path).toString().replace('\\', '/')),
                false));
    }

    @Test
    void everyFileOfAReleaseIsOnTheDiskBeforeItIsRecorded() throws IOException {
        sites.publish(SECOND);

        TreeSet<String> waited = new TreeSet<>(steps.subList(0, at(RECORDED)));
        Path release = sites.store().release("20240601-120000-2");
        Path before = sites.store().release("20240601-120000");
        try (Stream<Path> all = Files.walk(release)) {
            for (Path path : all.toList()) {
                Path inside = release.relativize(path);
                Path old = before.resolve(inside.toString());
                if (!Files.isRegularFile(path) || !Files.exists(old) || !Files.isSameFile(path, old)) {
                    assertThat(waited)
                            .contains(under(NEW_RELEASE, "force", inside), under(NEW_RELEASE, "protect", inside));
                }
            }
        }
        assertThat(waited)
                .contains("force " + NEW_RELEASE + "/manifest.json")
                .doesNotContain("force " + NEW_RELEASE + "/c.css");
        assertThat(lastAt("write " + NEW_RELEASE + "/manifest.json")).isLessThan(at("force " + NEW_RELEASE));
    }

    private static String under(String place, String operation, Path inside) {
        String path = inside.toString().replace('\\', '/');
        return operation + " " + place + (path.isEmpty() ? "" : "/" + path);
    }

    @Test
    void aReleaseIsInItsPlaceThenRecordedThenServed() throws IOException {
        sites.publish(SECOND);

        inOrder(
                "move .gongkai-journal",
                STORE,
                "move addresses/20240601-120000-2.txt",
                "force addresses",
                "move " + SECOND_RELEASE,
                "force releases",
                RECORDED,
                STORE,
                "symlink current",
                SWITCHED,
                STORE,
                "delete .gongkai-journal",
                STORE);
    }

    @Test
    void anEditionIsInItsPlaceBeforeItIsRecorded() throws IOException {
        sites.editions(new RequestedEditions(List.of("v1"), (name, audience, to) -> Sites.write(to, FIRST)));
        sites.publish(SECOND);

        inOrder(
                "force editions/.gongkai-edition-v1/" + PAGE,
                "force editions/.gongkai-edition-v1/a/2024",
                "protect editions/.gongkai-edition-v1",
                "move editions/v1",
                "force editions",
                RECORDED);
    }

    @Test
    void aRollbackIsRecordedBeforeReadersSeeIt() throws IOException {
        sites.publish(SECOND);
        steps.clear();

        sites.rollBack(Optional.empty(), "");

        inOrder("write .gongkai-records.jsonl", RECORDED, STORE, "symlink current", SWITCHED, STORE);
    }

    @Test
    void aTakedownIsReadyThenRecordedThenInPlace() throws IOException {
        sites.takeDown(PAGE, "试");

        inOrder(
                "force releases/.gongkai-new-20240601-120000/" + PAGE,
                "force releases/.gongkai-new-20240601-120000",
                RECORDED,
                STORE,
                "force releases/.gongkai-serving-20240601-120000",
                SWITCHED,
                STORE,
                "move releases/.gongkai-old-20240601-120000",
                "move releases/20240601-120000",
                "force releases",
                SWITCHED,
                STORE,
                "delete releases/.gongkai-serving-20240601-120000",
                "delete releases/.gongkai-old-20240601-120000");
    }

    @Test
    void aReleaseIsDeletedAfterThatIsRecorded() throws IOException {
        sites.publish(SECOND);
        steps.clear();

        sites.prune(1);

        inOrder(
                RECORDED,
                STORE,
                "move releases/.gongkai-old-20240601-120000",
                "delete releases/.gongkai-old-20240601-120000");
    }

    private int at(String step) {
        assertThat(steps).contains(step);
        return steps.indexOf(step);
    }

    private int lastAt(String step) {
        assertThat(steps).contains(step);
        return steps.lastIndexOf(step);
    }

    /** Other steps may lie between. */
    private void inOrder(String... wanted) {
        assertThat(steps).containsSubsequence(wanted);
    }
}
