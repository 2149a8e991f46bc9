package org.gongkai.render.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.DateText;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.register.Period;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.TaskModel;
import org.gongkai.site.Item;

/** Reads the tasks of a plan with their states, owners and evidence. */
final class PlanTasks {

    /** The field of a plan that holds its tasks. */
    static final String TASKS = "任务项";
    /** The field of a summary that names its plan. */
    static final String PLAN = "对应计划";

    private static final List<String> DONE = List.of("已完成", "长期坚持", "已取消");

    private final LocalDate asOf;

    /** @param asOf the day of the site, which decides what is late */
    PlanTasks(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Returns the plan that a summary names, as written. */
    static Optional<Value.Text> plan(Entry summary) {
        return summary.own().stream()
                .filter(own -> own.spec().name().equals(PLAN))
                .map(Entry.OwnField::value)
                .filter(Value.Text.class::isInstance)
                .map(Value.Text.class::cast)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /**
     * Returns the tasks of a plan.
     *
     * @param references finds the entries that its column 佐证 names
     */
    Optional<TaskModel.Tasks> of(Item plan, BiFunction<String, Value.Text, Optional<Item>> references) {
        for (Entry.OwnField own : plan.entry().own()) {
            if (own.spec().name().equals(TASKS) && own.value() instanceof Value.Items rows) {
                List<TaskModel.Task> tasks = new ArrayList<>();
                for (Value row : rows.items()) {
                    if (row instanceof Value.Fields group) {
                        tasks.add(task(plan, own.spec(), new FieldReader(group), references));
                    }
                }
                return tasks.isEmpty() ? Optional.empty() : Optional.of(tasks(plan, tasks));
            }
        }
        return Optional.empty();
    }

    private static TaskModel.Tasks tasks(Item plan, List<TaskModel.Task> tasks) {
        int done = count(tasks, TaskModel.DONE);
        int late = count(tasks, TaskModel.LATE);
        return new TaskModel.Tasks(
                new Model.Link(plan.entry().title(), plan.address()),
                tasks,
                done,
                late,
                width(done, tasks.size()),
                width(late, tasks.size()));
    }

    private static int count(List<TaskModel.Task> tasks, String tone) {
        return (int) tasks.stream().filter(task -> task.tone().equals(tone)).count();
    }

    /** The width of a part of a bar of 1,000 units. */
    private static int width(int part, int whole) {
        return part * 1000 / whole;
    }

    private TaskModel.Task task(
            Item plan, FieldSpec table, FieldReader row, BiFunction<String, Value.Text, Optional<Item>> references) {
        String typed = text(table, row, "状态");
        String state =
                table.column("状态").flatMap(column -> column.canonical(typed)).orElse(typed);
        String due = text(table, row, "时限");
        boolean late = Period.parse(due, plan.entry().years().get(0))
                .filter(period -> period.to().isBefore(asOf))
                .isPresent();
        List<Model.Link> evidence = new ArrayList<>();
        table.column("佐证").ifPresent(column -> row.texts(column.names().toArray(String[]::new))
                .forEach(path -> references
                        .apply("佐证", path)
                        .ifPresent(
                                item -> evidence.add(new Model.Link(item.entry().title(), item.address())))));
        return new TaskModel.Task(
                text(table, row, "内容"),
                text(table, row, "责任人"),
                DateText.parse(due)
                        .map(time -> DateText.chinese(time.toLocalDate()))
                        .orElse(due),
                typed,
                DONE.contains(state) ? TaskModel.DONE : late ? TaskModel.LATE : TaskModel.OPEN,
                evidence);
    }

    private static String text(FieldSpec table, FieldReader row, String column) {
        return table.column(column)
                .flatMap(spec -> row.text(spec.names().toArray(String[]::new)))
                .orElse("");
    }
}
