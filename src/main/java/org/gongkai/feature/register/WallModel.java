package org.gongkai.feature.register;

import java.util.List;
import org.gongkai.render.model.Model;

/** The values that the templates of sheets for the notice wall read, under the same conventions as {@link Model}. */
public final class WallModel {

    private WallModel() {}

    /** The sheets of a year, the newest first. */
    public record Year(int year, List<Model.Link> months) {}

    /**
     * A 公示 that runs in the month.
     *
     * @param workingDays the number of its working days, or null
     * @param contact whom to tell of objections, or null
     */
    public record Notice(String title, String uri, String period, Integer workingDays, String contact) {}

    /**
     * The rows of a register that belong to the month.
     *
     * @param more the number of rows that stand only in the register
     */
    public record Section(
            String name, String id, List<RegisterModel.Column> columns, List<RegisterModel.Row> rows, int more) {}
}
