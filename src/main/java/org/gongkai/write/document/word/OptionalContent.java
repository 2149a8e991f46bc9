package org.gongkai.write.document.word;

/** Content that an import leaves out and reports unless it is asked for. */
public enum OptionalContent {
    TEXT_BOXES,
    HIDDEN_TEXT
}
