import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Makes a repository with a long history, of which {@code Benchmark} measures how long gongkai takes to read it.
 *
 * <pre>java src/bench/History.java --out DIR [--entries 10000] [--commits 20000]</pre>
 *
 * <p>The first commits write the entries, one each; the others change one entry each, now and then rename one, and every
 * hundredth is a merge. The repository is made by {@code git fast-import}, always with the same bytes.
 */
public class History {

    static final String[] COLUMNS = {"通知", "工作计划", "工作总结", "公示", "三会一课", "主题党日", "党费收缴", "规章制度", "学习教育", "整改落实"};

    public static void main(String[] args) throws Exception {
        List<String> given = Arrays.asList(args);
        if (!given.contains("--out")) {
            System.err.println("History: --out is needed");
            System.exit(2);
        }
        make(Path.of(option(given, "--out", "")), Integer.parseInt(option(given, "--entries", "10000")),
                Integer.parseInt(option(given, "--commits", "20000")));
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

    static void run(Path folder, String... command) throws Exception {
        if (new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }

    static String option(List<String> given, String name, String standard) {
        int at = given.indexOf(name);
        return at < 0 ? standard : given.get(at + 1);
    }
}
