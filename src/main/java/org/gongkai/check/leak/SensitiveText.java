package org.gongkai.check.leak;

import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;

/**
 * A text by which a hidden entry would be known.
 *
 * @param kind what of the entry it is
 * @param text the text as it was typed
 * @param entry the entry
 */
record SensitiveText(Kind kind, String text, Entry entry) {

    /** What a clue was taken from. */
    enum Kind {
        TITLE("标题", CommonField.TITLE),
        NUMBER("索引号", CommonField.NUMBER),
        DOCUMENT_NUMBER("发文字号", CommonField.DOC_NUMBER),
        WORDS("文字", null),
        TAG("标签", CommonField.TAGS),
        FILE("附件的名称", CommonField.ATTACHMENTS);

        private final String label;
        private final CommonField field;

        Kind(String label, CommonField field) {
            this.label = label;
            this.field = field;
        }

        String label() {
            return label;
        }
    }

    /** Numbers differ by one digit; all else is itself even within a longer text. */
    boolean isExact() {
        return kind == Kind.NUMBER || kind == Kind.DOCUMENT_NUMBER;
    }

    Value place() {
        Value nowhere = new Value.Text("", 1, 1);
        return kind.field == null ? nowhere : entry.places().getOrDefault(kind.field, nowhere);
    }

    /** As much of it as may stand in a report. */
    String begun() {
        return text.substring(0, text.offsetByCodePoints(0, 2)) + "…";
    }
}
