package org.gongkai.write.document.word.opc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts decompressed bytes, because the sizes that a ZIP file states may be wrong. */
final class Counted extends FilterInputStream {

    private final Budget budget;
    private final int heapPerByte;

    /** @param heapPerByte what each byte takes of the memory, in bytes */
    Counted(InputStream in, Budget budget, int heapPerByte) {
        super(in);
        this.budget = budget;
        this.heapPerByte = heapPerByte;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        budget.bytes(1, heapPerByte);
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        budget.bytes(Math.max(read, 0), heapPerByte);
        return read;
    }
}
