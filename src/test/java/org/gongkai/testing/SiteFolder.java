package org.gongkai.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.cache.CacheHome;
import org.gongkai.cli.Main;
import org.gongkai.feature.Features;
import org.gongkai.manual.Manual;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.cache.UserCaches;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A site of a few lines, built as a user builds it: through the command line. Its today is 1 June 2024.
 *
 * <pre>{@code
 * SiteFolder site = new SiteFolder(folder).entry("content/通知/值班.md", "标题: 值班安排", "发布日期: 2024-05-01");
 * site.build();
 * assertThat(site.page("wenzhang/2024/tongzhi-zhiban.html")).contains("值班安排");
 * }</pre>
 */
public final class SiteFolder {

    /** What every notice, plan or summary must say besides title and date; ready to be added to a header. */
    public static final String[] PUBLICATION = {"公开范围: 社会", "发布机构: 第一党支部", "保密审查: 宣传委员 2010-01-04", "审批: 书记 2010-01-05"
    };

    /** What a build says of a site that is under no git. */
    public static final String NO_HISTORY = "注意：站点不在 git 仓库里，或者还没有提交过，没有修改记录可以显示，也看不出审批以后改没改过。";

    private static final String PROBLEM = ".*: (错误|警告) [EW]\\d{3} .*";

    private static final Clock TODAY = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);

    /** Where Asciidoctor is taken from by all tests of a process. */
    public static final AsciiDocEngines ENGINES = new AsciiDocEngines();

    /** Of all sites that tests build in this process: parsing the templates takes longer than to build a small site. */
    public static final SharedParts SHARED = Features.parts(ENGINES, UserCaches.NONE);

    private final Path root;

    /** What a run of the program left: its exit status and what it said. */
    public record Ran(int status, String out, String err) {

        /** What was said on the error stream, line by line. */
        public List<String> errors() {
            return err.lines().toList();
        }

        /** The problems alone, without the sum at their end. */
        public List<String> problems() {
            return err.lines().filter(line -> line.matches(PROBLEM)).toList();
        }

        /** The problems that a check found, which are its result. */
        public List<String> found() {
            return out.lines().filter(line -> line.matches(PROBLEM)).toList();
        }
    }

    public SiteFolder(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root.resolve("content"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path root() {
        return root;
    }

    /** Where the site is built to unless {@code -o} says otherwise. */
    public Path output() {
        return root.resolve("target/site");
    }

    /** Writes an entry with a YAML header of the given lines and a body of one sentence. */
    public SiteFolder entry(String path, String... header) {
        return file(path, "---\n" + String.join("\n", header) + "\n---\n\n正文。\n");
    }

    /** Writes an entry of a kind whose header must name scope, publisher, review and approval, and names them. */
    public SiteFolder published(String path, String... header) {
        List<String> lines = new ArrayList<>(List.of(header));
        Arrays.stream(PUBLICATION)
                .filter(line -> lines.stream().noneMatch(given -> given.startsWith(line.substring(0, 4))))
                .forEach(lines::add);
        return entry(path, lines.toArray(String[]::new));
    }

    /** The manual as the desk shows it. */
    public static Manual manual() {
        Path home = Path.of(System.getProperty("java.io.tmpdir"));
        return new Manual("1.0", Clock.systemUTC(), SHARED, new CacheHome(Map.of(), home));
    }

    /** Writes any file below the root. */
    public SiteFolder file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public SiteFolder file(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is said of a file that the only entry of a site attaches, without its place.
     *
     * @param root the folder of the site, which is made
     */
    public static List<String> problemsOfAttachment(Path root, String name, byte[] bytes) {
        SiteFolder site = new SiteFolder(root)
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "附件: " + name)
                .file("content/" + name, bytes);
        return run("check", "--all", "-s", site.root())
                .out()
                .lines()
                .filter(line -> line.matches(PROBLEM))
                .map(problem -> problem.replace("content/" + name + ":1:1: ", ""))
                .toList();
    }

    public SiteFolder delete(String path) {
        try {
            Files.delete(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code build} on this site, so that it lists every problem. */
    public Ran build(Object... more) {
        return run("build", "--all", "-s", root, more);
    }

    /** Builds a site that is expected to be right. */
    public SiteFolder built(Object... more) {
        Ran ran = build(more);
        if (ran.status() != 0) {
            throw new AssertionError("exit status " + ran.status() + "\n" + ran.err());
        }
        return this;
    }

    /** Runs the program with any arguments: words, paths, and arrays and collections of these. */
    public static Ran run(Object... args) {
        return run(TODAY, args);
    }

    /** Runs the program at another time. */
    public static Ran run(Clock clock, Object... args) {
        return run(clock, Map.of(), SHARED, args);
    }

    /** Runs the program in an environment. */
    public static Ran run(Map<String, String> environment, Object... args) {
        return run(TODAY, environment, SHARED, args);
    }

    /** Runs the program with other parts than tests usually share. */
    public static Ran run(SharedParts shared, Object... args) {
        return run(TODAY, Map.of(), shared, args);
    }

    /** Runs the program, and wants it to succeed. */
    public static Ran done(Object... args) {
        Ran ran = run(args);
        if (ran.status() != 0) {
            throw new AssertionError("exit status " + ran.status() + "\n" + ran.out() + ran.err());
        }
        return ran;
    }

    /** The words of a command line. */
    public static String[] words(Object... args) {
        return Stream.of(args)
                .flatMap(arg -> arg instanceof Object[] several
                        ? Stream.of(words(several))
                        : arg instanceof Collection<?> some
                                ? Stream.of(words(some.toArray()))
                                : Stream.of(arg.toString()))
                .toArray(String[]::new);
    }

    private static Ran run(Clock clock, Map<String, String> environment, SharedParts shared, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                words(args), InputStream.nullInputStream(), environment, stream(out), stream(err), clock, shared);
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A page of the built site. */
    public String page(String address) {
        return read(output().resolve(address));
    }

    /** The text of a file. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of the built site, parsed. */
    public Document html(String address) {
        return Jsoup.parse(page(address));
    }

    /** The titles of a page's list, in their order. */
    public List<String> titles(String address) {
        return html(address).select(".line-title > a").eachText();
    }

    /** Every file of the built site by its address, with its bytes as text. */
    public TreeMap<String, String> files() {
        return files(output());
    }

    /** A text as it stands in these. */
    public static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Every file below a folder by its path, with its bytes as text that keeps them apart; folders end in {@code /}. */
    public static TreeMap<String, String> files(Path folder) {
        TreeMap<String, String> files = new TreeMap<>();
        if (!Files.exists(folder)) {
            return files;
        }
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(f -> !f.equals(folder)).toList()) {
                String name = folder.relativize(file).toString();
                if (Files.isDirectory(file)) {
                    files.put(name + "/", "");
                } else {
                    files.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a release as {@link #files(Path)} gives them. */
    public static TreeMap<String, String> published(Path release) {
        return files(real(release));
    }

    /** What a link leads to, for {@code current} is one. */
    private static Path real(Path release) {
        try {
            return release.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
