package org.gongkai.write.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

    /** Reads a document of a website; the same as without it for formats that name no other files. */
    default ImportedDocument read(Path file, Set<OptionalContent> wanted, SourceSite site) throws IOException {
        return read(file, wanted);
    }

    /** Thrown if a document cannot be read; the message says why, in Chinese. */
    final class UnreadableDocument extends IOException {
        private static final long serialVersionUID = 1L;

        public UnreadableDocument(String message) {
            super(message);
        }

        public UnreadableDocument(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The website that a document comes from, as far as its reader needs to know it.
     *
     * @param folders the folders in which files that the document names may lie; none of them outside the first. Empty
     *     if they may lie anywhere around the document
     * @param address the address of the website, such as {@code https://example.com}; empty if unknown
     */
    public record SourceSite(List<Path> folders, String address) {

        /** No website that is known. */
        public static final SourceSite UNKNOWN = new SourceSite(List.of(), "");

        public SourceSite {
            folders = List.copyOf(folders);
        }
    }
}
