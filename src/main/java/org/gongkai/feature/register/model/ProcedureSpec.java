package org.gongkai.feature.register.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.Key;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.site.fact.NextStage;

/**
 * A procedure whose stages the rows of a register are. Each row but the last of a case has been followed by another; of
 * the last one the register says under {@code 下一步.名}, {@code 下一步.最早} and {@code 下一步.最迟} what comes next, and
 * when.
 *
 * @param by paths of which the first with a value tells cases apart, such as the person; rows without a value are of no
 *     case; empty if there is one case at a time
 * @param from paths to the day from which the time to the next stage counts
 * @param ends after how many days a case counts as given up
 * @param steps its stages, each with the one that follows; empty if these are the words of the field 阶段
 */
@Key.Group(ProcedureSpec.EXAMPLE)
public record ProcedureSpec(
        @Key("按") List<String> by,
        @Key(value = "从", required = true) List<String> from,
        @Key(value = "止于", or = "1095", allowed = "天数，如 1095") Integer ends,
        @Key("步骤") List<Step> steps) {

    static final String EXAMPLE = "如 {从: [公示.止], 步骤: [{阶段: 接收预备党员, 下一步: 转正, 最早: 365, 最迟: 425}]}";

    /**
     * A stage with what follows.
     *
     * @param stage its name in the field 阶段
     * @param next the stage that follows
     * @param earliest after how many days at least, if a rule says so
     * @param latest after how many days at most, if a rule says so
     */
    @Key.Group(EXAMPLE)
    public record Step(
            @Key(value = "阶段", required = true) String stage,
            @Key(value = "下一步", required = true) String next,
            @Key(value = "最早", allowed = "天数，如 365") Optional<Integer> earliest,
            @Key(value = "最迟", allowed = "天数，如 425") Optional<Integer> latest) {

        /** Returns what follows a stage of a day. */
        public NextStage from(LocalDate day) {
            return new NextStage(
                    List.of(new Choice(next, List.of())), earliest.map(day::plusDays), latest.map(day::plusDays));
        }
    }

    /** Returns the step of a stage, if another one follows it. */
    public Optional<Step> after(String stage) {
        return steps.stream().filter(step -> step.stage.equals(stage)).findFirst();
    }
}
