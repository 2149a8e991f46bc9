package org.gongkai.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts the calls that change a folder, in programs that are started with {@link #variables} and in all that these start,
 * and lets one of them go wrong: {@code src/bench/faults.c}, preloaded into these programs.
 */
public final class DiskFaults {

    /** What happens at one call. */
    public enum Fault {
        /** The call fails, and later ones do not. */
        FAILS(2),
        /** From the call on nothing can be created or written; deleting and renaming succeed. */
        FULL(3);

        private final int number;

        Fault(int number) {
            this.number = number;
        }
    }

    /**
     * A call.
     *
     * @param name the function, such as {@code rename}; {@code lock} for a lock
     * @param path what it changes, from the folder, beginning with {@code /}
     */
    public record Call(String name, String path) {}

    /** Places in the file that the programs share; numbers are of the machine's own order. */
    private static final int ARMED = 0;

    private static final int FAULT = 4;
    private static final int AT = 8;
    private static final int HIT = 16;
    private static final int NAME = 20;
    private static final int PATH = 80;
    private static final int PASSED = 592;
    private static final int SIZE = 596;

    /** The fault by which every call waits. */
    private static final int STOPS = 4;

    private final Map<String, String> variables;
    private final Path list;
    private final MappedByteBuffer control;

    /**
     * @param library what {@link #library} has made
     * @param below the folder in which calls count
     * @param work an existing folder outside
     */
    public DiskFaults(Path library, Path below, Path work) throws IOException {
        list = work.resolve("calls");
        Path file = work.resolve("control");
        try (RandomAccessFile shared = new RandomAccessFile(file.toFile(), "rw")) {
            control = shared.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
        }
        control.order(ByteOrder.nativeOrder());
        variables = Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAULTS_CONTROL",
                file.toString(),
                "FAULTS_BELOW",
                below.toString(),
                "FAULTS_LIST",
                list.toString(),
                // A desk looks after its site at times of its own.
                "FAULTS_BACKGROUND",
                "preview-,ForkJoinPool");
    }

    /**
     * Compiles what is preloaded. Needs Linux and a C compiler; else the test is skipped, or fails if the environment sets
     * {@code GONGKAI_REQUIRE_BROWSER=true}.
     */
    public static Path library(Path folder) {
        Path library = folder.resolve("faults.so");
        Path source = Path.of("src", "bench", "faults.c").toAbsolutePath();
        List<String> command =
                List.of("cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString(), "-ldl");
        try {
            Process compiler =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (compiler.waitFor() != 0) {
                Required.missing("cc cannot compile it: " + said);
            }
        } catch (IOException e) {
            Required.missing("no C compiler (cc) on this machine");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return library;
    }

    /** The environment of a program whose calls count. */
    public Map<String, String> variables() {
        return variables;
    }

    /** Lists the calls of some work, in which nothing goes wrong. */
    public List<Call> calls(Runnable work) throws IOException {
        Files.write(list, new byte[0]);
        arm(0, 0);
        try {
            work.run();
        } finally {
            disarm();
        }
        return Files.readAllLines(list).stream()
                .map(line -> line.split("\t"))
                .map(words -> new Call(words[1], words[2]))
                .toList();
    }

    /** What is done while all programs wait. */
    public interface Look {
        void before(Call call) throws IOException;
    }

    /** Looks at the disk before each call of some work, in which nothing goes wrong. */
    public void beforeEachCall(Runnable work, Look look) throws IOException {
        arm(STOPS, 0);
        CompletableFuture<Void> done = CompletableFuture.runAsync(work);
        try {
            int passed = 0;
            while (!done.isDone()) {
                int at = control.getInt(HIT);
                if (at == passed) {
                    LockSupport.parkNanos(50_000);
                } else {
                    look.before(hit().orElseThrow());
                    passed = at;
                    control.putInt(PASSED, passed);
                }
            }
        } finally {
            disarm();
            done.join();
        }
    }

    /**
     * Begins to count.
     *
     * @param at the number of the call at which the fault happens, from 1
     */
    public void arm(Fault fault, int at) {
        arm(fault.number, at);
    }

    private void arm(int fault, int at) {
        for (int i = 0; i < SIZE; i++) {
            control.put(i, (byte) 0);
        }
        control.putInt(FAULT, fault);
        control.putInt(AT, at);
        control.putInt(ARMED, 1);
    }

    /** Ends the fault. */
    public void disarm() {
        control.putInt(ARMED, 0);
    }

    /** The call at which the fault happened; empty as long as it did not. */
    public Optional<Call> hit() {
        return control.getInt(HIT) == 0
                ? Optional.empty()
                : Optional.of(new Call(text(NAME, PATH), text(PATH, PASSED)));
    }

    private String text(int from, int to) {
        byte[] bytes = new byte[to - from];
        control.get(from, bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.substring(0, text.indexOf(0));
    }
}
