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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.build.edition.RequestedEditions;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.file.Disk.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command dies, or the disk fails it, before each of its steps in turn. */
@Tag("slow")
class CrashTest {

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

    @TempDir
    private Path folder;

    private Sites sites;

    private interface Work {
        void run(Sites sites) throws IOException;
    }

    @BeforeEach
    void anEmptyFolder() {
        sites = new Sites(folder.resolve("published"));
    }

    @AfterEach
    void mayBeDeleted() throws IOException {
        sites.delete();
    }

    @Test
    void aFirstPublicationThatDiesLeavesNothingOrAll() throws IOException {
        everyStepDies(sites -> {}, sites -> sites.publish(FIRST), Map.of(), FIRST);
    }

    @Test
    void aPublicationThatDiesLeavesTheOldReleaseOrTheNewOne() throws IOException {
        everyStepDies(sites -> sites.publish(FIRST), sites -> sites.publish(SECOND), FIRST, SECOND);
    }

    @Test
    void aRollbackThatDiesLeavesTheOldReleaseOrTheNewOne() throws IOException {
        everyStepDies(
                sites -> {
                    sites.publish(FIRST);
                    sites.publish(SECOND);
                },
                CrashTest::rollBack,
                SECOND,
                FIRST);
    }

    @Test
    void aPruningThatDiesLeavesTheCurrentRelease() throws IOException {
        everyStepDies(
                sites -> {
                    sites.publish(FIRST);
                    sites.publish(SECOND);
                },
                sites -> {
                    try (Maintenance maintenance = sites.maintenance()) {
                        maintenance.prune(1);
                    }
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

        everyStepDies(before, CrashTest::takeDown, old, taken);
    }

    private static void takeDown(Sites sites) throws IOException {
        try (Maintenance maintenance = sites.maintenance()) {
            maintenance.takeDown("a/2024/x.html", "试");
        }
    }

    private static void rollBack(Sites sites) throws IOException {
        try (Maintenance maintenance = sites.maintenance()) {
            maintenance.rollBack(Optional.of("20240601-120000"), Set.of(), "");
        }
    }

    /** Lets the work die before its first step, its second and so on until it lives. */
    private void everyStepDies(Work before, Work work, Map<String, String> old, Map<String, String> fresh)
            throws IOException {
        int deaths = 0;
        for (boolean died = true; died; deaths++) {
            sites.delete();
            before.run(new Sites(sites.folder()));
            Dying step = new Dying(deaths);
            died = dies(work, step);
            check(old, fresh, "died before step " + deaths + ", " + step.last);
            if (died) {
                work.run(new Sites(sites.folder()));
                checkDone(fresh, "run again after it died before step " + deaths + ", " + step.last);
            }
        }
        assertThat(deaths).as("steps").isGreaterThan(5);
    }

    private boolean dies(Work work, Dying step) throws IOException {
        try {
            work.run(new Sites(sites.folder()).on(new Disk(step, false)));
            return false;
        } catch (Death e) {
            return true;
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
        assertThat(sites.servedPacked()).as(when).isEqualTo(texts(seen));
        List<String> faults = new ArrayList<>(sites.currentFaults());
        faults.removeIf(fault -> fault.startsWith("撤下还没有做完"));
        assertThat(faults).as(when).isEmpty();
    }

    private void checkDone(Map<String, String> fresh, String when) throws IOException {
        assertThat(sites.faults()).as(when).isEmpty();
        assertThat(sites.leftovers()).as(when).isEmpty();
        assertThat(sites.served()).as(when).isEqualTo(fresh);
        assertThat(sites.servedPacked()).as(when).isEqualTo(texts(fresh));
    }

    /** What is packed of some files. */
    private static TreeMap<String, String> texts(Map<String, String> files) {
        TreeMap<String, String> texts = new TreeMap<>(files);
        texts.values().removeIf(text -> text.length() < LONG.length());
        return texts;
    }

    @Test
    void aFullDiskAtAnyStepLeavesReadersWithOneWholeRelease() throws IOException {
        for (int step = 0; ; step++) {
            sites.delete();
            new Sites(sites.folder()).publish(FIRST);
            AtomicInteger left = new AtomicInteger(step);
            Sites failing = new Sites(sites.folder())
                    .on(new Disk(
                            (operation, path) -> {
                                if (left.getAndDecrement() == 0) {
                                    throw new FileSystemException(path.toString(), null, "No space left on device");
                                }
                            },
                            false));
            Work work = s -> s.publish(SECOND);
            if (left.get() == step && !fails(work, failing)) {
                break;
            }
            check(FIRST, SECOND, "failed at step " + step);
            new Sites(sites.folder()).publish(SECOND);
            checkDone(SECOND, "published again after step " + step + " had failed");
        }
    }

    private static boolean fails(Work work, Sites sites) {
        try {
            work.run(sites);
            return false;
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left on device");
            return true;
        }
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

    /**
     * From its step on nothing can be done any more, as if the process were gone. The same done to further files of one folder
     * is no step of its own.
     */
    private static final class Dying implements Step {
        private final AtomicInteger left;
        private final Set<String> seen = ConcurrentHashMap.newKeySet();
        private volatile String last = "";

        Dying(int steps) {
            left = new AtomicInteger(steps);
        }

        @Override
        public void before(String operation, Path path) {
            boolean isNew = seen.add(operation + " " + path.getParent());
            if (left.get() <= 0 || isNew && left.getAndDecrement() <= 0) {
                last = last.isEmpty() ? operation + " " + path : last;
                throw new Death();
            }
        }
    }

    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }
}
