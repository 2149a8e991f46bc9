package org.gongkai.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.io.FileTrees;
import org.gongkai.output.FinishedOutput.KnownFiles;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A build is killed, or the machine fails it, before each step with which it puts its outputs in place. */
@Tag("slow")
class OutputTransactionTest extends FolderFixture {

    private static final Map<String, String> FIRST = Map.of("index.html", "甲", "a/old/y.html", "二", "b", "文件");
    private static final Map<String, String> SECOND = Map.of("index.html", "乙", "b/z.html", "文件夹", "c/d/e.html", "新");
    private static final Map<String, String> THIRD = Map.of("index.html", "丙", "b/z.html", "又改");

    private Path one;
    private Path other;

    @BeforeEach
    void twoOutputs() {
        one = folder.resolve("site");
        other = folder.resolve("site-dang");
    }

    private void begin(boolean standing) throws IOException {
        FileTrees.delete(one);
        FileTrees.delete(other);
        for (Path output : List.of(one, other)) {
            if (standing) {
                build(FIRST, new OutputDisk());
                // Of others, one of them where the site will have a page.
                Files.createDirectories(output.resolve("c"));
                Files.writeString(output.resolve("c/note.txt"), "外来");
                Files.createDirectories(output.resolve("c/d"));
                Files.writeString(output.resolve("c/d/e.html"), "外来");
            }
        }
    }

    /** Builds both. */
    private void build(Map<String, String> files, OutputDisk disk) throws IOException {
        try (StagedOutput first = new StagedOutput(one, Optional.empty(), () -> KnownFiles.NONE, disk);
                StagedOutput second = new StagedOutput(other, Optional.empty(), () -> KnownFiles.NONE, disk)) {
            Map<StagedOutput, Manifest> all = new LinkedHashMap<>();
            for (StagedOutput output : List.of(first, second)) {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    output.write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
                }
                all.put(
                        output,
                        new Manifest(
                                "gongkai",
                                Optional.empty(),
                                "2024-06-01",
                                Optional.empty(),
                                List.copyOf(output.files())));
            }
            OutputTransaction.commit(all);
        }
    }

    private List<TreeMap<String, String>> trees() {
        return List.of(SiteFolder.files(one), SiteFolder.files(other));
    }

    /** What comes of a build that nothing disturbs. */
    private List<TreeMap<String, String>> after(boolean standing, Map<String, String> files) throws IOException {
        begin(standing);
        build(files, new OutputDisk());
        return trees();
    }

    @Test
    void whateverWasKilledTheNextBuildEndsLikeACleanOne() throws IOException {
        everyKill(true);
    }

    @Test
    void whateverWasKilledOfAFirstBuildTheNextOneEndsLikeACleanOne() throws IOException {
        everyKill(false);
    }

    private void everyKill(boolean standing) throws IOException {
        List<TreeMap<String, String>> undone = after(standing, THIRD);
        begin(standing);
        build(SECOND, new OutputDisk());
        build(THIRD, new OutputDisk());
        List<TreeMap<String, String>> done = trees();
        int steps = 0;
        for (boolean killed = true; killed; steps++) {
            begin(standing);
            AtomicInteger left = new AtomicInteger(steps);
            killed = isKilled(left);
            if (steps % 3 == 0) {
                // A second kill, while the first one is being settled.
                isKilled(new AtomicInteger(steps % 10));
            }
            build(THIRD, new OutputDisk());
            assertThat(trees()).as("killed before step " + steps).isIn(undone, done);
        }
        assertThat(steps).isGreaterThan(15);
    }

    private boolean isKilled(AtomicInteger left) throws IOException {
        try {
            build(SECOND, new OutputDisk((operation, path) -> {
                if (left.getAndDecrement() <= 0) {
                    throw new Killed();
                }
            }));
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    @Test
    void aFailureOfOneLeavesBothAsTheyWere() throws IOException {
        begin(true);
        List<TreeMap<String, String>> before = trees();
        List<TreeMap<String, String>> after = after(true, SECOND);
        boolean failed = true;
        for (int step = 0; failed; step++) {
            begin(true);
            AtomicInteger left = new AtomicInteger(step);
            String told = told(() -> left.getAndDecrement() == 0);
            failed = left.get() < 0;
            assertThat(withoutStaging())
                    .as("failed at step " + step + ": " + told)
                    .isEqualTo(told.isEmpty() || isAfter() ? after : before);
        }
    }

    @Test
    void aFailureThatStaysIsToldAsItIsAndTheNextBuildPutsItRight() throws IOException {
        begin(true);
        List<TreeMap<String, String>> before = trees();
        List<TreeMap<String, String>> after = after(true, SECOND);
        boolean partly = false;
        boolean failed = true;
        for (int step = 0; failed; step++) {
            begin(true);
            AtomicInteger left = new AtomicInteger(step);
            String told = told(() -> left.getAndDecrement() <= 0);
            failed = left.get() < 0;
            String when = "failed from step " + step + " on: " + told;
            if (told.startsWith("站点只写了一部分")) {
                partly = true;
            } else {
                assertThat(withoutStaging()).as(when).isEqualTo(told.isEmpty() || isAfter() ? after : before);
            }
            build(SECOND, new OutputDisk());
            assertThat(trees()).as(when).isEqualTo(after);
        }
        assertThat(partly).isTrue();
    }

    /** Whether everything is in place and only clearing away has failed. */
    private boolean isAfter() throws IOException {
        return Files.readString(one.resolve("index.html")).equals("乙")
                && Files.readString(other.resolve("index.html")).equals("乙");
    }

    private List<TreeMap<String, String>> withoutStaging() {
        List<TreeMap<String, String>> trees = trees();
        trees.forEach(tree -> tree.keySet().removeIf(path -> path.startsWith(Staging.NAME)));
        return trees;
    }

    private interface When {
        boolean isNow();
    }

    private String told(When when) {
        try {
            build(SECOND, new OutputDisk((operation, path) -> {
                if (when.isNow()) {
                    throw new FileSystemException(path.toString(), null, "No space left on device");
                }
            }));
            return "";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static final class Killed extends Error {}
}
