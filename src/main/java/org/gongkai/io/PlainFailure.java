package org.gongkai.io;

import java.io.IOException;

/** A failure that its user can remove. The message is one sentence in Chinese that says how, without a full stop. */
public class PlainFailure extends IOException {

    public PlainFailure(String sentence) {
        super(sentence);
    }

    public PlainFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
