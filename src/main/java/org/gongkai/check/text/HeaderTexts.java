package org.gongkai.check.text;

import java.util.Set;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldType;

/** Every text of a header in which a writer speaks; paths, dates and addresses left out. */
final class HeaderTexts {

    private static final Set<CommonField> SILENT = Set.of(
            CommonField.ATTACHMENTS,
            CommonField.ALIASES,
            CommonField.DATE,
            CommonField.STATUS,
            CommonField.TYPE,
            CommonField.SCOPE,
            CommonField.TERM,
            CommonField.KIND,
            CommonField.YEAR);

    /** Takes a text and the field in which it stands. */
    interface Taker {
        void take(String field, Value.Text text);
    }

    private HeaderTexts() {}

    static void each(Entry entry, Taker taker) {
        for (CommonField field : CommonField.values()) {
            Value value = SILENT.contains(field) ? null : entry.places().get(field);
            if (value != null) {
                walk(field.label(), value, taker);
            }
        }
        entry.own().stream()
                .filter(own -> own.spec().type() != FieldType.REFERENCE)
                .forEach(own -> walk(own.spec().name(), own.value(), taker));
        entry.attachments().stream()
                .filter(attachment -> !attachment.label().isEmpty())
                .forEach(attachment -> taker.take(
                        CommonField.ATTACHMENTS.label(),
                        new Value.Text(
                                attachment.label(),
                                attachment.path().line(),
                                attachment.path().column())));
    }

    private static void walk(String field, Value value, Taker taker) {
        if (value instanceof Value.Text text) {
            if (!text.text().isEmpty()) {
                taker.take(field, text);
            }
        } else if (value instanceof Value.Items items) {
            items.items().forEach(item -> walk(field, item, taker));
        } else if (value instanceof Value.Fields fields) {
            fields.fields().forEach(member -> walk(field, member.value(), taker));
        }
    }
}
