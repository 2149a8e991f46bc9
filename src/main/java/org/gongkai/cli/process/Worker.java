package org.gongkai.cli.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The role of this process if {@link WorkerLauncher} has started it. A worker looks many times a second whether its parent
 * still runs, and halts if it does not. (A thread that waits in a native method, as for the end of a pipe, would be
 * quicker, but Java waits 300 ms for such a thread whenever it exits.)
 */
public final class Worker {

    private static final String PROPERTY = "gongkai.worker";
    private static final String INTERACTIVE = "interactive";
    private static final long POLL_MILLIS = 50;

    private Worker() {}

    /** The option of Java that makes a process started by this one its worker. */
    static String option() {
        return "-D" + PROPERTY + "=" + ProcessHandle.current().pid() + (System.console() == null ? "" : INTERACTIVE);
    }

    /** Whether this process is a worker. */
    public static boolean isRunning() {
        return System.getProperty(PROPERTY) != null;
    }

    /** Whether this process or, if it is a worker, its parent is attached to a terminal. */
    public static boolean isInteractive() {
        return isRunning() ? System.getProperty(PROPERTY).endsWith(INTERACTIVE) : System.console() != null;
    }

    /** Makes this process, a worker, halt when its parent ends. */
    public static void endWithParent() {
        // A parent that has ended already has been replaced by another process.
        Optional<ProcessHandle> parent = ProcessHandle.current().parent().filter(process -> System.getProperty(PROPERTY)
                .replace(INTERACTIVE, "")
                .equals(String.valueOf(process.pid())));
        Thread watch = new Thread(() -> {
            try {
                while (parent.isPresent() && parent.get().isAlive()) {
                    Thread.sleep(POLL_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(3);
        });
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * The arguments as the user typed them. A parent without a UTF-8 locale has lost all characters that are not
     * ASCII; on Linux the original bytes are in {@code /proc}.
     *
     * @param args the arguments as the parent has passed them; returned if the original ones are not available
     */
    public static String[] originalArguments(String[] args) {
        if (!String.join("", args).matches("(?s).*[?\uFFFD].*")) {
            return args;
        }
        try {
            long parent =
                    ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
            byte[] line = Files.readAllBytes(Path.of("/proc/" + parent + "/cmdline"));
            String[] words = new String(line, StandardCharsets.UTF_8).split("\0", -1);
            int last = words.length - 1;
            return last < args.length ? args : Arrays.copyOfRange(words, last - args.length, last);
        } catch (IOException e) {
            return args;
        }
    }
}
