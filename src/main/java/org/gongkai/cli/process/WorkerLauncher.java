package org.gongkai.cli.process;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs the program in a second process, started with what a jar cannot ask for: a collector that needs a third of the
 * memory, the archive of loaded classes, and a locale in which Chinese file names can be read. (Hooks and timers often
 * have no locale, and Java determines the encoding of file names at its start.) A user who has started Java with
 * options of their own gets no second process.
 */
public record WorkerLauncher(JavaCommand java) {

    /** The exit statuses of a process that was ended on purpose, from the keyboard or by another process. */
    private static final int INTERRUPTED = 130;

    private static final int TERMINATED = 143;

    private static final int LONGEST_END_SECONDS = 5;

    /**
     * Runs the program in a worker.
     *
     * @param err receives a sentence if the worker was killed
     * @return its exit status; empty if the program is to be run in this process
     */
    public OptionalInt run(String[] args, PrintStream err) {
        boolean unnecessary = namesAreReadable() && (java.hasUserOptions() || asksForHelp(args));
        if (unnecessary || readsStandardInput(args)) {
            return OptionalInt.empty();
        }
        ProcessBuilder builder = new ProcessBuilder(java.worker(args))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        if (!namesAreReadable()) {
            builder.environment().put("LC_ALL", "C.UTF-8");
        }
        try {
            Process worker = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(worker)));
            return OptionalInt.of(status(worker.waitFor(), err));
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(3);
        }
    }

    /** Ends a worker, and waits while it deletes its temporary files: it halts as soon as this process is gone. */
    private static void end(Process worker) {
        worker.toHandle().destroy();
        try {
            worker.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The status of a worker that ended by itself; otherwise 3: a system that runs out of memory kills processes. */
    private static int status(int status, PrintStream err) {
        if (status <= 3 || status == INTERRUPTED || status == TERMINATED) {
            return status;
        }
        err.println("程序被系统中止了（退出状态 " + status + "），没有做完；多半是内存不够，请关掉别的程序再运行一次。");
        return 3;
    }

    /** Git passes a push to a hook on standard input, a person answers questions there; a worker does not get it. */
    private static boolean readsStandardInput(String[] args) {
        return args.length > 0 && args[0].equals("init")
                || args.length > 1 && args[0].equals("hooks") && args[1].endsWith("-receive");
    }

    /** Help and version are printed faster than a second process starts. */
    private static boolean asksForHelp(String[] args) {
        return args.length == 0 || Set.of("-h", "--help", "-V", "--version").contains(args[args.length - 1]);
    }

    private static boolean namesAreReadable() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows || System.getProperty("sun.jnu.encoding", "UTF-8").equalsIgnoreCase("UTF-8");
    }

    /**
     * The role of this process if {@link WorkerLauncher} has started it. A worker looks many times a second whether its
     * parent still runs, and halts if it does not. (A thread that waits in a native method, as for the end of a pipe,
     * would be quicker, but Java waits 300 ms for such a thread whenever it exits.)
     */
    public static final class Worker {

        private static final String PROPERTY = "gongkai.worker";
        private static final String INTERACTIVE = "interactive";
        private static final long POLL_MILLIS = 50;

        private Worker() {}

        /** The option of Java that makes a process started by this one its worker. */
        static String option() {
            return "-D" + PROPERTY + "=" + ProcessHandle.current().pid()
                    + (System.console() == null ? "" : INTERACTIVE);
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
            Optional<ProcessHandle> parent = ProcessHandle.current().parent().filter(process -> System.getProperty(
                            PROPERTY)
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
}
