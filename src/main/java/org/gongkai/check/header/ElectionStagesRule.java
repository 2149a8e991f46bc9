package org.gongkai.check.header;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Problem;
import org.gongkai.site.fact.NextStage;
import org.gongkai.text.DateText;

/**
 * The stages of an election follow each other in the order in which the kind names them, and a branch that publishes
 * it by stages publishes those that every election has.
 */
final class ElectionStagesRule {

    private static final String BEGINNING = "启动换届";
    private static final String ASSEMBLY = "选举大会";
    private static final String ASSEMBLY_DAY = "大会日期";

    /** An entry about a stage. */
    private record Stage(Entry entry, Entry.OwnField field, String name, int number, LocalDate day) {

        static Optional<Stage> of(Entry entry) {
            return NextStage.stage(entry).flatMap(name -> entry.own(NextStage.STAGE)
                    .map(field -> new Stage(
                            entry, field, name, NextStage.stages(field).indexOf(name), day(entry))));
        }

        private static LocalDate day(Entry entry) {
            return assemblyDay(entry)
                    .or(() -> entry.notice().map(Entry.Notice::from))
                    .or(() -> entry.dates().signed())
                    .orElse(entry.dates().day());
        }

        Problem warning(String code, String message, String hint) {
            return Problem.warning(code, entry.path(), field.value(), message, hint);
        }
    }

    void check(WholeSite site, Consumer<Problem> problems) {
        List<Stage> election = new ArrayList<>();
        for (Stage stage : site.entries().stream()
                .filter(entry -> entry.publication().status() == Entry.Status.PUBLISHED)
                .filter(entry -> entry.kinds().stream().anyMatch(kind -> kind.has(Trait.ELECTION)))
                .filter(entry -> !NextStage.isInBetween(entry))
                .flatMap(entry -> Stage.of(entry).stream())
                .sorted(Comparator.comparing((Stage stage) -> stage.day()).thenComparing(stage -> stage.number()))
                .toList()) {
            if (!election.isEmpty()
                    && stage.day().isAfter(election.get(0).day().plusDays(NextStage.LONGEST_ELECTION))) {
                check(election, problems);
                election.clear();
            }
            election.add(stage);
        }
        check(election, problems);
    }

    /** @param election by the days of its stages */
    private static void check(List<Stage> election, Consumer<Problem> problems) {
        for (Stage late : election) {
            election.stream()
                    .filter(other ->
                            other.number() > late.number() && other.day().isBefore(late.day()))
                    .findFirst()
                    .ifPresent(other -> problems.accept(late.warning(
                            "W153",
                            "“" + late.name() + "”是" + DateText.chinese(late.day()) + "，晚于后面的阶段“" + other.name() + "”（"
                                    + DateText.chinese(other.day()) + "，"
                                    + other.entry().path() + "）",
                            "请核对两条的阶段和日期；后来补发的，写上当时的成文日期")));
        }
        // A branch may publish nothing but the result.
        if (election.stream().map(Stage::name).distinct().count() > 1) {
            missing(election, BEGINNING, problems);
            if (election.stream().allMatch(stage -> assemblyDay(stage.entry()).isEmpty())) {
                missing(election, ASSEMBLY, problems);
            }
        }
    }

    private static void missing(List<Stage> election, String name, Consumer<Problem> problems) {
        int number = NextStage.stages(election.get(0).field()).indexOf(name);
        if (number >= 0 && election.stream().noneMatch(stage -> stage.number() == number)) {
            election.stream()
                    .filter(stage -> stage.number() > number)
                    .findFirst()
                    .ifPresent(stage -> problems.accept(stage.warning(
                            "W154",
                            "这次换届公开了“" + stage.name() + "”，没有公开“" + name + "”",
                            "请补发这一阶段的内容，写上当时的成文日期；在别处公开了的可以不改")));
        }
    }

    private static Optional<LocalDate> assemblyDay(Entry entry) {
        return entry.own(ASSEMBLY_DAY)
                .map(Entry.OwnField::value)
                .filter(Value.Text.class::isInstance)
                .flatMap(value -> DateText.parse(((Value.Text) value).text()))
                .map(LocalDateTime::toLocalDate);
    }
}
