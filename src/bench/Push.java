import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Times a secretary's push of one entry to a large site, beside the same push to a repository without hooks, and how long after
 * it readers see the change. {@link #USAGE} lists the options.
 */
public class Push {

    static final String USAGE = """
            Run from the project's root, after mvn has made target/gongkai.jar:
              java src/bench/Push.java [options]
                --entries N    entries of the site (10000)
                --rounds N     pushes of each kind (5)
                --work DIR     where the repositories and the site go (target/bench/push); kept for the next time
                --jar FILE     the program (target/gongkai.jar)
            """;

    static final List<String> KINDS = List.of("a body changed", "a title changed", "an entry more");

    final Path work;
    final Path jar;
    final Path clone;
    final Path store;

    Push(Path work, Path jar) {
        this.work = work;
        this.jar = jar;
        this.clone = work.resolve("clone");
        this.store = work.resolve("published");
    }

    public static void main(String[] args) throws Exception {
        List<String> given = Arrays.asList(args);
        if (given.contains("--help") || args.length % 2 != 0) {
            System.err.print(USAGE);
            System.exit(2);
        }
        int entries = Integer.parseInt(option(given, "--entries", "10000"));
        int rounds = Integer.parseInt(option(given, "--rounds", "5"));
        Path work = Path.of(option(given, "--work", "target/bench/push")).toAbsolutePath();
        Path jar = Path.of(option(given, "--jar", "target/gongkai.jar")).toAbsolutePath();
        new Push(work, jar).run(entries, rounds);
    }

    static String option(List<String> given, String name, String otherwise) {
        int at = given.indexOf(name);
        return at < 0 ? otherwise : given.get(at + 1);
    }

    void run(int entries, int rounds) throws Exception {
        if (!Files.isDirectory(clone)) {
            make(entries);
        }
        for (String kind : KINDS) {
            List<Double> plain = new ArrayList<>();
            List<Double> hooked = new ArrayList<>();
            List<Double> seen = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                String mark = edit(kind);
                git(clone, "add", "-A");
                git(clone, "commit", "-q", "-m", kind);
                double without = seconds(() -> git(clone, "push", "-q", "plain", "main"));
                double with = seconds(() -> git(clone, "push", "-q", "origin", "main"));
                double after = seconds(() -> waitFor(mark));
                System.out.printf(
                        Locale.ROOT, "%s, %d: push %.2f s, without hooks %.2f s; seen %.2f s later%n",
                        kind, round, with, without, after);
                plain.add(without);
                hooked.add(with);
                seen.add(after);
            }
            System.out.printf(
                    Locale.ROOT, "%s, median: push %.2f s, without hooks %.2f s; seen %.2f s later%n",
                    kind, median(hooked), median(plain), median(seen));
        }
    }

    private void make(int entries) throws Exception {
        Files.createDirectories(work);
        Path source = work.resolve("source");
        command(Path.of("").toAbsolutePath(), "java", "src/bench/Corpus.java", "--entries", String.valueOf(entries),
                "--out", source.toString());
        git(source, "init", "-q", "-b", "main");
        git(source, "add", "-A");
        git(source, "-c", "gc.auto=0", "commit", "-q", "-m", "begin");
        git(work, "clone", "-q", "--no-local", "--bare", source.toString(), "site.git");
        git(work, "clone", "-q", "--no-local", "--bare", source.toString(), "plain.git");
        Path repository = work.resolve("site.git");
        program("hooks", "install", "--repo", repository.toString(), "--to", store.toString(), "--background");
        System.out.printf(Locale.ROOT, "first publication: %.2f s%n",
                seconds(() -> program("hooks", "run", "--repo", repository.toString())));
        git(work, "clone", "-q", repository.toString(), clone.toString());
        git(clone, "remote", "add", "plain", work.resolve("plain.git").toString());
    }

    /** Edits one entry; returns words by which readers will know that they see it. */
    private String edit(String kind) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(clone.resolve("content"))) {
            all = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
        String mark = "mark" + System.nanoTime();
        Path file = all.get((int) (System.nanoTime() / 1000 % all.size()));
        String text = Files.readString(file);
        switch (kind) {
            case "a body changed" -> Files.writeString(file, text + "\n补充一句，" + mark + "。\n");
            case "a title changed" -> Files.writeString(file, text.replaceFirst("(?m)^(标题: .*)$", "$1" + mark));
            default -> Files.writeString(
                    file.resolveSibling("n" + mark + ".md"),
                    text.replaceFirst("(?m)^索引号: .*\n", "") + "\n补充一句，" + mark + "。\n");
        }
        return mark;
    }

    /** Waits until the release that readers see is a new one and holds the words. */
    private void waitFor(String mark) throws Exception {
        Path last = null;
        while (true) {
            Path now = store.resolve("current").toRealPath();
            if (!now.equals(last)) {
                last = now;
                if (newest(now).stream().anyMatch(page -> holds(page, mark))) {
                    return;
                }
            }
            Thread.sleep(10);
        }
    }

    /** The files that no other release shares. */
    private static List<Path> newest(Path release) throws IOException {
        try (Stream<Path> files = Files.walk(release)) {
            return files.filter(Files::isRegularFile).filter(Push::isAlone).toList();
        }
    }

    private static boolean isAlone(Path file) {
        try {
            return Files.getAttribute(file, "unix:nlink").equals(1);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean holds(Path page, String mark) {
        try {
            return new String(Files.readAllBytes(page), StandardCharsets.UTF_8).contains(mark);
        } catch (IOException e) {
            return false;
        }
    }

    private static double median(List<Double> of) {
        return of.stream().sorted(Comparator.naturalOrder()).toList().get(of.size() / 2);
    }

    interface Task {
        void run() throws Exception;
    }

    private static double seconds(Task task) throws Exception {
        long start = System.nanoTime();
        task.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void program(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("java", "-jar", jar.toString()));
        command.addAll(List.of(args));
        command(work, command.toArray(String[]::new));
    }

    private static void git(Path folder, String... args) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=bench", "-c", "user.email=bench@shili.example", "-c", "gc.auto=0"));
        command.addAll(List.of(args));
        command(folder, command.toArray(String[]::new));
    }

    private static void command(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + "\n" + said);
        }
    }
}
