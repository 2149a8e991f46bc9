package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@code .github/SECURITY.md} promises is a list: each of its sentences is held by tests that name it. */
class SecurityPromisesTest {

    /** The beginnings of sentences that promise nothing: who is trusted, what follows, what is left to the reader. */
    private static final List<String> EXPLANATIONS = List.of(
            "Whoever may push into the repository may write",
            "The last two are trusted like the program",
            "Let people who only write content push elsewhere",
            "A folder from elsewhere has a .git with settings and hooks",
            "Settings of the user and of the machine (~/.gitconfig) are trusted",
            "Without a token, other users of the same machine can read it",
            "print as another user");

    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern ANNOTATED = Pattern.compile("(?m)^ *@Promise\\(");

    /** A full stop or a semicolon that ends a sentence: outside of parentheses, and no part of a name. */
    private static final Pattern SENTENCE = Pattern.compile("(?:\\([^()]*\\)|[^().;]|[.;](?! ))+[.;](?= |$)");

    private static List<String> sentences;
    private static List<Held> held;

    /** A promise and the test that holds it. */
    private record Held(String promise, AnnotatedElement test) {}

    @BeforeAll
    static void read() throws Exception {
        String text = Files.readString(Path.of(".github/SECURITY.md"));
        sentences = sentences(text.substring(text.indexOf('\n'), text.indexOf("## Not defended")));
        held = held();
    }

    /** The sentences of the document, without marks and line breaks, and without the words in bold that head a paragraph. */
    private static List<String> sentences(String markdown) {
        List<String> found = new ArrayList<>();
        for (String paragraph : markdown.strip().split("\n\\s*\n")) {
            String plain = paragraph
                    .replaceAll("\\s+", " ")
                    .replaceFirst("^\\*\\*[^*]*\\.\\*\\* ", "")
                    .replaceAll("[*`]", "");
            Matcher matcher = SENTENCE.matcher(plain);
            int end = 0;
            while (matcher.find()) {
                found.add(matcher.group().strip());
                end = matcher.end();
            }
            assertThat(plain.substring(end)).as("the end of a paragraph").isBlank();
        }
        return found;
    }

    private static List<Held> held() throws Exception {
        List<Held> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(SecurityPromisesTest::hasPromise).sorted().toList()) {
                String name = TESTS.relativize(file)
                        .toString()
                        .replaceFirst("\\.java$", "")
                        .replace('/', '.');
                collect(Class.forName(name, false, SecurityPromisesTest.class.getClassLoader()), found);
            }
        }
        return found;
    }

    private static boolean hasPromise(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && ANNOTATED.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void collect(Class<?> type, List<Held> found) {
        Stream<AnnotatedElement> elements = Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods()));
        elements.forEach(element -> {
            for (Promise promise : element.getAnnotationsByType(Promise.class)) {
                found.add(new Held(promise.value(), element));
            }
        });
        for (Class<?> nested : type.getDeclaredClasses()) {
            collect(nested, found);
        }
    }

    @Test
    void eachIsHeldByATestOrOnlyExplains() {
        assertThat(sentences)
                .as(
                        "sentences of SECURITY.md that no test names: annotate with @Promise the tests that hold them, or write one")
                .filteredOn(sentence -> EXPLANATIONS.stream().noneMatch(sentence::startsWith))
                .filteredOn(sentence -> held.stream().noneMatch(test -> sentence.startsWith(test.promise())))
                .isEmpty();
    }

    @Test
    void eachAnnotationNamesOneSentence() {
        assertThat(held)
                .as("annotations that name no sentence of SECURITY.md, or several")
                .filteredOn(test -> matching(test.promise()) != 1)
                .isEmpty();
        assertThat(EXPLANATIONS).allMatch(explanation -> matching(explanation) == 1);
    }

    private static long matching(String beginning) {
        return sentences.stream()
                .filter(sentence -> sentence.startsWith(beginning))
                .count();
    }

    @Test
    void eachAnnotationIsThatOfTests() {
        assertThat(held)
                .as("annotated, but not run as tests")
                .filteredOn(test -> !isTest(test.test()))
                .isEmpty();
    }

    private static boolean isTest(AnnotatedElement element) {
        return element instanceof Class<?> type
                ? Arrays.stream(type.getDeclaredMethods()).anyMatch(SecurityPromisesTest::isTest)
                : AnnotationSupport.isAnnotated(element, Testable.class);
    }
}
