package org.gongkai.write.document.word.binary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.word.OptionalContent;

/** Reads a .doc. */
public final class DocReader {
    public DocReader(Set<OptionalContent> wanted) {}

    public ImportedDocument read(Path file) throws IOException {
        throw new UnreadableDocument("…");
    }
}
