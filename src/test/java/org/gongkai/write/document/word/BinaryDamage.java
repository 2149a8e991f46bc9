package org.gongkai.write.document.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.FileInformationBlock;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Copies of binary documents with other bytes in one of their streams. */
final class BinaryDamage {

    /** Where the text stream says where the table of its pieces begins and how long it is. */
    private static final int PIECES = 418;

    private BinaryDamage() {}

    /** Changes the bytes of a stream; the tables of the document are found through its information block. */
    interface Of {
        void in(ByteBuffer stream, FileInformationBlock places);
    }

    /** Damages the stream that holds the tables of lists, notes and others. */
    static Path toTables(Path document, Path folder, Of damage) throws IOException {
        return to("1Table", document, folder, damage);
    }

    /** Damages the stream that holds pictures. */
    static Path toPictures(Path document, Path folder, Of damage) throws IOException {
        return to("Data", document, folder, damage);
    }

    /** Damages the stream that holds the text. */
    static Path toText(Path document, Path folder, Of damage) throws IOException {
        return to("WordDocument", document, folder, damage);
    }

    /** Replaces a character wherever it stands in the text. */
    static Path toCharacter(char typed, char other, Path document, Path folder) throws IOException {
        return toText(document, folder, (text, places) -> {
            for (int at = 0; at + 1 < text.capacity(); at += 2) {
                if (text.getChar(at) == typed) {
                    text.putChar(at, other);
                }
            }
        });
    }

    private static Path to(String name, Path document, Path folder, Of damage) throws IOException {
        Path file = folder.resolve("损坏.doc");
        try (InputStream in = Files.newInputStream(document);
                POIFSFileSystem system = new POIFSFileSystem(in);
                OutputStream out = Files.newOutputStream(file)) {
            DirectoryNode root = system.getRoot();
            byte[] stream = bytes(root, name);
            damage.in(ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN), places(document));
            root.createOrUpdateDocument(name, new ByteArrayInputStream(stream));
            system.writeFilesystem(out);
        }
        return file;
    }

    /** A document whose text is stored as fast saves leave it: each character is a piece of its own. */
    static Path inPieces(Path document, Path folder) throws IOException {
        FileInformationBlock places = places(document);
        int[] first = new int[2];
        Path tables = to("1Table", document, folder, (table, same) -> {
            // One piece from the first to the last character, of whose place in the file the third number tells.
            first[0] = table.getInt(places.getFcClx() + 9);
            first[1] = table.getInt(places.getFcClx() + 15);
        });
        ByteBuffer pieces = ByteBuffer.allocate(5 + 4 + 12 * first[0]).order(ByteOrder.LITTLE_ENDIAN);
        pieces.put((byte) 2).putInt(pieces.capacity() - 5);
        for (int i = 0; i <= first[0]; i++) {
            pieces.putInt(i);
        }
        for (int i = 0; i < first[0]; i++) {
            pieces.putShort((short) 0).putInt(first[1] + 2 * i).putShort((short) 0);
        }
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(Files.readAllBytes(tables)));
                OutputStream out = Files.newOutputStream(tables)) {
            DirectoryNode root = system.getRoot();
            byte[] table = bytes(root, "1Table");
            byte[] text = bytes(root, "WordDocument");
            ByteBuffer longer = ByteBuffer.allocate(table.length + pieces.capacity());
            longer.put(table).put(pieces.array());
            ByteBuffer.wrap(text)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(PIECES, table.length)
                    .putInt(PIECES + 4, pieces.capacity());
            root.createOrUpdateDocument("1Table", new ByteArrayInputStream(longer.array()));
            root.createOrUpdateDocument("WordDocument", new ByteArrayInputStream(text));
            system.writeFilesystem(out);
        }
        return tables;
    }

    private static byte[] bytes(DirectoryNode root, String name) throws IOException {
        try (InputStream stored = root.createDocumentInputStream(name)) {
            return stored.readAllBytes();
        }
    }

    private static FileInformationBlock places(Path document) throws IOException {
        try (HWPFDocument read = new HWPFDocument(new ByteArrayInputStream(Files.readAllBytes(document)))) {
            return read.getFileInformationBlock();
        }
    }
}
