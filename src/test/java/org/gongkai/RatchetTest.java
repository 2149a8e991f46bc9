package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import org.gongkai.pipeline.Build;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the code weighs may only fall: whoever adds something removes as much. The ceilings stand in {@code ratchet.properties};
 * a commit that falls below one lowers it, and none raises it.
 */
@Tag("slow")
class RatchetTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    /** How far a number may lie above what is measured before it has to be lowered. */
    private static final double SLACK = 0.005;

    private final Map<String, List<String>> files = read(MAIN);

    @Test
    void whatTheCodeWeighsOnlyFalls() throws IOException {
        // Libraries need not be read to know which classes of the project lead to which.
        JavaClasses classes = ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPath(Path.of("target/classes/org/gongkai"));
        });
        TreeMap<String, Integer> measured = new TreeMap<>();
        measured.put("files", files.size());
        measured.put("lines", files.values().stream().mapToInt(List::size).sum());
        measured.put("code", files.values().stream().mapToInt(RatchetTest::code).sum());
        measured.put("tests", read(TESTS).values().stream().mapToInt(List::size).sum());
        measured.put("pipeline.closure.lines", closure(classes.get(Build.class)));

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

    /** The lines of all classes that one leads to. */
    private int closure(JavaClass start) {
        Set<String> seen = new TreeSet<>();
        Deque<JavaClass> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            JavaClass next = open.pop();
            if (seen.add(next.getName())) {
                next.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .filter(target -> target.getPackageName().startsWith("org.gongkai"))
                        .map(target -> target.isArray() ? target.getBaseComponentType() : target)
                        .forEach(open::add);
            }
        }
        return seen.stream()
                .map(name -> name.replaceFirst("\\$.*", "").replace('.', '/') + ".java")
                .distinct()
                .mapToInt(file -> files.get(file).size())
                .sum();
    }
}
