import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets every call that changes the disk, of the real program and the git that it starts, be the last one, fail, or be the first
 * on a disk that is full, one in each run, and looks at what readers see and at what the next command makes of it. {@link
 * #USAGE} lists the options.
 */
public class Faults {

    static final String USAGE = """
            Run from the project's root on Linux with a C compiler and git, after mvn has made target/gongkai.jar:
              java src/bench/Faults.java [options]
                --only NAME    one of: first publish rollback takedown prune (all)
                --fault NAME   one of: kill fail full (all)
                --all yes      every call, which takes hours; otherwise of calls alike, in one folder, the first and the last
                --work DIR     where sites and releases go (target/faults); emptied first
            Exit status: 0 nothing was ever broken, 1 something was, 2 wrong usage.
            """;

    static final Path JAR = Path.of("target", "gongkai.jar").toAbsolutePath();
    static final List<String> FAULTS = List.of("kill", "fail", "full");
    static final String CANARY = "只有这一条才有的一句话";
    static final Pattern FILE = Pattern.compile("\"path\":\\s*\"([^\"]+)\",\\s*\"size\":\\s*\\d+,\\s*\"sha256\":\\s*\"([0-9a-f]+)\"");

    final Path work;
    final Path round;
    final Path site;
    final Path store;
    final Path library;
    final Path controlFile;
    final Path list;
    final MappedByteBuffer control;
    final List<String> broken = new ArrayList<>();
    int points;

    interface Step {
        void run() throws Exception;
    }

    /** A command on releases, and what readers may see when it has come to nothing or to its end. */
    final class Command {
        final String name;
        final Step before;
        final List<String> command;
        final String old;
        final String fresh;

        Command(String name, Step before, List<String> command, String old, String fresh) {
            this.name = name;
            this.before = before;
            this.command = command;
            this.old = old;
            this.fresh = fresh;
        }

        /**
         * What readers see now, and after the command was given again.
         *
         * @param when which fault there was
         */
        void examine(String fault, String when, String said) throws Exception {
            String seen = seen();
            expect(seen.equals(old) || seen.equals(fresh), when, "readers see " + seen);
            expect(!said.contains("\tat "), when, "a trace: " + said);
            if (!fault.equals("kill") && !said.startsWith("0 ")) {
                expect(said.startsWith("3 磁盘已满"), when, "says " + said);
            }
            String again = run(false, program(command));
            boolean wasDone = seen.equals(fresh) && again.startsWith("1 ") || again.startsWith("2 ");
            expect(again.startsWith("0 ") || wasDone, when, "then says " + again);
            expect(seen().equals(fresh), when, "then readers see " + seen());
            String verified = run(false, program(List.of("verify", "--all", store.toString())));
            expect(verified.startsWith("0 "), when, "then verify says " + verified);
            leftovers(store, 2, when);
        }
    }

    Faults(Path work) throws Exception {
        this.work = work.toAbsolutePath();
        round = this.work.resolve("round");
        site = round.resolve("site");
        store = round.resolve("published");
        library = this.work.resolve("faults.so");
        controlFile = this.work.resolve("control");
        list = this.work.resolve("list");
        delete(this.work);
        Files.createDirectories(this.work);
        require("cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), "src/bench/faults.c", "-ldl");
        try (RandomAccessFile file = new RandomAccessFile(controlFile.toFile(), "rw")) {
            file.setLength(1024);
            control = file.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, 1024);
        }
        control.order(ByteOrder.nativeOrder());
    }

    public static void main(String[] args) throws Exception {
        Path work = Path.of("target", "faults");
        String only = "";
        List<String> faults = FAULTS;
        boolean all = false;
        try {
            for (int i = 0; i < args.length; i += 2) {
                String value = args[i + 1];
                switch (args[i]) {
                    case "--only" -> only = value;
                    case "--fault" -> faults = List.of(FAULTS.get(FAULTS.indexOf(value)));
                    case "--all" -> all = value.equals("yes");
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
        Faults run = new Faults(work);
        for (Command each : run.commands()) {
            if (only.isEmpty() || only.equals(each.name)) {
                run.enumerate(each, faults, all);
            }
        }
        run.broken.forEach(System.out::println);
        System.out.println(run.points + " points tried, " + run.broken.size() + " broken");
        System.exit(run.broken.isEmpty() ? 0 : 1);
    }

    List<Command> commands() {
        String to = store.toString();
        List<String> publish = List.of("publish", "-s", site.toString(), "--to", to, "--as-of", "2024-06-01");
        Step one = () -> {
            write(1);
            require(program(publish));
        };
        Step two = () -> {
            one.run();
            TimeUnit.SECONDS.sleep(1); // Names of releases have seconds.
            write(2);
            require(program(publish));
        };
        return List.of(
                new Command("first", () -> write(1), publish, "", "1"),
                new Command(
                        "publish",
                        () -> {
                            one.run();
                            write(2);
                        },
                        publish,
                        "1",
                        "2"),
                new Command("rollback", two, List.of("rollback", "--to", to), "2", "1"),
                new Command(
                        "takedown",
                        two,
                        List.of("takedown", "articles/2024/e1.html", "--to", to, "--reason", "试"),
                        "2",
                        "2 taken down"),
                new Command("prune", two, List.of("prune", "--to", to, "--keep", "1"), "2", "2"));
    }

    /** Three entries, one with a tag and an attachment of its own, whose texts say which version of the site they are. */
    void write(int version) throws IOException {
        Files.createDirectories(site.resolve("content"));
        for (int i = 0; i < 3; i++) {
            Files.writeString(
                    site.resolve("content/e" + i + ".md"),
                    "---\n标题: 第" + i + "条\n发布日期: 2024-01-02\n标签: [标签" + i + "]\n"
                            + (i == 1 ? "附件: 表.txt\n" : "") + "---\n\nversion " + version + "\n\n"
                            + (i == 1 ? CANARY + "。" : "一段话，写了几遍。").repeat(50) + "\n");
        }
        Files.writeString(site.resolve("content/表.txt"), CANARY + "\n");
    }

    void enumerate(Command each, List<String> faults, boolean all) throws Exception {
        delete(round);
        Files.createDirectories(round);
        each.before.run();
        Path base = work.resolve("base");
        delete(base);
        require("cp", "-a", round.toString(), base.toString());
        List<Integer> numbers = calls(each, base, all);
        for (String fault : faults) {
            for (int at : numbers) {
                String said = round(each, base, FAULTS.indexOf(fault) + 1, at);
                if (control.getInt(16) == 1) {
                    points++;
                    String when = each.name + ", " + fault + " at " + at + ", " + text(20, 60) + " " + text(80, 512);
                    each.examine(fault, when, said);
                }
            }
            System.out.printf(Locale.ROOT, "%-10s %-5s %4d points, %d broken so far%n", each.name, fault, numbers.size(), broken.size());
        }
    }

    /** Runs a command from the same beginning. */
    String round(Command each, Path base, int fault, int at) throws Exception {
        delete(round);
        require("cp", "-a", base.toString(), round.toString());
        arm(fault, at);
        String said = run(true, program(each.command));
        control.putInt(0, 0);
        return said;
    }

    /** The numbers of the calls to try. */
    List<Integer> calls(Command each, Path base, boolean all) throws Exception {
        Files.deleteIfExists(list);
        round(each, base, 0, 0);
        TreeMap<String, Integer> first = new TreeMap<>();
        TreeMap<String, Integer> last = new TreeMap<>();
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String line : Files.readAllLines(list)) {
            String[] call = line.split("\t");
            int number = Integer.parseInt(call[0]);
            String alike = call[1] + " " + Path.of(call[2]).getParent();
            first.putIfAbsent(alike, number);
            last.put(alike, number);
            if (all) {
                numbers.add(number);
            }
        }
        System.out.printf(Locale.ROOT, "%-10s %d calls, %d unlike%n", each.name, control.getInt(12), first.size());
        numbers.addAll(first.values());
        numbers.addAll(last.values());
        return List.copyOf(numbers);
    }

    /** Which version of the site readers see, if it is whole: every file of its manifest as that says, and all entries of one version. */
    String seen() throws Exception {
        Path current = store.resolve("current");
        if (!Files.exists(current)) {
            return "";
        }
        Matcher file = FILE.matcher(Files.readString(current.resolve("manifest.json")));
        int files = 0;
        while (file.find()) {
            files++;
            byte[] bytes = Files.readAllBytes(current.resolve(file.group(1)));
            String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!sum.equals(file.group(2))) {
                return "another " + file.group(1);
            }
        }
        String first = version("e0");
        String taken = version("e1");
        if (files < 10 || !first.equals(version("e2"))) {
            return "a mixture";
        }
        if (!taken.equals(first)) {
            return holdsCanary() ? "parts of what was taken down" : first + " taken down";
        }
        return first;
    }

    String version(String entry) throws IOException {
        String page = Files.readString(store.resolve("current/articles/2024/" + entry + ".html"));
        int from = page.indexOf("version ");
        return from < 0 ? "none" : page.substring(from + 8, from + 9);
    }

    /** Whether what readers see has anything of the one entry. */
    boolean holdsCanary() throws IOException {
        try (var all = Files.walk(store.resolve("current").toRealPath())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(CANARY)) {
                    return true;
                }
            }
        }
        return false;
    }

    void leftovers(Path folder, int depth, String when) throws IOException {
        try (var all = Files.walk(folder, depth)) {
            all.map(path -> folder.relativize(path).toString())
                    .filter(path -> path.matches("(.*/)?\\.[^/]+") && !path.equals(".lock"))
                    .forEach(path -> expect(false, when, "left behind: " + path));
        }
    }

    void expect(boolean holds, String when, String what) {
        if (!holds) {
            broken.add(when + ": " + what);
            System.out.println("BROKEN " + broken.get(broken.size() - 1));
        }
    }

    void arm(int fault, int at) {
        for (int i = 0; i < control.capacity(); i++) {
            control.put(i, (byte) 0);
        }
        control.putInt(4, fault);
        control.putInt(8, at);
        control.putInt(0, 1);
    }

    String text(int from, int length) {
        byte[] bytes = new byte[length];
        control.get(from, bytes);
        return StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes)).toString().replace("\0", "");
    }

    /** The program in one process, which starts fast; a group of its own, so that it can be killed with all that it started. */
    static String[] program(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of("setsid", "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-jar", JAR.toString()));
        command.addAll(arguments);
        return command.toArray(String[]::new);
    }

    /** The exit status and all that was said. */
    String run(boolean faulty, String... command) throws Exception {
        Process process = start(faulty, command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }

    Process start(boolean faulty, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
        if (faulty) {
            builder.environment().put("LD_PRELOAD", library.toString());
            builder.environment().put("FAULTS_CONTROL", controlFile.toString());
            builder.environment().put("FAULTS_BELOW", round.toString());
            builder.environment().put("FAULTS_LIST", list.toString());
        }
        return builder.start();
    }

    void require(String... command) throws Exception {
        String said = run(false, command);
        if (!said.startsWith("0 ")) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
    }

    void delete(Path folder) throws Exception {
        if (Files.exists(folder)) {
            require("chmod", "-R", "u+w", folder.toString());
            require("rm", "-rf", folder.toString());
        }
    }
}
