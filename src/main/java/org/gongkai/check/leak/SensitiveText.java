package org.gongkai.check.leak;

import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;

/**
 * A text that would reveal a hidden entry.
 *
 * @param kind the part of the entry
 * @param text the text as written
 * @param entry the entry
 */
record SensitiveText(Kind kind, String text, Entry entry) {

    /** The part of an entry from which a text was taken. */
    enum Kind {
        TITLE("标题", CommonField.TITLE),
        NUMBER("索引号", CommonField.NUMBER),
        DOCUMENT_NUMBER("发文字号", CommonField.DOC_NUMBER),
        WORDS("文字", null),
        TAG("标签", CommonField.TAGS),
        MATTER("事项", CommonField.MATTER),
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

    /** Returns true for numbers, which must match as a whole; other texts match within longer ones. */
    boolean isExact() {
        return kind == Kind.NUMBER || kind == Kind.DOCUMENT_NUMBER;
    }

    Value place() {
        Value nowhere = new Value.Text("", 1, 1);
        return kind.field == null ? nowhere : entry.values().getOrDefault(kind.field, nowhere);
    }

    /** Returns a prefix that may be shown in a report. */
    String excerpt() {
        return text.substring(0, text.offsetByCodePoints(0, 2)) + "…";
    }
}
