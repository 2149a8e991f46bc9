package org.gongkai.preview.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The body of a request, which must not be longer than a limit. */
final class RequestBody extends FilterInputStream {

    private final long limit;
    private long read;

    /** @param limit how many bytes it may have */
    RequestBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        read += Math.max(0, count);
        if (read > limit) {
            throw tooLarge(limit);
        }
        return count;
    }

    /** Reads what is left, whatever its length: a browser shows an answer only if its request was read to the end. */
    void skipRest() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    static HttpFailure tooLarge(long limit) {
        String size = limit >= 1024 * 1024 ? limit / 1024 / 1024 + " MB" : limit + " 字节";
        return new HttpFailure(413, "发送的内容太大，最多 " + size + "。");
    }
}
