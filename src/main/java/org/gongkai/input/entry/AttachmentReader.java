package org.gongkai.input.entry;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderValues;

/** Reads the attachments listed in a header. */
final class AttachmentReader {

    private final HeaderValues values;

    AttachmentReader(HeaderValues values) {
        this.values = values;
    }

    List<Entry.Attachment> read() {
        Value value = values.value(CommonField.ATTACHMENTS);
        List<Value> items =
                value instanceof Value.Items list ? list.items() : value == null ? List.of() : List.of(value);
        List<Entry.Attachment> attachments = new ArrayList<>();
        for (Value item : items) {
            if (item instanceof Value.Text text) {
                List<Value.Text> paths = value instanceof Value.Items
                        ? List.of(new Value.Text(text.text().strip(), text.line(), text.column()))
                        : HeaderValues.parts(text);
                paths.stream()
                        .filter(path -> !path.isBlank())
                        .forEach(path -> attachments.add(new Entry.Attachment(path, "")));
            } else if (item instanceof Value.Fields group
                    && new FieldReader(group).value("文件", "file").orElse(null) instanceof Value.Text file
                    && !file.isBlank()) {
                values.rejectUnknown(group, "附件", List.of("文件", "file", "名称", "name"));
                attachments.add(new Entry.Attachment(
                        file, new FieldReader(group).text("名称", "name").orElse("")));
            } else {
                values.error(item, "E121", "附件的每一项应是一个文件", "例如 - 附件/安排表.xlsx，或 - {文件: 附件/安排表.xlsx, 名称: 安排表}");
            }
        }
        return List.copyOf(attachments);
    }
}
