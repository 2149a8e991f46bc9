package org.gongkai.feature.matter;

import java.util.List;
import org.gongkai.render.model.Model;

/** The pages of matters, under the conventions of {@link Model}. */
public final class MatterModel {

    private MatterModel() {}

    /**
     * A matter in the list of all.
     *
     * @param label what its last step was
     * @param title the title of the paper of its last step
     * @param day the day of its last step, for machines
     * @param next the stage that comes next, or null if none is known
     * @param state 办理中 or 已办结, or null if no paper says so
     */
    public record Row(
            String name,
            String uri,
            int steps,
            String label,
            String title,
            String day,
            String dayText,
            String next,
            String state) {}

    /**
     * A step of a matter.
     *
     * @param day its day, for machines
     * @param label the stage, or the kind of the paper
     * @param post the paper
     * @param facts what the paper or its row states
     */
    public record Step(String day, String dayText, String label, Model.Post post, List<Model.Fact> facts) {}
}
