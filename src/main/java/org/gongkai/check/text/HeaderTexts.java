package org.gongkai.check.text;

import java.util.Set;
import org.gongkai.check.prose.CountSpans;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldType;

/** The texts of a header that are written in natural language; excludes paths, dates and addresses. */
final class HeaderTexts {

    private static final Set<CommonField> EXCLUDED = Set.of(
            CommonField.ATTACHMENTS,
            CommonField.ALIASES,
            CommonField.DATE,
            CommonField.STATUS,
            CommonField.TYPE,
            CommonField.SCOPE,
            CommonField.TERM,
            CommonField.KIND,
            CommonField.YEAR);

    /** Accepts a text and the name of its field. */
    interface Visitor {
        void take(String field, Value.Text text);
    }

    private HeaderTexts() {}

    static void each(Entry entry, Visitor visitor) {
        for (CommonField field : CommonField.values()) {
            Value value = EXCLUDED.contains(field) ? null : entry.values().get(field);
            if (value != null) {
                walk(field.label(), field == CommonField.SUMMARY ? withoutCounts(value) : value, visitor);
            }
        }
        entry.own().stream()
                .filter(own -> own.spec().type() != FieldType.REFERENCE)
                .forEach(own -> walk(own.spec().name(), own.value(), visitor));
        entry.attachments().stream()
                .filter(attachment -> !attachment.label().isEmpty())
                .forEach(attachment -> visitor.take(
                        CommonField.ATTACHMENTS.label(),
                        new Value.Text(
                                attachment.label(),
                                attachment.path().line(),
                                attachment.path().column())));
    }

    /** A summary may contain counts, as bodies do. */
    private static Value withoutCounts(Value value) {
        return value instanceof Value.Text text
                ? new Value.Text(CountSpans.blanked(text.text()), text.line(), text.column())
                : value;
    }

    private static void walk(String field, Value value, Visitor visitor) {
        if (value instanceof Value.Text text) {
            if (!text.text().isEmpty()) {
                visitor.take(field, text);
            }
        } else if (value instanceof Value.Items items) {
            items.items().forEach(item -> walk(field, item, visitor));
        } else if (value instanceof Value.Fields fields) {
            fields.fields().forEach(member -> walk(field, member.value(), visitor));
        }
    }
}
