package org.gongkai.write.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.testing.DiskFaults;
import org.gongkai.testing.DiskFaults.Fault;
import org.gongkai.testing.Promise;
import org.gongkai.write.desk.FaultyDesk.Work;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk and the git that it starts die, or the disk fails them, at each of their calls to the disk in turn. */
@Tag("slow")
class DeskCrashTest {

    @TempDir
    private Path folder;

    @Test
    @Promise("Whatever call to the disk is the last one")
    void whateverCallGoesWrongASaveAndACommitAreDoneOrNotAndCanBeDoneAgain() throws Exception {
        Path library = DiskFaults.library(folder);
        // Two desks at once, for each waits for git most of the time.
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<String> broken = new ArrayList<>();
            List<Callable<List<String>>> both = List.of(() -> saves(library), () -> commits(library));
            for (Future<List<String>> one : threads.invokeAll(both)) {
                broken.addAll(one.get());
            }
            assertThat(broken).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> saves(Path library) throws Exception {
        try (FaultyDesk desk = new FaultyDesk(folder.resolve("with-git"), library, System.getenv("PATH"))) {
            desk.begin();
            for (Work work : List.of(Work.SAVE, Work.SAVE_NEW)) {
                desk.everyDeath(work);
                desk.everyCall(work, Fault.FAILS);
                desk.everyCall(work, Fault.FULL);
            }
            desk.everyDeath(Work.COMMIT);
            desk.everyCall(Work.COMMIT, Fault.FULL);
            return desk.broken();
        }
    }

    private List<String> commits(Path library) throws Exception {
        List<String> broken = new ArrayList<>();
        for (String git : List.of(FaultyDesk.NO_GIT, System.getenv("PATH"))) {
            try (FaultyDesk desk = new FaultyDesk(folder.resolve("commits-" + git.length()), library, git)) {
                desk.begin();
                desk.everyCall(Work.COMMIT, Fault.FAILS);
                if (git.equals(FaultyDesk.NO_GIT)) {
                    desk.everyDeath(Work.COMMIT);
                    desk.everyCall(Work.COMMIT, Fault.FULL);
                }
                broken.addAll(desk.broken());
            }
        }
        return broken;
    }
}
