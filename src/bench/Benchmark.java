import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures gongkai against Hugo and stock JBake on the same generated text, in the same run. README.md beside
 * this file says what is compared and how the figures are to be read; {@link #USAGE} lists the options.
 *
 * <p>The tools take turns within each round, so that a busy moment of the machine meets all of them. Each
 * tool first has one run that is not counted. A run that fails is reported, never counted, and makes the
 * exit status 1.
 */
public class Benchmark {

    static final String USAGE = """
            Run from the project's root, after mvn has made target/gongkai.jar:
              java src/bench/Benchmark.java [options]
                --entries N        entries for gongkai and Hugo (10000)
                --jbake-entries N  entries for JBake, and for gongkai beside it (1000)
                --runs N           counted runs of each tool (3)
                --scenario NAME    cold: everything from nothing (default)
                                   nothing: again, with unchanged content
                                   one: again, after the text of one entry was edited
                --skip LIST        tools to leave out, e.g. hugo,jbake
                --gongkai "CMD"    what to run instead of java -jar target/gongkai.jar
                --seed N           seed of the generated text (1)
                --work DIR         where corpora, output and logs go (target/bench)
            Exit status: 0 all runs counted, 1 a run failed, 2 wrong usage.
            """;

    static final Path BENCH = Path.of("src", "bench");
    static final String TIME = "/usr/bin/time";

    /** How Corpus names entries for Hugo and JBake, which keep a file's name in the address. */
    static final String ENTRY_PAGE = "slbm01-";

    enum Scenario { COLD, NOTHING, ONE }

    record Options(int entries, int jbakeEntries, int runs, Scenario scenario, Set<String> skip,
                   List<String> gongkai, String seed, Path work) {}

    /** One tool at one size. {@code command} is complete; {@code scratch} is emptied before each run. */
    record Contender(String name, int entries, Path corpus, Path output, Path directory,
                     List<String> command, List<Path> scratch) {

        @Override
        public String toString() {
            return name + " with " + entries + " entries";
        }
    }

    /** What one successful run took and left behind. NaN: could not be measured here. */
    record Run(double wall, double cpu, double peakMb, Output output) {}

    /** {@code written}: files that are newer than the start of the run. */
    record Output(int files, long bytes, int html, int entries, int written) {}

    private final Options options;
    private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private final boolean timeCommand = hasTimeCommand();
    private final Map<Path, byte[]> originals = new HashMap<>();
    private int failures;
    private int asideCount;
    private volatile Process current;

    Benchmark(Options options) {
        this.options = options;
    }

    public static void main(String[] args) throws Exception {
        Options options = parse(args);
        if (!Files.isRegularFile(BENCH.resolve("Corpus.java"))) {
            wrong(BENCH + "/Corpus.java is not here; run this from the project's root");
        }
        if (!options.skip.contains("gongkai") && options.gongkai == null
                && !Files.isRegularFile(Path.of("target", "gongkai.jar"))) {
            wrong("target/gongkai.jar is not there; run mvn first, or name a command with --gongkai");
        }
        System.exit(new Benchmark(options).run() ? 0 : 1);
    }

    boolean run() throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopChild));
        prepareWorkFolder();
        Optional<String> hugo = options.skip.contains("hugo") ? Optional.empty() : firstLine("hugo", "version");
        Optional<String> classPath = options.skip.contains("jbake") ? Optional.empty() : jbakeClassPath();
        describe(hugo, classPath);

        List<Contender> contenders = new ArrayList<>();
        if (!options.skip.contains("gongkai")) {
            contenders.add(gongkai(options.entries));
        }
        if (hugo.isPresent()) {
            contenders.add(hugo());
        }
        if (classPath.isPresent()) {
            contenders.add(jbake(classPath.get()));
            if (!options.skip.contains("gongkai") && options.jbakeEntries != options.entries) {
                contenders.add(gongkai(options.jbakeEntries));
            }
        }
        Map<Contender, TreeMap<Integer, Run>> results = measure(contenders);
        summary(contenders, results);
        if (failures > 0) {
            System.out.printf("%nFAILED: %d (see above; logs in %s)%n", failures, options.work);
        }
        return failures == 0;
    }

    // ---- the contenders -----------------------------------------------------------------------------------

    private Contender gongkai(int entries) throws Exception {
        Path corpus = corpus("gongkai", entries);
        Path output = options.work.resolve("out-gongkai-" + entries);
        List<String> command = new ArrayList<>(options.gongkai != null
                ? options.gongkai : List.of(java, "-jar", Path.of("target", "gongkai.jar").toString()));
        command.addAll(List.of("build", "-s", corpus.toString(), "-o", output.toString()));
        if (options.scenario == Scenario.COLD) {
            command.add("--no-cache");
        } else {
            commit(corpus);
        }
        return new Contender("gongkai", entries, corpus, output, Path.of("").toAbsolutePath(), command, List.of());
    }

    /** What gongkai keeps between builds lies in the git repository of a site; outside git it keeps nothing. */
    private void commit(Path corpus) throws Exception {
        Path log = options.work.resolve("git.log");
        String folder = corpus.toString();
        List<List<String>> steps = List.of(
                List.of("git", "-C", folder, "init", "-q"),
                List.of("git", "-C", folder, "add", "-A"),
                List.of("git", "-C", folder, "-c", "user.name=bench", "-c", "user.email=bench@shili.example",
                        "commit", "-q", "-m", "corpus"));
        for (List<String> step : steps) {
            if (!call(log, step.toArray(String[]::new)).equals(Optional.of(0))) {
                failed("the corpus could not be committed, so that gongkai keeps nothing between builds", log);
                return;
            }
        }
    }

    private Contender hugo() throws Exception {
        Path corpus = corpus("hugo", options.entries);
        Path output = options.work.resolve("out-hugo-" + options.entries);
        Path cache = options.work.resolve("cache-hugo");
        return new Contender("hugo", options.entries, corpus, output, options.work,
                List.of("hugo", "--source", corpus.toString(), "--destination", output.toString(),
                        "--cacheDir", cache.toString()), List.of(cache));
    }

    /** Logging is set to what JBake's own distribution has; without that it would write every DEBUG line. */
    private Contender jbake(String classPath) throws Exception {
        Path corpus = corpus("jbake", options.jbakeEntries);
        Path output = options.work.resolve("out-jbake-" + options.jbakeEntries);
        Path logback = BENCH.resolve("jbake").resolve("logback.xml").toAbsolutePath();
        return new Contender("jbake", options.jbakeEntries, corpus, output, options.work,
                List.of(java, "-Dlogback.configurationFile=" + logback, "-cp", classPath,
                        "org.jbake.launcher.Main", "-b", corpus.toString(), output.toString()), List.of());
    }

    private Optional<String> jbakeClassPath() throws Exception {
        Path file = options.work.resolve("jbake.classpath");
        Path log = options.work.resolve("jbake-classpath.log");
        Optional<Integer> status = call(log, "mvn", "-q", "-f", BENCH.resolve("jbake").resolve("pom.xml").toString(),
                "dependency:build-classpath", "-Dmdep.outputFile=" + file);
        if (status.isPresent() && status.get() == 0 && Files.isRegularFile(file)) {
            return Optional.of(Files.readString(file).strip());
        }
        failed("JBake's class path could not be resolved with mvn; leave it out with --skip jbake", log);
        return Optional.empty();
    }

    private Path corpus(String format, int entries) throws Exception {
        Path folder = options.work.resolve("corpus-" + format + "-" + entries);
        Path log = options.work.resolve("corpus-" + format + ".log");
        Optional<Integer> status = call(log, java, "-Dfile.encoding=UTF-8", BENCH.resolve("Corpus.java").toString(),
                "--entries", String.valueOf(entries), "--out", folder.toString(), "--format", format,
                "--seed", options.seed);
        if (status.isEmpty() || status.get() != 0) {
            failed("the corpus for " + format + " could not be made", log);
            System.exit(1);
        }
        System.out.println("corpus    " + Files.readString(log).strip());
        return folder;
    }

    // ---- measuring ----------------------------------------------------------------------------------------

    /** Successful runs by round; round 0 is the one that is not counted and not kept. */
    private Map<Contender, TreeMap<Integer, Run>> measure(List<Contender> contenders) throws Exception {
        Map<Contender, TreeMap<Integer, Run>> results = new HashMap<>();
        List<Contender> fit = new ArrayList<>();
        System.out.println();
        for (Contender contender : contenders) {
            results.put(contender, new TreeMap<>());
            delete(contender.output);
            boolean ready = options.scenario == Scenario.COLD || report("first build", contender, 0).isPresent();
            if (ready && repeat("warm-up", contender, 0).isPresent()) {
                fit.add(contender);
            }
        }
        for (int round = 1; round <= options.runs; round++) {
            for (Contender contender : fit) {
                Optional<Run> run = repeat("round " + round, contender, round);
                if (run.isPresent()) {
                    results.get(contender).put(round, run.get());
                }
            }
        }
        for (Map.Entry<Path, byte[]> original : originals.entrySet()) {
            Files.write(original.getKey(), original.getValue());
        }
        return results;
    }

    /** A run of the chosen scenario: what has to be so before it is made so outside of the timing. */
    private Optional<Run> repeat(String label, Contender contender, int round) throws Exception {
        switch (options.scenario) {
            case COLD -> setAside(contender.output);
            case NOTHING -> { }
            case ONE -> edit(contender, round);
        }
        return report(label, contender, round);
    }

    private Optional<Run> report(String label, Contender contender, int round) throws Exception {
        for (Path folder : contender.scratch) {
            delete(folder);
        }
        Path log = options.work.resolve("run-" + contender.name + "-" + contender.entries + "-" + round + ".log");
        Optional<Run> run = time(contender, log);
        run.ifPresent(r -> System.out.printf(Locale.ROOT, "%-11s %-8s %6d  %s%s%n", label, contender.name,
                contender.entries, figures(r), label.startsWith("round") ? "" : "  (not counted)"));
        return run;
    }

    private Optional<Run> time(Contender contender, Path log) throws Exception {
        Path timeFile = options.work.resolve("time.txt");
        Files.deleteIfExists(timeFile);
        List<String> command = new ArrayList<>();
        if (timeCommand) {
            command.addAll(List.of(TIME, "-v", "-o", timeFile.toString()));
        }
        command.addAll(contender.command);
        TimeUnit.MILLISECONDS.sleep(100);  // keeps this run's files apart from the last one's by their times
        long started = System.currentTimeMillis();
        Watch watch = new Watch();
        long from = System.nanoTime();
        int status;
        try {
            current = process(command, contender.directory, log).start();
            while (!timeCommand && !current.waitFor(10, TimeUnit.MILLISECONDS)) {
                watch.look(current);
            }
            status = current.waitFor();
        } catch (IOException e) {
            failed(contender + " could not be started: " + e.getMessage(), null);
            return Optional.empty();
        }
        double wall = (System.nanoTime() - from) / 1e9;
        if (status != 0) {
            failed(contender + " ended with exit status " + status, log);
            return Optional.empty();
        }
        Output output = look(contender.output, started - 50);
        if (output.html <= contender.entries) {
            failed(contender + " wrote only " + output.html + " html pages", log);
            return Optional.empty();
        }
        if (!contender.name.equals("gongkai") && output.entries != contender.entries) {
            failed(contender + " wrote " + output.entries + " pages of entries", log);
            return Optional.empty();
        }
        if (timeCommand) {
            String text = Files.readString(timeFile);
            return Optional.of(new Run(wall,
                    figure(text, "User time \\(seconds\\)") + figure(text, "System time \\(seconds\\)"),
                    figure(text, "Maximum resident set size \\(kbytes\\)") / 1024, output));
        }
        return Optional.of(new Run(wall, watch.cpu(), watch.peakMb(), output));
    }

    /** Adds a sentence to the text of the entry in the middle; each round has a sentence of its own. */
    private void edit(Contender contender, int round) throws IOException {
        Path content = contender.corpus.resolve("content");
        Path entry;
        try (Stream<Path> files = Files.walk(content)) {
            List<Path> entries = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".md") && !file.getFileName().toString().startsWith("_"))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString())).toList();
            entry = entries.get(entries.size() / 2);
        }
        if (!originals.containsKey(entry)) {
            originals.put(entry, Files.readAllBytes(entry));
        }
        String text = new String(originals.get(entry), StandardCharsets.UTF_8);
        Files.writeString(entry, text + "\u7b2c" + round + "\u6b21\u4fee\u6539\u3002\n");
    }

    /** Stands in for the time command: peak and processor time of a process and its children, by looking often. */
    private static final class Watch {
        private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
        private final Map<Long, Long> peakKb = new HashMap<>();
        private final Map<Long, Double> cpu = new HashMap<>();

        void look(Process process) {
            Stream.concat(Stream.of(process.toHandle()), process.descendants()).forEach(handle -> {
                handle.info().totalCpuDuration().ifPresent(used -> cpu.put(handle.pid(), used.toMillis() / 1e3));
                try {
                    Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + handle.pid() + "/status")));
                    if (peak.find()) {
                        peakKb.merge(handle.pid(), Long.parseLong(peak.group(1)), Math::max);
                    }
                } catch (IOException | UncheckedIOException e) {
                    // Just ended, or a system without /proc: then the peak stays unknown.
                }
            });
        }

        double cpu() {
            return cpu.isEmpty() ? Double.NaN : cpu.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        double peakMb() {
            return peakKb.values().stream().mapToDouble(kb -> kb / 1024.0).max().orElse(Double.NaN);
        }
    }

    // ---- what is printed ----------------------------------------------------------------------------------

    private void describe(Optional<String> hugo, Optional<String> classPath) throws IOException {
        List<String> machine = new ArrayList<>(List.of(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors() + " cores"));
        proc("cpuinfo", "model name\\s*:\\s*(.+)").ifPresent(machine::add);
        proc("meminfo", "MemTotal:\\s*(\\d+) kB").ifPresent(kb ->
                machine.add(String.format(Locale.ROOT, "%.1f GB RAM", Long.parseLong(kb) / 1048576.0)));
        proc("loadavg", "^(\\S+)").ifPresent(load -> machine.add("load before the start " + load));
        machine.add(System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        hugo.ifPresent(version -> machine.add(version.replaceAll("^(hugo v\\S+).*", "$1")));
        classPath.ifPresent(path -> {
            Matcher version = Pattern.compile("jbake-core-([\\d.]+)\\.jar").matcher(path);
            machine.add("jbake-core " + (version.find() ? version.group(1) : "of unknown version"));
        });
        System.out.println("machine   " + String.join(", ", machine));
        System.out.println("scenario  " + options.scenario.name().toLowerCase(Locale.ROOT));
        if (hugo.isEmpty()) {
            System.out.println("note      " + (options.skip.contains("hugo") ? "hugo left out (--skip)"
                    : "no hugo on PATH: not compared with Hugo"));
        } else {
            System.out.println("hugo      " + hugo.get());
        }
        if (options.skip.contains("jbake")) {
            System.out.println("note      jbake left out (--skip)");
        }
        if (!timeCommand) {
            System.out.println("note      no GNU time at " + TIME + ": processor time and peak memory are read from the"
                    + " system every 10 ms instead, and can be a little low");
        }
    }

    private void summary(List<Contender> contenders, Map<Contender, TreeMap<Integer, Run>> results) {
        System.out.printf("%nmedian of the counted runs, with the least and the greatest wall time%n");
        for (Contender contender : contenders) {
            List<Run> runs = List.copyOf(results.get(contender).values());
            if (runs.isEmpty()) {
                System.out.printf("%-8s %6d  no successful run%n", contender.name, contender.entries);
                continue;
            }
            System.out.printf(Locale.ROOT, "%-8s %6d  wall %7.2f s (%.2f-%.2f)  cpu %7.2f s  peak %5.0f MB  of %d run%s%n",
                    contender.name, contender.entries, median(runs, Run::wall),
                    runs.stream().mapToDouble(Run::wall).min().getAsDouble(),
                    runs.stream().mapToDouble(Run::wall).max().getAsDouble(),
                    median(runs, Run::cpu), median(runs, Run::peakMb), runs.size(), runs.size() == 1 ? "" : "s");
        }
        System.out.printf("%nratios of medians; below 1 gongkai needs less (in brackets: the ratios within each round)%n");
        for (Contender other : contenders) {
            for (Contender own : contenders) {
                if (own.name.equals("gongkai") && !other.name.equals("gongkai") && own.entries == other.entries) {
                    ratio("wall", own, other, results, Run::wall);
                    ratio("cpu", own, other, results, Run::cpu);
                    ratio("peak memory", own, other, results, Run::peakMb);
                }
            }
        }
    }

    private static void ratio(String what, Contender own, Contender other,
                              Map<Contender, TreeMap<Integer, Run>> results, ToDoubleFunction<Run> figure) {
        TreeMap<Integer, Run> ours = results.get(own);
        TreeMap<Integer, Run> theirs = results.get(other);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return;
        }
        String rounds = ours.keySet().stream().filter(theirs::containsKey)
                .map(round -> String.format(Locale.ROOT, "%.2f",
                        figure.applyAsDouble(ours.get(round)) / figure.applyAsDouble(theirs.get(round))))
                .collect(Collectors.joining(" "));
        System.out.printf(Locale.ROOT, "gongkai/%-6s %6d entries  %-12s %6.2f  (%s)%n", other.name, own.entries, what,
                median(List.copyOf(ours.values()), figure) / median(List.copyOf(theirs.values()), figure), rounds);
    }

    private String figures(Run run) {
        String written = options.scenario == Scenario.COLD ? "" : "  " + run.output.written + " written";
        return String.format(Locale.ROOT, "wall %7.2f s  cpu %7.2f s  peak %5.0f MB  %6d files (%d html) %7.1f MB%s",
                run.wall, run.cpu, run.peakMb, run.output.files, run.output.html, run.output.bytes / 1e6, written);
    }

    private void failed(String what, Path log) throws IOException {
        failures++;
        System.out.println("FAILED    " + what);
        if (log != null && Files.isRegularFile(log)) {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            lines.stream().skip(Math.max(0, lines.size() - 8)).forEach(line -> System.out.println("          | " + line));
        }
    }

    // ---- processes and files ------------------------------------------------------------------------------

    private static boolean hasTimeCommand() {
        try {
            Process process = new ProcessBuilder(TIME, "-v", "true").redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 && text.contains("Maximum resident set size");
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static Optional<String> firstLine(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text.lines().findFirst() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The exit status; empty if there is no such program. */
    private Optional<Integer> call(Path log, String... command) throws InterruptedException {
        try {
            current = process(List.of(command), Path.of("").toAbsolutePath(), log).start();
            return Optional.of(current.waitFor());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Chinese file names need a UTF-8 locale in a JVM; it is set only where it is not there already. */
    private static ProcessBuilder process(List<String> command, Path directory, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        if (!"UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
            builder.environment().put("LC_ALL", "C.UTF-8");
        }
        return builder;
    }

    private void stopChild() {
        if (current != null) {
            current.descendants().forEach(ProcessHandle::destroy);
            current.destroy();
        }
    }

    /** The folder is emptied at the start, so it must be new, empty, or made by an earlier benchmark. */
    private void prepareWorkFolder() throws IOException {
        Path mark = options.work.resolve("made-by-benchmark");
        if (Files.exists(options.work) && !Files.exists(mark)) {
            try (Stream<Path> children = Files.list(options.work)) {
                if (children.findAny().isPresent()) {
                    wrong(options.work + " holds files that no benchmark made; choose another --work");
                }
            }
        }
        delete(options.work);
        Files.createDirectories(options.work);
        Files.createFile(mark);
    }

    /** An output is kept to the end: a file system that has just deleted thousands of files is slower at making new ones. */
    private void setAside(Path output) throws IOException {
        if (Files.exists(output)) {
            Files.move(output, options.work.resolve("used-" + ++asideCount + "-" + output.getFileName()));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Output look(Path folder, long since) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new Output(0, 0, 0, 0, 0);
        }
        int[] counts = new int[4];
        long[] bytes = new long[1];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean html = file.toString().endsWith(".html");
                counts[0]++;
                counts[1] += html ? 1 : 0;
                counts[2] += html && file.getFileName().toString().startsWith(ENTRY_PAGE) ? 1 : 0;
                counts[3] += attributes.lastModifiedTime().toMillis() >= since ? 1 : 0;
                bytes[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return new Output(counts[0], bytes[0], counts[1], counts[2], counts[3]);
    }

    // ---- small help ---------------------------------------------------------------------------------------

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double figure(String text, String label) {
        Matcher matcher = Pattern.compile(label + ":\\s*([\\d.]+)").matcher(text);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }

    private static Optional<String> proc(String file, String pattern) {
        try {
            Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of("/proc", file)));
            return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Options parse(String[] args) {
        Map<String, String> given = new HashMap<>(Map.of("--entries", "10000", "--jbake-entries", "1000",
                "--runs", "3", "--scenario", "cold", "--skip", "", "--gongkai", "", "--seed", "1",
                "--work", Path.of("target", "bench").toString()));
        for (int i = 0; i < args.length; i += 2) {
            if (args[i].equals("--help") || args[i].equals("-h")) {
                System.out.print(USAGE);
                System.exit(0);
            }
            if (!given.containsKey(args[i])) {
                wrong("unknown option " + args[i]);
            }
            if (i + 1 == args.length) {
                wrong(args[i] + " needs a value");
            }
            given.put(args[i], args[i + 1]);
        }
        Set<String> skip = new TreeSet<>(Arrays.asList(given.get("--skip").split("[,\\s]+")));
        skip.remove("");
        if (!Set.of("gongkai", "hugo", "jbake").containsAll(skip)) {
            wrong("--skip takes gongkai, hugo and jbake only");
        }
        Optional<Scenario> scenario = Arrays.stream(Scenario.values())
                .filter(s -> s.name().equalsIgnoreCase(given.get("--scenario"))).findFirst();
        if (scenario.isEmpty()) {
            wrong("--scenario must be cold, nothing or one");
        }
        if (!given.get("--seed").matches("\\d{1,9}")) {
            wrong("--seed must be a number");
        }
        String command = given.get("--gongkai").strip();
        return new Options(number(given, "--entries"), number(given, "--jbake-entries"), number(given, "--runs"),
                scenario.get(), skip, command.isEmpty() ? null : List.of(command.split("\\s+")),
                given.get("--seed"), Path.of(given.get("--work")).toAbsolutePath().normalize());
    }

    private static int number(Map<String, String> given, String option) {
        String value = given.get(option);
        if (!value.matches("[1-9]\\d{0,5}")) {
            wrong(option + " must be a number from 1 to 999999, not \"" + value + "\"");
        }
        return Integer.parseInt(value);
    }

    private static void wrong(String message) {
        System.err.println("Benchmark: " + message);
        System.err.print(USAGE);
        System.exit(2);
    }
}
