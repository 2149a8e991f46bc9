package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * What is in a compound file: a document of a legacy format, one with a password, or an embedded object.
 *
 * @param type the type of its document; {@link ContentType#OLE} for other files
 * @param isEncrypted whether it can only be opened with a password
 * @param streams its streams
 */
public record OleDirectory(ContentType type, boolean isEncrypted, List<StoredStream> streams) {

    /** Holds a document of the formats in ZIP that requires a password. */
    private static final String PACKAGE = "EncryptedPackage";

    /** The byte of a document whose lowest bit says that the rest is encrypted. */
    private static final int DOCUMENT_SWITCHES = 11;

    /** A stream of a file with its path, in which several may be alike. */
    record StoredStream(String path, byte[] content) {}

    /**
     * Reads a file.
     *
     * @throws IOException if it is damaged
     */
    public static OleDirectory of(byte[] bytes) throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            List<StoredStream> streams = new ArrayList<>();
            collect(system.getRoot(), "", streams, bytes.length);
            ContentType type = ContentType.of(system.getRoot().getEntryNames(), ContentType.OLE);
            boolean isEncrypted = streams.stream()
                    .anyMatch(stream -> stream.path().equalsIgnoreCase(PACKAGE)
                            || stream.path().equalsIgnoreCase("WordDocument")
                                    && stream.content().length > DOCUMENT_SWITCHES
                                    && (stream.content()[DOCUMENT_SWITCHES] & 1) != 0);
            return new OleDirectory(type, isEncrypted, streams);
        }
    }

    /** Returns how many of so many bytes are left when the streams have been read, which do not share any. */
    private static long collect(DirectoryNode folder, String within, List<StoredStream> streams, long bytes)
            throws IOException {
        long left = bytes;
        for (Entry entry : folder) {
            String path = within + entry.getName().replaceAll("\\p{Cntrl}", "");
            if (entry instanceof DirectoryNode inner) {
                left = collect(inner, path + "/", streams, left);
            } else {
                left -= Integer.toUnsignedLong(((DocumentEntry) entry).getSize());
                if (left < 0) {
                    throw new IOException("streams share their bytes");
                }
                try (InputStream in = folder.createDocumentInputStream(entry)) {
                    streams.add(new StoredStream(path, in.readAllBytes()));
                }
            }
        }
        return left;
    }
}
