package org.gongkai.render.model;

import java.util.List;

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
