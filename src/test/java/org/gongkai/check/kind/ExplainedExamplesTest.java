package org.gongkai.check.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.check.explain.Explanations;
import org.gongkai.check.explain.Explanations.Explanation;
import org.gongkai.input.data.YamlReader;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of what a code means are true: the wrong one brings the code, the right one does not. */
@Tag("slow")
class ExplainedExamplesTest {

    /** Codes without examples that can be tried here, and why. */
    private static final Map<String, String> NONE = Map.of(
            "E139", "a list of sites, which is no file of a site",
            "E396", "a check list, likewise",
            "E308", "two commits of which one is a project of JBake, and a publication",
            "E615", "a converter on the class path that fails");

    private static final Explanations EXPLANATIONS = new Explanations(new YamlReader());
    private static final Pattern PROBLEM = Pattern.compile("(.*?):\\d+:\\d+: (?:错误|警告) ([EW]\\d{3}) .*");
    private static final Pattern FOLDER = Pattern.compile("content/([EW]\\d{3})/.*");

    @TempDir
    static Path folder;

    private static Set<String> wrong;
    private static Set<String> right;

    static Stream<String> codes() {
        return EXPLANATIONS.all().stream().map(Explanation::code).filter(code -> !NONE.containsKey(code));
    }

    @BeforeAll
    static void build() throws IOException {
        wrong = told("wrong", Explanation::wrong);
        right = told("right", Explanation::right);
    }

    /** The codes that are told of their own examples, of all that share a site and of each that has one of its own. */
    private static Set<String> told(String name, Function<Explanation, String> example) throws IOException {
        Set<String> told = new TreeSet<>();
        ExampleSite shared = new ExampleSite(folder.resolve(name)).common();
        for (String code : codes().toList()) {
            String text = example.apply(EXPLANATIONS.of(code).orElseThrow());
            if (ExampleSite.isAlone(code)) {
                SiteFolder own = new ExampleSite(folder.resolve(name + code))
                        .with(code, text)
                        .site();
                if (own.build().problems().stream().anyMatch(problem -> problem.contains(" " + code + " "))) {
                    told.add(code);
                }
            } else {
                shared.with(code, text);
            }
        }
        for (String line : shared.site().build().problems()) {
            Matcher problem = PROBLEM.matcher(line);
            Matcher place = FOLDER.matcher(problem.matches() ? problem.group(1) : "");
            if (place.matches() && place.group(1).equals(problem.group(2))) {
                told.add(problem.group(2));
            }
        }
        return told;
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theyBringTheirCodeOrNot(String code) {
        assertThat(wrong).as("told of the wrong example").contains(code);
        assertThat(right).as("told of the right example").doesNotContain(code);
    }

    @Test
    void onlyWhatCannotBeTriedHasNone() {
        assertThat(EXPLANATIONS.all())
                .filteredOn(rule -> rule.wrong().isBlank() || rule.right().isBlank())
                .extracting(Explanation::code)
                .isSubsetOf(NONE.keySet());
    }
}
