package org.gongkai.input.attachment.legacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 * @param program the program that it belongs to
 * @param isEncrypted whether it can only be opened with a password
 * @param pictures the bytes among which its pictures lie; empty if they are not stored by themselves
 * @param files the files and objects within it, by their paths
 * @param unread the paths of objects whose content cannot be read
 */
public record OleDirectory(
        Program program, boolean isEncrypted, byte[] pictures, Map<String, byte[]> files, List<String> unread) {

    /** A program whose documents are such files. */
    public enum Program {
        WORD,
        EXCEL,
        POWERPOINT,
        OTHER
    }

    /** How a photograph with metadata begins. */
    private static final byte[] EXIF = {
        (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 0, 'E', 'x', 'i', 'f', 0, 0
    };

    /** How a photograph ends. */
    private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};

    /** The names under which whole files are stored, and those of workbooks. */
    private static final Set<String> FILES = Set.of("Package", "CONTENTS", "EmbeddedOdf");

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
            Program program = program(root);
            boolean isEncrypted = isEncrypted(root, program);
            Map<String, byte[]> files = new TreeMap<>();
            List<String> unread = new ArrayList<>();
            if (!root.hasEntryCaseInsensitive(PACKAGE)) {
                collect(root, "", files, unread);
            }
            byte[] pictures =
                    switch (program) {
                        case WORD -> pictures(root, "Data");
                        case POWERPOINT -> pictures(root, "Pictures");
                        default -> new byte[0];
                    };
            return new OleDirectory(program, isEncrypted, pictures, files, unread);
        }
    }

    /** The program whose document a file holds. Some programs write the names of streams in capital or small letters. */
    public static Program program(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive(PACKAGE)) {
            return Program.OTHER;
        }
        if (root.hasEntryCaseInsensitive(DOCUMENT)) {
            return Program.WORD;
        }
        if (CELLS.stream().anyMatch(root::hasEntryCaseInsensitive)) {
            return Program.EXCEL;
        }
        return root.hasEntryCaseInsensitive(SLIDES) ? Program.POWERPOINT : Program.OTHER;
    }

    /**
     * Returns true if the document of a program can only be opened with a password.
     *
     * @throws IOException if the document is cut off
     */
    public static boolean isEncrypted(DirectoryNode root, Program program) throws IOException {
        switch (program) {
            case WORD -> {
                byte[] head = whole(root, DOCUMENT, DOCUMENT_SWITCHES + 1);
                return head.length > DOCUMENT_SWITCHES && (head[DOCUMENT_SWITCHES] & 1) != 0;
            }
            case EXCEL -> {
                String name = root.hasEntryCaseInsensitive(WORKBOOK) ? WORKBOOK : BOOK;
                return isEncrypted(whole(root, name, 1 << 16));
            }
            case POWERPOINT -> {
                whole(root, SLIDES, 0);
                return root.hasEntryCaseInsensitive("EncryptedSummary")
                        || root.hasEntryCaseInsensitive(USER) && isMarked(whole(root, USER, SLIDES_MARK + 4));
            }
            default -> {
                return root.hasEntryCaseInsensitive(PACKAGE);
            }
        }
    }

    /** Collects the files of a folder that are whole files of other programs, and the objects of old ones. */
    private static void collect(DirectoryNode folder, String path, Map<String, byte[]> files, List<String> unread)
            throws IOException {
        for (Entry entry : folder) {
            String name = path + entry.getName().replaceAll("\\p{Cntrl}", "");
            if (entry instanceof DirectoryNode inner) {
                collect(inner, name + "/", files, unread);
            } else if (entry.getName().equals(Ole10Native.OLE10_NATIVE)) {
                try {
                    Ole10Native file = Ole10Native.createFromEmbeddedOleObject(folder);
                    files.put(path + file.getFileName(), file.getDataBuffer());
                } catch (Ole10NativeException e) {
                    unread.add(name);
                }
            } else if (!path.isEmpty() && CELLS.contains(entry.getName())) {
                unread.add(name);
            } else if (FILES.contains(entry.getName())) {
                files.put(name, whole(folder, entry.getName(), Integer.MAX_VALUE));
            }
        }
    }

    /** Returns the beginning of an entry, and reads the rest of it, so that it turns out if the file is cut off. */
    private static byte[] whole(DirectoryNode root, String name, int length) throws IOException {
        DocumentEntry entry = (DocumentEntry) root.getEntryCaseInsensitive(name);
        try (InputStream in = new DocumentInputStream(entry)) {
            byte[] head = in.readNBytes(length);
            in.transferTo(OutputStream.nullOutputStream());
            return head;
        }
    }

    private static byte[] pictures(DirectoryNode root, String name) throws IOException {
        return root.hasEntryCaseInsensitive(name) ? whole(root, name, Integer.MAX_VALUE) : new byte[0];
    }

    /** The photographs with metadata, without all that follows their metadata. */
    public Stream<byte[]> photographs() {
        return IntStream.range(0, Math.max(0, pictures.length - EXIF.length))
                .filter(this::isPhotograph)
                .mapToObj(this::photograph);
    }

    private byte[] photograph(int at) {
        int length = 4 + ((pictures[at + 4] & 0xFF) << 8 | pictures[at + 5] & 0xFF);
        byte[] head = Arrays.copyOfRange(pictures, at, at + length + END.length);
        System.arraycopy(END, 0, head, length, END.length);
        return head;
    }

    private boolean isPhotograph(int at) {
        // The two bytes without a value state a length.
        return pictures[at] == EXIF[0]
                && Arrays.equals(pictures, at, at + 4, EXIF, 0, 4)
                && Arrays.equals(pictures, at + 6, at + EXIF.length, EXIF, 6, EXIF.length);
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
