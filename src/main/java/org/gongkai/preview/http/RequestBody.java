package org.gongkai.preview.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.StreamSourceChannel;

/** The body of a request, which must not be longer than a limit, must not stop coming, and must not take for ever. */
final class RequestBody extends InputStream {

    /**
     * Beyond some patience bodies have to come at this rate, so that nobody holds a thread by sending a byte now and
     * then.
     */
    private static final int BYTES_PER_MILLISECOND = 16;

    private static final int WHOLE = 6;

    private final HttpServerExchange exchange;
    private final long limit;
    private final Duration patience;
    private StreamSourceChannel channel;
    private long begun;
    private long read;

    /**
     * @param limit how many bytes it may have
     * @param patience how long the next bytes are waited for
     */
    RequestBody(HttpServerExchange exchange, long limit, Duration patience) {
        this.exchange = exchange;
        this.limit = limit;
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = readOn(ByteBuffer.wrap(buffer, offset, length));
        if (read > limit) {
            throw tooLarge(limit);
        }
        return count;
    }

    /** Reads what is left, whatever its length: a browser shows an answer only if its request was read to the end. */
    void skipRest() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        while (readOn(buffer) >= 0) {
            buffer.clear();
        }
    }

    private int readOn(ByteBuffer buffer) throws IOException {
        if (channel == null) {
            channel = exchange.getRequestChannel();
            begun = System.nanoTime();
        }
        if (!buffer.hasRemaining() || channel == null) {
            return channel == null ? -1 : 0;
        }
        long waited = System.nanoTime();
        int count = channel.read(buffer);
        while (count == 0) {
            long now = System.nanoTime();
            long whole = patience.multipliedBy(WHOLE)
                    .plusMillis(read / BYTES_PER_MILLISECOND)
                    .toNanos();
            long left = Math.min(waited + patience.toNanos() - now, begun + whole - now);
            if (left <= 0) {
                throw new HttpFailure(408, "请求没有发完，等不到后面的内容，已经断开。");
            }
            channel.awaitReadable(left, TimeUnit.NANOSECONDS);
            count = channel.read(buffer);
        }
        read += Math.max(0, count);
        return count;
    }

    static HttpFailure tooLarge(long limit) {
        String size = limit >= 1024 * 1024 ? limit / 1024 / 1024 + " MB" : limit + " 字节";
        return new HttpFailure(413, "发送的内容太大，最多 " + size + "。");
    }
}
