import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills {@code publish} at random moments, with the signal that no program can catch, and looks at what readers would see:
 * the old release or the new one, whole. Then publishes again, which must succeed without help. {@link #USAGE} lists the
 * options.
 */
public class KillPublish {

    static final String USAGE = """
            Run from the project's root, after mvn has made target/gongkai.jar:
              java src/bench/KillPublish.java [options]
                --times N      how often to kill (200); a publication that was faster does not count
                --entries N    entries of the site (40)
                --seed N       seed of the moments (1)
                --work DIR     where the site and its releases go (target/kill); emptied first
            Exit status: 0 nothing was ever broken, 1 something was, 2 wrong usage.
            """;

    /** Where a kill is aimed: at any moment, or shortly after one of these appears. */
    static final List<String> AIMS =
            List.of(
                    "",
                    ".gongkai-building/site",
                    "releases/.gongkai-release",
                    "releases/.gongkai-release/assets",
                    ".gongkai-journal",
                    "addresses/*",
                    "releases/*");

    static final Path JAR = Path.of("target", "gongkai.jar");

    final int times;
    final int entries;
    final Random random;
    final Path work;
    final Path store;
    final Map<String, Integer> counts = new TreeMap<>();
    final List<String> faults = new ArrayList<>();
    long usual;

    KillPublish(int times, int entries, long seed, Path work) {
        this.times = times;
        this.entries = entries;
        this.random = new Random(seed);
        this.work = work;
        this.store = work.resolve("published");
    }

    public static void main(String[] args) throws Exception {
        int times = 200;
        int entries = 40;
        long seed = 1;
        Path work = Path.of("target", "kill");
        try {
            for (int i = 0; i < args.length; i += 2) {
                String value = args[i + 1];
                switch (args[i]) {
                    case "--times" -> times = Integer.parseInt(value);
                    case "--entries" -> entries = Integer.parseInt(value);
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--work" -> work = Path.of(value);
                    default -> throw new IllegalArgumentException(args[i]);
                }
            }
        } catch (RuntimeException e) {
            System.err.print(USAGE);
            System.exit(2);
        }
        if (!Files.isRegularFile(JAR)) {
            System.err.println("There is no " + JAR + "; run mvn first.");
            System.exit(2);
        }
        System.exit(new KillPublish(times, entries, seed, work).run() ? 0 : 1);
    }

    boolean run() throws Exception {
        delete(work);
        Files.createDirectories(work.resolve("content"));
        for (int i = 0; i < entries; i++) {
            entry(i, 0);
        }
        usual = Long.MAX_VALUE;
        for (int warm = 0; warm < 2; warm++) {
            entry(0, -warm);
            long start = System.nanoTime();
            expect("first publish", run(publish()));
            usual = System.nanoTime() - start;
        }
        for (int round = 1; counts.getOrDefault("killed", 0) < times; round++) {
            round(round);
            if (round % 10 == 0) {
                expect("verify of all", run(quick("verify", "--all", store.toString())));
                expect("prune", run(quick("prune", "--to", store.toString(), "--keep", "2")));
                System.out.printf(Locale.ROOT, "round %d: %s%n", round, counts);
            }
        }
        System.out.println();
        counts.forEach((what, count) -> System.out.printf(Locale.ROOT, "%-40s %d%n", what, count));
        faults.forEach(System.out::println);
        System.out.println(faults.isEmpty() ? "Nothing was ever broken." : faults.size() + " faults.");
        return faults.isEmpty();
    }

    /** One kill. The marks in two entries tell which release readers see, and whether it is whole. */
    void round(int round) throws Exception {
        String before = seen();
        entry(0, round);
        entry(entries - 1, round);
        entry(entries + round, round);
        boolean died = kill(AIMS.get(random.nextInt(AIMS.size())));
        count(died ? "killed" : "had ended before");
        String after = seen();
        if (after.equals("round " + round)) {
            count(died ? "killed: readers see the new release" : "ended: readers see the new release");
        } else if (after.equals(before)) {
            count(died ? "killed: readers see the old release" : "ended: readers see the old release");
        } else {
            faults.add("round " + round + ": readers see " + after + " behind " + before);
        }
        expect("round " + round + ": verify after the kill", run(quick("verify", store.toString())));
        count("verified after the kill");
        expect("round " + round + ": publish after the kill", run(quick(publishArguments())));
        count("published again without help");
        if (!seen().equals("round " + round)) {
            faults.add("round " + round + ": published, but readers see " + seen());
        }
        leftovers(round);
    }

    /** Starts a publication and kills it; false if it was faster. */
    boolean kill(String aim) throws Exception {
        Process process = start(publish(), false);
        if (aim.isEmpty()) {
            TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * 1.1 * usual));
        } else {
            long patience = System.nanoTime() + 3 * usual;
            long known = matches(aim);
            while (process.isAlive() && matches(aim) <= known && System.nanoTime() < patience) {
                TimeUnit.MICROSECONDS.sleep(200);
            }
            TimeUnit.MICROSECONDS.sleep((long) (random.nextDouble() * random.nextDouble() * 150_000));
        }
        boolean alive = process.isAlive();
        List<ProcessHandle> tree = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle handle : tree) {
            handle.onExit().get();
        }
        return alive;
    }

    long matches(String aim) throws IOException {
        if (!aim.endsWith("/*")) {
            return Files.exists(store.resolve(aim)) ? 1 : 0;
        }
        try (var children = Files.list(store.resolve(aim.substring(0, aim.length() - 2)))) {
            return children.filter(child -> !child.getFileName().toString().startsWith(".")).count();
        } catch (IOException e) {
            return 0;
        }
    }

    /** What the first and the last entry say that readers see; both were written together. */
    String seen() throws IOException {
        String first = mark(0);
        String last = mark(entries - 1);
        return first.equals(last) || last.equals("round 0") ? first : "a mixture: " + first + ", " + last;
    }

    String mark(int number) throws IOException {
        String page = Files.readString(store.resolve("current/articles/2024/e" + number + ".html"));
        int from = page.indexOf("<p>round ") + "<p>".length();
        return page.substring(from, page.indexOf('<', from));
    }

    void entry(int number, int round) throws IOException {
        Files.writeString(
                work.resolve("content/e" + number + ".md"),
                "---\n标题: 第" + number + "条\n发布日期: 2024-01-02\n标签: [标签" + number % 7 + "]\n---\n\nround " + round + "\n\n"
                        + "一段话，写了几遍。".repeat(50) + "\n");
    }

    /** Nothing but releases, records and the lock may be left after a publication that succeeded. */
    void leftovers(int round) throws IOException {
        for (Path folder : List.of(store, store.resolve("releases"))) {
            try (var children = Files.list(folder)) {
                children.map(child -> child.getFileName().toString())
                        .filter(name -> name.startsWith(".") && !name.equals(".lock"))
                        .forEach(name -> faults.add("round " + round + ": left behind: " + name));
            }
        }
    }

    String[] publishArguments() {
        return new String[] {"publish", "-s", work.toString(), "--to", store.toString(), "--as-of", "2024-06-01"};
    }

    /** As a user starts it: with a second process for the work. */
    List<String> publish() {
        List<String> command = new ArrayList<>(List.of("java", "-jar", JAR.toString()));
        command.addAll(List.of(publishArguments()));
        return command;
    }

    /** In one process, which starts faster. */
    static List<String> quick(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    static Process start(List<String> command, boolean loud) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return loud
                ? builder.start()
                : builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Runs a command to its end; what it said if it failed. */
    static String run(List<String> command) throws Exception {
        Process process = start(command, true);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return status == 0 ? "" : "status " + status + ": " + said;
    }

    void expect(String what, String fault) {
        if (!fault.isEmpty()) {
            faults.add(what + ": " + fault);
        }
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.setPosixFilePermissions(visited, PosixFilePermissions.fromString("rwxr-xr-x"));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
