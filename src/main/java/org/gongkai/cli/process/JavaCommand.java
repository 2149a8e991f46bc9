package org.gongkai.cli.process;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.cli.process.WorkerLauncher.Worker;
import org.gongkai.io.InstalledProgram;

/** Commands that start the program in a process of its own, with the options of Java that suit it. */
public final class JavaCommand {

    /** Heap size in bytes from which on a young generation of fixed size leaves enough for the old one. */
    private static final long MIN_HEAP_FOR_FIXED_YOUNG = 870L << 20;

    /** The script that started the program; set by that script. */
    private static final String SCRIPT = "gongkai.program";

    private final Class<?> main;
    private final List<String> options = options();

    /** @param main the class that is started */
    public JavaCommand(Class<?> main) {
        this.main = main;
    }

    /** The options that this process was started with; none if Java cannot read the name of the current folder. */
    private static List<String> options() {
        try {
            return ManagementFactory.getRuntimeMXBean().getInputArguments();
        } catch (LinkageError e) {
            return List.of();
        }
    }

    /** Whether a script has started this process, with the options of Java that suit it. */
    public static boolean isInScript() {
        return System.getProperty(SCRIPT) != null;
    }

    /** Whether the user has started Java with options, which are not to be changed then. */
    boolean hasUserOptions() {
        return options.stream().anyMatch(option -> !option.startsWith("-D"));
    }

    /** The folder of the program's jar, with its libraries and its plug-in of Maven. */
    public Path folder() {
        return Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0])
                .toAbsolutePath()
                .getParent();
    }

    /** The command of a worker of this process. */
    List<String> worker(String... args) {
        List<String> command = java();
        if (!hasUserOptions() && !Arrays.asList(args).contains("--debug")) {
            // The parent reports a crash in one sentence instead.
            command.add("-XX:+SuppressFatalErrorMessage");
        }
        command.addAll(options);
        command.add(Worker.option());
        command.addAll(program(System.getProperty("java.class.path"), args));
        return command;
    }

    /** What a user types to run the program as this process was started, of which the script says how. */
    public String typed(String... args) {
        List<String> words = new ArrayList<>(List.of(System.getProperty("gongkai.name", "gongkai")));
        words.addAll(List.of(args));
        return words.stream().map(InstalledProgram::typed).collect(Collectors.joining(" "));
    }

    /**
     * The command that hooks and timers hold. It names the program and no Java, which the next upgrade of the system
     * may replace, and no file of the user who installs them.
     */
    public List<String> installed(String... args) {
        String script = System.getProperty(SCRIPT);
        if (script == null) {
            return standalone(args);
        }
        List<String> command =
                new ArrayList<>(List.of(Path.of(script).toAbsolutePath().toString()));
        command.addAll(List.of(args));
        return command;
    }

    /** The command of a process without a parent that watches over it. It does not depend on the current folder. */
    private List<String> standalone(String... args) {
        List<String> command = java();
        options.stream().filter(option -> !option.startsWith("-D")).forEach(command::add);
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(program(classPath, args));
        return command;
    }

    private List<String> program(String classPath, String... args) {
        List<String> program = new ArrayList<>(List.of("-cp", classPath, main.getName()));
        program.addAll(List.of(args));
        return program;
    }

    private List<String> java() {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!hasUserOptions()) {
            // Without a size the classes of the templates would cost a collection of everything.
            command.addAll(List.of("-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=192m"));
            // A desk that is open for an hour would fill what this compiler has for code, and be interpreted.
            command.addAll(List.of("-XX:ReservedCodeCacheSize=128m", "-Xlog:disable"));
            if (Runtime.getRuntime().maxMemory() > MIN_HEAP_FOR_FIXED_YOUNG) {
                // Less at the beginning would cost a large site a collection of everything while it reads.
                command.addAll(List.of("-Xmn160m", "-Xms860m"));
                // Fewer, larger pages of memory, where Linux has them, save a tenth of all processor time.
                if (Files.isDirectory(Path.of("/sys/kernel/mm/transparent_hugepage"))) {
                    command.add("-XX:+UseTransparentHugePages");
                }
            }
            Path archive = Path.of(classPath.replaceFirst("\\.jar$", ".jsa"));
            if (classPath.endsWith(".jar") && Files.isRegularFile(archive)) {
                command.add("-XX:SharedArchiveFile=" + archive.toAbsolutePath());
            }
        }
        return command;
    }
}
