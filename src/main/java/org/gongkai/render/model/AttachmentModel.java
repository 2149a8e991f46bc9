package org.gongkai.render.model;

import java.util.List;

/** The list of all attachments, under the conventions of {@link Model}. */
public final class AttachmentModel {

    private AttachmentModel() {}

    /** An entry with its attachments. */
    public record Row(String title, String uri, String published, Model.Name column, List<Model.Attachment> files) {}
}
