package org.gongkai;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.gongkai.markup.Links;

/** Who may know whom. What a package must not know stands in its {@code package-info.java}. */
@AnalyzeClasses(packages = "org.gongkai", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule problemKnowsNobody = rooms("problem").may();

    @ArchTest
    static final ArchRule dataKnowsProblems = rooms("data").may("problem");

    @ArchTest
    static final ArchRule configKnowsProblemsAndData = rooms("config").may("problem", "data");

    @ArchTest
    static final ArchRule sourceKnowsProblemsAndData = rooms("source").may("problem", "data");

    @ArchTest
    static final ArchRule entryKnowsSourcesToo = rooms("entry").may("problem", "data", "source", "kept");

    @ArchTest
    static final ArchRule markupKnowsProblemsAndNamesOfFiles = rooms("markup").may("problem", "source");

    @ArchTest
    static final ArchRule calendarKnowsProblemsAndData = rooms("calendar").may("problem", "data");

    @ArchTest
    static final ArchRule inspectKnowsNobody = rooms("inspect").may();

    @ArchTest
    static final ArchRule whatIsKeptKnowsNobody = rooms("kept").may();

    @ArchTest
    static final ArchRule historyKnowsSources = rooms("history").may("problem", "source", "kept");

    @ArchTest
    static final ArchRule revisionsKnowWhatWasCommittedAndTheRules =
            rooms("revision").may("problem", "data", "config", "source", "entry", "history", "check");

    @ArchTest
    static final ArchRule diffKnowsNobody = rooms("diff").may();

    @ArchTest
    static final ArchRule gitHasOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("org.gongkai.history..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit..");

    @ArchTest
    static final ArchRule draftsKnowWhatWasRead =
            rooms("draft").may("problem", "data", "config", "source", "entry", "calendar");

    @ArchTest
    static final ArchRule outputKnowsProblems = rooms("output").may("problem");

    @ArchTest
    static final ArchRule releaseKnowsFilesOnly = rooms("release").may("problem", "output");

    @ArchTest
    static final ArchRule bundleKnowsReleasesOnly = rooms("bundle").may("output", "release");

    @ArchTest
    static final ArchRule hooksKnowFilesAndProblemsOnly = rooms("hooks").may("problem", "output");

    @ArchTest
    static final ArchRule siteKnowsWhatWasRead =
            rooms("site").may("problem", "data", "config", "source", "entry", "markup", "kept");

    @ArchTest
    static final ArchRule theLookForLeaksKnowsNotHowPagesAreMade =
            rooms("leak").may("problem", "data", "config", "source", "entry", "site", "output");

    @ArchTest
    static final ArchRule ofMarkupSiteKnowsOnlyLinks = noClasses()
            .that()
            .resideInAPackage("org.gongkai.site..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.gongkai.markup..")
                    .and(DescribedPredicate.not(type(Links.class).or(nameMatching(".*\\.Links\\$.*")))));

    @ArchTest
    static final ArchRule renderKnowsNeitherCommandsNorFiles = noClasses()
            .that()
            .resideInAPackage("org.gongkai.render..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.gongkai.cli..", "org.gongkai.output..")
                    .or(theRoot()));

    @ArchTest
    static final ArchRule checkKnowsNeitherCommandsNorFiles = noClasses()
            .that()
            .resideInAPackage("org.gongkai.check..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.gongkai.cli..", "org.gongkai.output..")
                    .or(theRoot()));

    @ArchTest
    static final ArchRule nobodyKnowsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("org.gongkai.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.gongkai.cli..");

    @ArchTest
    static final ArchRule jbakeHasOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("org.gongkai.jbake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jbake..");

    @ArchTest
    static final ArchRule templatesHaveOneRoom = noClasses()
            .that()
            .resideOutsideOfPackages("org.gongkai.render..", "org.gongkai.jbake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("freemarker..");

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("org.gongkai.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLineSpeaks = noClasses()
            .that()
            .resideOutsideOfPackage("org.gongkai.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

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
            .doNotHaveFullyQualifiedName("org.gongkai.jbake.MachineZone")
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

    @ArchTest
    static final ArchRule everyPackageSaysWhatItIsFor = classes()
            .that()
            .resideInAPackage("org.gongkai..")
            .should()
            .resideInAnyPackage(
                    "org.gongkai",
                    "org.gongkai.problem",
                    "org.gongkai.calendar",
                    "org.gongkai.inspect",
                    "org.gongkai.data",
                    "org.gongkai.config",
                    "org.gongkai.source",
                    "org.gongkai.entry",
                    "org.gongkai.markup",
                    "org.gongkai.jbake",
                    "org.gongkai.kept",
                    "org.gongkai.history",
                    "org.gongkai.revision",
                    "org.gongkai.diff",
                    "org.gongkai.draft",
                    "org.gongkai.site",
                    "org.gongkai.check",
                    "org.gongkai.check.kind",
                    "org.gongkai.check.header",
                    "org.gongkai.check.text",
                    "org.gongkai.check.file",
                    "org.gongkai.render",
                    "org.gongkai.output",
                    "org.gongkai.leak",
                    "org.gongkai.release",
                    "org.gongkai.bundle",
                    "org.gongkai.hooks",
                    "org.gongkai.cli")
            .because("a new package belongs into the rules above first");

    private static DescribedPredicate<JavaClass> theRoot() {
        return resideInAPackage("org.gongkai");
    }

    private static Room rooms(String name) {
        return others -> noClasses()
                .that()
                .resideInAPackage("org.gongkai." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.gongkai..")
                        .and(DescribedPredicate.not(resideInAPackage("org.gongkai." + name + "..")))
                        .and(DescribedPredicate.not(resideInAnyPackage(Arrays.stream(others)
                                .map(other -> "org.gongkai." + other + "..")
                                .toArray(String[]::new)))));
    }

    private interface Room {
        ArchRule may(String... others);
    }
}
