package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.Ole10NativeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;

/**
 * What the directory of a legacy office file says about it.
 *
 * @param type the type of its document; {@link ContentType#OLE} for other files
 * @param isEncrypted whether it can only be opened with a password
 * @param streams its streams, and the files that are wrapped in one; empty if it is encrypted
 * @param unread the paths of objects whose content cannot be read
 */
public record OleDirectory(ContentType type, boolean isEncrypted, List<StoredStream> streams, List<String> unread) {

    /**
     * A stream of a file.
     *
     * @param isKnown whether the program of the document or object writes a stream of this name
     */
    public record StoredStream(String path, byte[] content, boolean isKnown) {}

    /** How a photograph with metadata begins. */
    private static final byte[] EXIF = {
        (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 0, 'E', 'x', 'i', 'f', 0, 0
    };

    /** How a photograph ends. */
    private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};

    /** The streams that describe any object, in small letters. */
    private static final Pattern OF_ALL = Pattern.compile(
            "compobj|ole|objinfo|linkinfo|(document)?summaryinformation|olepres\\d{3}|eprint|print|meta|pic|link");

    /** The other streams of a document, in small letters. */
    private static final Map<ContentType, Pattern> OF_PROGRAM = Map.of(
            ContentType.DOC, Pattern.compile("worddocument|[01]table|data|wpscustomdata"),
            ContentType.XLS, Pattern.compile("workbook|book|user names|revision log|ctls|etextdata"),
            ContentType.PPT, Pattern.compile("powerpoint document|current user|pictures|header"));

    /**
     * The folders whose streams the program names: those of macros, which are refused, and the sources of pivot tables.
     */
    private static final Map<ContentType, Set<String>> FOLDERS = Map.of(
            ContentType.DOC, Set.of("Macros"),
            ContentType.XLS, Set.of("_VBA_PROJECT_CUR", "_SX_DB_CUR"));

    private static final String WORKBOOK = "Workbook";
    private static final String BOOK = "Book";
    private static final Set<String> CELLS = Set.of(WORKBOOK, BOOK);

    /** Holds a document of the formats in ZIP that requires a password. */
    private static final String PACKAGE = "EncryptedPackage";

    private static final String DOCUMENT = "WordDocument";
    private static final String SLIDES = "PowerPoint Document";
    private static final String USER = "Current User";

    /** The byte of a document whose lowest bit says that the rest is encrypted. */
    private static final int DOCUMENT_SWITCHES = 11;

    /** The record of a workbook that precedes what is encrypted, and the number of records among which it stands. */
    private static final int ENCRYPTION = 0x2F;

    private static final int FIRST_RECORDS = 8;

    /** The place of the mark of a presentation, and the mark of one that is encrypted. */
    private static final int SLIDES_MARK = 12;

    private static final int SLIDES_ENCRYPTED = 0xF3D1C4DF;

    /**
     * Reads a directory.
     *
     * @throws IOException if the file is damaged
     */
    public static OleDirectory of(byte[] bytes) throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = system.getRoot();
            ContentType type = type(root);
            boolean isEncrypted = isEncrypted(root, type);
            if (size(root) > bytes.length) {
                throw new IOException("streams share their bytes");
            }
            List<StoredStream> streams = new ArrayList<>();
            List<String> unread = new ArrayList<>();
            if (!isEncrypted) {
                collect(root, "", false, streams, unread);
            }
            return new OleDirectory(type, isEncrypted, streams, unread);
        }
    }

    /**
     * The type of the document that a file holds. Some programs write the names of streams in capital or small letters.
     */
    public static ContentType type(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive(PACKAGE)) {
            return ContentType.OLE;
        }
        if (root.hasEntryCaseInsensitive(DOCUMENT)) {
            return ContentType.DOC;
        }
        if (CELLS.stream().anyMatch(root::hasEntryCaseInsensitive)) {
            return ContentType.XLS;
        }
        return root.hasEntryCaseInsensitive(SLIDES) ? ContentType.PPT : ContentType.OLE;
    }

    /**
     * Returns true if a document of a type can only be opened with a password.
     *
     * @throws IOException if the document is cut off
     */
    public static boolean isEncrypted(DirectoryNode root, ContentType type) throws IOException {
        switch (type) {
            case DOC -> {
                byte[] head = whole(root, DOCUMENT, DOCUMENT_SWITCHES + 1);
                return head.length > DOCUMENT_SWITCHES && (head[DOCUMENT_SWITCHES] & 1) != 0;
            }
            case XLS -> {
                String name = root.hasEntryCaseInsensitive(WORKBOOK) ? WORKBOOK : BOOK;
                return isEncrypted(whole(root, name, 1 << 16));
            }
            case PPT -> {
                whole(root, SLIDES, 0);
                return root.hasEntryCaseInsensitive("EncryptedSummary")
                        || root.hasEntryCaseInsensitive(USER) && isMarked(whole(root, USER, SLIDES_MARK + 4));
            }
            default -> {
                return root.hasEntryCaseInsensitive(PACKAGE);
            }
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

    private static void collect(
            DirectoryNode folder, String path, boolean known, List<StoredStream> streams, List<String> unread)
            throws IOException {
        ContentType type = type(folder);
        if (!path.isEmpty() && isEncrypted(folder, type)) {
            unread.add(path.substring(0, path.length() - 1));
            return;
        }
        for (Entry entry : folder) {
            String name = entry.getName().replaceAll("\\p{Cntrl}", "");
            if (entry instanceof DirectoryNode inner) {
                boolean named = FOLDERS.getOrDefault(type, Set.of()).contains(entry.getName());
                collect(inner, path + name + "/", known || named, streams, unread);
            } else if ((!path.isEmpty() || type != ContentType.XLS)
                    && CELLS.stream().anyMatch(name::equalsIgnoreCase)) {
                unread.add(path + name);
            } else if (entry.getName().equals(Ole10Native.OLE10_NATIVE)) {
                try {
                    Ole10Native file = new Ole10Native(whole((DocumentEntry) entry, Integer.MAX_VALUE), 0);
                    String title = Objects.requireNonNullElse(file.getFileName(), name);
                    streams.add(new StoredStream(path + title, file.getDataBuffer(), false));
                } catch (Ole10NativeException e) {
                    unread.add(path + name);
                }
            } else {
                byte[] content = whole((DocumentEntry) entry, Integer.MAX_VALUE);
                streams.add(new StoredStream(path + name, content, known || isKnown(type, name)));
            }
        }
    }

    private static boolean isKnown(ContentType type, String stream) {
        String name = stream.toLowerCase(Locale.ROOT);
        return OF_ALL.matcher(name).matches()
                || OF_PROGRAM.containsKey(type)
                        && OF_PROGRAM.get(type).matcher(name).matches();
    }

    private static byte[] whole(DirectoryNode root, String name, int length) throws IOException {
        return whole((DocumentEntry) root.getEntryCaseInsensitive(name), length);
    }

    /** Returns the beginning of an entry, and reads the rest of it, so that it turns out if the file is cut off. */
    private static byte[] whole(DocumentEntry entry, int length) throws IOException {
        try (InputStream in = new DocumentInputStream(entry)) {
            byte[] head = in.readNBytes(length);
            in.transferTo(OutputStream.nullOutputStream());
            return head;
        }
    }

    /** The photographs with metadata, without all that follows their metadata. */
    public Stream<byte[]> photographs() {
        return streams.stream().map(StoredStream::content).flatMap(bytes -> IntStream.range(
                        0, Math.max(0, bytes.length - EXIF.length))
                .filter(at -> isPhotograph(bytes, at))
                .mapToObj(at -> photograph(bytes, at)));
    }

    private static byte[] photograph(byte[] bytes, int at) {
        int length = 4 + ((bytes[at + 4] & 0xFF) << 8 | bytes[at + 5] & 0xFF);
        byte[] head = Arrays.copyOfRange(bytes, at, at + length + END.length);
        System.arraycopy(END, 0, head, length, END.length);
        return head;
    }

    private static boolean isPhotograph(byte[] bytes, int at) {
        // The two bytes without a value state a length.
        return bytes[at] == EXIF[0]
                && Arrays.equals(bytes, at, at + 4, EXIF, 0, 4)
                && Arrays.equals(bytes, at + 6, at + EXIF.length, EXIF, 6, EXIF.length);
    }

    private static boolean isEncrypted(byte[] workbook) {
        int at = 0;
        for (int i = 0; i < FIRST_RECORDS && at + 4 <= workbook.length; i++) {
            if (LittleEndian.getUShort(workbook, at) == ENCRYPTION) {
                return true;
            }
            at += 4 + LittleEndian.getUShort(workbook, at + 2);
        }
        return false;
    }

    private static boolean isMarked(byte[] user) {
        return user.length >= SLIDES_MARK + 4 && LittleEndian.getInt(user, SLIDES_MARK) == SLIDES_ENCRYPTED;
    }
}
