import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets many push to one repository at the same time, each several times: pull, push, and again until the push is taken. Prints
 * how long all of it took and how often the unluckiest had to try. {@link #USAGE} lists the options.
 */
public class Pushers {

    static final String USAGE = """
            Run from the project's root, after mvn has made target/gongkai.jar:
              java src/bench/Pushers.java [options]
                --pushers N    how many push (20)
                --pushes N     how often each does (3)
                --entries N    entries that the site has before (100)
                --work DIR     a folder that does not exist (target/bench/pushers)
                --jar FILE     the program (target/gongkai.jar)
            """;

    final Path work;
    final Path jar;
    final Path repository;

    Pushers(Path work, Path jar) {
        this.work = work;
        this.jar = jar;
        this.repository = work.resolve("site.git");
    }

    public static void main(String[] args) throws Exception {
        List<String> given = Arrays.asList(args);
        if (given.contains("--help") || args.length % 2 != 0) {
            System.err.print(USAGE);
            System.exit(2);
        }
        Path work = Path.of(option(given, "--work", "target/bench/pushers")).toAbsolutePath();
        Path jar = Path.of(option(given, "--jar", "target/gongkai.jar")).toAbsolutePath();
        new Pushers(work, jar)
                .run(
                        Integer.parseInt(option(given, "--pushers", "20")),
                        Integer.parseInt(option(given, "--pushes", "3")),
                        Integer.parseInt(option(given, "--entries", "100")));
    }

    static String option(List<String> given, String name, String otherwise) {
        int at = given.indexOf(name);
        return at < 0 ? otherwise : given.get(at + 1);
    }

    /** What one had to do for one push. */
    record Done(int tries, double seconds) {}

    void run(int pushers, int pushes, int entries) throws Exception {
        make(entries);
        List<Callable<List<Done>>> all = new ArrayList<>();
        for (int i = 1; i <= pushers; i++) {
            Path clone = work.resolve("clone" + i);
            git(work, i, "clone", "-q", repository.toString(), clone.toString());
            int who = i;
            all.add(() -> pushAll(clone, who, pushes));
        }
        ExecutorService people = Executors.newFixedThreadPool(pushers);
        long start = System.nanoTime();
        List<Done> done = new ArrayList<>();
        int most = 0;
        for (Future<List<Done>> one : people.invokeAll(all)) {
            done.addAll(one.get());
            most = Math.max(most, one.get().stream().mapToInt(Done::tries).sum());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        people.shutdown();
        System.out.printf(
                Locale.ROOT,
                "%d pushers, %d pushes each: %.1f s; %d tries in all, %d of the slowest pusher, %d for the unluckiest push;"
                        + " a push took %.1f s (median), %.1f s (longest)%n",
                pushers,
                pushes,
                seconds,
                done.stream().mapToInt(Done::tries).sum(),
                most,
                done.stream().mapToInt(Done::tries).max().orElse(0),
                done.stream().map(Done::seconds).sorted().toList().get(done.size() / 2),
                done.stream().map(Done::seconds).max(Comparator.naturalOrder()).orElse(0.0));
    }

    private void make(int entries) throws Exception {
        Files.createDirectories(work);
        git(work, 0, "init", "-q", "--bare", "-b", "main", repository.toString());
        Path first = work.resolve("first");
        git(work, 0, "clone", "-q", repository.toString(), first.toString());
        write(first.resolve("content/_data/site.yml"), "名称: 示例支部\n");
        for (int i = 0; i < entries; i++) {
            write(first.resolve("content/old" + i + ".md"), entry("原有第" + i + "条"));
        }
        git(first, 0, "add", "-A");
        git(first, 0, "commit", "-q", "-m", "begin");
        git(first, 0, "push", "-q", "origin", "HEAD:main");
        program("hooks", "install", "--repo", repository.toString(), "--to", work.resolve("published").toString(), "--background");
        program("hooks", "run", "--repo", repository.toString());
    }

    private List<Done> pushAll(Path clone, int who, int pushes) throws Exception {
        List<Done> done = new ArrayList<>();
        for (int push = 1; push <= pushes; push++) {
            write(clone.resolve("content/new" + who + "-" + push + ".md"), entry("第" + who + "位第" + push + "次"));
            git(clone, who, "add", "-A");
            git(clone, who, "commit", "-q", "-m", "push " + push + " of " + who);
            long start = System.nanoTime();
            int tries = 0;
            do {
                git(clone, who, "pull", "-q", "--rebase", "origin", "main");
                tries++;
            } while (run(clone, command(who, "push", "-q", "origin", "HEAD:main")) != 0);
            done.add(new Done(tries, (System.nanoTime() - start) / 1e9));
        }
        return done;
    }

    private static String entry(String title) {
        return "---\n标题: " + title + "\n发布日期: 2024-05-06\n---\n\n正文。\n";
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void program(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("java", "-jar", jar.toString()));
        command.addAll(List.of(args));
        expect(work, command);
    }

    private static void git(Path folder, int who, String... args) throws Exception {
        expect(folder, command(who, args));
    }

    private static List<String> command(int who, String... args) {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=bench" + who, "-c", "user.email=bench" + who + "@shili.example", "-c", "gc.auto=0"));
        command.addAll(List.of(args));
        return command;
    }

    private static void expect(Path folder, List<String> command) throws Exception {
        int status = run(folder, command);
        if (status != 0) {
            throw new IOException(String.join(" ", command) + ": exit status " + status);
        }
    }

    private static int run(Path folder, List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0 && !said.contains("没有收下这次推送：别人") && !said.contains("[rejected]") && !said.contains("cannot lock ref")
                && !said.contains("failed to update ref")) {
            System.err.println(String.join(" ", command) + "\n" + said);
        }
        return status;
    }
}
