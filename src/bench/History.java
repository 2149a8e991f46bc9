import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a repository with a long history and compares how long gongkai takes to read it with {@code git log --raw}.
 *
 * <pre>java src/bench/History.java [--entries 10000] [--commits 20000] [--out target/bench/history] [--rounds 3]
 *     [--jar target/gongkai.jar] [--only-make]</pre>
 *
 * <p>The first commits write the entries, one each; the others change one entry each, now and then rename one, and every
 * hundredth is a merge. The repository is made by {@code git fast-import}, always with the same bytes.
 */
public class History {

    static final String[] COLUMNS = {"通知", "工作计划", "工作总结", "公示", "三会一课", "主题党日", "党费收缴", "规章制度", "学习教育", "整改落实"};
    static final Pattern STEP = Pattern.compile("读修改记录\\D+([0-9.]+)");

    public static void main(String[] args) throws Exception {
        List<String> given = Arrays.asList(args);
        int entries = Integer.parseInt(option(given, "--entries", "10000"));
        int commits = Integer.parseInt(option(given, "--commits", "20000"));
        int rounds = Integer.parseInt(option(given, "--rounds", "3"));
        Path out = Path.of(option(given, "--out", "target/bench/history")).toAbsolutePath();
        Path jar = Path.of(option(given, "--jar", "target/gongkai.jar")).toAbsolutePath();
        Path repository = out.resolve("site");
        if (!Files.isDirectory(repository.resolve(".git"))) {
            make(repository, entries, commits);
        }
        if (given.contains("--only-make")) {
            return;
        }
        System.out.printf(Locale.ROOT, "%d entries, %d commits%n", entries, commits);
        List<Double> git = new ArrayList<>();
        List<Double> cold = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        List<Double> more = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double log = seconds(repository, "git", "log", "--raw", "--no-renames", "--format=%H %P %an %at %s");
            delete(repository.resolve(".git/gongkai"));
            double first = step(repository, jar, out);
            double second = step(repository, jar, out);
            change(repository, round, 10);
            double third = step(repository, jar, out);
            System.out.printf(Locale.ROOT, "%s git log --raw %.2f s; cold %.2f s; warm %.2f s; 10 commits more %.2f s%n",
                    round == 0 ? "(warm-up)" : "round " + round, log, first, second, third);
            if (round > 0) {
                git.add(log);
                cold.add(first);
                warm.add(second);
                more.add(third);
            }
        }
        System.out.printf(Locale.ROOT, "median: cold / git log = %.2f; warm %.2f s; 10 commits more: + %.2f s%n",
                median(cold) / median(git), median(warm), median(more) - median(warm));
    }

    /** The time that a check spends on the history, as the program itself says. */
    static double step(Path repository, Path jar, Path out) throws Exception {
        String said = run(repository, "java", "-jar", jar.toString(), "build", "-s", ".", "--timings", "-o",
                out.resolve("built").toString());
        Matcher found = STEP.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(found.group(1)) / 1000;
    }

    static void make(Path repository, int entries, int commits) throws Exception {
        Files.createDirectories(repository);
        run(repository, "git", "init", "-q", "-b", "main");
        Process process = new ProcessBuilder("git", "fast-import", "--quiet")
                .directory(repository.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int[] places = new int[entries];
        int[] versions = new int[entries];
        try (OutputStream stream = new BufferedOutputStream(process.getOutputStream(), 1 << 20)) {
            for (int i = 0; i < commits; i++) {
                int entry = i < entries ? i : (int) ((i * 2654435761L) % entries);
                versions[entry]++;
                boolean merge = i > entries && i % 100 == 0;
                StringBuilder commit = new StringBuilder("commit refs/heads/main\nmark :" + (i + 1) + "\n");
                commit.append("author 测试 <test@shili.example> ").append(1_500_000_000L + i * 9000L).append(" +0800\n");
                commit.append("committer 测试 <test@shili.example> ").append(1_500_000_000L + i * 9000L).append(" +0800\n");
                data(commit, (versions[entry] == 1 ? "公开第" : "修改第") + entry + "条");
                if (i > 0) {
                    commit.append("from :").append(i).append('\n');
                }
                if (merge) {
                    commit.append("merge :").append(i - 1).append('\n');
                }
                if (i > entries && i % 97 == 0) {
                    commit.append("D ").append(path(entry, places[entry]++)).append('\n');
                }
                commit.append("M 100644 inline ").append(path(entry, places[entry])).append('\n');
                data(commit, text(entry, versions[entry]));
                stream.write(commit.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("git fast-import failed");
        }
        run(repository, "git", "checkout", "-q", "-f", "main");
        run(repository, "git", "gc", "-q");
    }

    static void data(StringBuilder commit, String text) {
        commit.append("data ").append(text.getBytes(StandardCharsets.UTF_8).length).append('\n').append(text).append('\n');
    }

    static String path(int entry, int place) {
        return "content/" + COLUMNS[entry % 10] + "/" + (2016 + entry / 10 % 10) + "/" + String.format(Locale.ROOT, "%05d", entry)
                + (place == 0 ? "" : "-" + place) + ".md";
    }

    static String text(int entry, int version) {
        StringBuilder text = new StringBuilder("---\n标题: 第" + entry + "条\n发布日期: " + (2016 + entry / 10 % 10) + "-03-02\n栏目: "
                + COLUMNS[entry % 10] + "\n---\n\n");
        for (int i = 0; i < 20; i++) {
            text.append("第").append(i * 7 + entry % 13).append("项工作按计划推进，责任落实到岗，材料当天归档")
                    .append(i == version ? "，本次作了补充" : "").append("。\n\n");
        }
        return text.toString();
    }

    static void change(Path repository, int round, int commits) throws Exception {
        for (int i = 0; i < commits; i++) {
            int entry = round * commits + i;
            Path file = repository.resolve(path(entry, 0));
            if (Files.exists(file)) {
                Files.writeString(file, Files.readString(file) + "又补充一句。\n\n");
            }
            run(repository, "git", "-c", "user.name=测试", "-c", "user.email=test@shili.example", "commit", "-q", "-a",
                    "--allow-empty", "-m", "补充");
        }
    }

    static double seconds(Path folder, String... command) throws Exception {
        long start = System.nanoTime();
        run(folder, command);
        return (System.nanoTime() - start) / 1e9;
    }

    static String run(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + "\n" + said);
        }
        return said;
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> {
                    try {
                        Files.delete(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    static String option(List<String> given, String name, String standard) {
        int at = given.indexOf(name);
        return at < 0 ? standard : given.get(at + 1);
    }
}
