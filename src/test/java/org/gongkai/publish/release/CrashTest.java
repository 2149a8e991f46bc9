package org.gongkai.publish.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.publish.release.FaultyStep.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A command dies, or the disk fails it, before each of its steps in turn. */
@Tag("slow")
class CrashTest extends SitesFixture {

    /** Long enough for what holds it to be packed. */
    private static final String LONG = "这是很长的一段。".repeat(100);

    private static final Map<String, String> FIRST = Map.of(
            "index.html",
            "<a href=\"a/2024/x.html\">甲</a>" + LONG,
            "a/2024/x.html",
            "甲" + LONG,
            "a/2024/x/f.txt",
            "附件",
            "c.css",
            LONG);
    private static final Map<String, String> SECOND = Map.of(
            "index.html",
            "<a href=\"a/2024/x.html\">乙</a>" + LONG,
            "a/2024/x.html",
            "乙",
            "a/2024/y.html",
            "新" + LONG,
            "c.css",
            LONG);

    private String name;

    private interface Work {
        void run(Sites sites) throws IOException;
    }

    @BeforeEach
    void named(TestInfo test) {
        name = test.getDisplayName();
    }

    @Test
    void aFirstPublicationThatDiesLeavesNothingOrAll() throws IOException {
        everyStepFails(sites -> {}, sites -> sites.publish(FIRST), Map.of(), FIRST);
    }

    @Test
    void aPublicationThatDiesLeavesTheOldReleaseOrTheNewOne() throws IOException {
        everyStepFails(sites -> sites.publish(FIRST), sites -> sites.publish(SECOND), FIRST, SECOND);
    }

    private static void twoReleases(Sites sites) throws IOException {
        sites.publish(FIRST);
        sites.publish(SECOND);
    }

    @Test
    void aRollbackThatDiesLeavesTheOldReleaseOrTheNewOne() throws IOException {
        everyStepFails(CrashTest::twoReleases, CrashTest::rollBack, SECOND, FIRST);
    }

    @Test
    void aPruningThatDiesLeavesTheCurrentRelease() throws IOException {
        everyStepFails(
                CrashTest::twoReleases,
                sites -> {
                    sites.prune(1);
                },
                SECOND,
                SECOND);
    }

    @Test
    void aTakedownThatDiesIsCompletedByTheNextCommand() throws IOException {
        Work before = sites -> {
            sites.editions(new RequestedEditions(List.of("v1"), (name, audience, to) -> Sites.write(to, FIRST)));
            sites.publish(FIRST);
            sites.publish(SECOND);
        };
        sites.delete();
        Sites done = new Sites(folder.resolve("published"));
        before.run(done);
        TreeMap<String, String> old = done.served();
        takeDown(done);
        TreeMap<String, String> taken = done.served();
        assertThat(taken.get("a/2024/x.html")).contains("本页已撤下");
        assertThat(taken.get("editions/v1/a/2024/x.html")).contains("本页已撤下");

        everyStepFails(before, CrashTest::takeDown, old, taken);
    }

    private static void takeDown(Sites sites) throws IOException {
        sites.takeDown("a/2024/x.html", "试");
    }

    private static void rollBack(Sites sites) throws IOException {
        sites.rollBack(Optional.of("20240601-120000"), "");
    }

    /** Lets each step of some work die or fail, one in each round, until a round needs no more steps. */
    private void everyStepFails(Work before, Work work, Map<String, String> old, Map<String, String> fresh)
            throws IOException {
        sites.delete();
        before.run(new Sites(sites.folder()));
        Path prepared = folder.resolve("prepared");
        FolderStates.copy(sites.folder(), prepared);
        FolderStates states = new FolderStates();
        for (Fault fault : Fault.values()) {
            int points = 0;
            for (boolean reached = true; reached; ) {
                sites.delete();
                FolderStates.copy(prepared, sites.folder());
                FaultyStep step = new FaultyStep(fault, points);
                ends(work, step, fault + " at step " + points);
                reached = !step.hit().isEmpty();
                String when = fault + " at step " + points + ", " + step.hit();
                points += reached ? 1 : 0;
                if (!reached) {
                    assertThat(sites.served()).isEqualTo(fresh);
                } else if (states.isNew(sites.folder())) {
                    check(old, fresh, when);
                    work.run(new Sites(sites.folder()));
                    checkDone(fresh, "run again after " + when);
                }
            }
            System.out.println(name + ": " + fault + " at each of " + points + " steps");
            assertThat(points).as(fault + ", steps").isGreaterThan(5);
        }
    }

    /** Runs the work, which may die or say what failed; a step that only tidied up may also have failed without consequences. */
    private void ends(Work work, FaultyStep step, String when) {
        try {
            work.run(new Sites(sites.folder()).on(new Disk(step, false)));
        } catch (FaultyStep.Death e) {
            assertThat(step.fault()).isEqualTo(Fault.DIES);
        } catch (IOException e) {
            assertThat(e).as(when + ", " + step.hit()).hasStackTraceContaining(FaultyStep.FULL);
        }
    }

    /** What readers see in the meantime. */
    private void check(Map<String, String> old, Map<String, String> fresh, String when) throws IOException {
        if (!Files.exists(sites.folder().resolve("current"))) {
            assertThat(old).as(when).isEmpty();
            return;
        }
        TreeMap<String, String> seen = sites.served();
        assertThat(seen.equals(old) || seen.equals(fresh)).as(when).isTrue();
        List<String> faults = new ArrayList<>(sites.currentFaults());
        faults.removeIf(fault -> fault.startsWith("撤下还没有做完"));
        assertThat(faults).as(when).isEmpty();
    }

    private void checkDone(Map<String, String> fresh, String when) throws IOException {
        assertThat(sites.faults()).as(when).isEmpty();
        assertThat(sites.leftovers()).as(when).isEmpty();
        assertThat(sites.served()).as(when).isEqualTo(fresh);
    }

    @Test
    void oneWritesAtATime() throws IOException {
        sites.publish(FIRST);
        try (Publication other = Publication.begin(sites.folder(), 0, Sites.CLOCK, Sites.QUICK)) {
            assertThat(other.work()).isDirectory();
            assertThatThrownBy(() -> sites.publish(SECOND))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageContaining(
                            "另一个命令正在写这里（进程 " + ProcessHandle.current().pid() + "，从 2024-06-01T12:00");
            assertThatThrownBy(() -> rollBack(sites)).hasMessageContaining("另一个命令正在写这里");
        }
        sites.publish(SECOND);
        assertThat(sites.served()).isEqualTo(SECOND);
    }
}
