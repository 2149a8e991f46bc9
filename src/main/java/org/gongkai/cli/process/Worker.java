package org.gongkai.cli.process;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.cli.Main;

/**
 * Runs the program in a second process, started with what a jar cannot ask for: a collector that needs a third of the
 * memory, the archive of loaded classes, and a locale in which Chinese file names can be read (a hook or a timer
 * often has none, and Java settles the encoding of names when it starts). Whoever starts Java with options of their own
 * is left alone.
 *
 * <p>The worker's standard input is a pipe from its parent: when the parent dies, however it dies, the pipe ends and the
 * worker stops at once.
 */
public final class Worker {

    private static final String MARK = "gongkai.worker";
    private static final String INTERACTIVE = "interactive";
    /** Bytes of heap from which a young generation of fixed size leaves enough for the old one. */
    private static final long MIN_HEAP_FOR_FIXED_YOUNG = 800L << 20;

    /** What a shell makes of a process that somebody ends on purpose, by the keyboard or from elsewhere. */
    private static final int INTERRUPTED = 130;

    private static final int TERMINATED = 143;

    private final List<String> jvmOptions = jvmOptions();

    /** Whether this process is the worker. */
    public static boolean isRunning() {
        return System.getProperty(MARK) != null;
    }

    /** Whether a person watches this process or, if it is the worker, its parent. */
    public static boolean isInteractive() {
        return isRunning() ? System.getProperty(MARK).equals(INTERACTIVE) : System.console() != null;
    }

    /** Makes this process, the worker, end together with its parent. */
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
     * The arguments as they were typed. A parent without a language has lost every character that is not ASCII; the
     * bytes stand in what Linux remembers of its command line, and the worker can read them.
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

    /** Java itself stumbles over a current folder whose name it cannot read. */
    private static List<String> jvmOptions() {
        try {
            return ManagementFactory.getRuntimeMXBean().getInputArguments();
        } catch (LinkageError e) {
            return List.of();
        }
    }

    /**
     * Runs the program in a worker; empty if it has to be run in this process.
     *
     * @param err is told if the worker did not live to say why it ended
     */
    public OptionalInt run(String[] args, PrintStream err) {
        if (namesAreReadable() && (hasOwnOptions() || asksForHelp(args)) || readsStandardInput(args)) {
            return OptionalInt.empty();
        }
        ProcessBuilder builder = new ProcessBuilder(command(args))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        if (!namesAreReadable()) {
            builder.environment().put("LC_ALL", "C.UTF-8");
        }
        try {
            Process worker = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(worker::destroy));
            return OptionalInt.of(status(worker.waitFor(), err));
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(3);
        }
    }

    /** The status of a worker that ended by itself, or 3 and a sentence: a system that runs out of memory kills. */
    private static int status(int ended, PrintStream err) {
        if (ended <= 3 || ended == INTERRUPTED || ended == TERMINATED) {
            return ended;
        }
        err.println("程序被系统中止了（退出状态 " + ended + "），没有做完；多半是内存不够，请关掉别的程序再运行一次。");
        return 3;
    }

    private List<String> command(String[] args) {
        List<String> command = java();
        if (!hasOwnOptions() && !Arrays.asList(args).contains("--debug")) {
            // A machine that dies says a page about it and leaves a file; what it means is said here.
            command.add("-XX:+SuppressFatalErrorMessage");
        }
        command.addAll(jvmOptions);
        command.add("-D" + MARK + "=" + (System.console() == null ? "" : INTERACTIVE));
        command.addAll(program(System.getProperty("java.class.path"), args));
        return command;
    }

    /**
     * The command that starts the program at once as its worker is started, from any folder: for whom nobody watches and
     * who has lines to read.
     */
    public List<String> commandLine(String... args) {
        List<String> command = java();
        jvmOptions.stream().filter(option -> !option.startsWith("-D")).forEach(command::add);
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(program(classPath, args));
        return command;
    }

    private static List<String> program(String classPath, String... args) {
        List<String> program = new ArrayList<>(List.of("-cp", classPath, Main.class.getName()));
        program.addAll(List.of(args));
        return program;
    }

    private List<String> java() {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!hasOwnOptions()) {
            command.addAll(List.of("-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable"));
            if (Runtime.getRuntime().maxMemory() > MIN_HEAP_FOR_FIXED_YOUNG) {
                command.add("-Xmn200m");
            }
            Path archive = Path.of(classPath.replaceFirst("\\.jar$", ".jsa"));
            if (classPath.endsWith(".jar") && Files.isRegularFile(archive)) {
                command.add("-XX:SharedArchiveFile=" + archive.toAbsolutePath());
            }
        }
        return command;
    }

    /** A hook of git is told on its standard input, which a worker has for another purpose. */
    private static boolean readsStandardInput(String[] args) {
        return args.length > 1 && args[0].equals("hooks") && args[1].endsWith("-receive");
    }

    /** Help and version are told faster than a second process starts. */
    private static boolean asksForHelp(String[] args) {
        return args.length == 0 || Set.of("-h", "--help", "-V", "--version").contains(args[args.length - 1]);
    }

    private boolean hasOwnOptions() {
        return jvmOptions.stream().anyMatch(option -> !option.startsWith("-D"));
    }

    private static boolean namesAreReadable() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows || System.getProperty("sun.jnu.encoding", "UTF-8").equalsIgnoreCase("UTF-8");
    }
}
