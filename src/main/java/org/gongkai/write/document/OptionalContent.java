package org.gongkai.write.document;

import java.util.Arrays;
import java.util.Optional;

/** Content that an import leaves out and reports unless it is asked for. */
public enum OptionalContent {
    TEXT_BOXES("文本框"),
    HIDDEN_TEXT("隐藏文字"),
    SEALS("印章和签名");

    private final String label;

    OptionalContent(String label) {
        this.label = label;
    }

    /** Its name for users. */
    public String label() {
        return label;
    }

    /** The content with a name. */
    public static Optional<OptionalContent> named(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }
}
