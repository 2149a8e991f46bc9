package org.gongkai.cli.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The role of this process if {@link WorkerLauncher} has started it. The standard input of a worker is a pipe from its
 * parent: however the parent ends, the pipe is closed and the worker halts.
 */
public final class Worker {

    private static final String PROPERTY = "gongkai.worker";
    private static final String INTERACTIVE = "interactive";

    private Worker() {}

    /** The option of Java that makes the started process a worker. */
    static String option() {
        return "-D" + PROPERTY + "=" + (System.console() == null ? "" : INTERACTIVE);
    }

    /** Whether this process is a worker. */
    public static boolean isRunning() {
        return System.getProperty(PROPERTY) != null;
    }

    /** Whether this process or, if it is a worker, its parent is attached to a terminal. */
    public static boolean isInteractive() {
        return isRunning() ? System.getProperty(PROPERTY).equals(INTERACTIVE) : System.console() != null;
    }

    /** Makes this process, a worker, halt when its parent ends. */
    public static void endWithParent() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // The parent never writes; only the end of the pipe matters.
                }
            } catch (IOException e) {
                // A broken pipe is an end as well.
            }
            Runtime.getRuntime().halt(3);
        });
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * * The arguments as the user typed them. A parent without a UTF-8 locale has lost all characters that are not
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
