import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks what a stranger gets, from outside: a built site and a program, with nothing but the JDK, git, Chromium and its driver.
 *
 * <pre>
 *   java src/tools/OutsideCheck.java --site target/site
 *   java src/tools/OutsideCheck.java --program target/gongkai.jar --readme README.md
 * </pre>
 *
 * The program is a jar with its {@code lib} beside it, or an executable file. Exit status: 0 if everything holds, 1 if something does
 * not, which one sentence says; all checks are run in any case.
 */
public final class OutsideCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LAST_ANSWER = Duration.ofSeconds(10);
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^<>\\s/]*((?:\\s+[^\\s=<>/]+(?:=\"[^\"]*\")?)*)\\s*/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s(href|src|srcset|data|poster|action)=\"([^\"]*)\"");
    private static final Pattern STYLE_URL = Pattern.compile("url\\(\\s*['\"]?([^'\")]+)");
    private static final Pattern LISTED = Pattern.compile(
            "\\{\\s*\"path\":\\s*\"([^\"]*)\",\\s*\"size\":\\s*(\\d+),\\s*\"sha256\":\\s*\"([0-9a-f]{64})\"\\s*}");
    /** The first character of GB 2312 whose reading begins with each letter; its common characters are sorted by pinyin. */
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";

    private static final int[] FIRST = {
        0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6, 0xC5BE,
        0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1, 0xD7FA
    };

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String sentence) {
            super(sentence);
        }
    }

    private interface Check {
        void run() throws IOException, InterruptedException;
    }

    private final Path scratch;
    private int failures;

    private OutsideCheck(Path scratch) {
        this.scratch = scratch;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        if (args.length == 0
                || args.length % 2 != 0
                || !Set.of("--site", "--program", "--readme").containsAll(options.keySet())
                || options.containsKey("--program") != options.containsKey("--readme")) {
            System.err.println("usage: OutsideCheck [--site DIR] [--program FILE --readme FILE]");
            System.exit(2);
        }
        Path scratch = Files.createTempDirectory("gongkai-outside-");
        OutsideCheck check = new OutsideCheck(scratch);
        try {
            if (options.containsKey("--site")) {
                check.site(Path.of(options.get("--site")).toRealPath());
            }
            if (options.containsKey("--program")) {
                check.program(Path.of(options.get("--program")).toRealPath(), Path.of(options.get("--readme")));
            }
        } finally {
            try (Stream<Path> files = Files.walk(scratch)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
        System.exit(check.failures == 0 ? 0 : 1);
    }

    private void check(String name, Check check) throws InterruptedException {
        try {
            check.run();
            System.out.println("ok: " + name);
        } catch (Failed | IOException | UncheckedIOException e) {
            failures++;
            System.err.println("FAILED: " + name + ": " + (e instanceof Failed ? e.getMessage() : e));
        }
    }

    // ---- a site ----

    private void site(Path site) throws InterruptedException {
        check("every file that pages of " + site + " name exists", () -> links(site));
        check("the manifest lists just the files that there are", () -> manifest(site));
        check("the site works in a browser", () -> {
            try (Browser browser = new Browser()) {
                browser.read(site, "index.html");
                String newest = newest(site);
                browser.read(site, newest);
                if (Files.exists(site.resolve("registers/index.html"))) {
                    browser.read(site, "registers/index.html");
                    browser.read(site, firstRegister(site));
                }
                browser.find(site, phrase(site, newest), "#search-results", newest);
                browser.find(site, initials(title(site, newest)), "#search-initials", newest);
            }
        });
    }

    private static void links(Path site) throws IOException {
        Set<String> missing = new TreeSet<>();
        int seen = 0;
        for (Path file : files(site)) {
            String name = file.toString();
            if (name.endsWith(".html") || name.endsWith(".css")) {
                for (String address : addresses(Files.readString(file), name.endsWith(".css"))) {
                    seen++;
                    String path = URLDecoder.decode(address.replaceAll("[?#].*", "").replace("+", "%2B"), StandardCharsets.UTF_8);
                    // A page for addresses that do not exist is shown anywhere: its own addresses begin at the root.
                    Path target = (path.startsWith("/") ? site.resolve(path.substring(1)) : file.resolveSibling(path)).normalize();
                    if (!target.startsWith(site) || !Files.exists(Files.isDirectory(target) ? target.resolve("index.html") : target)) {
                        missing.add(site.relativize(file) + " names " + address + ", which is not there");
                    }
                }
            }
        }
        if (seen == 0 || !missing.isEmpty()) {
            throw new Failed(seen == 0 ? "no page names any file" : first(missing));
        }
    }

    /** The addresses of files of the same site. */
    private static List<String> addresses(String text, boolean css) {
        List<String> found = new ArrayList<>();
        if (css) {
            STYLE_URL.matcher(text).results().forEach(url -> found.add(url.group(1)));
        } else {
            TAG.matcher(text).results().forEach(tag -> ATTRIBUTE.matcher(tag.group(1)).results()
                    .forEach(attribute -> {
                        String value = attribute.group(2).replace("&amp;", "&");
                        boolean several = attribute.group(1).equals("srcset");
                        for (String one : several ? value.split(",") : new String[] {value}) {
                            found.add(several ? one.strip().split(" ")[0] : one);
                        }
                    }));
        }
        found.removeIf(address -> address.isEmpty() || address.startsWith("#") || address.matches("(?i)[a-z][a-z0-9+.-]*:.*|//.*"));
        return found;
    }

    private static void manifest(Path site) throws IOException {
        Set<String> wrong = new TreeSet<>();
        Map<String, String> listed = new TreeMap<>();
        LISTED.matcher(Files.readString(site.resolve("manifest.json")))
                .results()
                .forEach(file -> listed.put(file.group(1), file.group(2) + " " + file.group(3)));
        for (Path file : files(site)) {
            String name = site.relativize(file).toString();
            if (!name.equals("manifest.json")) {
                byte[] bytes = Files.readAllBytes(file);
                if (!(bytes.length + " " + sha256(bytes)).equals(listed.remove(name))) {
                    wrong.add(name + " is not listed with its size and hash");
                }
            }
        }
        listed.keySet().forEach(name -> wrong.add(name + " is listed and not there"));
        if (!wrong.isEmpty()) {
            throw new Failed(first(wrong));
        }
    }

    /** The address of the newest entry, as the feed has it. */
    private static String newest(Path site) throws IOException {
        return group(Files.readString(site.resolve("feed.xml")), "<entry>.*?<id>[^<]*:([^<:]+\\.html)</id>", "feed.xml has no entry");
    }

    private static String firstRegister(Path site) throws IOException {
        return "registers/" + group(Files.readString(site.resolve("registers/index.html")), "href=\"(?:\\.\\./registers/)?([a-z0-9-]+/index.html)\"", "no register");
    }

    private static String title(Path site, String page) throws IOException {
        return group(Files.readString(site.resolve(page)), "<h1[^>]*>(.*?)</h1>", page + " has no title").replaceAll("<[^>]*>", "");
    }

    /** Some words from the middle of an entry's text. */
    private static String phrase(Path site, String page) throws IOException {
        String text = group(Files.readString(site.resolve(page)), "<article.*?</h1>.*?<p>(.*?)</article>", page + " has no text");
        List<String> runs = Pattern.compile("\\p{IsHan}{6,}")
                .matcher(text.replaceAll("<[^>]*>", "，"))
                .results()
                .map(run -> run.group().substring(0, 6))
                .toList();
        if (runs.isEmpty()) {
            throw new Failed(page + " has no phrase to look for");
        }
        return runs.get(runs.size() / 2);
    }

    /** The pinyin initials of the last Chinese characters of a title. */
    private static String initials(String title) {
        String run = group(title, "(\\p{IsHan}{3,})\\P{IsHan}*$", "“" + title + "” has no Chinese to type the initials of");
        return run.codePoints().mapToObj(Character::toString).map(OutsideCheck::initial).collect(Collectors.joining());
    }

    private static String initial(String han) {
        byte[] bytes = han.getBytes(Charset.forName("GB2312"));
        int code = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int place = Arrays.binarySearch(FIRST, code);
        int letter = place < 0 ? -place - 2 : place;
        if (letter < 0 || letter >= LETTERS.length()) {
            throw new Failed(han + " is no common character");
        }
        return LETTERS.substring(letter, letter + 1);
    }

    // ---- a program ----

    private void program(Path program, Path readme) throws IOException, InterruptedException {
        Path home = Files.createDirectories(scratch.resolve("党务 公开"));
        String command = installed(program, home);
        String text = group(Files.readString(readme), "\n## The first entry\n(.*?)\n## ", "the README has no first entry");
        String path = "MY-SITE/content/" + group(text, "in that a file `([^`]+\\.md)`", "the README names no file");
        List<String> blocks = Pattern.compile("(?:\n(?:    .*|(?=\n    )))+")
                .matcher(text)
                .results()
                .map(block -> block.group().replace("\n    ", "\n").strip() + "\n")
                .toList();
        String entry = blocks.get(0);
        String title = group(entry, "标题: ([^\n]+)", "the first entry has no title");
        String build = typed(blocks, " build ", command);
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, entry);

        check("the program starts in “" + home.getFileName() + "”", () -> run(home, 0, command + " --version"));
        check("the first entry of the README is built", () -> {
            String said = run(home, 0, build);
            if (said.contains("警告")) {
                throw new Failed("the first entry of the README is warned of: " + said);
            }
            Path page = home.resolve("MY-SITE/site").resolve(newest(home.resolve("MY-SITE/site")));
            if (!Files.readString(page).contains(title)) {
                throw new Failed(page + " lacks the title “" + title + "”");
            }
        });
        site(home.resolve("MY-SITE/site"));
        check("the mistake that the README shows is reported so, and the site stays", () -> {
            String line = blocks.stream().filter(block -> block.contains(": 错误 ")).findFirst().orElseThrow().strip();
            Path index = home.resolve("MY-SITE/site/index.html");
            String before = sha256(Files.readAllBytes(index));
            Files.writeString(file, entry.replaceFirst("(发布日期: ).*", "$1" + group(line, "“([^”]+)”", "no value")));
            String said = run(home, 1, build);
            Files.writeString(file, entry);
            if (said.lines().noneMatch(line::equals) || !sha256(Files.readAllBytes(index)).equals(before)) {
                throw new Failed("the README says “" + line + "”, the program said: " + said);
            }
        });
        check("serve answers and stops", () -> answers(home, typed(List.of(readmeLine(text, " serve ")), " serve ", command), title));
        check("desk answers and stops", () -> answers(home, typed(blocks, " desk ", command), "工作台"));
        check("a push reaches readers, and one with a mistake does not", () -> push(home, command, path, entry, title));
    }

    /** Copies a program to a folder whose name has blanks and Chinese; returns how it is called there. */
    private static String installed(Path program, Path home) throws IOException {
        boolean jar = program.toString().endsWith(".jar");
        Path folder = program.getParent();
        Path copy = home.resolve("target");
        for (Path file : files(folder)) {
            Path name = folder.relativize(file);
            if (!jar || name.equals(program.getFileName()) || name.startsWith("lib") || name.toString().endsWith(".jsa")) {
                Files.createDirectories(copy.resolve(name).getParent());
                Files.copy(file, copy.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return (jar ? "java -jar " : "") + "target/" + program.getFileName();
    }

    private static String readmeLine(String text, String word) {
        return group(text, "`(java -jar target/gongkai.jar" + word + "[^`]*)`", "the README does not say how to" + word);
    }

    /** A command of the README, for the program that is tried. */
    private static String typed(List<String> blocks, String word, String command) {
        return blocks.stream()
                .filter(block -> block.startsWith("java -jar target/gongkai.jar" + word))
                .findFirst()
                .orElseThrow(() -> new Failed("the README does not say how to" + word))
                .strip()
                .replace("java -jar target/gongkai.jar", command);
    }

    private void answers(Path home, String command, String expected) throws IOException, InterruptedException {
        // A port that is asked for by number may be another program's as soon as it is free.
        Process process = shell(home, "exec " + command + (command.matches(".* (?:serve|desk) .*") ? " --port 0" : ""));
        try {
            URI address = URI.create(firstLine(process, line -> line.contains("http://"))
                    .replaceAll(".*(http://\\S+).*", "$1"));
            HttpClient client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .cookieHandler(new java.net.CookieManager())
                    .build();
            HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200 || !response.body().replace("<wbr>", "").contains(expected)) {
                throw new Failed("“" + command + "” answers " + response.statusCode() + " without “" + expected + "”");
            }
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new Failed("“" + command + "” does not stop");
            }
            // The process that does the work ends once it sees that the one that was started has ended.
            for (long end = System.nanoTime() + LAST_ANSWER.toNanos(); answers(client, request); Thread.sleep(100)) {
                if (System.nanoTime() > end) {
                    throw new Failed("“" + command + "” still answers after its end");
                }
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            client.send(request, BodyHandlers.discarding());
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            // It ends while it is asked.
            return true;
        }
    }

    private void push(Path home, String command, String path, String entry, String title) throws IOException, InterruptedException {
        String name = path.substring("MY-SITE/".length());
        run(home, 0, "git init -q --bare site.git");
        run(home, 0, command + " hooks install --repo site.git --to www");
        run(home, 0, "git clone -q site.git work && cd work && git checkout -q -b main"
                + " && git config user.name 测试 && git config user.email test@shili.example");
        Path file = home.resolve("work").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, entry);
        String push = "cd work && git add -A && git commit -q -m 通知 && git push origin HEAD:main";
        String said = run(home, 0, push);
        Path feed = home.resolve("www/current/feed.xml");
        for (int i = 0; i < PATIENCE.toSeconds() * 10 && !Files.exists(feed); i++) {
            Thread.sleep(100);
        }
        if (!Files.exists(feed) || !Files.readString(feed).contains(title)) {
            throw new Failed("the entry is not published; the push said: " + said);
        }
        Path release = home.resolve("www/current").toRealPath();
        Files.writeString(file, entry.replaceFirst("(发布日期: ).*", "$12025-13-03"));
        if (!run(home, 1, push).contains("E123") || !home.resolve("www/current").toRealPath().equals(release)) {
            throw new Failed("a push with a mistake is not refused with its problem");
        }
        run(home, 0, command + " verify www");
    }

    // ---- processes ----

    private static Process shell(Path folder, String line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        return builder.start();
    }

    /** Runs a line in a shell; returns all that it said. */
    private String run(Path folder, int status, String line) throws IOException, InterruptedException {
        Path said = Files.createTempFile(scratch, "said", ".txt");
        Process process = shell(folder, "exec >'" + said + "' 2>&1; " + line);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new Failed("“" + line + "” does not end");
        }
        String text = Files.readString(said);
        if (process.exitValue() != status) {
            throw new Failed("“" + line + "” ends with status " + process.exitValue() + " and says: " + text);
        }
        return text;
    }

    private static String firstLine(Process process, Predicate<String> wanted) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (wanted.test(line)) {
                return line;
            }
            said.append(line).append('\n');
        }
        throw new Failed("a server ended and said: " + said);
    }

    // ---- a browser ----

    /** Chromium without a window, which reads pages from the disk, through the protocol of its driver. */
    private static final class Browser implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final Process driver;
        private final String session;

        Browser() throws IOException, InterruptedException {
            driver = new ProcessBuilder("chromedriver", "--port=0").redirectErrorStream(true).start();
            String started = firstLine(driver, line -> line.contains("started successfully on port"));
            String root = "http://127.0.0.1:" + started.replaceAll(".*port (\\d+).*", "$1") + "/session";
            String options = Stream.of("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "no-first-run",
                            "disable-background-networking", "disable-component-update", "disable-sync")
                    .map(option -> "\"--" + option + "\"")
                    .collect(Collectors.joining(","));
            String answer = post(root, "{\"capabilities\":{\"alwaysMatch\":{\"browserName\":\"chrome\",\"goog:chromeOptions\":{\"args\":["
                    + options + "]},\"goog:loggingPrefs\":{\"browser\":\"ALL\"}}}}");
            session = root + "/" + group(answer, "\"sessionId\":\"([^\"]+)\"", "no browser: " + answer);
        }

        private String post(String address, String json) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .POST(BodyPublishers.ofString(json))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }

        /** Opens a page, on which nothing may be said on the console. */
        void read(Path site, String address) throws IOException, InterruptedException {
            open(site, address, "return document.readyState === 'complete'");
        }

        private void open(Path site, String address, String ready) throws IOException, InterruptedException {
            String query = address.contains("?") ? address.substring(address.indexOf('?')) : "";
            String page = address.substring(0, address.length() - query.length());
            post(session + "/url", "{\"url\":\"" + site.resolve(page).toUri() + query + "\"}");
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!answer(ready).equals("true")) {
                if (System.nanoTime() > end) {
                    throw new Failed(address + " is never ready in a browser");
                }
                Thread.sleep(50);
            }
            String console = post(session + "/se/log", "{\"type\":\"browser\"}");
            if (!console.equals("{\"value\":[]}")) {
                throw new Failed(address + " says on the console: " + console);
            }
        }

        private String answer(String script) throws IOException, InterruptedException {
            String json = post(session + "/execute/sync", "{\"script\":\"" + script + "\",\"args\":[]}");
            return group(json, "^\\{\"value\":\"?(.*?)\"?}$", "a script fails: " + json);
        }

        /** Searches; the entry at an address must be among the hits of a list. */
        void find(Path site, String query, String list, String address) throws IOException, InterruptedException {
            open(site, "search.html?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                    "var s = document.getElementById('search'); return !!s && s.getAttribute('aria-busy') === 'false'");
            String hits = answer("return [].map.call(document.querySelectorAll('" + list + " a[href]'),"
                    + " function (a) { return a.getAttribute('href'); }).join(' ')");
            if (!List.of(hits.split(" ")).contains(address)) {
                throw new Failed("“" + query + "” does not find " + address + " but " + (hits.isEmpty() ? "nothing" : hits));
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            client.send(HttpRequest.newBuilder(URI.create(session)).DELETE().build(), BodyHandlers.discarding());
            driver.destroy();
        }
    }

    // ---- small things ----

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String group(String text, String pattern, String otherwise) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!matcher.find()) {
            throw new Failed(otherwise);
        }
        return matcher.group(1);
    }

    private static String first(Set<String> sentences) {
        return sentences.iterator().next() + (sentences.size() > 1 ? ", and " + (sentences.size() - 1) + " more like it" : "");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
