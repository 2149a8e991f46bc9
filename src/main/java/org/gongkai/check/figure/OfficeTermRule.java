package org.gongkai.check.figure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;

/** A term of office lasts three years, or five; whoever is elected in between serves the rest of it. */
final class OfficeTermRule implements HeaderRule {

    private static final Pattern REST = Pattern.compile("补选|增补|增选|补缺");

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        if (REST.matcher(entry.title()).find()) {
            return;
        }
        FigureGroup.own(entry)
                .value("任期")
                .filter(Value.Fields.class::isInstance)
                .map(Value.Fields.class::cast)
                .ifPresent(term -> check(entry, term, problems));
    }

    private static void check(Entry entry, Value.Fields term, Consumer<Problem> problems) {
        FieldReader reader = new FieldReader(term);
        Optional<LocalDate> from = day(reader, "起", "from");
        Optional<LocalDate> to = day(reader, "止", "to");
        if (from.isPresent() && to.isPresent() && !new Organisation.Term(from.get(), to.get()).isUsual()) {
            Value at = reader.value("止", "to").orElseThrow();
            problems.accept(Problem.warning(
                    "W176",
                    entry.path(),
                    at.line(),
                    at.column(),
                    "任期 " + from.get() + " 至 " + to.get() + " 不是三年，也不是五年",
                    "请核对；支部委员会任期一般三年，村和社区党支部五年；经批准延期、提前的可以不改"));
        }
    }

    private static Optional<LocalDate> day(FieldReader reader, String... names) {
        return reader.text(names).flatMap(DateText::day);
    }
}
