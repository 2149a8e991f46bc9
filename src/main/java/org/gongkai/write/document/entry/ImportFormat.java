package org.gongkai.write.document.entry;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.source.SourceFile;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.foreign.ForeignEntryReader;
import org.gongkai.write.document.text.PlainTextReader;
import org.gongkai.write.document.word.WordReader;

/** The formats of documents that can be imported, the only place that names them. */
public enum ImportFormat {
    WORD(
            "Word、WPS 文字",
            "docx doc wps docm dotx dotm dot wpt rtf odt ott wpd pages mht mhtml html htm",
            WordReader::new),
    PLAIN_TEXT("txt", "txt text", PlainTextReader::new),
    FOREIGN_ENTRY("md", "md markdown mdown mdx adoc asciidoc ad", ForeignEntryReader::new);

    private final String label;
    private final List<String> endings;
    private final Supplier<FormatReader> reader;

    /**
     * @param label what users call it
     * @param endings the extensions of its files, separated by blanks
     */
    ImportFormat(String label, String endings, Supplier<FormatReader> reader) {
        this.label = label;
        this.endings = List.of(endings.split(" "));
        this.reader = reader;
    }

    /** Whether a file has the extension of a document. */
    static boolean isDocument(Path file) {
        return ofName(file).isPresent();
    }

    private static Optional<ImportFormat> ofName(Path file) {
        String ending = SourceFile.ending(file.getFileName().toString());
        return Arrays.stream(values())
                .filter(format -> format.endings.contains(ending))
                .findFirst();
    }

    /**
     * Returns the reader of a file by its extension, which a document may have lost; empty if there is none.
     *
     * @param start its first bytes
     */
    static Optional<FormatReader> readerOf(Path file, byte[] start) {
        Optional<ImportFormat> named = ofName(file);
        ContentType type = ContentType.of(start);
        boolean hasNoEnding = file.getFileName().toString().indexOf('.') < 0;
        boolean isDocument = type == ContentType.OLE || type == ContentType.ZIP;
        Optional<ImportFormat> format = named.isEmpty() && hasNoEnding && isDocument ? Optional.of(WORD) : named;
        return format.map(found -> found.reader.get());
    }

    /** The names of all formats for messages. */
    static String labels() {
        return Arrays.stream(values()).map(format -> format.label).collect(Collectors.joining("、"));
    }
}
