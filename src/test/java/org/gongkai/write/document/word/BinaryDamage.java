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
            byte[] stream;
            try (InputStream stored = root.createDocumentInputStream(name)) {
                stream = stored.readAllBytes();
            }
            damage.in(ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN), places(document));
            root.createOrUpdateDocument(name, new ByteArrayInputStream(stream));
            system.writeFilesystem(out);
        }
        return file;
    }

    private static FileInformationBlock places(Path document) throws IOException {
        try (HWPFDocument read = new HWPFDocument(new ByteArrayInputStream(Files.readAllBytes(document)))) {
            return read.getFileInformationBlock();
        }
    }
}
