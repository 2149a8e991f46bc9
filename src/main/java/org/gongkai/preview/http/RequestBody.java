package org.gongkai.preview.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;

/** The body of a request, which must not be longer than a limit, must not stop coming, and must not take for ever. */
final class RequestBody extends FilterInputStream {

    /**
     * Beyond some patience bodies have to come at this rate, so that nobody holds a thread by sending a byte now and
     * then.
     */
    private static final int BYTES_PER_MILLISECOND = 16;

    private static final int WHOLE = 6;

    private final long limit;
    private final Duration patience;
    private final ClientTimeout timeout;
    private final long begun = System.nanoTime();
    private long read;

    /**
     * @param limit how many bytes it may have
     * @param patience how long the next bytes are waited for
     */
    RequestBody(InputStream body, long limit, Duration patience, ClientTimeout timeout) {
        super(body);
        this.limit = limit;
        this.patience = patience;
        this.timeout = timeout;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = readOn(buffer, offset, length);
        if (read > limit) {
            throw tooLarge(limit);
        }
        return count;
    }

    /** Reads what is left, whatever its length: a browser shows an answer only if its request was read to the end. */
    void skipRest() throws IOException {
        byte[] buffer = new byte[1 << 16];
        while (readOn(buffer, 0, buffer.length) >= 0) {
            continue;
        }
    }

    private int readOn(byte[] buffer, int offset, int length) throws IOException {
        Duration left = patience.multipliedBy(WHOLE)
                .plusMillis(read / BYTES_PER_MILLISECOND)
                .minusNanos(System.nanoTime() - begun);
        if (left.isNegative()) {
            throw incomplete();
        }
        timeout.begin(left.compareTo(patience) < 0 ? left : patience);
        try {
            int count = in.read(buffer, offset, length);
            read += Math.max(0, count);
            return count;
        } catch (ClosedByInterruptException e) {
            throw incomplete();
        } finally {
            timeout.end();
        }
    }

    private static HttpFailure incomplete() {
        return new HttpFailure(HttpFailure.INCOMPLETE, "请求没有发完，等不到后面的内容，已经断开。");
    }

    static HttpFailure tooLarge(long limit) {
        String size = limit >= 1024 * 1024 ? limit / 1024 / 1024 + " MB" : limit + " 字节";
        return new HttpFailure(413, "发送的内容太大，最多 " + size + "。");
    }
}
