package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.Ole10NativeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * What is in a compound file: a document of a legacy format, one with a password, or an embedded object.
 *
 * @param type the type of its document; {@link ContentType#OLE} for other files
 * @param isEncrypted whether it can only be opened with a password
 * @param streams its streams, and the files that are wrapped in one; empty if it is encrypted
 * @param unread the paths of what cannot be read completely
 */
public record OleDirectory(ContentType type, boolean isEncrypted, List<StoredStream> streams, List<String> unread) {

    private static final String DOCUMENT = "WordDocument";

    /** Holds a document of the formats in ZIP that requires a password. */
    private static final String PACKAGE = "EncryptedPackage";

    /** What a file is that has a stream of a name; some programs write it in capital or small letters. */
    private static final List<Map.Entry<String, ContentType>> TYPES = List.of(
            Map.entry(PACKAGE, ContentType.OLE),
            Map.entry(DOCUMENT, ContentType.DOC),
            Map.entry("Workbook", ContentType.XLS),
            Map.entry("Book", ContentType.XLS),
            Map.entry("PowerPoint Document", ContentType.PPT));

    /** The byte of a document whose lowest bit says that the rest is encrypted. */
    private static final int DOCUMENT_SWITCHES = 11;

    /** Streams whose numbers, or texts if there is a password, are not found. */
    private static final Pattern UNREADABLE = Pattern.compile("(?i)(.*/)?(workbook|book|powerpoint document)");

    /** Streams that describe an object, those of documents, and the folders of macros, which are refused. */
    private static final Pattern KNOWN = Pattern.compile("(?i)(.*/)?(compobj|ole|objinfo|linkinfo"
            + "|(document)?summaryinformation|olepres\\d{3}|eprint|print|meta|pic|link)"
            + "|(objectpool/[^/]+/)*(worddocument|[01]table|data|wpscustomdata)|macros/.*");

    private static final Pattern MACROS = Pattern.compile("(?i)(.*/)?(macros|_vba_project(_cur)?)(/.*)?");

    /** How a photograph with metadata begins; the two bytes without a value state a length. */
    private static final Pattern PHOTOGRAPH = Pattern.compile("(?s)\u00FF\u00D8\u00FF\u00E1..Exif\0\0");

    /** How a photograph ends. */
    private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};

    /**
     * A stream of a file.
     *
     * @param isKnown whether programs write a stream of this name
     */
    record StoredStream(String path, byte[] content, boolean isKnown) {}

    /**
     * Reads a file.
     *
     * @throws IOException if it is damaged
     */
    public static OleDirectory of(byte[] bytes) throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = system.getRoot();
            if (size(root) > bytes.length) {
                throw new IOException("streams share their bytes");
            }
            ContentType type = TYPES.stream()
                    .filter(each -> root.hasEntryCaseInsensitive(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(ContentType.OLE);
            OleDirectory directory = new OleDirectory(type, isEncrypted(root), new ArrayList<>(), new ArrayList<>());
            if (!directory.isEncrypted()) {
                directory.collect(root, "");
            }
            return directory;
        }
    }

    private static long size(DirectoryNode folder) {
        long size = 0;
        for (Entry entry : folder) {
            size += entry instanceof DirectoryNode inner
                    ? size(inner)
                    : Integer.toUnsignedLong(((DocumentEntry) entry).getSize());
        }
        return size;
    }

    private static boolean isEncrypted(DirectoryNode folder) throws IOException {
        if (folder.hasEntryCaseInsensitive(PACKAGE) || !folder.hasEntryCaseInsensitive(DOCUMENT)) {
            return folder.hasEntryCaseInsensitive(PACKAGE);
        }
        byte[] document = whole(folder.getEntryCaseInsensitive(DOCUMENT));
        return document.length > DOCUMENT_SWITCHES && (document[DOCUMENT_SWITCHES] & 1) != 0;
    }

    private void collect(DirectoryNode folder, String within) throws IOException {
        for (Entry entry : folder) {
            String path = within + entry.getName().replaceAll("\\p{Cntrl}", "");
            if (entry instanceof DirectoryNode inner) {
                if (isEncrypted(inner)) {
                    unread.add(path);
                } else {
                    collect(inner, path + "/");
                }
            } else if (entry.getName().equals(Ole10Native.OLE10_NATIVE)) {
                try {
                    Ole10Native file = new Ole10Native(whole(entry), 0);
                    String title = Objects.requireNonNullElse(file.getFileName(), path);
                    streams.add(new StoredStream(within + title, file.getDataBuffer(), false));
                } catch (Ole10NativeException e) {
                    unread.add(path);
                }
            } else {
                boolean isUnreadable = UNREADABLE.matcher(path).matches();
                if (isUnreadable) {
                    unread.add(path);
                }
                streams.add(new StoredStream(
                        path, whole(entry), isUnreadable || KNOWN.matcher(path).matches()));
            }
        }
    }

    private static byte[] whole(Entry entry) throws IOException {
        try (InputStream in = new DocumentInputStream((DocumentEntry) entry)) {
            return in.readAllBytes();
        }
    }

    boolean hasMacros() {
        return streams.stream().anyMatch(stream -> MACROS.matcher(stream.path()).matches());
    }

    /** The photographs with metadata, without all that follows their metadata. */
    Stream<byte[]> photographs() {
        return streams.stream().map(StoredStream::content).flatMap(bytes -> PHOTOGRAPH
                .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .results()
                .map(found -> photograph(bytes, found.start())));
    }

    private static byte[] photograph(byte[] bytes, int at) {
        int length = 4 + ((bytes[at + 4] & 0xFF) << 8 | bytes[at + 5] & 0xFF);
        byte[] head = Arrays.copyOfRange(bytes, at, at + length + END.length);
        System.arraycopy(END, 0, head, length, END.length);
        return head;
    }
}
