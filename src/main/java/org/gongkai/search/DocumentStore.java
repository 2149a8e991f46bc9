package org.gongkai.search;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Holds the packed and the folded texts of all documents on the disk until the index is written, because a large site does not fit
 * in memory. Documents may be added by multiple threads.
 */
final class DocumentStore implements AutoCloseable {

    private final FileChannel file;
    private final AtomicLong end = new AtomicLong();
    private final long[] offsets;
    private final int[] packedLengths;
    private final int[] foldedLengths;
    private final int[] titleEnds;
    private final int[][] headings;

    /**
     * @param documents the number of documents
     * @param path the file, which is replaced and, at the end, deleted
     */
    DocumentStore(int documents, Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        file = FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        offsets = new long[documents];
        packedLengths = new int[documents];
        foldedLengths = new int[documents];
        titleEnds = new int[documents];
        headings = new int[documents][];
    }

    int documents() {
        return offsets.length;
    }

    void add(int document, String packed, FoldedDocument folded) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((packed.length() + folded.text().length) * Character.BYTES);
        bytes.asCharBuffer().put(packed).put(folded.text());
        offsets[document] = end.getAndAdd(bytes.capacity());
        packedLengths[document] = packed.length();
        foldedLengths[document] = folded.text().length;
        titleEnds[document] = folded.titleEnd();
        headings[document] = folded.headings();
        for (long at = offsets[document]; bytes.hasRemaining(); ) {
            at += file.write(bytes, at);
        }
    }

    /** The length of the packed text of a document, in units. */
    int packedLength(int document) {
        return packedLengths[document];
    }

    /** The length of the folded text of a document, in units. */
    int foldedLength(int document) {
        return foldedLengths[document];
    }

    String packed(int document) throws IOException {
        char[] text = new char[packedLengths[document]];
        read(offsets[document], text);
        return new String(text);
    }

    FoldedDocument folded(int document) throws IOException {
        char[] text = new char[foldedLengths[document]];
        read(offsets[document] + (long) packedLengths[document] * Character.BYTES, text);
        return new FoldedDocument(text, titleEnds[document], headings[document]);
    }

    private void read(long offset, char[] text) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(text.length * Character.BYTES);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("the texts for the search index end too early");
            }
        }
        bytes.flip().asCharBuffer().get(text);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
