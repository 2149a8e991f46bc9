package org.gongkai.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Opens every door with inputs of a seed. {@code -Dfuzz.seconds=600} goes on with further seeds for so long, and
 * {@code -Dfuzz.seed=7} begins with another one.
 */
@Tag("slow")
@Promise("FuzzTest feeds random input")
class FuzzTest extends FolderFixture {

    /** Far more than any input may take; a guard against hanging, no measure. */
    private static final Duration LONGEST = Duration.ofSeconds(300);

    private static final List<String> TRACES =
            List.of("\tat ", "Exception in thread", "[Fatal Error]", "java.lang.", "程序出错");

    private final Map<String, Integer> inputs = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void noInputStopsTheProgramOrShowsATrace() throws Exception {
        long seed = Long.getLong("fuzz.seed", 1);
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong("fuzz.seconds", 0)).toNanos();
        do {
            for (Door door : Doors.all()) {
                open(door, seed);
            }
            seed++;
        } while (System.nanoTime() < end);
        assertThat(failures)
                .as("inputs per door %s, next seed %s", inputs, seed)
                .isEmpty();
        if (Long.getLong("fuzz.seconds", 0) > 0) {
            System.out.println("inputs per door " + inputs + ", next seed " + seed);
        }
    }

    private void open(Door door, long seed) throws Exception {
        Path own = folder.resolve(door.name() + seed);
        int failed = failures.size();
        List<List<String>> commands = door.opens()
                .open(own, new Snippets(new Random(seed * 31 + door.name().hashCode())));
        for (List<String> command : commands) {
            judge(door.name() + " " + seed, own, command);
        }
        inputs.merge(door.name(), door.inputs(), Integer::sum);
        if (failures.size() == failed) {
            delete(own);
        }
    }

    private void judge(String what, Path own, List<String> command) throws IOException {
        ByteArrayOutputStream around = new ByteArrayOutputStream();
        PrintStream err = System.err;
        System.setErr(new PrintStream(around, true, StandardCharsets.UTF_8));
        Ran ran;
        try {
            ran = assertTimeoutPreemptively(LONGEST, () -> SiteFolder.run(command));
        } catch (Throwable e) {
            failures.add(what + " " + command.get(0) + ": " + e + " "
                    + Stream.of(e.getStackTrace()).limit(5).toList());
            return;
        } finally {
            System.setErr(err);
        }
        String all = ran.out() + ran.err() + around.toString(StandardCharsets.UTF_8);
        if (ran.status() < 0 || ran.status() > 3) {
            failures.add(what + ": exit status " + ran.status());
        }
        TRACES.stream()
                .filter(all::contains)
                .findFirst()
                .ifPresent(trace -> failures.add(what + " " + command.get(0) + ": shows " + trace + ": "
                        + all.lines()
                                .filter(line -> line.contains(trace))
                                .findFirst()
                                .orElse("")));
        if (ran.status() == 0 && Files.isDirectory(own.resolve("target/site"))) {
            // A template is trusted to write any HTML, a damaged one writes damaged HTML.
            if (!what.startsWith("templates ")) {
                wellFormed(what, own.resolve("target/site"));
            }
        }
    }

    /** Every tag that a page opens is closed where it may be. */
    private void wellFormed(String what, Path output) {
        SiteFolder.files(output).forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                Parser parser = Parser.htmlParser().setTrackErrors(10);
                parser.parseInput(new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), "");
                ParseErrorList errors = parser.getErrors();
                if (!errors.isEmpty()) {
                    failures.add(what + " " + path + ": " + errors.get(0));
                }
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepest = all.sorted(java.util.Comparator.reverseOrder()).toList();
            for (Path path : deepest) {
                path.toFile().setWritable(true);
            }
            for (Path path : deepest) {
                Files.delete(path);
            }
        }
    }
}
