package org.gongkai.render.model;

import java.util.List;

/** The tasks of a plan, under the conventions of {@link Model}. */
public final class TaskModel {

    public static final String DONE = "done";
    public static final String LATE = "late";
    public static final String OPEN = "open";

    private TaskModel() {}

    /**
     * The tasks of a plan.
     *
     * @param done how many are done
     * @param late how many are late
     * @param doneWidth the part of those done in a bar of 1,000 units
     * @param lateWidth the part of those late
     */
    public record Tasks(Model.Link plan, List<Task> rows, int done, int late, int doneWidth, int lateWidth) {}

    /**
     * A task.
     *
     * @param state its state as written
     * @param tone {@link #DONE}, {@link #LATE} or {@link #OPEN}
     * @param evidence the entries that show it
     */
    public record Task(
            String content, String owner, String due, String state, String tone, List<Model.Link> evidence) {}
}
