package org.gongkai.portal.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.gongkai.portal.collect.RecordFile;
import org.gongkai.site.text.SearchDocument;

/** The texts in a file of records, which are quick to read in their order and can be read in any. Thread-safe. */
final class RecordTexts implements AutoCloseable {

    private final Path file;
    private final int entries;
    private RecordFile.Reading in;
    private int next;
    private boolean closed;

    /** @param entries how many entries the file has */
    RecordTexts(Path file, int entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * Returns the document of an entry.
     *
     * @param at the position of the entry in the file
     * @param address the address that the document is to have
     * @throws UncheckedIOException if the file cannot be read
     */
    synchronized SearchDocument document(int at, String address) {
        try {
            if (in == null || at < next) {
                open();
            }
            while (next < at) {
                in.text();
                next++;
            }
            next++;
            SearchDocument document = SearchDocument.ofLines(in.text()).at(address);
            if (closed) {
                release();
            }
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() throws IOException {
        release();
        in = new RecordFile.Reading(file);
        in.site();
        for (int i = 0; i < entries; i++) {
            in.entry();
        }
        next = 0;
    }

    private void release() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }

    /** Closes the file, which is opened again for each document that is wanted later. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        release();
    }
}
