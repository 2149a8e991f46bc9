import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.tools.ToolProvider;

/**
 * Makes a list of many branches, and measures their publication and the portal over them. Run it from the project's root.
 *
 * <pre>
 * java src/bench/Branches.java generate N M DIR    N branches of M entries each, as sources
 * java src/bench/Branches.java records N M DIR     the same many as files of records, for the merge alone
 * java src/bench/Branches.java measure DIR         what generate made, from the first publication to one entry more
 * java src/bench/Branches.java merge DIR           what records made: the portal, and once more unchanged
 *     [--day 2026-01-15] [--length 30] [--gongkai "java -jar target/gongkai.jar"] [--steps publish,portal,entry,more,shards] [--shards 1,2,4,8]
 * </pre>
 *
 * <p>{@code --length} is the mean length of texts in percent of those of {@code Corpus}. The same arguments give the same bytes.
 * Each step is one line: seconds by the clock, seconds of all processors, the greatest resident size, and the load before it. On a
 * busy machine only the second of these can be compared.
 */
public class Branches {

    /** So many units stand right below one. */
    private static final int BELOW = 20;

    private static final int QUARTERS = 8;

    private static final List<String> AREAS = words("东湾 石桥头 柳堤 北塘口 南坪里 竹园 杏林坡 荷塘边 青石巷 云台里 杉坡 桂坊");
    private static final List<String> WORK = words("管网巡检 水质检测 阀门保养 漏点排查 抄表核对 备件盘点 用户回访 节水宣传 夜间值守 汛期值班");
    private static final List<String> COLUMNS = words("通知公告 计划总结 组织生活 主题党日 公示公告 学习教育 制度建设 服务群众 作风建设 责任落实");
    private static final List<String> KINDS = words("通知 工作总结 支委会 主题党日 公示 学习计划 规章制度 简报 通报 实施方案");

    private LocalDate day = LocalDate.of(2026, 1, 15);
    private int length = 30;
    private List<String> gongkai = List.of("java", "-jar", "target/gongkai.jar");
    private List<String> steps = List.of("publish", "portal", "more", "shards");
    private List<Integer> shards = List.of(1, 2, 4, 8);

    public static void main(String[] args) throws Exception {
        Branches run = new Branches();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--day" -> run.day = LocalDate.parse(args[++i]);
                case "--length" -> run.length = Integer.parseInt(args[++i]);
                case "--gongkai" -> run.gongkai = words(args[++i]);
                case "--steps" -> run.steps = List.of(args[++i].split(","));
                case "--shards" -> run.shards = Arrays.stream(args[++i].split(",")).map(Integer::valueOf).toList();
                default -> words.add(args[i]);
            }
        }
        switch (words.isEmpty() ? "" : words.get(0) + words.size()) {
            case "generate4" -> run.generate(number(words, 1), number(words, 2), Path.of(words.get(3)));
            case "records4" -> run.records(number(words, 1), number(words, 2), Path.of(words.get(3)));
            case "measure2" -> run.measure(Path.of(words.get(1)));
            case "merge2" -> run.merge(Path.of(words.get(1)));
            default -> {
                System.err.println("usage: generate N M DIR | records N M DIR | measure DIR | merge DIR; see the head of the file");
                System.exit(2);
            }
        }
    }

    private static int number(List<String> words, int at) {
        return Integer.parseInt(words.get(at));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    // ---- the list -----------------------------------------------------------------------------------------

    private static String code(int branch) {
        return String.format(Locale.ROOT, "Z%05d", branch);
    }

    private static String name(int branch) {
        return AREAS.get(branch % AREAS.size()) + "水站第" + branch + "党支部";
    }

    /** Districts of so many branches and, as long as there are too many of them for one table, units of so many districts. */
    private static void list(int branches, Path dir, boolean isPublished) throws IOException {
        List<String> lines = new ArrayList<>();
        String[] above = new String[branches];
        int count = branches;
        for (int level = 1; count > BELOW; level++) {
            int groups = (count + BELOW - 1) / BELOW;
            String[] of = new String[groups];
            boolean isTop = groups <= BELOW;
            for (int group = 0; group < groups; group++) {
                of[group] = String.format(Locale.ROOT, "P%d-%04d", level, group + 1);
                int next = group / BELOW + 1;
                lines.add("- {名称: 第" + (group + 1) + (level == 1 ? "片区党总支" : "分局党委") + ", 代码: " + of[group]
                        + (isTop ? "" : ", 上级: " + String.format(Locale.ROOT, "P%d-%04d", level + 1, next)) + "}");
            }
            if (level == 1) {
                for (int i = 0; i < branches; i++) {
                    above[i] = of[i / BELOW];
                }
            }
            count = groups;
        }
        List<String> all = new ArrayList<>(List.of("门户: {名称: 清溪示例市党务公开, 发布到: www/portal}", "站点:"));
        all.addAll(lines);
        for (int i = 0; i < branches; i++) {
            String code = code(i + 1);
            all.add("- {名称: " + name(i + 1) + ", 代码: " + code + ", 来源: " + (isPublished ? "source/" + code : "source")
                    + ", 发布到: www/" + code + (above[i] == null ? "" : ", 上级: " + above[i]) + "}");
        }
        Files.createDirectories(dir);
        Files.write(dir.resolve("sites.yml"), all);
    }

    // ---- sources ------------------------------------------------------------------------------------------

    private void generate(int branches, int entries, Path dir) throws Exception {
        list(branches, dir, true);
        Files.createDirectories(dir.resolve("www"));
        Path classes = Files.createTempDirectory("corpus");
        if (ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-encoding", "UTF-8", "-d", classes.toString(), "src/bench/Corpus.java")
                != 0) {
            throw new IOException("Corpus.java cannot be compiled");
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Method corpus = loader.loadClass("Corpus").getDeclaredMethod("main", String[].class);
            corpus.setAccessible(true);
            for (int i = 1; i <= branches; i++) {
                Path source = dir.resolve("source").resolve(code(i));
                corpus.invoke(null, (Object) new String[] {
                    "--entries", String.valueOf(Math.max(1, entries - QUARTERS - 1)), "--out", source.toString(),
                    "--seed", String.valueOf(i), "--length", String.valueOf(length)
                });
                own(i, source);
            }
        }
    }

    /** What Corpus does not make: the name of the branch, its committee, its dues of two years and one 公示. */
    private void own(int branch, Path source) throws IOException {
        Random draw = new Random(branch);
        Path data = source.resolve("content/_data");
        Files.writeString(data.resolve("site.yml"), "名称: " + name(branch) + "\n机构代码: SLBM01\n监督: 纪检委员（意见箱）\n");
        LocalDate ends = day.plusDays(draw.nextInt(1_000));
        Files.writeString(
                data.resolve("organisation.yml"),
                "委员会: [{职务: 书记}, {职务: 组织委员}, {职务: 宣传委员}]\n任期: {起: " + ends.minusYears(3).plusDays(1) + ", 止: " + ends
                        + "}\n");
        LocalDate quarter = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).minusMonths(3 * QUARTERS);
        for (int i = 0; i < QUARTERS; i++, quarter = quarter.plusMonths(3)) {
            LocalDate last = quarter.plusMonths(3).minusDays(1);
            int due = 100 + draw.nextInt(900);
            entry(source, "党费-" + quarter, last.plusDays(5).isAfter(day) ? day : last.plusDays(5), "党费收缴公示", quarter.getYear(),
                    quarter.getYear() + "年第" + "一二三四".charAt(quarter.getMonthValue() / 3) + "季度党费收缴公示",
                    "期间: {起: " + quarter + ", 止: " + last + "}\n应交人数: 12\n实交人数: 12\n应交金额: " + due + ".50\n实交金额: "
                            + (draw.nextInt(20) == 0 ? due : due + ".50") + "\n");
        }
        LocalDate from = branch % 10 == 0 ? day.minusDays(3) : day.minusDays(60 + draw.nextInt(200));
        entry(source, "发展", from, "公示", from.getYear(), "关于发展对象的公示（" + from + "）",
                "公示: {起: " + from + ", 止: " + from.plusDays(7) + (branch % 10 == 0 ? "" : ", 结果: 没有收到不同意见") + "}\n");
    }

    private static void entry(Path source, String file, LocalDate date, String kind, int year, String title, String fields)
            throws IOException {
        Path folder = Files.createDirectories(source.resolve("content/公示公告"));
        Files.writeString(folder.resolve(file + ".md"),
                "---\n标题: " + title + "\n文种: " + kind + "\n栏目: 公示公告\n年度: " + year + "\n发布日期: " + date
                        + "\n成文日期: " + date.minusDays(2) + "\n公开范围: 本单位\n发布机构: 本支部\n保密审查:\n  审查人: 纪检委员\n  日期: "
                        + date.minusDays(2) + "\n审批:\n  审批人: 支部书记\n  日期: " + date.minusDays(1)
                        + "\n责任人: 宣传委员\n目录项: 12-4\n" + fields + "---\n\n现予以公示。有不同意见的，可以向支部反映。\n");
    }

    // ---- files of records ---------------------------------------------------------------------------------

    private void records(int branches, int entries, Path dir) throws IOException {
        list(branches, dir, false);
        IntStream.rangeClosed(1, branches).parallel().forEach(branch -> {
            try {
                write(branch, entries, dir.resolve("work/collected").resolve(code(branch)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private void write(int branch, int entries, Path folder) throws IOException {
        Random draw = new Random(branch);
        long[] ages = draw.longs(entries, 0, 3_650).sorted().toArray();
        TreeMap<String, Integer> columns = new TreeMap<>();
        TreeMap<String, Integer> years = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            LocalDate date = day.minusDays(ages[entries - 1 - i]);
            int kind = draw.nextInt(KINDS.size());
            String title = "关于" + AREAS.get(draw.nextInt(AREAS.size())) + WORK.get(draw.nextInt(WORK.size())) + "的"
                    + KINDS.get(kind) + "（" + date.getYear() + "年第" + (i + 1) + "号）";
            String year = String.valueOf(date.getYear());
            columns.merge(COLUMNS.get(kind), 1, Integer::sum);
            years.merge(year, 1, Integer::sum);
            String address = String.format(Locale.ROOT, "c%d/%s/%05d.html", kind, year, i + 1);
            StringBuilder text = new StringBuilder(address + "\\n" + title + "\\n" + date + "\\n\\n");
            for (int block = 0; block < 3; block++) {
                text.append("\\n").append(AREAS.get(draw.nextInt(AREAS.size()))).append("片区完成")
                        .append(WORK.get(draw.nextInt(WORK.size()))).append(2 + draw.nextInt(300)).append("件，各项指标平稳，记录完整可查，由")
                        .append(AREAS.get(draw.nextInt(AREAS.size()))).append("值班组和第").append(1 + draw.nextInt(9))
                        .append("党小组分别核对。");
            }
            texts.add("{\"text\":\"" + text + "\"}");
            lines.add("{\"site\":\"" + code(branch) + "\",\"day\":\"" + date + "\",\"address\":\"" + address + "\",\"title\":\""
                    + title + "\",\"columns\":[\"" + COLUMNS.get(kind) + "\"],\"years\":[\"" + year + "\"],\"kinds\":[\""
                    + KINDS.get(kind) + "\"],"
                    + (kind == 4 && ages[entries - 1 - i] < 3
                            ? "\"from\":\"" + date + "\",\"to\":\"" + date.plusDays(7) + "\"," : "")
                    + "\"text\":\"" + String.format(Locale.ROOT, "%016x%016x%032x", (long) branch, (long) i, 0) + "\"}");
        }
        Files.createDirectories(folder);
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("records.jsonl.gz"))), StandardCharsets.UTF_8))) {
            out.write("{\"code\":\"" + code(branch) + "\",\"folder\":\"\",\"name\":\"" + name(branch)
                    + "\",\"audience\":\"\",\"scopes\":[],\"url\":\"\",\"release\":\"r1\",\"published\":\"" + day
                    + "T01:00:00Z\",\"state\":\"1\",\"entries\":" + entries + ",\"columns\":" + counts(columns) + ",\"years\":"
                    + counts(years) + ",\"figures\":" + figures(draw) + "}\n");
            for (String line : lines) {
                out.write(line + "\n");
            }
            for (String text : texts) {
                out.write(text + "\n");
            }
        }
    }

    private static String counts(TreeMap<String, Integer> counts) {
        List<String> all = new ArrayList<>();
        counts.forEach((name, count) -> all.add("\"" + name + "\":" + count));
        return "{" + String.join(",", all) + "}";
    }

    /** Twelve items of the catalogue and four quarters of dues in each of the last years, a term, and what is expected. */
    private String figures(Random draw) {
        List<String> items = new ArrayList<>();
        List<String> dues = new ArrayList<>();
        for (int year = day.getYear() - 2; year < day.getYear(); year++) {
            for (int item = 1; item <= 12; item++) {
                items.add("{\"year\":" + year + ",\"item\":\"12-" + item + "\",\"name\":\"第" + item + "项\",\"published\":"
                        + draw.nextInt(5) + ",\"evidence\":[]}");
            }
            for (char quarter : "一二三四".toCharArray()) {
                int due = 100 + draw.nextInt(900);
                dues.add("{\"year\":" + year + ",\"period\":\"" + year + "年第" + quarter + "季度\",\"due\":\"" + due
                        + ".50\",\"paid\":\"" + due + ".50\",\"evidence\":null}");
            }
        }
        return "{\"items\":[" + String.join(",", items) + "],\"dues\":[" + String.join(",", dues)
                + "],\"terms\":[{\"body\":\"委员会\",\"ends\":\"" + day.plusDays(draw.nextInt(1_000))
                + "\"}],\"expected\":[{\"register\":\"meetings\",\"name\":\"三会一课台账\",\"what\":\"支部党员大会\",\"due\":\""
                + day.plusDays(draw.nextInt(120) - 60) + "\"}]}";
    }

    // ---- measuring ----------------------------------------------------------------------------------------

    private void measure(Path dir) throws Exception {
        Path work = dir.resolve("work");
        head();
        if (steps.contains("publish")) {
            step("publish, first", dir, command(dir, "publish", "--as-of", day.toString()));
            step("publish, unchanged", dir, command(dir, "publish", "--as-of", day.toString()));
        }
        if (steps.contains("portal")) {
            portal("first", dir, work);
            portal("unchanged", dir, work);
        }
        if (steps.contains("entry") || steps.contains("more")) {
            more("one entry more", day, dir, work);
        }
        if (steps.contains("more")) {
            more("one of a week ago", day.minusDays(7), dir, work);
            more("one of a year ago", day.minusYears(1), dir, work);
        }
        if (steps.contains("shards")) {
            for (int count : shards) {
                shards(count, dir);
            }
        }
        sizes(dir);
    }

    private void more(String what, LocalDate date, Path dir, Path work) throws Exception {
        Path source = dir.resolve("source").resolve(code(1));
        int before = source.resolve("content/公示公告").toFile().list().length;
        entry(source, "新增-" + before, date, "通知", date.getYear(), "关于新增第" + before + "条的通知", "");
        step("publish, " + what, dir, command(dir, "publish", "--as-of", day.toString(), "--site", code(1)));
        portal(what, dir, work);
    }

    private void shards(int count, Path dir) throws Exception {
        Path work = dir.resolve("work-" + count);
        List<double[]> all = new ArrayList<>();
        for (int shard = 1; shard <= count; shard++) {
            all.add(step("collect " + shard + "/" + count, dir,
                    command(dir, "portal", "collect", "--work", work.toString(), "--shard", shard + "/" + count)));
        }
        System.out.printf(Locale.ROOT, "%-34s %8.1f %8.1f   the longest of them; seconds of all processors in sum%n",
                "collect in " + count + " shards", all.stream().mapToDouble(it -> it[0]).max().orElse(0),
                all.stream().mapToDouble(it -> it[1]).sum());
        delete(work);
    }

    private void merge(Path dir) throws Exception {
        head();
        step("merge, first", dir, command(dir, "portal", "merge", "--work", dir.resolve("work").toString(), "--as-of", day.toString()));
        step("merge, unchanged", dir,
                command(dir, "portal", "merge", "--work", dir.resolve("work").toString(), "--as-of", day.toString()));
        sizes(dir);
    }

    private void portal(String what, Path dir, Path work) throws Exception {
        step("portal collect, " + what, dir, command(dir, "portal", "collect", "--work", work.toString()));
        step("portal merge, " + what, dir,
                command(dir, "portal", "merge", "--work", work.toString(), "--as-of", day.toString()));
        step("portal publish, " + what, dir, command(dir, "portal", "publish", "--work", work.toString()));
    }

    private List<String> command(Path dir, String... words) {
        List<String> all = new ArrayList<>(gongkai);
        all.addAll(List.of(words));
        all.addAll(List.of("--sites", dir.resolve("sites.yml").toString()));
        return all;
    }

    private static void head() {
        System.out.printf("%-34s %8s %8s %8s %6s%n", "", "wall s", "cpu s", "MB", "load");
    }

    /** Returns seconds by the clock and of all processors. */
    private static double[] step(String name, Path dir, List<String> command) throws Exception {
        Path figures = Files.createTempFile("time", ".txt");
        List<String> timed = new ArrayList<>(List.of("/usr/bin/time", "-f", "%e %U %S %M", "-o", figures.toString()));
        timed.addAll(command);
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        Path log = dir.resolve("log.txt");
        int status = new ProcessBuilder(timed).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        List<String> lines = Files.readAllLines(figures);
        String[] values = lines.get(lines.size() - 1).split(" ");
        double wall = Double.parseDouble(values[0]);
        double cpu = Double.parseDouble(values[1]) + Double.parseDouble(values[2]);
        System.out.printf(Locale.ROOT, "%-34s %8.1f %8.1f %8d %6s%n", name, wall, cpu, Long.parseLong(values[3]) / 1_024, load);
        Files.delete(figures);
        if (status != 0) {
            throw new IOException(name + ": exit status " + status + "\n" + Files.readString(log));
        }
        return new double[] {wall, cpu};
    }

    private static void sizes(Path dir) throws IOException {
        for (String folder : List.of("source", "www", "work/collected", "work/cache", "work/site", "work/site/search")) {
            if (Files.isDirectory(dir.resolve(folder))) {
                try (Stream<Path> all = Files.walk(dir.resolve(folder))) {
                    List<Path> files = all.filter(Files::isRegularFile).toList();
                    long bytes = 0;
                    for (Path file : files) {
                        bytes += Files.size(file);
                    }
                    System.out.printf(Locale.ROOT, "%-34s %8d files %8.1f MB%n", folder, files.size(), bytes / 1e6);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
