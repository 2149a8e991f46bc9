import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures everything that gongkai promises about its speed and size, beside the tools it is compared with, in one run, and
 * prints one table. README.md beside this file says what is compared and how the figures are to be read; {@link #USAGE} lists
 * the options.
 *
 * <p>Who is compared takes turns within each round, in the opposite order every second round, so that a busy moment of the
 * machine meets all of them. The first round is not counted. What fails is reported, never counted, and makes the exit
 * status 1.
 */
public class Benchmark {

    /** In the order in which they are printed. */
    static final List<Row> ROWS = List.of(
            new Row("cold", "no index: wall / Hugo", "cold", "hugo", 1.4, "×"),
            new Row("cpu", "no index: CPU / Hugo", "cold cpu", "hugo cpu", 1.5, "×"),
            new Row("search", "with index: wall / (Hugo + Pagefind)", "search", "hugo + pagefind", 0.25, "×"),
            new Row("memory", "with index: peak", "search peak", "", 1.0, "GB"),
            new Row("again", "unchanged", "again unchanged", "hugo", 0.6, "s"),
            new Row("again", "one text", "again text", "hugo", 1.5, "s"),
            new Row("again", "one title", "again title", "hugo", 2.5, "s"),
            new Row("push", "one text: until git push returns", "push text", "hugo", 2, "s"),
            new Row("push", "one text: until readers see it", "seen text", "hugo", 3, "s"),
            new Row("push", "one title: until git push returns", "push title", "hugo", 3, "s"),
            new Row("push", "one title: until readers see it", "seen title", "hugo", 4.5, "s"),
            new Row("push", "one entry more: until git push returns", "push entry", "hugo", 3, "s"),
            new Row("push", "one entry more: until readers see it", "seen entry", "hugo", 6, "s"),
            new Row("branch", "one text: until readers see it", "branch seen text", "", 1.5, "s"),
            new Row("branch", "one title: until readers see it", "branch seen title", "", 2, "s"),
            new Row("branch", "one entry more: until readers see it", "branch seen entry", "", 2, "s"),
            new Row("folder", "no git: wall / Hugo", "folder cold", "hugo folder", 2.5, "×"),
            new Row("folder", "no git: unchanged", "folder unchanged", "hugo folder", 0.6, "s"),
            new Row("folder", "no git: one text", "folder text", "hugo folder", 1, "s"),
            new Row("serve", "a saved text, until it is shown", "serve", "", 250, "ms"),
            new Row("calls", "system calls of one published text", "calls", "", 100_000, ""),
            new Row("classes", "own classes with a file loaded for one sentence", "classes", "", 350, ""),
            new Row("demonstration", "this repository's site, with history", "demonstration", "", 4, "s"),
            new Row("newcomer", "mvn in a fresh clone", "newcomer", "", 30, "s"),
            new Row("large", "10 × the entries: wall / search", "large", "search", 10, "×"),
            new Row("large", "10 × the entries: peak", "large peak", "", 2.5, "GB"),
            new Row("large", "10 × the entries: one text", "large text", "", 5, "s"),
            new Row("portal", "200 branches: one entry, whole way", "portal", "", 8, "s"),
            new Row("asciidoc", ".adoc: wall / Ruby's Asciidoctor", "asciidoc", "asciidoctor", 3.5, "×"),
            new Row("asciidoc", ".adoc: wall / Antora", "asciidoc", "antora", Double.NaN, "×"),
            new Row("history", "cold / git log --raw", "history", "git log", 1.5, "×"),
            new Row("history", "10 commits more / git log --raw", "history more", "git log", Double.NaN, "×"),
            new Row("query", "index files of a first query, median", "query", "", 120, "KB"),
            new Row("jbake", "with index: wall / stock JBake", "tenth", "jbake", Double.NaN, "×"));

    static final Set<String> NAMES = ROWS.stream().map(Row::name).collect(Collectors.toCollection(LinkedHashSet::new));
    static final Set<String> TOOLS = new TreeSet<>(Set.of("antora", "asciidoctor", "hugo", "jbake", "node", "pagefind"));

    static final String USAGE = """
            Run from the project's root, after mvn has made target/gongkai.jar:
              java src/bench/Benchmark.java [options]
                --rows LIST      what to measure (default: all but large, portal and jbake), of
                                 %s
                --entries N      entries (10000); a tenth of it for asciidoc and jbake, a fifth for folder, a twentieth for branch, ten
                                 times for large
                --runs N         counted rounds (3)
                --gongkai "CMD"  what to run instead of java -jar target/gongkai.jar
                --compare "CMD"  another gongkai, which takes its turn in each round
                --skip LIST      tools to leave out, of %s
                --work DIR       where corpora, output and logs go (target/bench)
            Exit status: 0 all runs counted, 1 a run failed, 2 wrong usage.
            """.formatted(String.join(",", NAMES), String.join(",", TOOLS));

    static final List<String> NPM = List.of("pagefind@1.6.0", "antora@3.1.15");
    static final Path ROOT = Path.of("").toAbsolutePath();
    static final Path BENCH = ROOT.resolve("src").resolve("bench");
    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    static final String TIME = "/usr/bin/time";
    /** How the names of the pages of entries begin, in all generators. */
    static final String ENTRY = "slbm01-";
    static final String OWN = "gongkai";
    static final String COMPARED = "compared";
    static final int TIMEOUT_SECONDS = 300;

    /**
     * A line of the table.
     *
     * @param figure what is judged: divided by the other if the unit is ×, otherwise itself
     * @param other the figure of whom it is compared with; may be empty
     * @param bar how much it may be; NaN if that is left open
     */
    record Row(String name, String what, String figure, String other, double bar, String unit) {}

    record Options(Set<String> rows, int entries, int runs, Path work, List<String> gongkai, List<String> compared,
                   Set<String> skip) {}

    record Program(String name, List<String> command) {}

    /** What a successful run took, in seconds and GB; NaN: could not be measured. */
    record Run(double wall, double cpu, double peak, Path log) {}

    /** An edit: the address of the entry's page, and words that it shows from then on. */
    record Edit(String page, String words) {}

    /** Measures once; round 0 is not counted. */
    interface Measure {
        void take(int round) throws Exception;
    }

    interface Preparation {
        Measure of(Program program) throws Exception;
    }

    static final class Failed extends Exception {
        Failed(String what) {
            super(what);
        }
    }

    private final Options options;
    private final int entries;
    private final int tenth;
    /** As many as a branch has. */
    private final int few;
    private final Path work;
    private final List<Program> programs = new ArrayList<>();
    private final Map<String, List<Measure>> groups = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, Double>> figures = new HashMap<>();
    /** Figures that cannot be had here, and why. */
    private final Map<String, String> absent = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private boolean hasTime = true;
    private int failures;
    private int logs;
    private int asides;

    Benchmark(Options options) {
        this.options = options;
        this.entries = options.entries;
        this.tenth = Math.max(1, entries / 10);
        this.few = Math.max(1, entries / 20);
        this.work = options.work;
        programs.add(new Program(OWN, options.gongkai));
        if (!options.compared.isEmpty()) {
            programs.add(new Program(COMPARED, options.compared));
        }
    }

    public static void main(String[] args) throws Exception {
        if (!"UTF-8".equals(System.getProperty("sun.jnu.encoding")) && !"C.UTF-8".equals(System.getenv("LC_ALL"))) {
            // Java reads Chinese file names only in a locale that has them, and its own cannot be changed.
            List<String> again = new ArrayList<>(List.of(JAVA, "-Dfile.encoding=UTF-8", "src/bench/Benchmark.java"));
            again.addAll(List.of(args));
            ProcessBuilder builder = new ProcessBuilder(again).inheritIO();
            builder.environment().put("LC_ALL", "C.UTF-8");
            System.exit(builder.start().waitFor());
        }
        Options options = parse(args);
        if (!Files.isRegularFile(BENCH.resolve("Corpus.java"))) {
            wrong(BENCH + "/Corpus.java is not here; run this from the project's root");
        }
        if (options.gongkai.contains("target/gongkai.jar") && !Files.isRegularFile(Path.of("target", "gongkai.jar"))) {
            wrong("target/gongkai.jar is not there; run mvn first, or name a command with --gongkai");
        }
        System.exit(new Benchmark(options).run() ? 0 : 1);
    }

    boolean run() throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() ->
                ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        prepareWorkFolder();
        describe();
        plan();
        for (int round = 0; round <= options.runs; round++) {
            System.out.println(round == 0 ? "\nround 0, not counted" : "\nround " + round + " of " + options.runs);
            for (List<Measure> group : groups.values()) {
                List<Measure> turns = new ArrayList<>(group);
                if (round % 2 == 1) {
                    Collections.reverse(turns);
                }
                for (Measure measure : turns) {
                    if (!attempt(measure, round) && round == 0) {
                        group.remove(measure);
                    }
                }
            }
        }
        table();
        return failures == 0;
    }

    // ---- who takes turns with whom ------------------------------------------------------------------------

    private void plan() {
        boolean hugo = wants("cold", "cpu", "search", "again", "push") && takesPart("hugo", "hugo", "version");
        boolean npm = wants("search", "asciidoc") && npm();
        each("cold", wants("cold", "cpu"), this::cold);
        alone("cold", hugo, () -> hugo("hugo", entries));
        each("search", wants("search", "memory", "query", "large"), it -> complete(it, "search", entries, 0));
        alone("search", wants("search") && hugo && npm && isWelcome("hugo + pagefind", "pagefind"), this::pagefind);
        alone("query", wants("query") && takesPart("query", "node", "--version"), () -> this::query);
        each("large", wants("large"), it -> complete(it, "large", entries * 10, 0));
        each("again", wants("again"), this::again);
        each("push", wants("push"), it -> push(it, "", entries));
        each("branch", wants("branch"), it -> push(it, "branch ", few));
        each("folder", wants("folder"), this::folder);
        alone("folder", wants("folder") && takesPart("hugo folder", "hugo", "version"), () -> hugo("hugo folder", Math.max(1, entries / 5)));
        each("calls", wants("calls") && takesPart("calls", "strace", "--version"), this::calls);
        each("classes", wants("classes"), this::classes);
        each("portal", wants("portal"), this::portal);
        each("serve", wants("serve"), this::serve);
        each("demonstration", wants("demonstration"), this::demonstration);
        alone("newcomer", wants("newcomer"), () -> this::newcomer);
        each("asciidoc", wants("asciidoc"), it -> complete(it, "asciidoc", tenth, 100));
        alone("asciidoc", wants("asciidoc") && takesPart("asciidoctor", "asciidoctor", "-v"), this::asciidoctor);
        alone("asciidoc", wants("asciidoc") && npm && isWelcome("antora", "antora"), this::antora);
        each("history", wants("history"), this::history);
        alone("history", wants("history"), () -> this::gitLog);
        each("jbake", wants("jbake"), it -> complete(it, "tenth", tenth, 0));
        alone("jbake", wants("jbake") && isWelcome("jbake", "jbake"), this::jbake);
    }

    private void each(String group, boolean wanted, Preparation preparation) {
        for (Program program : programs) {
            alone(group, wanted, () -> preparation.of(program));
        }
    }

    private void alone(String group, boolean wanted, Callable<Measure> preparation) {
        if (wanted) {
            attempt(round -> groups.computeIfAbsent(group, it -> new ArrayList<>()).add(preparation.call()), 0);
        }
    }

    private boolean attempt(Measure measure, int round) {
        try {
            measure.take(round);
            return true;
        } catch (Exception e) {
            failures++;
            System.out.println("FAILED    " + (e instanceof Failed ? e.getMessage() : e.toString()));
            return false;
        }
    }

    private boolean wants(String... rows) {
        return Arrays.stream(rows).anyMatch(options.rows::contains);
    }

    // ---- builds from nothing ------------------------------------------------------------------------------

    private Measure cold(Program program) throws Exception {
        Path corpus = corpus("gongkai", entries, 0);
        Path out = work.resolve("out-cold-" + program.name);
        List<String> command = withoutIndex(program, corpus);
        return round -> {
            Run run = fresh(out, entries, ENTRY, command, "build", "-s", corpus, "-o", out, "--no-cache");
            if (Files.exists(out.resolve("search"))) {
                throw new Failed(program.name + " made a search index, which could not be left out");
            }
            put(round, program, "cold", run.wall);
            put(round, program, "cold cpu", run.cpu);
        };
    }

    /**
     * The program with a search that adds nothing to a site. No setting switches the index off, so that one class is
     * replaced in a copy of the jar; the archive of loaded classes is made as the project's own build makes it.
     */
    private List<String> withoutIndex(Program program, Path corpus) throws Exception {
        int at = program.command.indexOf("-jar") + 1;
        if (at == 0) {
            throw new Failed(program.name + " is not run with -jar, so that its index cannot be left out");
        }
        Path jar = ROOT.resolve(program.command.get(at));
        Path folder = Files.createDirectories(work.resolve("no-index-" + program.name));
        Path copy = Files.copy(jar, folder.resolve("gongkai.jar"));
        Files.createSymbolicLink(folder.resolve("lib"), jar.resolveSibling("lib"));
        String name = "org/gongkai/feature/search/SearchFeature";
        Path source = Files.writeString(folder.resolve("SearchFeature.java"), """
                package org.gongkai.feature.search;
                import java.util.List;
                import org.gongkai.input.config.FeatureNames;
                import org.gongkai.pipeline.feature.Feature;
                public final class SearchFeature implements org.gongkai.pipeline.feature.AudienceFeature {
                    public static Feature feature() {
                        return new Feature(new FeatureNames(List.of(), List.of(), List.of()), settings -> place -> new SearchFeature());
                    }
                }
                """);
        run(ROOT, Path.of(JAVA).resolveSibling("javac"), "-proc:none", "-nowarn", "--release", "17",
                "-cp", copy + File.pathSeparator + folder.resolve("lib").resolve("*"), "-d", folder, source);
        try (FileSystem inside = FileSystems.newFileSystem(copy)) {
            Path feature = inside.getPath(name + ".class");
            if (!Files.exists(feature)) {
                throw new Failed(jar + " has no " + name + ", so that its index cannot be left out");
            }
            Files.copy(folder.resolve(name + ".class"), feature, StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(Path.of(jar.toString().replaceFirst("\\.jar$", ".jsa")))) {
            run(ROOT, JAVA, "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable", "-Xlog:all=off",
                    "-XX:ArchiveClassesAtExit=" + folder.resolve("gongkai.jsa"), "-cp", copy, "org.gongkai.cli.Main",
                    "build", "-s", corpus, "-o", folder.resolve("out"));
        }
        List<String> command = new ArrayList<>(program.command);
        command.set(at, copy.toString());
        return command;
    }

    /** A build with everything, of so many entries. */
    private Measure complete(Program program, String figure, int pages, int adocPercent) throws Exception {
        Path corpus = corpus("gongkai", pages, adocPercent);
        Path out = work.resolve("out-" + figure + "-" + program.name);
        return round -> {
            if (round > 0 || !figure.equals("large")) {
                Run run = fresh(out, pages, ENTRY, program.command, "build", "-s", corpus, "-o", out, "--no-cache");
                put(round, program, figure, run.wall);
                put(round, program, figure + " peak", run.peak);
                if (figure.equals("large")) {
                    // The first build keeps what the next ones need; --no-cache did not.
                    run(ROOT, program.command, "build", "-s", corpus, "-o", out);
                    text(program, corpus, out, round, "large text");
                }
            }
        };
    }

    private Measure hugo(String figure, int pages) throws Exception {
        Path corpus = corpus("hugo", pages, 0);
        Path cache = work.resolve("cache-hugo");
        Path out = work.resolve("out-" + figure.replace(' ', '-'));
        return round -> {
            delete(cache);
            Run run = fresh(out, pages, ENTRY, "hugo", "--source", corpus, "--destination", out, "--cacheDir", cache);
            put(round, null, figure, run.wall);
            put(round, null, figure + " cpu", run.cpu);
        };
    }

    /** Over what Hugo wrote in the same round. */
    private Measure pagefind() {
        Path out = work.resolve("out-hugo");
        return round -> {
            Double hugo = figures.getOrDefault("hugo", new TreeMap<>()).get(round);
            if (hugo == null) {
                throw new Failed("Pagefind had no output of Hugo");
            }
            Run run = run(work, work.resolve("npm/node_modules/.bin/pagefind"), "--site", out);
            expect(entries, out.resolve("pagefind").resolve("fragment"), "", ".pf_fragment");
            put(round, null, "hugo + pagefind", hugo + run.wall);
        };
    }

    private Measure asciidoctor() throws Exception {
        Path content = corpus("gongkai", tenth, 100).resolve("content");
        Path out = work.resolve("out-asciidoctor");
        return round -> put(round, null, "asciidoctor", fresh(out, tenth, "", "asciidoctor", "-q", "-a", "skip-front-matter",
                "-a", "linkcss", "-a", "copycss!", "-R", content, "-D", out, content + "/**/*.adoc").wall);
    }

    /** The same entries as pages of a component, with the smallest user interface that Antora takes. */
    private Measure antora() throws Exception {
        Path component = work.resolve("antora");
        Path module = Files.createDirectories(component.resolve("modules").resolve("ROOT"));
        Path made = work.resolve("antora-corpus");
        makeCorpus("gongkai", tenth, 100, made);
        Files.move(made.resolve("content"), module.resolve("pages"));
        Files.writeString(component.resolve("antora.yml"), "name: bench\nversion: ~\ntitle: bench\n");
        commit(component);
        Files.writeString(Files.createDirectories(work.resolve("antora-ui/layouts")).resolve("default.hbs"),
                "<!DOCTYPE html>\n<html lang=\"zh-CN\"><meta charset=\"utf-8\"><body>{{{page.contents}}}</body></html>\n");
        Path playbook = Files.writeString(work.resolve("antora-playbook.yml"), """
                site: {title: bench}
                content: {sources: [{url: ./antora, branches: HEAD}]}
                ui: {bundle: {url: ./antora-ui}}
                asciidoc: {attributes: {skip-front-matter: ''}}
                """);
        Path cache = work.resolve("cache-antora");
        Path out = work.resolve("out-antora");
        return round -> {
            delete(cache);
            put(round, null, "antora", fresh(out, tenth, "", work.resolve("npm/node_modules/.bin/antora"), "--cache-dir", cache,
                    "--to-dir", out, playbook).wall);
        };
    }

    /** Logging is set to what JBake's own distribution has; without that it would write every DEBUG line. */
    private Measure jbake() throws Exception {
        Path classPath = work.resolve("jbake.classpath");
        run(ROOT, "mvn", "-q", "-f", BENCH.resolve("jbake").resolve("pom.xml"), "dependency:build-classpath",
                "-Dmdep.outputFile=" + classPath);
        Path corpus = corpus("jbake", tenth, 0);
        Path out = work.resolve("out-jbake");
        return round -> put(round, null, "jbake", fresh(out, tenth, ENTRY, JAVA,
                "-Dlogback.configurationFile=" + BENCH.resolve("jbake").resolve("logback.xml"), "-cp",
                Files.readString(classPath).strip(), "org.jbake.launcher.Main", "-b", corpus, out).wall);
    }

    private Measure demonstration(Program program) {
        Path out = work.resolve("out-demonstration-" + program.name);
        return round -> put(round, program, "demonstration",
                fresh(out, 1, "index", program.command, "build", "-s", ROOT, "-o", out, "--no-cache").wall);
    }

    private void newcomer(int round) throws Exception {
        Path clone = work.resolve("newcomer-" + round);
        run(work, "git", "clone", "-q", ROOT, clone);
        // The first round fetches the libraries if they are not there.
        Run run = run(clone, "mvn", "-q", "-B", round == 0 ? "-ntp" : "-o");
        expect(1, clone.resolve("target/site"), "search", ".html");
        put(round, programs.get(0), "newcomer", run.wall);
    }

    /** What the search page loads of the index that the program has just made. */
    private void query(int round) throws Exception {
        Path modules = work.resolve("query");
        delete(modules);
        Run run = run(ROOT, "node", BENCH.resolve("query.mjs"), work.resolve("out-search-" + OWN), modules);
        put(round, programs.get(0), "query", number(run.log, "median ([0-9.]+) KB"));
    }

    // ---- one change ---------------------------------------------------------------------------------------

    private Measure again(Program program) throws Exception {
        Path site = copy("again-" + program.name);
        Path out = work.resolve("out-again-" + program.name);
        run(ROOT, program.command, "build", "-s", site, "-o", out);
        return round -> {
            for (String kind : List.of("unchanged", "text", "title")) {
                Optional<Edit> edit = kind.equals("unchanged") ? Optional.empty() : Optional.of(edit(site, kind, round));
                if (edit.isEmpty()) {
                    // The build of an edit trusts no file that was saved the moment before; the next one settles it.
                    run(ROOT, program.command, "build", "-s", site, "-o", out);
                }
                Run run = run(ROOT, program.command, "build", "-s", site, "-o", out);
                if (edit.isPresent() && !holds(out, edit.get())) {
                    throw new Failed(program.name + " built again without the " + kind + " that was changed");
                }
                put(round, program, "again " + kind, run.wall);
            }
        };
    }

    /** Builds once more after a text has changed. */
    private void text(Program program, Path site, Path out, int round, String figure) throws Exception {
        Edit edit = edit(site, "text", round);
        Run run = run(ROOT, program.command, "build", "-s", site, "-o", out);
        if (!holds(out, edit)) {
            throw new Failed(program.name + " built again without the text that was changed");
        }
        put(round, program, figure, run.wall);
    }

    /** A folder that is in no repository, as a branch without git has it; another one in each round, of which nothing is kept. */
    private Measure folder(Program program) {
        int fifth = Math.max(1, entries / 5);
        return round -> {
            Path site = work.resolve("folder-" + round + "-" + program.name);
            makeCorpus("gongkai", fifth, 0, site);
            Path out = work.resolve("out-folder-" + program.name);
            put(round, program, "folder cold", fresh(out, fifth, ENTRY, program.command, "build", "-s", site, "-o", out).wall);
            run(ROOT, program.command, "build", "-s", site, "-o", out);
            put(round, program, "folder unchanged", run(ROOT, program.command, "build", "-s", site, "-o", out).wall);
            text(program, site, out, round, "folder text");
        };
    }

    /** Those of threads that wait for each other, and of compilers, are left out: they depend on the moment. */
    private Measure calls(Program program) throws Exception {
        Path site = copy("calls-" + program.name);
        Path store = work.resolve("calls-store-" + program.name);
        run(ROOT, program.command, "publish", "-s", site, "--to", store);
        return round -> {
            Edit edit = edit(site, "text", round);
            commit(site);
            Path count = work.resolve("calls.txt");
            run(ROOT, "strace", "-f", "-c", "-o", count, "-e", "trace=!futex,sched_yield,madvise,mprotect,clock_nanosleep",
                    program.command, "publish", "-s", site, "--to", store);
            if (!holds(store.resolve("current"), edit)) {
                throw new Failed(program.name + " published without the text that was changed");
            }
            put(round, program, "calls", number(count, "(?m)^100\\.00\\s+\\S+\\s+(?:\\d+\\s+)?(\\d+)(?=\\s.*total)"));
        };
    }

    /** A site of one entry of one sentence, built from nothing. */
    private Measure classes(Program program) throws Exception {
        Path site = work.resolve("sentence-" + program.name);
        Files.writeString(Files.createDirectories(site.resolve("content")).resolve("a.md"),
                "---\n标题: 一句话\n发布日期: 2026-01-15\n---\n\n今天开会。\n");
        Path out = work.resolve("out-sentence-" + program.name);
        List<String> command = new ArrayList<>(program.command);
        command.add(1, "-Xlog:class+load:file=" + work.resolve("classes.txt"));
        return round -> {
            fresh(out, 1, "a", command, "build", "-s", site, "-o", out, "--no-cache");
            try (Stream<String> loaded = Files.lines(work.resolve("classes.txt"))) {
                put(round, program, "classes", loaded.filter(line -> line.matches(".* org\\.gongkai\\.[\\w.]+ source: .*")).count());
            }
        };
    }

    /** From an entry more in one of two hundred branches until readers of the portal see it. */
    private Measure portal(Program program) throws Exception {
        Path folder = work.resolve("branches-" + program.name);
        Object[] branches = {JAVA, "-Dfile.encoding=UTF-8", BENCH.resolve("Branches.java")};
        run(ROOT, Arrays.asList(branches), "generate", 200, 40, folder);
        Object[] measure = {Arrays.asList(branches), "measure", folder, "--gongkai", String.join(" ", program.command), "--steps"};
        run(ROOT, Arrays.asList(measure), "publish,portal");
        return round -> {
            Run run = run(ROOT, Arrays.asList(measure), "entry");
            Matcher step = Pattern.compile("(?m)^.*, one entry more +([0-9.]+) ").matcher(Files.readString(run.log));
            put(round, program, "portal", step.results().mapToDouble(it -> Double.parseDouble(it.group(1))).sum());
        };
    }

    private Measure push(Program program, String figure, int size) throws Exception {
        Path folder = Files.createDirectories(work.resolve("push-" + size + "-" + program.name));
        Path repository = folder.resolve("site.git");
        Path published = folder.resolve("published");
        Path clone = folder.resolve("clone");
        run(work, "git", "clone", "-q", "--bare", committed(size), repository);
        run(ROOT, program.command, "hooks", "install", "--repo", repository, "--to", published, "--background");
        run(ROOT, program.command, "hooks", "run", "--repo", repository);
        run(work, "git", "clone", "-q", repository, clone);
        return round -> {
            for (String kind : List.of("text", "title", "entry")) {
                Edit edit = edit(clone, kind, round);
                commit(clone);
                long start = System.nanoTime();
                run(clone, "git", "push", "-q", "origin", "HEAD");
                put(round, program, figure + "push " + kind, seconds(start));
                until(program.name + " did not publish a push", () -> holds(published.resolve("current"), edit));
                put(round, program, figure + "seen " + kind, seconds(start));
                until(program.name + " went on after a publication", () -> ProcessHandle.allProcesses().noneMatch(process ->
                        process.info().commandLine().orElse("").contains(repository.toString())));
            }
        };
    }

    /** The second save after a start, since the first one loads classes. */
    private Measure serve(Program program) throws Exception {
        Path site = copy("serve-" + program.name);
        return round -> {
            Path log = log("serve");
            Process process = process(ROOT, log, program.command, "serve", "-s", site).start();
            try {
                Pattern address = Pattern.compile("http://[0-9.:]+/");
                until(program.name + " does not serve", () -> address.matcher(Files.readString(log)).find());
                Matcher found = address.matcher(Files.readString(log));
                found.find();
                double took = Double.NaN;
                for (int save = 0; save < 2; save++) {
                    Edit edit = edit(site, "text", 2 * round + save);
                    long start = System.nanoTime();
                    HttpRequest page = HttpRequest.newBuilder(URI.create(found.group() + edit.page)).build();
                    until(program.name + " does not show a save", () ->
                            http.send(page, HttpResponse.BodyHandlers.ofString()).body().contains(edit.words));
                    took = seconds(start) * 1000;
                }
                put(round, program, "serve", took);
            } finally {
                process.destroy();
                process.waitFor();
            }
        };
    }

    /** Changes the text or the title of an entry, or adds one beside it; another entry in each round. */
    private static Edit edit(Path site, String kind, int round) throws IOException {
        List<Path> all = files(site.resolve("content"), "", ".md");
        Path file = all.get(Math.floorMod(round * 7919 + kind.hashCode(), all.size()));
        String text = Files.readString(file);
        String number = field(text, "索引号");
        String words = kind + "mark" + round;
        if (kind.equals("entry")) {
            String another = number.replaceFirst("-.*", String.format(Locale.ROOT, "-9%04d", round));
            file = file.resolveSibling(words + ".md");
            text = text.replace(number, another);
            number = another;
        }
        Files.writeString(file, kind.equals("text") ? text + "\n补充一句，" + words + "。\n"
                : text.replaceFirst("(?m)^(标题: .*)$", "$1" + words));
        Matcher column = Pattern.compile("名称: " + field(text, "栏目") + "\\s+标识: (\\S+)")
                .matcher(Files.readString(site.resolve("content/_data/categories.yml")));
        column.find();
        return new Edit(column.group(1) + "/" + field(text, "年度") + "/"
                + number.replace('/', '-').toLowerCase(Locale.ROOT) + ".html", words);
    }

    private static String field(String text, String name) {
        Matcher field = Pattern.compile("(?m)^" + name + ": (.*)$").matcher(text);
        return field.find() ? field.group(1) : "";
    }

    private static boolean holds(Path site, Edit edit) throws IOException {
        Path page = site.resolve(edit.page);
        return Files.isRegularFile(page) && Files.readString(page).contains(edit.words);
    }

    // ---- history ------------------------------------------------------------------------------------------

    /** The step of a build that reads the history, as the program itself times it. */
    private Measure history(Program program) throws Exception {
        Path repository = longHistory();
        Path out = work.resolve("out-history-" + program.name);
        Object[] build = {program.command, "build", "-s", repository, "-o", out, "--timings"};
        String step = "读修改记录\\D+([0-9.]+)";
        return round -> {
            delete(repository.resolve(".git").resolve("gongkai"));
            put(round, program, "history", number(run(ROOT, build).log, step) / 1000);
            List<Path> all = files(repository.resolve("content"), "", ".md");
            for (int i = 0; i < 10; i++) {
                Path file = all.get((round * 10 + i) * 31 % all.size());
                Files.writeString(file, Files.readString(file) + "又补充一句。\n\n");
                commit(repository);
            }
            put(round, program, "history more", number(run(ROOT, build).log, step) / 1000);
        };
    }

    private void gitLog(int round) throws Exception {
        put(round, null, "git log", run(longHistory(), "git", "log", "--raw", "--no-renames", "--format=%H %P %an %at %s").wall);
    }

    private Path longHistory() throws Exception {
        Path folder = work.resolve("history");
        if (!Files.exists(folder)) {
            run(ROOT, JAVA, "-Dfile.encoding=UTF-8", BENCH.resolve("History.java"), "--entries", entries, "--commits",
                    2 * entries, "--out", folder);
        }
        return folder;
    }

    // ---- corpora ------------------------------------------------------------------------------------------

    private Path corpus(String format, int size, int adocPercent) throws Exception {
        Path folder = work.resolve("corpus-" + format + "-" + size + (adocPercent > 0 ? "-adoc" : ""));
        if (!Files.exists(folder)) {
            makeCorpus(format, size, adocPercent, folder);
        }
        return folder;
    }

    private void makeCorpus(String format, int size, int adocPercent, Path folder) throws Exception {
        Run run = run(ROOT, JAVA, "-Dfile.encoding=UTF-8", BENCH.resolve("Corpus.java"), "--entries", size, "--out", folder,
                "--format", format, "--adoc-percent", adocPercent);
        System.out.println("corpus    " + Files.readString(run.log).strip());
    }

    /** The corpus in a repository, for what gongkai keeps between builds lies there. */
    private Path committed(int size) throws Exception {
        Path folder = work.resolve("committed-" + size);
        if (!Files.exists(folder)) {
            makeCorpus("gongkai", size, 0, folder);
            commit(folder);
        }
        return folder;
    }

    private Path copy(String name) throws Exception {
        run(work, "git", "clone", "-q", committed(entries), name);
        return work.resolve(name);
    }

    private void commit(Path folder) throws Exception {
        run(folder, "git", "init", "-q");
        run(folder, "git", "add", "-A");
        run(folder, "git", "-c", "user.name=bench", "-c", "user.email=bench@shili.example", "-c", "gc.auto=0", "commit",
                "-q", "-m", "bench");
    }

    // ---- tools --------------------------------------------------------------------------------------------

    private boolean isWelcome(String figure, String tool) {
        if (options.skip.contains(tool)) {
            absent.put(figure, tool + " left out (--skip)");
        }
        return !options.skip.contains(tool);
    }

    private boolean takesPart(String figure, String... command) {
        if (!isWelcome(figure, command[0])) {
            return false;
        }
        try {
            Run run = run(ROOT, (Object[]) command);
            System.out.println("tool      " + Files.readString(run.log).lines().findFirst().orElse(command[0]));
            return true;
        } catch (Exception e) {
            absent.put(figure, "no " + command[0] + " on PATH");
            return false;
        }
    }

    /** Installs the tools that come from npm, in fixed versions; what an earlier benchmark installed is used again. */
    private boolean npm() {
        try {
            Path folder = Files.createDirectories(work.resolve("npm"));
            run(folder, "npm", "install", "--prefix", folder, "--no-audit", "--no-fund", NPM);
            System.out.println("tool      " + String.join(", ", NPM) + ", from npm");
            return true;
        } catch (Exception e) {
            String why = "not to be had from npm";
            absent.putAll(Map.of("hugo + pagefind", why, "antora", why));
            return false;
        }
    }

    // ---- processes ----------------------------------------------------------------------------------------

    /**
     * Runs a command to its end. Lists in it are taken apart.
     *
     * @throws Failed if it cannot be started or its exit status is not 0
     */
    private Run run(Path folder, Object... command) throws Exception {
        Path log = log("run");
        Path times = work.resolve("times.txt");
        Object[] timed = hasTime ? new Object[] {TIME, "-f", "%U %S %M", "-o", times, Arrays.asList(command)} : command;
        long start = System.nanoTime();
        int status = process(folder, log, timed).start().waitFor();
        double wall = seconds(start);
        if (status != 0) {
            List<String> said = Files.readString(log).lines().toList();
            throw new Failed("exit status " + status + " of " + String.join(" ", words(command)) + said.stream()
                    .skip(Math.max(0, said.size() - 8)).map(line -> "\n          | " + line).collect(Collectors.joining()));
        }
        String[] took = (hasTime ? Files.readString(times).strip() : "NaN NaN NaN").split(" ");
        return new Run(wall, Double.parseDouble(took[0]) + Double.parseDouble(took[1]),
                Double.parseDouble(took[2]) / (1 << 20), log);
    }

    /** Runs a command that writes a folder anew, and expects so many pages in it whose names begin in one way. */
    private Run fresh(Path out, int pages, String prefix, Object... command) throws Exception {
        if (Files.exists(out)) {
            // A file system that has just deleted thousands of files is slower at making new ones.
            Files.move(out, work.resolve("used-" + ++asides + "-" + out.getFileName()));
        }
        Run run = run(ROOT, command);
        expect(pages, out, prefix, ".html");
        return run;
    }

    private static ProcessBuilder process(Path folder, Path log, Object... command) {
        return new ProcessBuilder(words(command)).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
    }

    private static List<String> words(Object... command) {
        List<String> words = new ArrayList<>();
        for (Object part : command) {
            words.addAll(part instanceof Collection<?> parts ? words(parts.toArray()) : List.of(part.toString()));
        }
        return words;
    }

    private Path log(String name) {
        return work.resolve("logs").resolve(String.format(Locale.ROOT, "%04d-%s.log", ++logs, name));
    }

    private static void until(String otherwise, Callable<Boolean> seen) throws Exception {
        long start = System.nanoTime();
        while (!seen.call()) {
            if (seconds(start) > TIMEOUT_SECONDS) {
                throw new Failed(otherwise + " (" + TIMEOUT_SECONDS + " s)");
            }
            Thread.sleep(2);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double number(Path log, String pattern) throws Exception {
        Matcher number = Pattern.compile(pattern).matcher(Files.readString(log));
        if (!number.find()) {
            throw new Failed("no " + pattern + " in " + log);
        }
        return Double.parseDouble(number.group(1));
    }

    // ---- files --------------------------------------------------------------------------------------------

    private static List<Path> files(Path folder, String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix) && file.toString().endsWith(suffix))
                    .sorted().toList();
        }
    }

    private static void expect(int pages, Path folder, String prefix, String suffix) throws Exception {
        int found = files(folder, prefix, suffix).size();
        if (found < pages) {
            throw new Failed(folder + " has " + found + " pages instead of " + pages);
        }
    }

    /** The folder is emptied at the start, so it must be new, empty, or made by an earlier benchmark. */
    private void prepareWorkFolder() throws IOException {
        Path mark = work.resolve("made-by-benchmark");
        Files.createDirectories(work);
        try (Stream<Path> children = Files.list(work)) {
            List<Path> before = children.toList();
            if (!before.isEmpty() && !before.contains(mark)) {
                wrong(work + " holds files that no benchmark made; choose another --work");
            }
            for (Path child : before) {
                if (!child.endsWith("npm")) {
                    delete(child);
                }
            }
        }
        Files.createFile(mark);
        Files.createDirectories(work.resolve("logs"));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    // ---- what is printed ----------------------------------------------------------------------------------

    private void describe() {
        System.out.printf(Locale.ROOT, "machine   %s %s, %d cores, %s, %s GB RAM, load before the start %s, Java %s%n",
                System.getProperty("os.name"), System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors(),
                proc("cpuinfo", "model name\\s*:\\s*(.+)"), proc("meminfo", "MemTotal:\\s*(\\d+)\\d{6} kB"),
                proc("loadavg", "^(\\S+)"), System.getProperty("java.runtime.version"));
        try {
            run(ROOT, "true");
        } catch (Exception e) {
            hasTime = false;
            System.out.println("note      no GNU time at " + TIME);
            List.of("cold cpu", "search peak", "large peak").forEach(it -> absent.put(it, "no GNU time at " + TIME));
        }
    }

    private static String proc(String file, String pattern) {
        try {
            Matcher found = Pattern.compile(pattern, Pattern.MULTILINE).matcher(Files.readString(Path.of("/proc", file)));
            return found.find() ? found.group(1).strip() : "?";
        } catch (IOException e) {
            return "?";
        }
    }

    private void put(int round, Program program, String figure, double value) {
        String name = program == null ? figure : program.name + " " + figure;
        if (!Double.isNaN(value)) {
            figures.computeIfAbsent(name, it -> new TreeMap<>()).put(round, value);
            System.out.printf(Locale.ROOT, "  %-32s %s%n", name, rounded(value));
        }
    }

    /** The counted values of a program or, if it has none of its own, of the tool that it is compared with. */
    private TreeMap<Integer, Double> values(String program, String figure) {
        TreeMap<Integer, Double> all = figures.getOrDefault(program + " " + figure, figures.get(figure));
        return all == null ? new TreeMap<>() : new TreeMap<>(all.tailMap(1));
    }

    private static TreeMap<Integer, Double> quotients(TreeMap<Integer, Double> these, TreeMap<Integer, Double> those) {
        TreeMap<Integer, Double> quotients = new TreeMap<>(these);
        quotients.keySet().retainAll(those.keySet());
        quotients.replaceAll((round, value) -> value / those.get(round));
        return quotients;
    }

    private void table() {
        System.out.printf("%n%,d entries; medians, in brackets the rounds; below 1 × gongkai needs less%n%n", entries);
        Map<String, List<Double>> changes = new LinkedHashMap<>();
        int held = 0;
        int judged = 0;
        for (Row row : ROWS) {
            if (!wants(row.name)) {
                continue;
            }
            TreeMap<Integer, Double> own = values(OWN, row.figure);
            TreeMap<Integer, Double> other = values(OWN, row.other);
            TreeMap<Integer, Double> quotients = quotients(own, other);
            TreeMap<Integer, Double> shown = row.unit.equals("×") ? quotients : own;
            String details = own.isEmpty() ? why(row.figure)
                    : quotients.isEmpty() ? row.unit.equals("×") ? rounded(median(own)) + " s; " + why(row.other) : ""
                    : row.unit.equals("×") ? rounded(median(own)) + " s / " + rounded(median(other)) + " s"
                    : rounded(median(quotients)) + " × a whole Hugo";
            String verdict = "";
            if (!shown.isEmpty() && !Double.isNaN(row.bar)) {
                double share = median(shown) / row.bar;
                judged++;
                held += share <= 1 ? 1 : 0;
                verdict = share <= 1 ? "held" : "missed by " + rounded(median(shown) - row.bar) + " " + row.unit;
            }
            print(row.name, row.what, shown, row.unit,
                    Double.isNaN(row.bar) ? "" : "bar " + rounded(row.bar) + " " + row.unit, verdict, details);
            TreeMap<Integer, Double> before = figures.containsKey(COMPARED + " " + row.figure)
                    ? values(COMPARED, row.figure) : new TreeMap<>();
            TreeMap<Integer, Double> change = quotients(own, before);
            if (!change.isEmpty()) {
                changes.computeIfAbsent(row.name, it -> new ArrayList<>()).add(Math.log(median(change)));
                print("", "  gongkai / compared", change, "×", "", "", rounded(median(own)) + " / " + rounded(median(before)));
            }
        }
        System.out.printf("%n%d of %d bars held%n", held, judged);
        if (!changes.isEmpty()) {
            double sum = changes.values().stream().mapToDouble(lines ->
                    lines.stream().mapToDouble(log -> log).average().getAsDouble()).average().getAsDouble();
            System.out.printf(Locale.ROOT, "gongkai / compared over all rows: %.3f × (geometric mean)%n", Math.exp(sum));
        }
        if (failures > 0) {
            System.out.printf("FAILED: %d (see above; logs in %s)%n", failures, work);
        }
    }

    /** Why there is no such figure: of a tool itself, or of the one that it builds on. */
    private String why(String figure) {
        return absent.getOrDefault(figure, absent.getOrDefault(figure.split(" ")[0], "no run of it succeeded"));
    }

    private static void print(String name, String what, TreeMap<Integer, Double> values, String unit, String bar,
                              String verdict, String details) {
        String value = values.isEmpty() ? "–" : rounded(median(values)) + " " + unit;
        String rounds = values.values().stream().map(Benchmark::rounded).collect(Collectors.joining(" ", "(", ")"));
        System.out.println(String.format(Locale.ROOT, "%-14s%-39s%9s  %-20s  %-10s  %-18s  %s", name, what, value,
                values.isEmpty() ? "" : rounds, bar, verdict, details).stripTrailing());
    }

    private static double median(TreeMap<Integer, Double> values) {
        List<Double> sorted = values.values().stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    /** Three digits, or whole numbers. */
    private static String rounded(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.3f" : value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    // ---- options ------------------------------------------------------------------------------------------

    private static Options parse(String[] args) {
        Map<String, String> given = new HashMap<>(Map.of("--rows", "", "--entries", "10000", "--runs", "3", "--skip", "",
                "--gongkai", JAVA + " -jar target/gongkai.jar", "--compare", "", "--work", "target/bench"));
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
        Set<String> rows = list(given, "--rows", NAMES);
        if (rows.isEmpty()) {
            rows.addAll(NAMES);
            rows.removeAll(Set.of("large", "portal", "jbake"));
        }
        return new Options(rows, number(given, "--entries"), number(given, "--runs"),
                Path.of(given.get("--work")).toAbsolutePath().normalize(), command(given, "--gongkai"),
                command(given, "--compare"), list(given, "--skip", TOOLS));
    }

    private static Set<String> list(Map<String, String> given, String option, Set<String> allowed) {
        Set<String> names = new TreeSet<>(Arrays.asList(given.get(option).split("[,\\s]+")));
        names.remove("");
        if (!allowed.containsAll(names)) {
            wrong(option + " takes these only: " + String.join(",", allowed));
        }
        return names;
    }

    private static List<String> command(Map<String, String> given, String option) {
        return Arrays.stream(given.get(option).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static int number(Map<String, String> given, String option) {
        if (!given.get(option).matches("[1-9]\\d{0,5}")) {
            wrong(option + " must be a number from 1 to 999999, not \"" + given.get(option) + "\"");
        }
        return Integer.parseInt(given.get(option));
    }

    private static void wrong(String message) {
        System.err.println("Benchmark: " + message);
        System.err.print(USAGE);
        System.exit(2);
    }
}
