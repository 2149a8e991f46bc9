package org.gongkai.render.metadata;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.ApprovalStep;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.render.model.Model;
import org.gongkai.text.DateText;

/** The steps that an entry took to its publication, in the order of 《党务公开条例（试行）》. */
public final class PublicationChain {

    private PublicationChain() {}

    /**
     * Returns the steps that the header states.
     *
     * @param persons whether readers see who took them
     */
    public static List<Model.Step> of(Entry entry, boolean persons) {
        List<Model.Step> steps = new ArrayList<>();
        String owner = entry.text(CommonField.OWNER);
        boolean begun = entry.values().containsKey(CommonField.SECRECY_REVIEW)
                || entry.values().containsKey(CommonField.APPROVAL);
        if (begun && persons && !owner.isEmpty()) {
            steps.add(new Model.Step("拟稿", owner, null));
        }
        add(steps, entry, CommonField.SECRECY_REVIEW, persons, "审查人", "reviewer");
        add(steps, entry, CommonField.EXAMINATION, persons, "审核人", "examiner");
        add(steps, entry, CommonField.APPROVAL, persons, "审批人", "approver");
        return List.copyOf(steps);
    }

    private static void add(List<Model.Step> steps, Entry entry, CommonField field, boolean persons, String... names) {
        Value value = entry.values().get(field);
        if (value == null || value instanceof Value.Text text && text.isBlank()) {
            return;
        }
        ApprovalStep step = ApprovalStep.of(value, names);
        String person = persons && !step.person().isEmpty() ? step.person() : null;
        String day = step.date().map(DateText::chinese).orElse(null);
        steps.add(new Model.Step(field.label(), person, day));
    }
}
