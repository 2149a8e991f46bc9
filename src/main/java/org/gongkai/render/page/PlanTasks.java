package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.render.model.Model;
import org.gongkai.site.Item;

/** Reads the tasks of a plan with their states and evidence. */
public final class PlanTasks {

    /** The field of a plan that holds its tasks. */
    private static final String TASKS = "任务项";

    private PlanTasks() {}

    /**
     * Returns the tasks of a plan.
     *
     * @param references finds the entries that its column 佐证 names
     */
    static Optional<Tasks> of(Item plan, BiFunction<String, Value.Text, Optional<Item>> references) {
        for (Entry.OwnField own : plan.entry().own()) {
            if (own.spec().name().equals(TASKS)) {
                List<Task> tasks = own.rows().stream()
                        .map(row -> task(own.spec(), row, references))
                        .toList();
                int done = (int) tasks.stream().filter(Task::done).count();
                return tasks.isEmpty() ? Optional.empty() : Optional.of(new Tasks(tasks, done));
            }
        }
        return Optional.empty();
    }

    private static Task task(
            FieldSpec table, Value.Fields row, BiFunction<String, Value.Text, Optional<Item>> references) {
        String typed = table.cell(row, "状态").orElse("");
        String state =
                table.column("状态").flatMap(column -> column.canonical(typed)).orElse(typed);
        List<Model.Link> evidence = new ArrayList<>();
        table.column("佐证").ifPresent(column -> row.texts(column.names().toArray(String[]::new))
                .forEach(path -> references
                        .apply("佐证", path)
                        .ifPresent(
                                item -> evidence.add(new Model.Link(item.entry().title(), item.address())))));
        return new Task(table.cell(row, "内容").orElse(""), FieldSpec.DONE.equals(state), evidence);
    }

    /**
     * The tasks of a plan, as the plan itself states them, under the conventions of {@link Model}.
     *
     * @param done how many are done
     */
    public record Tasks(List<Task> rows, int done) {}

    /**
     * A task.
     *
     * @param evidence the entries that show it
     */
    public record Task(String content, boolean done, List<Model.Link> evidence) {}
}
