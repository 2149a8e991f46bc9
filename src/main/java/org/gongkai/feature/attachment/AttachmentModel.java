package org.gongkai.feature.attachment;

import java.util.List;
import org.gongkai.render.model.Model;

/** The list of all attachments, under the conventions of {@link Model}. */
public final class AttachmentModel {

    private AttachmentModel() {}

    /** An entry with its attachments. */
    public record Row(String title, String uri, String published, Model.Name column, List<Model.Attachment> files) {}
}
