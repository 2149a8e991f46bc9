package org.gongkai.write.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Reads documents of a format. Implementations keep no state between documents. */
public interface FormatReader {

    /**
     * Reads a document.
     *
     * @param wanted content to take over that is left out and reported otherwise
     * @throws UnreadableDocument if the document is damaged, protected or beyond a limit
     * @throws IOException if the file cannot be read
     */
    ImportedDocument read(Path file, Set<OptionalContent> wanted) throws IOException;

    /** Thrown if a document cannot be read; the message says why, in Chinese. */
    final class UnreadableDocument extends IOException {
        public UnreadableDocument(String message) {
            super(message);
        }

        public UnreadableDocument(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
