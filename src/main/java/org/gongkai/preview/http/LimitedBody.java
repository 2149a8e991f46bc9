package org.gongkai.preview.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that must not be longer than a limit. */
final class LimitedBody extends FilterInputStream {

    private final long limit;
    private long read;

    LimitedBody(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw tooLarge(limit);
        }
    }

    /** Leaves the connection open: what is left of the body must still be read. */
    @Override
    public void close() {}

    static HttpFailure tooLarge(long limit) {
        String size = limit >= 1024 * 1024 ? limit / 1024 / 1024 + " MB" : limit + " 字节";
        return new HttpFailure(413, "发送的内容太大，最多 " + size + "。");
    }
}
