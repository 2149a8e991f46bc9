package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the code weighs may only fall: whoever adds something removes as much. The ceilings stand in {@code ratchet.properties};
 * a commit that falls below one lowers it, and none raises it.
 */
@Tag("slow")
class RatchetTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path TESTS = Path.of("src/test/java");

    /** The name of a class of the program without the classes in it. */
    private static final Pattern NAME = Pattern.compile("org/gongkai/[\\w/]+");

    /** How far a number may lie above what is measured before it has to be lowered. */
    private static final double SLACK = 0.005;

    private final Map<String, List<String>> files = read(MAIN);

    @Test
    void whatTheCodeWeighsOnlyFalls() throws IOException {
        TreeMap<String, Integer> measured = new TreeMap<>();
        measured.put("files", files.size());
        measured.put("lines", files.values().stream().mapToInt(List::size).sum());
        measured.put("code", files.values().stream().mapToInt(RatchetTest::code).sum());
        measured.put("tests", read(TESTS).values().stream().mapToInt(List::size).sum());
        measured.put("pipeline.closure.lines", closure("org/gongkai/pipeline/Build"));

        Map<String, Integer> recorded = recorded();
        TreeMap<String, String> wrong = new TreeMap<>();
        measured.forEach((name, now) -> {
            int most = recorded.get(name);
            if (now > most || now < most * (1 - SLACK)) {
                wrong.put(name, now + ", recorded are " + most);
            }
        });

        assertThat(wrong)
                .as("what weighs more than before, or has fallen and is to be recorded")
                .isEmpty();
        assertThat(recorded).containsOnlyKeys(measured.keySet());
    }

    private static Map<String, Integer> recorded() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = RatchetTest.class.getResourceAsStream("ratchet.properties")) {
            properties.load(in);
        }
        TreeMap<String, Integer> recorded = new TreeMap<>();
        properties.forEach((name, number) -> recorded.put((String) name, Integer.parseInt((String) number)));
        return recorded;
    }

    /** The lines of every file by its path. */
    private static Map<String, List<String>> read(Path folder) {
        Map<String, List<String>> files = new HashMap<>();
        try (var all = Files.walk(folder)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".java")).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Lines that are neither blank nor comments nor imports. */
    private static int code(List<String> lines) {
        return (int) lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty()
                        && !line.startsWith("import ")
                        && !line.startsWith("//")
                        && !line.startsWith("/*")
                        && !line.startsWith("*"))
                .count();
    }

    /** The lines of all classes that one leads to: those whose names stand in the bytes of its classes. */
    private int closure(String start) throws IOException {
        Set<String> seen = new TreeSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Path folder = CLASSES.resolve(open.peek()).getParent();
            String name = open.pop().replaceFirst(".*/", "");
            try (DirectoryStream<Path> classes = Files.newDirectoryStream(folder, name + "{,$*}.class")) {
                for (Path file : classes) {
                    NAME.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .results()
                            .map(MatchResult::group)
                            .filter(other -> files.containsKey(other + ".java") && seen.add(other))
                            .forEach(open::add);
                }
            }
        }
        return seen.stream().mapToInt(each -> files.get(each + ".java").size()).sum();
    }
}
