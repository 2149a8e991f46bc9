package org.gongkai.render.page;

import java.util.List;
import org.gongkai.render.model.Model;

/** The tasks of a plan, under the conventions of {@link Model}. */
public final class TaskModel {

    private TaskModel() {}

    /**
     * The tasks of a plan, as the plan itself states them.
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
