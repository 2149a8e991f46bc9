package org.gongkai.write.document.word.opc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts decompressed bytes, because the sizes that a ZIP file states may be wrong. */
final class Counted extends FilterInputStream {

    private final Budget budget;

    Counted(InputStream in, Budget budget) {
        super(in);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        budget.bytes(1);
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        budget.bytes(Math.max(read, 0));
        return read;
    }
}
