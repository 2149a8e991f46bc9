package org.gongkai;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.markup.LinkResolver;
import org.gongkai.output.Output;
import org.gongkai.pipeline.SiteFileWriter;
import org.gongkai.pipeline.cache.PageCache;
import org.gongkai.pipeline.live.PartialSite;
import org.junit.jupiter.api.Test;

/** Who may know whom. What a package must not know stands in its {@code package-info.java}. */
@AnalyzeClasses(packages = "org.gongkai", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Two threads that initialize such a class and its subclass at a time wait for each other for ever. */
    @ArchTest
    static void noConstantIsOfASubclass(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(type ->
                                !type.isEnum() && type.getStaticInitializer().isPresent())
                        .flatMap(type -> type.getStaticInitializer().get().getConstructorCallsFromSelf().stream()
                                .filter(call -> !call.getTargetOwner().equals(type)
                                        && !call.getTargetOwner().isAnonymousClass()
                                        && call.getTargetOwner().isAssignableTo(type.getFullName()))))
                .isEmpty();
    }

    @ArchTest
    static final ArchRule problems = room("problem").mayKnow("nothing");

    @ArchTest
    static final ArchRule text = room("text").mayKnow("nothing");

    @ArchTest
    static final ArchRule io = room("io").mayKnow("nothing");

    @ArchTest
    static final ArchRule cache = room("cache").mayKnow("problem io");

    @ArchTest
    static final ArchRule input = room("input").mayKnow("text problem io cache");

    @ArchTest
    static final ArchRule markup = room("markup").mayKnow("text problem io input");

    @ArchTest
    static final ArchRule output = room("output").mayKnow("text problem io");

    @ArchTest
    static final ArchRule site = room("site").mayKnow("text problem io cache input markup");

    @ArchTest
    static final ArchRule check = room("check").mayKnow("text problem io cache input site output");

    @ArchTest
    static final ArchRule history = room("history").mayKnow("problem io cache input markup check");

    @ArchTest
    static final ArchRule render = room("render").mayKnow("text problem io cache input markup site history");

    @ArchTest
    static final ArchRule write = room("write")
            .mayKnow("text problem io input markup site check history render pipeline feature manual preview");

    @ArchTest
    static final ArchRule manual = room("manual").mayKnow("cache io pipeline");

    @ArchTest
    static final ArchRule importedDocumentsKnowNoSite = noClasses()
            .that()
            .resideInAPackage("org.gongkai.write.document..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.gongkai.site..", "org.gongkai.pipeline..", "org.gongkai.history..", "org.gongkai.preview.."));

    @ArchTest
    static final ArchRule preview =
            room("preview").mayKnow("text problem io input markup site check history render output pipeline");

    @ArchTest
    static final ArchRule pipeline =
            room("pipeline").mayKnow("problem io cache input markup site check history render output");

    @ArchTest
    static final ArchRule feature =
            room("feature").mayKnow("text problem io cache input markup site output check history render pipeline");

    /** Rules and the search for leaks come to the core through {@code org.gongkai.feature.Features}. */
    @ArchTest
    static final ArchRule theCoreKnowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.gongkai.pipeline..", "org.gongkai.render..", "org.gongkai.site..", "org.gongkai.check")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.gongkai.check.figure..",
                    "org.gongkai.check.file..",
                    "org.gongkai.check.header..",
                    "org.gongkai.check.kind..",
                    "org.gongkai.check.leak..",
                    "org.gongkai.check.text.blank..",
                    "org.gongkai.check.text.mark..",
                    "org.gongkai.check.text.number..",
                    "org.gongkai.check.text.paste.."));

    @ArchTest
    static final ArchRule featuresDoNotKnowEachOther =
            slices().matching("org.gongkai.feature.(*)..").should().notDependOnEachOther();

    /** What is listed in the files of a site is what is checked, previewed, printed and published. */
    @ArchTest
    static final ArchRule filesOfSitesHaveOneWriter = noClasses()
            .that()
            .areNotAssignableTo(Output.class)
            .and()
            .resideOutsideOfPackages("org.gongkai.output..")
            // The index is one file of many parts, of which it knows which are those of before.
            .and()
            .resideOutsideOfPackages("org.gongkai.feature.search.index..")
            .and()
            .doNotBelongToAnyOf(SiteFileWriter.class, PageCache.class, PartialSite.class)
            .should()
            .callMethodWhere(target(owner(assignableTo(Output.class)))
                    .and(target(name("write").or(name("copy")).or(name("reuse")))));

    @ArchTest
    static final ArchRule publish =
            room("publish").mayKnow("text problem io cache input site check history output markup feature pipeline");

    @ArchTest
    static final ArchRule portal =
            room("portal").mayKnow("text problem io cache input site output feature render pipeline publish");

    /** But for its algorithm that compares any two sequences. */
    @ArchTest
    static final ArchRule gitHasOneRoom = noClasses()
            .that()
            .resideOutsideOfPackages("org.gongkai.history.git..", "org.gongkai.history.diff")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit..");

    @ArchTest
    static final ArchRule releasesKnowFilesOnly = noClasses()
            .that()
            .resideInAPackage("org.gongkai.publish.release..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.gongkai.input..",
                    "org.gongkai.render..",
                    "org.gongkai.history..",
                    "org.gongkai.check..",
                    "org.gongkai.publish.hooks..",
                    "org.gongkai.publish.push..",
                    "org.gongkai.publish.bundle.."));

    @ArchTest
    static final ArchRule theLookForLeaksKnowsNotHowPagesAreMade = noClasses()
            .that()
            .resideInAPackage("org.gongkai.check.leak..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.gongkai.markup..", "org.gongkai.render.."));

    @ArchTest
    static final ArchRule ofMarkupSiteKnowsOnlyLinks = noClasses()
            .that()
            .resideInAPackage("org.gongkai.site..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.gongkai.markup..")
                    .and(DescribedPredicate.not(type(LinkResolver.class).or(nameMatching(".*\\.LinkResolver\\$.*")))));

    @ArchTest
    static final ArchRule nobodyKnowsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("org.gongkai.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.gongkai.cli..");

    @ArchTest
    static final ArchRule theRootIsEmpty =
            noClasses().that().doNotHaveSimpleName("package-info").should().resideInAPackage("org.gongkai");

    /** Whoever reads a name in a message of the compiler must know which class is meant. */
    @Test
    void noTwoClassesHaveTheSameName() throws IOException {
        Map<String, List<Path>> files = sources().stream()
                .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
        files.values().removeIf(same -> same.size() == 1);

        assertThat(files).isEmpty();
    }

    @Test
    void noClassIsLongerThan300Lines() throws IOException {
        Map<Path, Integer> lines = new TreeMap<>();
        for (Path file : sources()) {
            lines.put(file, Files.readAllLines(file).size());
        }
        lines.values().removeIf(count -> count <= 300);

        assertThat(lines).isEmpty();
    }

    /** What belongs together in a longer one is a record of its own, which can be handed on as one value. */
    @ArchTest
    static void noRecordHasMoreThanEightComponents(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(JavaClass::isRecord)
                        .filter(type -> type.reflect().getRecordComponents().length > 8))
                .isEmpty();
    }

    @Test
    void noPackageHasMoreThan20Files() throws IOException {
        Map<Path, Long> files =
                sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        files.values().removeIf(count -> count <= 20);

        assertThat(files).isEmpty();
    }

    /** The formatter sees to code. */
    @Test
    void noCommentIsWiderThan120Columns() throws IOException {
        Map<Path, List<String>> wide = new TreeMap<>();
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> line.length() > 120 && line.strip().matches("(?://|/\\*|\\*).*"))
                    .toList();
            wide.put(file, lines);
        }
        wide.values().removeIf(List::isEmpty);

        assertThat(wide).isEmpty();
    }

    /** Capitals within a word tell the name of a type from other words in code marks. */
    @Test
    void documentsNameTypesThatExist() throws IOException {
        Pattern declaration = Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");
        Set<String> declared = new HashSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                declaration.matcher(Files.readString(file)).results().forEach(it -> declared.add(it.group(1)));
            }
        }
        for (String document : List.of(".github/CONTRIBUTING.md", ".github/SECURITY.md", "src/ARCHITECTURE.md")) {
            List<String> names = Pattern.compile("`([A-Z][a-z]+[A-Z]\\w*)`")
                    .matcher(Files.readString(Path.of(document)))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(names).as(document).isNotEmpty().isSubsetOf(declared);
        }
    }

    /** A path in code marks; behind a number sign what stands in that file, or in the one that was named before. */
    @Test
    void documentsNameFilesThatExist() throws IOException {
        Pattern named = Pattern.compile("`(?!content/|[^`]*(?:NAME|COLUMN))([\\w.]+/[^`#*\\s]*)?(?:#([^`]+))?`");
        for (String document : List.of(".github/CONTRIBUTING.md", "src/ARCHITECTURE.md")) {
            String path = "";
            String text = Files.readString(Path.of(document));
            for (MatchResult mark : named.matcher(text).results().toList()) {
                path = Objects.requireNonNullElse(mark.group(1), path);
                String word = Objects.requireNonNullElse(mark.group(2), "");
                String below = "/java/org/gongkai/" + path;
                List<Path> found = Stream.of(
                                path, "src/main" + below, "src/main/resources/org/gongkai/" + path, "src/test" + below)
                        .flatMap(place -> Stream.of(Path.of(place), Path.of(place + ".java")))
                        .filter(Files::exists)
                        .toList();
                assertThat(found).as(document + ": " + mark.group()).anySatisfy(file -> assertThat(
                                Files.isDirectory(file) ? "" : Files.readString(file))
                        .contains(word));
            }
        }
    }

    /** A newcomer reads what {@code CORE.md} lists in an afternoon. */
    @Test
    void theCoreIsReadInAnAfternoon() throws IOException {
        List<Path> listed = Pattern.compile("\\]\\((main/[^)]+)\\)")
                .matcher(Files.readString(Path.of("src/CORE.md")))
                .results()
                .map(link -> Path.of("src", link.group(1)))
                .toList();
        int lines = 0;
        for (Path file : listed) {
            lines += Files.readAllLines(file).size();
        }
        assertThat(listed).hasSizeGreaterThan(30).contains(Path.of("src/main/java/org/gongkai/pipeline/Build.java"));
        assertThat(lines).isLessThanOrEqualTo(5_000);
    }

    /** Rules and pages ask for a trait of a kind: a kind that a site defines can have it, but not the name. */
    @Test
    void kindsAreNotKnownByTheirNames() throws IOException {
        List<String> kinds = Kinds.builtIn(new YamlReader()).all().stream()
                .map(kind -> '"' + kind.name() + '"')
                .toList();
        Map<String, List<String>> named = new TreeMap<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            named.put(
                    file.getFileName().toString().replace(".java", ""),
                    kinds.stream().filter(text::contains).toList());
        }
        named.values().removeIf(List::isEmpty);

        assertThat(named)
                .isEqualTo(Map.of(
                        // The kind of an entry that names none.
                        "Kinds", List.of("\"文章\""),
                        // The field, the rows and the events of periods of 公示, which several kinds have.
                        "CommonField", List.of("\"公示\""),
                        "NoticeReader", List.of("\"公示\""),
                        "EntryHeader", List.of("\"公示\""),
                        "RegisterSpec", List.of("\"公示\""),
                        "SiteEvents", List.of("\"公示\"")));
    }

    /** The source files of the program but for the descriptions of packages. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources = all.filter(
                            file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(100);
            return sources;
        }
    }

    @ArchTest
    static final ArchRule jbakeHasOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("org.gongkai.feature.jbake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jbake..");

    @ArchTest
    static final ArchRule templatesHaveOneRoom = noClasses()
            .that()
            .resideOutsideOfPackages("org.gongkai.render..", "org.gongkai.feature.jbake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("freemarker..");

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("org.gongkai.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLineSpeaks = noClasses()
            .that()
            .resideOutsideOfPackages("org.gongkai.cli..", "org.gongkai.maven")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(PrintStream.class, PrintWriter.class, Console.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule wingsOfTheCommandLineDoNotKnowItsCommands = noClasses()
            .that()
            .resideInAPackage("org.gongkai.cli.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.gongkai.cli");

    @ArchTest
    static final ArchRule noCirclesInTheCommandLine =
            slices().matching("org.gongkai.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCirclesInRendering =
            slices().matching("org.gongkai.render.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCirclesInPublishing =
            slices().matching("org.gongkai.publish.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule releasesDoNotKnowWhoPublishesThem = noClasses()
            .that()
            .resideInAPackage("org.gongkai.publish.release..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.gongkai.publish");

    @ArchTest
    static final ArchRule nobodyButTheProgramEndsIt = noClasses()
            .that()
            .resideOutsideOfPackage("org.gongkai.cli..")
            .should()
            .callMethod(System.class, "exit", int.class);

    /** Same input and same day must give the same bytes on any machine, but for JBake projects that name no zone. */
    @ArchTest
    static final ArchRule nobodyAsksTheMachineForDayPlaceOrLanguage = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.gongkai.feature.jbake.settings.ProjectSettingsReader$MachineZone")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(TimeZone.class, "getDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class);

    private static Room room(String name) {
        return others -> noClasses()
                .that()
                .resideInAPackage("org.gongkai." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.gongkai..")
                        .and(DescribedPredicate.not(resideInAPackage("org.gongkai." + name + "..")))
                        .and(DescribedPredicate.not(resideInAnyPackage(Arrays.stream(others.split(" "))
                                .map(other -> "org.gongkai." + other + "..")
                                .toArray(String[]::new)))))
                .allowEmptyShould(true);
    }

    private interface Room {
        /** @param others the names of rooms, with a blank between them */
        ArchRule mayKnow(String others);
    }
}
