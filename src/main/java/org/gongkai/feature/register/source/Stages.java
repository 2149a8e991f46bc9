package org.gongkai.feature.register.source;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.ProcedureSpec;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.Namesake;
import org.gongkai.site.fact.Facts;
import org.gongkai.site.fact.NextStage;
import org.gongkai.text.DateText;

/**
 * Rows as the stages of cases, such as the admission of a person: {@code 下一步.名}, {@code 下一步.最早} and {@code
 * 下一步.最迟} are the stage that is to follow the last one of a case and its days.
 *
 * @param asOf the day on which a case counts as given up or not
 * @param ofKind returns what follows an entry where the stages are those of its kind
 */
record Stages(ProcedureSpec procedure, LocalDate asOf, Function<Entry, Optional<NextStage>> ofKind) {

    private static final String NEXT = "下一步.";

    /** What titles say in place of a name, as in 一名同志. */
    private static final Pattern UNNAMED = Pattern.compile("[一二两三四五六七八九十几多]+名|该|这名");

    /** Persons whose notices follow each other, where a register has no procedure. */
    private static final ProcedureSpec OF_PERSONS =
            new ProcedureSpec(List.of("标题.同志"), List.of("公示.起"), 36_500, List.of());

    Stages(Optional<ProcedureSpec> procedure, LocalDate asOf, Function<Entry, Optional<NextStage>> ofKind) {
        this(procedure.orElse(OF_PERSONS), asOf, ofKind);
    }

    /** Returns whether columns of a register ask for stages. */
    static boolean areAsked(RegisterSpec spec) {
        return spec.columns().stream()
                .flatMap(column -> column.paths().stream())
                .anyMatch(path -> path.startsWith(NEXT));
    }

    /** Returns the same rows, of which the last of each case knows the next one. */
    List<Facts> of(List<Facts> rows) {
        Map<String, Facts> last = new HashMap<>();
        // By identity: comparing what rows know would compare whole entries.
        Set<Facts> followed = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Facts> inTime = new ArrayList<>(rows);
        inTime.sort(Comparator.comparing(row -> begins(row).orElse(LocalDate.MAX)));
        for (Facts row : inTime) {
            caseOf(row)
                    .map(name -> last.put(name, row))
                    .filter(it -> isSameCase(it, row))
                    .ifPresent(followed::add);
        }
        return rows.stream()
                .map(row -> row.with(path -> !path.startsWith(NEXT)
                        ? Optional.empty()
                        : Optional.of(
                                followed.contains(row) || caseOf(row).isEmpty()
                                        ? List.of()
                                        : ofNext(row, path.substring(NEXT.length())))))
                .toList();
    }

    /** Returns what tells the case of a row from others; empty if nothing does. */
    private Optional<String> caseOf(Facts row) {
        return procedure.by().isEmpty()
                ? Optional.of("")
                : procedure.by().stream()
                        .map(row::text)
                        .filter(name ->
                                !name.isEmpty() && !UNNAMED.matcher(name).matches())
                        .findFirst()
                        .map(name -> Namesake.written(
                                name,
                                row.entries().stream()
                                        .findFirst()
                                        .map(item -> item.entry().mark(name))
                                        .orElse("")));
    }

    private boolean isSameCase(Facts before, Facts row) {
        return begins(before)
                .flatMap(from -> begins(row).map(to -> ChronoUnit.DAYS.between(from, to)))
                .filter(days -> days > procedure.ends())
                .isEmpty();
    }

    private List<String> ofNext(Facts row, String what) {
        Optional<LocalDate> from = day(procedure.from(), row)
                .filter(it -> !it.plusDays(procedure.ends()).isBefore(asOf));
        Optional<NextStage> next = from.flatMap(day -> procedure.steps().isEmpty()
                ? row.entries().stream().findFirst().flatMap(item -> ofKind.apply(item.entry()))
                : row.counted(NextStage.STAGE).stream()
                        .findFirst()
                        .flatMap(procedure::after)
                        .map(step -> step.from(day)));
        return next
                .flatMap(it -> what.equals("名")
                        ? Optional.of(it.stages().get(0).name())
                        : (what.equals("最早") ? it.earliest() : it.latest()).map(String::valueOf))
                .stream()
                .toList();
    }

    private Optional<LocalDate> begins(Facts row) {
        return day(Stream.concat(Stream.of("公示.起"), procedure.from().stream()).toList(), row);
    }

    private static Optional<LocalDate> day(List<String> paths, Facts row) {
        return paths.stream()
                .flatMap(path -> DateText.day(row.text(path)).stream())
                .findFirst();
    }
}
